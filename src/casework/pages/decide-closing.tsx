import { InsetText, SummaryList } from '@throughline/govuk-jsx';
import { refuse, sayDay } from '../../platform/kernel/index.ts';
import { longText, radios } from '../../platform/web/questions.tsx';
import { closingFactsOf } from '../case-record.ts';
import { aSecondPerson, closingReasons, mayClose } from '../closing.ts';
import { closeCases, declineClosing } from '../closings.db.ts';
import { Standing } from './close.tsx';
import { onCase } from './on-case.tsx';

/** The second person closes, or declines with a reason. */
export const decideClosing = onCase({
  path: '/closures/:reference',
  may: 'cases.close',
  says: 'Decide about closing',
  step: 'decide_closing',
  readable: true,
  back: { to: '/closures', says: 'Closures that wait' },
  heading: 'Close the case?',
  asks: {
    decision: radios({
      ask: 'What do you decide?',
      options: { close: 'Close the case', decline: 'Decline: the work goes on' },
      missing: 'Choose whether to close the case or to decline',
    }),
    reason: longText({ ask: 'Why do you decline?', hint: 'Only where you decline.', atMost: 2000, rows: 3 }),
  },
  async submit(tx, { record }, { decision, reason }, { worker, today, now }) {
    const { proposal } = record;
    const mine = proposal && aSecondPerson(proposal, worker.id);
    if (mine || !proposal) return mine ?? refuse('Nobody has proposed to close this case');
    const by = { by: worker.id, at: now };
    if (decision === 'decline') {
      if (reason === null) return refuse('Say why you decline, for whoever proposed it', 'reason');
      const declined = { proposalId: proposal.id, childId: record.childId, reason };
      await declineClosing(tx, declined, { ...by, on: today });
      return { goTo: '/closures', did: 'declined to close a case', says: 'Declined. The case stays open.' };
    }
    const proposed = { ...proposal, riskHeldBy: proposal.riskHeldBy ?? undefined };
    const refused = mayClose(closingFactsOf(record), proposed, worker.id, today);
    if (refused) return refuse(refused.refused);
    await closeCases(tx, [
      {
        ...by,
        ...proposal,
        proposalId: proposal.id,
        caseId: record.id,
        childId: record.childId,
        level: record.levels.series.at(-1)?.level ?? null,
        closedOn: today,
      },
    ]);
    return { goTo: '/closures', did: 'closed a case', says: `${record.reference} is closed.` };
  },
  view: ({ record, stopped }, form, { worker }) => {
    const refused = stopped ?? (record.proposal && aSecondPerson(record.proposal, worker.id));
    return (
      <>
        {record.proposal && (
          <SummaryList
            rows={[
              { key: 'Reason', value: closingReasons[record.proposal.reason] },
              { key: 'Based on', value: record.proposal.words },
              record.proposal.riskHeldBy && { key: 'Risk held by', value: record.proposal.riskHeldBy },
              {
                key: 'Proposed',
                value: `${sayDay(record.proposal.proposedOn)} by ${record.proposal.proposedByName}`,
              },
            ]}
          />
        )}
        <Standing record={record} />
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${record.reference}`}>
            Read the case
          </a>
        </p>
        {refused ? <InsetText>{refused.refused}</InsetText> : form.show({ button: 'Record your decision' })}
      </>
    );
  },
});
