import { InsetText, SummaryList } from '@throughline/govuk-jsx';
import { longText, radios, text } from '../../platform/web/questions.tsx';
import { type CaseRecord, closingFactsOf } from '../case-record.ts';
import { closingReasons, feedbackOutcomes, mayOffer, mayPropose } from '../closing.ts';
import { proposeClosings } from '../closings.db.ts';
import { backToCase, onCase } from './on-case.tsx';
import { LevelNow } from './parts.tsx';

/** One person proposes to close; a second person decides. */
export const proposeClosing = onCase({
  path: '/cases/:reference/close',
  may: 'cases.work',
  says: 'Propose to close the case',
  step: 'propose_closing',
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
  async submit(tx, { record }, answers, { worker, today, now }) {
    const proposed = { reason: answers.reason, riskHeldBy: answers.riskHeldBy ?? undefined };
    const refused = mayPropose(closingFactsOf(record), proposed, today);
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
  view: ({ record }, form) => (
    <>
      <Standing record={record} />
      <InsetText>
        The young person is offered a feedback session before the case closes, whatever they then choose.{' '}
        <a class="govuk-link" href={`/cases/${record.reference}/feedback`}>
          Record the feedback session
        </a>
      </InsetText>
      {form.show({ button: 'Propose to close' })}
    </>
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
