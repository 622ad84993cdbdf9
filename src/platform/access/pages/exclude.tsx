import { refuse } from '../../kernel/index.ts';
import { nobody, page } from '../../web/page.tsx';
import { longText, select, text } from '../../web/questions.tsx';
import type { WorkerId } from '../../web/world.ts';
import { exclude, isExcluded } from '../exclusions.db.ts';
import { findRecord, listWorkerOptions } from '../records.db.ts';

/** Bars one worker from one record. */
export const excludeWorker = page({
  path: '/access/exclusions/new',
  may: 'access.restrict',
  load: async (tx) => ({ workers: await listWorkerOptions(tx) }),
  says: 'Exclude a worker from a record',
  about: nobody,
  asks: ({ workers }) => ({
    reference: text({
      ask: 'Reference of the record',
      hint: 'Exactly, such as C-4F7K2MQ',
      width: 10,
      autocomplete: 'off',
      missing: 'Enter the reference of the record',
    }),
    worker: select({ ask: 'Who is excluded?', options: workers, missing: 'Select who is excluded' }),
    reason: longText({ ask: 'Why?', missing: 'Enter why they are excluded', rows: 3, atMost: 1000 }),
  }),
  async submit(tx, _, { reference, worker, reason }, world) {
    const childId = await findRecord(tx, reference);
    if (!childId) return refuse('No record has this reference', 'reference');
    const workerId = worker as WorkerId;
    if (await isExcluded(tx, childId, workerId)) return refuse('This worker is excluded from it already', 'worker');
    await exclude(tx, { childId, workerId, reason, by: world.worker.id, at: world.now });
    return {
      goTo: '/access/exclusions',
      did: 'excluded a worker from a record',
      about: [childId],
      says: 'Excluded. From now on the record is not there for them.',
    };
  },
  back: { to: '/access/exclusions', says: 'Workers excluded from a record' },
  view: (_, form) => form.show({ button: 'Exclude this worker' }),
});
