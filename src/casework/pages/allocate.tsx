import { SummaryList } from '@throughline/govuk-jsx';
import { refuse, sayDay } from '../../platform/kernel/index.ts';
import { asShown, changedMeanwhile } from '../../platform/web/as-shown.tsx';
import { day, longText, select } from '../../platform/web/questions.tsx';
import { allocate, cannotHold, sayHolder } from '../allocation.ts';
import { allocateCases, canHold, listHolders } from '../allocations.db.ts';
import { backToCase, onCase } from './on-case.tsx';

export const allocateCase = onCase({
  path: '/cases/:reference/allocate',
  may: 'cases.allocate',
  says: 'Allocate the case',
  step: 'allocate',
  load: async (tx, { teamId }, _, world) => ({ holders: await listHolders(tx, teamId, world) }),
  asks: ({ record, holders }, { today }) => ({
    over: asShown(record.allocation?.id ?? ''),
    holder: select({
      ask: 'Who will hold the case?',
      options: Object.fromEntries(holders.map((one) => [one.key, sayHolder(one)])),
      missing: 'Choose who will hold the case',
    }),
    since: day({
      ask: 'From which day?',
      missing: 'Enter the day it passes over',
      notAfter: today,
      notBefore: record.openedOn,
    }),
    reason: longText({
      ask: record.allocation ? `Why does it pass on from ${record.allocation.workerName}?` : 'Why this worker?',
      hint: 'The child and family are told who their worker is, and why it changes.',
      missing: 'Say why',
      atMost: 1000,
      rows: 3,
    }),
  }),
  async submit(tx, { record, holders }, { over, holder, since, reason }, { worker, today, now }) {
    const to = holders.find(({ key }) => key === holder);
    if (!to) return refuse('Choose who will hold the case', 'holder');
    const refused = changedMeanwhile(over, record.allocation?.id ?? '') ?? allocate(record, { ...to, since }, today);
    if (refused) return refused;
    if (!(await canHold(tx, record.teamId, record.childId, to.id))) return cannotHold(to, 'holder');
    await allocateCases(tx, [
      { caseId: record.id, childId: record.childId, workerId: to.id, since, reason, by: worker.id, at: now },
    ]);
    return backToCase(record, 'allocated a case', `${to.name} holds this case now.`);
  },
  view: ({ record }, form) => (
    <>
      <SummaryList
        rows={[
          { key: 'Held by', value: record.allocation?.workerName ?? 'Nobody yet' },
          record.allocation && { key: 'Since', value: sayDay(record.allocation.since) },
        ]}
      />
      {form.show({ button: 'Allocate' })}
    </>
  ),
});
