import { findId } from '../../kernel/index.ts';
import { page } from '../../web/page.tsx';
import { longText } from '../../web/questions.tsx';
import { findExclusion, liftExclusion } from '../exclusions.db.ts';

export const liftExclusionPage = page({
  path: '/access/exclusions/:id/lift',
  may: 'access.restrict',
  async load(tx, { id }) {
    const known = findId(id);
    return known && findExclusion(tx, known);
  },
  says: ({ worker, reference }) => `Lift the exclusion of ${worker} from ${reference}`,
  about: ({ childId }) => [childId],
  asks: {
    reason: longText({ ask: 'Why is it lifted?', missing: 'Enter why it is lifted', rows: 3, atMost: 1000 }),
  },
  async submit(tx, { id, worker, reference }, { reason }, world) {
    await liftExclusion(tx, { exclusionId: id, reason, by: world.worker.id, at: world.now });
    return {
      goTo: '/access/exclusions',
      did: 'lifted an exclusion',
      says: `${worker} is no longer excluded from ${reference}. They see it where they are involved with the child.`,
    };
  },
  back: { to: '/access/exclusions', says: 'Workers excluded from a record' },
  view: (_, form) => form.show({ button: 'Lift the exclusion', warning: true }),
});
