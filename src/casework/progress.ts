import { clock, dueAfter } from '../platform/clocks.ts';
import { daysBetween, type PlainDate, sayCount, sayDay } from '../platform/kernel/index.ts';
import { reviewDue } from '../risk/index.ts';
import { firstAssessmentDue } from './allocation.ts';
import { planStanding, type SpellLevels } from './plan.ts';

/** What of a case bears on what is due next. */
export type Dates = {
  openedOn: PlainDate;
  isHeld: boolean;
  /** The first allocation of this spell. */
  allocatedOn: PlainDate | undefined;
  levels: SpellLevels;
  /** Completed, and neither authorised nor returned. */
  waitingSince: PlainDate | undefined;
  planWrittenOn: PlainDate | undefined;
  /** The latest progress note. */
  notedOn: PlainDate | undefined;
  diedOn: PlainDate | undefined;
  /** Said to be in danger, missing or RED, and not assessed since. */
  inDanger: boolean;
};

const dueKinds = {
  death: 'Close the case: the child has died',
  allocation: 'Allocate the case',
  first_assessment: 'First assessment',
  authorisation: 'Assessment completed, and not authorised yet',
  review: 'Formal review',
  interim_plan: 'Interim safety plan: not assessed yet',
  plan: 'Safety plan',
  plan_again: 'Safety plan again: the level has risen',
  progress: 'Weekly progress',
} as const;
export type DueKind = keyof typeof dueKinds;
export type Due = { what: DueKind; on: PlainDate };

/** Everything this case waits for, the earliest first. After a death one thing is left. */
export function whatIsDue(dates: Dates): Due[] {
  if (dates.diedOn) return [{ what: 'death', on: dates.diedOn }];
  return [allocationDue(dates), ...assessmentDue(dates), ...planDue(dates), progressDue(dates)]
    .filter((due) => due !== undefined)
    .toSorted((a, b) => a.on.localeCompare(b.on));
}

const allocationDue = ({ openedOn, isHeld }: Dates): Due | undefined =>
  isHeld ? undefined : { what: 'allocation', on: openedOn };

function assessmentDue({ allocatedOn, levels, waitingSince }: Dates): Due[] {
  const latest = levels.series.at(-1);
  const on = latest ? reviewDue(latest.completedOn) : allocatedOn && firstAssessmentDue(allocatedOn);
  if (!on) return [];
  if (waitingSince) return [{ what: 'authorisation', on }];
  return [{ what: latest ? 'review' : 'first_assessment', on }];
}

/** Who is in danger, or is judged HIGH by whoever assessed them, does not wait for a level of record to be safe. */
function planDue({ levels, planWrittenOn, inDanger, openedOn }: Dates): Due[] {
  const standing = planStanding(levels, planWrittenOn);
  if (standing.is === 'not_assessed')
    return inDanger || levels.own.some(({ level }) => level === 'HIGH') ? [{ what: 'interim_plan', on: openedOn }] : [];
  if (standing.is === 'due') return [{ what: 'plan', on: standing.by }];
  return standing.is === 'due_again' ? [{ what: 'plan_again', on: standing.by }] : [];
}

/** Weekly (clock C9), from the last note or else from the opening. */
const progressDue = ({ openedOn, notedOn }: Dates): Due => ({
  what: 'progress',
  on: dueAfter('C9', notedOn ?? openedOn),
});

/** Days past the day it was due; nothing on the day itself. */
export const daysLate = ({ on }: Due, today: PlainDate): number => Math.max(0, daysBetween(on, today));

/** A formal review this late is told to the manager (clock C8). */
export const isEscalated = (due: Due, today: PlainDate): boolean =>
  due.what === 'review' && daysLate(due, today) > clock('C8.escalate').limit;

/** The most days by which anything here is late. */
export const lateness = (dues: readonly Due[], today: PlainDate): number =>
  Math.max(0, ...dues.map((due) => daysLate(due, today)));

/** A row is ordered by this, so that what slips is seen first: a missed note is late, and drowns no review that is. */
export const orderingLateness = (dues: readonly Due[], today: PlainDate): number =>
  lateness(
    dues.filter(({ what }) => what !== 'progress'),
    today,
  );

export function sayDue(due: Due, today: PlainDate): string {
  const late = daysLate(due, today);
  if (late > 0) return `${dueKinds[due.what]}: ${sayCount(late, 'day')} late`;
  return `${dueKinds[due.what]}: ${due.on === today ? 'today' : `by ${sayNear(due.on, today)}`}`;
}

/** A day of this year without its year. */
const sayNear = (on: PlainDate, today: PlainDate): string =>
  on.slice(0, 4) === today.slice(0, 4) ? sayDay(on).slice(0, -5) : sayDay(on);
