import { SummaryList } from '@throughline/govuk-jsx';
import { findId, londonDay, refuse, sayDay } from '../../kernel/index.ts';
import { page } from '../../web/page.tsx';
import { select } from '../../web/questions.tsx';
import type { WorkerId } from '../../web/world.ts';
import { listWorkerOptions } from '../records.db.ts';
import { allow, findRestriction } from '../restrictions.db.ts';

/** One restriction: who may open the record, and naming another. */
export const restriction = page({
  path: '/access/restrictions/:id',
  may: 'access.restrict',
  async load(tx, { id }, world) {
    const known = findId(id);
    const found = known && (await findRestriction(tx, known));
    if (!found) return undefined;
    const named = found.allowed.map(({ workerId }) => workerId);
    return { ...found, workers: await listWorkerOptions(tx, [world.worker.id, ...named]) };
  },
  says: ({ reference }) => `Restricted: ${reference}`,
  about: ({ childId }) => [childId],
  asks: ({ workers }) => ({
    worker: select({ ask: 'Who else may open it?', options: workers, missing: 'Select who else may open it' }),
  }),
  async submit(tx, { id, childId, workers }, { worker }, world) {
    if (!workers[worker]) return refuse('Select who else may open it', 'worker');
    await allow(tx, { restrictionId: id, workerId: worker as WorkerId, by: world.worker.id, at: world.now });
    return {
      goTo: `/access/restrictions/${id}`,
      did: 'let a worker open a restricted record',
      about: [childId],
      says: 'Added. They still need to be involved with the child to see the record.',
    };
  },
  back: { to: '/access/restrictions', says: 'Restricted records' },
  view: ({ id, reason, contact, allowed, restrictedBy, restrictedAt }, form) => (
    <>
      <SummaryList
        rows={[
          { key: 'Why', value: reason },
          { key: 'Whom to ring', value: contact },
          { key: 'May open it', value: allowed.map(({ name }) => name).join(', ') },
          { key: 'Restricted', value: `${sayDay(londonDay(restrictedAt))} by ${restrictedBy}` },
        ]}
      />
      {form.show({ button: 'Add this worker' })}
      <p class="govuk-body">
        <a class="govuk-link" href={`/access/restrictions/${id}/lift`}>
          Lift this restriction
        </a>
      </p>
    </>
  ),
});
