import { InsetText, SummaryList } from '@throughline/govuk-jsx';
import { page } from '../../platform/web/page.tsx';
import { longText, radios, text } from '../../platform/web/questions.tsx';
import { whyNot } from '../case.ts';
import { type CaseRecord, closingFactsOf, factsOf } from '../case-record.ts';
import { findCaseToWorkOn, holdCase } from '../cases.db.ts';
import { closingReasons, feedbackOutcomes, mayOffer, mayPropose } from '../closing.ts';
import { proposeClosings } from '../closings.db.ts';
import { backToCase, LevelNow, OnCase } from './parts.tsx';

/** One person proposes to close; a second person decides. */
export const proposeClosing = page({
  path: '/cases/:reference/close',
  may: 'cases.work',
  load: (tx, { reference }, { worker }) => findCaseToWorkOn(tx, reference, worker),
  says: ({ reference }) => `Propose to close ${reference}`,
  about: ({ childId }) => [childId],
  asks: {
    reason: radios({
      ask: 'Why does the case close?',
      hint: 'The first two say that the risk was reduced, and need the authorised assessment that says so.',
      options: closingReasons,
      missing: 'Choose why the case closes',
    }),
    riskHeldBy: text({
      ask: 'Who now holds the risk?',
      hint: 'The person or service, and that they know. Not needed where the risk was reduced, or the child has died.',
      atMost: 500,
    }),
    words: longText({
      ask: 'What is this based on?',
      hint: 'What changed for the child, who agrees (the child, the family, other agencies), and who stays with them.',
      missing: 'Say what this is based on',
      rows: 6,
    }),
  },
  async submit(tx, shown, answers, { worker, today, now }) {
    const record = await holdCase(tx, shown);
    const proposed = { reason: answers.reason, riskHeldBy: answers.riskHeldBy ?? undefined };
    const refused = whyNot(factsOf(record), 'propose_closing') ?? mayPropose(closingFactsOf(record), proposed, today);
    if (refused) return refused;
    await proposeClosings(tx, [
      { ...answers, caseId: record.id, childId: record.childId, proposedOn: today, by: worker.id, at: now },
    ]);
    return backToCase(
      record,
      'proposed to close a case',
      'Proposed. A second person decides; until then the work goes on.',
    );
  },
  view: (record, form, { today }) => (
    <OnCase record={record} title="Propose to close the case" today={today} step="propose_closing">
      <Standing record={record} />
      <InsetText>
        The young person is offered a feedback session before the case closes, whatever they then choose.{' '}
        <a class="govuk-link" href={`/cases/${record.reference}/feedback`}>
          Record the feedback session
        </a>
      </InsetText>
      {form.show({ button: 'Propose to close' })}
    </OnCase>
  ),
});

export function Standing({ record }: { record: CaseRecord }) {
  return (
    <SummaryList
      rows={[
        { key: 'Authorised level', value: <LevelNow record={record} /> },
        record.levels.waitingSince && { key: 'Waiting', value: 'An assessment waits to be authorised' },
        {
          key: 'Feedback session',
          value: record.feedback
            ? feedbackOutcomes[record.feedback]
            : (mayOffer(record.child, record.proposal)?.refused ?? 'Not offered yet'),
        },
      ]}
    />
  );
}
