import { ButtonLink, Details, InsetText, SummaryList, Table } from '@throughline/govuk-jsx';
import { type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import { Wide } from '../../platform/web/wide.tsx';
import type { HeldBy as Holding } from '../allocations.db.ts';
import { type CaseStep, caseState, mayStep } from '../case.ts';
import { type CaseRecord, factsOf } from '../case-record.ts';
import { closingReasons, feedbackOutcomes } from '../closing.ts';
import type { FeedbackRow, PastProposal } from '../closings.db.ts';
import { type Contribution, contributionTo, type DirectWork, workKinds } from '../direct-work.ts';
import { copyFormats, type PlanAction } from '../plan.ts';
import type { CopyGiven, Plan } from '../plans.db.ts';
import type { ProgressNote } from '../progress.db.ts';
import { Actions, PlanSections } from './plan-parts.tsx';

/** What may be done on a case, each by whoever may, in the states in which it may be. */
const steps: readonly { says: string; again?: string; to: string; may: string; step: CaseStep }[] = [
  { says: 'Record direct work', to: 'direct-work', may: 'cases.work', step: 'work' },
  { says: 'Write this week’s note', to: 'progress', may: 'cases.work', step: 'work' },
  { says: 'Write the safety plan', again: 'Write the plan anew', to: 'plan', may: 'cases.work', step: 'work' },
  { says: 'Record a contribution', to: 'contribution', may: 'cases.work', step: 'work' },
  { says: 'Record agreement to engage', to: 'engagement', may: 'cases.work', step: 'work' },
  { says: 'Allocate', to: 'allocate', may: 'cases.allocate', step: 'allocate' },
  { says: 'Record the feedback session', to: 'feedback', may: 'cases.work', step: 'offer_feedback' },
  { says: 'Propose to close', to: 'close', may: 'cases.work', step: 'propose_closing' },
];

export function CaseSteps({ record, may }: { record: CaseRecord; may: (permission: string) => boolean }) {
  const state = caseState(factsOf(record));
  const open = steps.filter(({ may: permission, step }) => may(permission) && mayStep(state, step));
  return (
    <div class="govuk-button-group not-printed">
      {open.map(({ says, again, to }, place) => (
        <ButtonLink href={`/cases/${record.reference}/${to}`} variant={place === 0 ? undefined : 'secondary'}>
          {record.plan ? (again ?? says) : says}
        </ButtonLink>
      ))}
      {may('cases.close') && mayStep(state, 'decide_closing') && (
        <ButtonLink href={`/closures/${record.reference}`} variant="secondary">
          Decide about closing
        </ButtonLink>
      )}
    </div>
  );
}

type PlanProps = {
  record: CaseRecord;
  plans: readonly Plan[];
  actions: readonly PlanAction[];
  copies: readonly CopyGiven[];
  today: PlainDate;
  mayWork: boolean;
};
export function PlanInForce({ record, plans, actions, copies, today, mayWork }: PlanProps) {
  const [plan, ...earlier] = plans;
  const link = (to: string, says: string) => (
    <a class="govuk-link" href={`/cases/${record.reference}/${to}`}>
      {says}
    </a>
  );
  return (
    <section>
      <h2 class="govuk-heading-m">Safety plan</h2>
      {plan ? (
        <>
          <p class="govuk-body">
            Version {plan.version}, written by {plan.writtenBy} on {sayDay(plan.writtenOn)}.{' '}
            {sayCopies(copies, plan.version)} {mayWork && link('plan/copy', 'The child’s copy')}
          </p>
          <PlanSections plan={plan} />
          <h3 class="govuk-heading-s">Actions</h3>
          <Actions record={record} actions={actions} today={today} mayEnd={mayWork} />
          {mayWork && <p class="govuk-body not-printed">{link('actions', 'Add an action')}</p>}
          {earlier.map((old) => (
            <Details summary={`Version ${old.version}, ${sayDay(old.writtenOn)}, ${old.writtenBy}`}>
              <PlanSections plan={old} />
            </Details>
          ))}
        </>
      ) : (
        <p class="govuk-body">No plan is written yet. {mayWork && link('plan', 'Write the safety plan')}</p>
      )}
    </section>
  );
}

function sayCopies(copies: readonly CopyGiven[], version: number): string {
  const [given] = copies.filter((copy) => copy.version === version);
  if (!given) return 'The child has no copy of it yet.';
  return `The child has a copy (${copyFormats[given.format].toLowerCase()}, in ${given.language}, ${sayDay(given.givenOn)}).`;
}

type WorkProps = {
  work: { shown: readonly DirectWork[]; next: string | undefined };
  contributions: readonly Contribution[];
  notes: readonly ProgressNote[];
};
export function Work({ work: { shown, next }, contributions, notes }: WorkProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Direct work</h2>
      {shown.length === 0 && <p class="govuk-body">Nothing is recorded yet.</p>}
      <ol class="govuk-list case-work">
        {shown.map((one) => (
          <li>
            <h3 class="govuk-heading-s">
              {sayDay(one.on)}: {workKinds[one.kind]}, {one.topic}
            </h3>
            <p class="govuk-body as-written">{one.words}</p>
            {one.cameOfIt && <p class="govuk-body as-written">What came of it: {one.cameOfIt}</p>}
            <p class="case-small">
              {one.workerName}
              {one.tools && `; with ${one.tools}`}
            </p>
          </li>
        ))}
      </ol>
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={next}>
            Earlier direct work
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">Contributions to assessments and investigations</h2>
      {contributions.length === 0 && <p class="govuk-body">None is recorded.</p>}
      {contributions.length > 0 && (
        <SummaryList
          rows={contributions.map(({ on, towards, givenTo, words, workerName }) => ({
            key: `${sayDay(on)}: ${contributionTo[towards]}`,
            value: `To ${givenTo}: ${words} (${workerName})`,
          }))}
        />
      )}
      <h2 class="govuk-heading-m">Weekly progress</h2>
      {notes.length === 0 && <p class="govuk-body">No note yet.</p>}
      {notes.length > 0 && (
        <SummaryList rows={notes.map(({ on, by, words }) => ({ key: `${sayDay(on)}, ${by}`, value: words }))} />
      )}
    </>
  );
}

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
