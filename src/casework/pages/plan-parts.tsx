import { Table } from '@throughline/govuk-jsx';
import { daysBetween, type PlainDate, sayCount, sayDay } from '../../platform/kernel/index.ts';
import { Wide } from '../../platform/web/wide.tsx';
import type { CaseRecord } from '../case-record.ts';
import { actionEnds, isLate, type PlanAction, type PlanStanding, planSections, sectionNames } from '../plan.ts';
import type { Plan } from '../plans.db.ts';

/** Whether the plan is in place, in one sentence. */
export function sayStanding(standing: PlanStanding, today: PlainDate): string {
  if (standing.is === 'not_assessed')
    return 'None. The child is not assessed yet, so what is required is not known: write an interim plan today if there is any danger';
  if (standing.is === 'not_required') return 'None; one is not required at this level';
  if (standing.is === 'in_place')
    return ['In place', standing.reviewOn && sayPlanReview(standing.reviewOn, today)].filter(Boolean).join('; ');
  const late = daysBetween(standing.by, today);
  const when = late > 0 ? `${sayCount(late, 'day')} late` : `due by ${sayDay(standing.by)}`;
  return standing.is === 'due'
    ? `Not written yet; ${when}`
    : `To be written again, because the level has risen; ${when}`;
}

const sayPlanReview = (on: PlainDate, today: PlainDate): string =>
  on < today ? `its review was due by ${sayDay(on)}` : `to be reviewed by ${sayDay(on)}`;

export function PlanSections({ plan }: { plan: Plan }) {
  return (
    <dl class="plan-sections">
      {sectionNames.map(
        (section) =>
          plan.sections[section] && (
            <div>
              <dt class="govuk-heading-s">{planSections[section].says}</dt>
              <dd class="govuk-body as-written">{plan.sections[section]}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

type ActionsProps = { record: CaseRecord; actions: readonly PlanAction[]; today: PlainDate; mayEnd: boolean };

/** Every action of the plan with what became of it; the open ones first. */
export function Actions({ record, actions, today, mayEnd }: ActionsProps) {
  if (actions.length === 0) return <p class="govuk-body">No actions yet.</p>;
  const ordered = actions.toSorted((a, b) => Number(a.done !== null) - Number(b.done !== null));
  return (
    <Wide says="Actions of the safety plan">
      <Table
        small
        head={['What', 'Who', 'By', 'What became of it']}
        rows={ordered.map((action) => [
          action.measure ? `${action.what} (${action.measure})` : action.what,
          action.who,
          sayDay(action.dueOn),
          action.done ? (
            `${actionEnds[action.done.became]} on ${sayDay(action.done.on)}${action.done.note ? `: ${action.done.note}` : ''}`
          ) : (
            <>
              {isLate(action, today) && <span class="case-late">Late. </span>}
              {mayEnd ? (
                <a class="govuk-link" href={`/cases/${record.reference}/actions/${action.id}`}>
                  Record what became of it<span class="govuk-visually-hidden">: {action.what}</span>
                </a>
              ) : (
                'Open'
              )}
            </>
          ),
        ])}
      />
    </Wide>
  );
}
