import { InsetText, SummaryList, Table } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import { Wide } from '../../platform/web/wide.tsx';
import type { HeldBy as Holding } from '../allocations.db.ts';
import type { CaseRecord } from '../case-record.ts';
import { closingReasons, feedbackOutcomes } from '../closing.ts';
import type { FeedbackRow, PastProposal } from '../closings.db.ts';

export function HeldBy({ allocations }: { allocations: readonly Holding[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Who has held the case</h2>
      {allocations.length === 0 ? (
        <p class="govuk-body">Nobody yet.</p>
      ) : (
        <Wide says="Who has held the case">
          <Table
            small
            head={['Worker', 'From', 'Until', 'Why']}
            rows={allocations.map(({ name, since, endedOn, reason, by }) => [
              name,
              sayDay(since),
              endedOn ? sayDay(endedOn) : 'Now',
              `${reason} (${by})`,
            ])}
          />
        </Wide>
      )}
    </>
  );
}

type ClosingProps = { record: CaseRecord; proposals: readonly PastProposal[]; feedback: readonly FeedbackRow[] };
export function Closing({ record: { closure }, proposals, feedback }: ClosingProps) {
  if (!closure && proposals.length === 0 && feedback.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Closing</h2>
      {closure && (
        <InsetText>
          Closed on {sayDay(closure.closedOn)}
          {closure.closedBy && ` by ${closure.closedBy}`}: {closingReasons[closure.reason].toLowerCase()}.
          {closure.riskHeldBy && ` The risk is now held by ${closure.riskHeldBy}.`}
        </InsetText>
      )}
      <SummaryList
        rows={[
          ...feedback.map(({ offeredOn, outcome, words, activities, services, support }) => ({
            key: `Feedback session, ${sayDay(offeredOn)}`,
            value: [feedbackOutcomes[outcome], words, activities, services, support].filter(Boolean).join('. '),
          })),
          ...proposals.map(({ reason, words, proposedOn, proposedBy, declinedOn, declinedBy, declinedBecause }) => ({
            key: `Proposed by ${proposedBy}, ${sayDay(proposedOn)}`,
            value: `${closingReasons[reason]}: ${words}${
              declinedOn ? ` Declined by ${declinedBy} on ${sayDay(declinedOn)}: ${declinedBecause}` : ''
            }`,
          })),
        ]}
      />
    </>
  );
}
