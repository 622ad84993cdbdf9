import { clock } from '../platform/clocks.ts';
import { addDays } from '../platform/kernel/index.ts';
import type { Waiting } from '../platform/module.ts';
import { countWaiting, listReturnedTo } from './authorisations.db.ts';
import { listUnfinishedDrafts } from './drafts.db.ts';

/** Late: a weekly progress meeting has passed, and nobody has looked at it. */
export const waitingForManager: Waiting = {
  may: 'assessments.authorise',
  async ask(tx, { today }) {
    const { count, late } = await countWaiting(tx, addDays(today, -clock('C9').limit));
    const says = count === 1 ? 'assessment waits for authorisation' : 'assessments wait for authorisation';
    return count > 0 ? [{ says, count, late, path: '/assessments/waiting' }] : [];
  },
};

export const waitingForAuthor: Waiting = {
  may: 'assessments.make',
  async ask(tx, { worker, today }) {
    const returned = (await listReturnedTo(tx, worker.id)).length;
    const drafts = await listUnfinishedDrafts(tx, worker.id);
    const old = drafts.filter(({ lastSavedOn }) => lastSavedOn < addDays(today, -clock('C9').limit)).length;
    const path = '/assessments/unfinished';
    return [
      {
        says: returned === 1 ? 'assessment returned to you' : 'assessments returned to you',
        count: returned,
        late: 0,
        path,
      },
      {
        says: drafts.length === 1 ? 'assessment you began' : 'assessments you began',
        count: drafts.length,
        late: old,
        path,
      },
    ].filter(({ count }) => count > 0);
  },
};
