import { SummaryList } from '@throughline/govuk-jsx';
import { refuse, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { day, longText, select } from '../../platform/web/questions.tsx';
import { allocate, cannotHold, sayHolder } from '../allocation.ts';
import { allocateCases, canHold, listHolders } from '../allocations.db.ts';
import { whyNot } from '../case.ts';
import { factsOf, worksOn } from '../case-record.ts';
import { findCase, holdCase } from '../cases.db.ts';
import { backToCase, changedMeanwhile, OnCase, shownOver } from './parts.tsx';

export const allocateCase = page({
  path: '/cases/:reference/allocate',
  may: 'cases.allocate',
  async load(tx, { reference }, world) {
    const record = await findCase(tx, reference);
    if (!record || !worksOn(record, world.worker)) return undefined;
    return { record, holders: await listHolders(tx, record.teamId, world) };
  },
  says: ({ record }) => `Allocate ${record.reference}`,
  about: ({ record }) => [record.childId],
  asks: ({ record, holders }, { today }) => ({
    over: shownOver(record.allocation?.id ?? ''),
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
  async submit(tx, shown, { over, holder, since, reason }, { worker, today, now }) {
    const record = await holdCase(tx, shown.record);
    const to = shown.holders.find(({ key }) => key === holder);
    if (!to) return refuse('Choose who will hold the case', 'holder');
    const refused =
      whyNot(factsOf(record), 'allocate') ??
      changedMeanwhile(over, record.allocation?.id ?? '') ??
      allocate(record, { ...to, since }, today);
    if (refused) return refused;
    if (!(await canHold(tx, record.teamId, record.childId, to.id))) return cannotHold(to, 'holder');
    await allocateCases(tx, [
      { caseId: record.id, childId: record.childId, workerId: to.id, since, reason, by: worker.id, at: now },
    ]);
    return backToCase(record, 'allocated a case', `${to.name} holds this case now.`);
  },
  view: ({ record }, form, { today }) => (
    <OnCase record={record} title="Allocate the case" today={today} step="allocate">
      <SummaryList
        rows={[
          { key: 'Held by', value: record.allocation?.workerName ?? 'Nobody yet' },
          record.allocation && { key: 'Since', value: sayDay(record.allocation.since) },
        ]}
      />
      {form.show({ button: 'Allocate' })}
    </OnCase>
  ),
});
