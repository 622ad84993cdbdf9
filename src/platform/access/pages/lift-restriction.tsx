import { findId } from '../../kernel/index.ts';
import { page } from '../../web/page.tsx';
import { longText } from '../../web/questions.tsx';
import { findRestriction, liftRestriction } from '../restrictions.db.ts';

export const liftRestrictionPage = page({
  path: '/access/restrictions/:id/lift',
  may: 'access.restrict',
  async load(tx, { id }) {
    const known = findId(id);
    return known && findRestriction(tx, known);
  },
  says: ({ reference }) => `Lift the restriction on ${reference}`,
  about: ({ childId }) => [childId],
  asks: {
    reason: longText({ ask: 'Why is it lifted?', missing: 'Enter why it is lifted', rows: 3, atMost: 1000 }),
  },
  async submit(tx, { id, reference }, { reason }, world) {
    await liftRestriction(tx, { restrictionId: id, reason, by: world.worker.id, at: world.now });
    return {
      goTo: '/access/restrictions',
      did: 'lifted a restriction',
      says: `${reference} is open again to everybody involved with the child.`,
    };
  },
  back: ({ id, reference }) => ({ to: `/access/restrictions/${id}`, says: `Restricted: ${reference}` }),
  view: (_, form) => (
    <>
      <p class="govuk-body">Everybody involved with the child will be able to open and find the record again.</p>
      {form.show({ button: 'Lift the restriction', warning: true })}
    </>
  ),
});
