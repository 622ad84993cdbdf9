import { type Clocks, clock, defaultClocks, dueAfter } from '../platform/clocks.ts';
import { addDays, addMonths, ageOn, daysBetween, type PlainDate } from '../platform/kernel/index.ts';

export const reviewStates = {
  not_due: 'Not due',
  due_soon: 'Due soon',
  overdue: 'Overdue',
  escalated: 'Overdue and with the manager',
} as const;
export type ReviewState = keyof typeof reviewStates;

/** Twelve weeks, so that the work done has time to take effect; weekly progress meetings run beside it. */
export const reviewDue = (completedOn: PlainDate, clocks: Clocks = defaultClocks): PlainDate =>
  dueAfter('C8', completedOn, clocks);

/** Of a child whose case is open, from the completion of the latest assessment. */
export function reviewState(completedOn: PlainDate, today: PlainDate, clocks: Clocks = defaultClocks): ReviewState {
  const late = daysBetween(reviewDue(completedOn, clocks), today);
  if (late > clock('C8.escalate', clocks).limit) return 'escalated';
  if (late > 0) return 'overdue';
  return late >= -clock('C8.soon', clocks).limit ? 'due_soon' : 'not_due';
}

/** The first day on which a manager is told. */
export const escalatesOn = (completedOn: PlainDate, clocks: Clocks = defaultClocks): PlainDate =>
  addDays(reviewDue(completedOn, clocks), clock('C8.escalate', clocks).limit + 1);

export const onTime = (previousCompletedOn: PlainDate, completedOn: PlainDate, clocks: Clocks = defaultClocks) =>
  completedOn <= reviewDue(previousCompletedOn, clocks);

/** Days past due of a review done, or of one still to do as of today; never negative. */
export function daysLate(previousCompletedOn: PlainDate, doneOrToday: PlainDate, clocks: Clocks = defaultClocks) {
  return Math.max(0, daysBetween(reviewDue(previousCompletedOn, clocks), doneOrToday));
}

export function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Of the late ones only: with most reviews on time, the median of all would always be nothing. */
export const medianDaysLate = (days: readonly number[]): number | undefined => median(days.filter((each) => each > 0));

/** What brings a review forward. A worker decides; nothing here changes a level by itself. */
export const earlyReviewTriggers = {
  missing: 'A missing episode graded medium or higher',
  arrest: 'An arrest',
  intelligence: 'New intelligence linked to the child',
  person_or_location: 'A new link to a person posing risk or a location of concern',
  move: 'A change of placement, home or school',
  disclosure: 'A disclosure',
  emergency_department: 'A visit to accident and emergency',
  nrm_decision: 'A decision of the National Referral Mechanism',
  asked_for: 'A worker or parent asks for it',
  nearly_eighteen: 'The 18th birthday is within 6 months',
} as const;
export type EarlyReviewTrigger = keyof typeof earlyReviewTriggers;

export const isNearlyEighteen = (bornOn: PlainDate, today: PlainDate): boolean =>
  ageOn(bornOn, today) < 18 && ageOn(bornOn, addMonths(today, 6)) >= 18;
