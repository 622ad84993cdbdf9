import { BackLink, InsetText, SummaryList } from '@throughline/govuk-jsx';
import { sayAge, sayName } from '../../people/index.ts';
import { type Refusal, refuse, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { longText, radios } from '../../platform/web/questions.tsx';
import type { Worker } from '../../platform/web/world.ts';
import { whyNot } from '../case.ts';
import { type CaseRecord, closingFactsOf, factsOf } from '../case-record.ts';
import { findCaseToWorkOn, holdCase } from '../cases.db.ts';
import { aSecondPerson, closingReasons, mayClose } from '../closing.ts';
import { closeCases, declineClosing } from '../closings.db.ts';
import { Standing } from './close.tsx';

/** The second person closes, or declines with a reason. */
export const decideClosing = page({
  path: '/closures/:reference',
  may: 'cases.close',
  load: (tx, { reference }, { worker }) => findCaseToWorkOn(tx, reference, worker),
  says: ({ reference }) => `Decide about closing ${reference}`,
  about: ({ childId }) => [childId],
  asks: {
    decision: radios({
      ask: 'What do you decide?',
      options: { close: 'Close the case', decline: 'Decline: the work goes on' },
      missing: 'Choose whether to close the case or to decline',
    }),
    reason: longText({ ask: 'Why do you decline?', hint: 'Only where you decline.', atMost: 2000, rows: 3 }),
  },
  async submit(tx, shown, { decision, reason }, { worker, today, now }) {
    const record = await holdCase(tx, shown);
    const { proposal } = record;
    const stopped = whyNotDecide(record, worker);
    if (stopped || !proposal) return stopped ?? refuse('Nobody has proposed to close this case');
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
  view: (record, form, { today, worker }) => {
    const stopped = whyNotDecide(record, worker);
    return (
      <>
        <BackLink href="/closures">Closures that wait</BackLink>
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">
            {sayName(record.child)}, {sayAge(record.child, today)}
          </span>
          Close the case?
        </h1>
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
        {stopped ? <InsetText>{stopped.refused}</InsetText> : form.show({ button: 'Record your decision' })}
      </>
    );
  },
});

const whyNotDecide = (record: CaseRecord, { id }: Worker): Refusal | undefined =>
  whyNot(factsOf(record), 'decide_closing') ?? (record.proposal ? aSecondPerson(record.proposal, id) : undefined);
