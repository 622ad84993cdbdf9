import { Details } from '@throughline/govuk-jsx';
import { type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import type { CaseRecord } from '../case-record.ts';
import { copyFormats, type PlanAction } from '../plan.ts';
import type { CopyGiven, Plan } from '../plans.db.ts';
import { Actions, PlanSections } from './plan-parts.tsx';

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
