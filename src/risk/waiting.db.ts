import { clock } from '../platform/clocks.ts';
import { addDays } from '../platform/kernel/index.ts';
import type { Waiting } from '../platform/module.ts';
import { waitingLine } from '../platform/web/waiting-line.ts';
import { countWaiting, listReturnedTo } from './authorisations.db.ts';
import { listUnfinishedDrafts } from './drafts.db.ts';

/** Late: a weekly progress meeting has passed, and nobody has looked at it. */
export const waitingForManager: Waiting = {
  may: 'assessments.authorise',
  async ask(tx, { today }) {
    const { count, late } = await countWaiting(tx, addDays(today, -clock('C9').limit));
    const [one, several] = ['assessment waits for authorisation', 'assessments wait for authorisation'];
    return waitingLine({ count, late, one, several, path: '/assessments/waiting' });
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
      waitingLine({ count: returned, one: 'assessment returned to you', several: 'assessments returned to you', path }),
      waitingLine({
        count: drafts.length,
        late: old,
        one: 'assessment you began',
        several: 'assessments you began',
        path,
      }),
    ].flat();
  },
};
