import { refuse } from '../../kernel/index.ts';
import { nobody, page } from '../../web/page.tsx';
import { longText, select, text } from '../../web/questions.tsx';
import type { WorkerId } from '../../web/world.ts';
import { findRecord, listWorkerOptions } from '../records.db.ts';
import { findRestrictionOf, restrict } from '../restrictions.db.ts';

/** Closes one record to all but those named on it. */
export const restrictRecord = page({
  path: '/access/restrictions/new',
  may: 'access.restrict',
  load: async (tx, _, world) => ({ workers: await listWorkerOptions(tx, [world.worker.id]) }),
  says: 'Restrict a record',
  about: nobody,
  asks: ({ workers }) => ({
    reference: text({
      ask: 'Reference of the record',
      hint: 'Exactly, such as C-4F7K2MQ',
      width: 10,
      autocomplete: 'off',
      missing: 'Enter the reference of the record',
    }),
    reason: longText({ ask: 'Why is it restricted?', missing: 'Enter why it is restricted', rows: 3, atMost: 1000 }),
    contact: select({
      ask: 'Whom does somebody ring who needs it?',
      hint: 'They may open the record. You add others on the next page.',
      options: workers,
      missing: 'Select whom to ring',
    }),
  }),
  async submit(tx, _, { reference, reason, contact }, world) {
    const childId = await findRecord(tx, reference);
    if (!childId) return refuse('No record has this reference', 'reference');
    const already = await findRestrictionOf(tx, childId);
    if (already)
      return refuse('This record is restricted already: open it in the list to change who may see it', 'reference');
    const id = await restrict(tx, {
      childId,
      reason,
      contactId: contact as WorkerId,
      by: world.worker.id,
      at: world.now,
    });
    return {
      goTo: `/access/restrictions/${id}`,
      did: 'restricted a record',
      about: [childId],
      says: 'Restricted. From now on only the workers named here can open or find it.',
    };
  },
  back: { to: '/access/restrictions', says: 'Restricted records' },
  view: (_, form) => form.show({ button: 'Restrict the record' }),
});
