import type { Clocks } from '../platform/clocks.ts';
import { daysBetween, type Id, type PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { AssessmentKind } from './assessment.ts';
import type { Direction, Judgement } from './judgement.ts';
import { daysLate, type ReviewState, reviewDue, reviewState, reviewStates } from './review.ts';
import { type LevelOn, levelTrend } from './trend.ts';

/** A completed assessment as a list of them tells it. A series is one child's, the oldest first. */
export type AssessmentInSeries = {
  id: Id<'assessment'>;
  reference: string;
  childId: ChildId;
  kind: AssessmentKind;
  completedOn: PlainDate;
  authorId: WorkerId | null;
  /** Not known of records from elsewhere that do not say. */
  author: string | null;
  /** The judgement the practitioner stood by. */
  judgement: Judgement;
  /** The level of record, once authorised. */
  ofRecord: Judgement | undefined;
  authorised: { by: string | null; on: PlainDate } | undefined;
  returned: { by: string; on: PlainDate; reason: string } | undefined;
};
export type Series = readonly AssessmentInSeries[];

export const whereItStandsWords = {
  waiting: 'Waiting for authorisation',
  authorised: 'Authorised',
  returned: 'Returned to its author',
} as const;
export type WhereItStands = keyof typeof whereItStandsWords;

export function whereItStands({
  ofRecord,
  returned,
}: Pick<AssessmentInSeries, 'ofRecord' | 'returned'>): WhereItStands {
  if (returned) return 'returned';
  return ofRecord ? 'authorised' : 'waiting';
}

/** Drafts, what waits for a manager and what was returned have no level of record. */
export const levelsOfRecord = (series: Series): LevelOn[] =>
  series.flatMap(({ completedOn, ofRecord }) => (ofRecord ? [{ completedOn, level: ofRecord.level }] : []));

export type ReviewNow =
  | { state: ReviewState; dueOn: PlainDate; daysLate: number }
  /** Done by the practitioner, not yet looked at by a manager: it has an age of its own. */
  | { state: 'waiting'; since: PlainDate; days: number; reference: string };
export const reviewNowWords = { ...reviewStates, waiting: whereItStandsWords.waiting } as const;

/**
 * A completed review stops the practitioner's clock, for they have done what was due; the next one counts from its
 * completion once it is authorised. One that is returned was not done: the clock of the one before runs again.
 */
export function reviewNow(series: Series, today: PlainDate, clocks?: Clocks): ReviewNow | undefined {
  const last = series.findLast(({ returned }) => !returned);
  if (!last) return undefined;
  const { completedOn, reference } = last;
  if (!last.ofRecord) return { state: 'waiting', since: completedOn, days: daysBetween(completedOn, today), reference };
  return {
    state: reviewState(completedOn, today, clocks),
    dueOn: reviewDue(completedOn, clocks),
    daysLate: daysLate(completedOn, today, clocks),
  };
}

export type RiskNow = {
  /** The latest authorised assessment. */
  latest: (AssessmentInSeries & { ofRecord: Judgement }) | undefined;
  trend: Direction | undefined;
  review: ReviewNow | undefined;
};

export function riskNow(series: Series, today: PlainDate, clocks?: Clocks): RiskNow {
  const latest = series.findLast(
    (one): one is AssessmentInSeries & { ofRecord: Judgement } => one.ofRecord !== undefined,
  );
  return { latest, trend: levelTrend(levelsOfRecord(series)), review: reviewNow(series, today, clocks) };
}

export type WhatItFollows = { previous: AssessmentInSeries | undefined; replaces: AssessmentInSeries | undefined };

/** A returned assessment is put right by one in its place; any other is reviewed. */
export function whatItFollows(series: Series): WhatItFollows {
  const last = series.at(-1);
  return {
    previous: series.findLast(({ returned }) => !returned),
    replaces: last?.returned ? last : undefined,
  };
}

export type WayToBegin = 'again' | 'review' | 'initial';

/** One returned to its author is begun again by them; a first assessment beside earlier ones is of a new spell. */
export function waysToBegin(series: Series, author: WorkerId): WayToBegin[] {
  const { previous, replaces } = whatItFollows(series);
  return [
    ...(replaces?.authorId === author ? (['again'] as const) : []),
    ...(previous ? (['review'] as const) : []),
    'initial',
  ];
}

/**
 * First of a spell or review of the one before: the author said which when they began. Where the one before is another
 * by now (somebody completed one meanwhile), it reviews that one, whatever they said.
 */
export function kindNow(
  begun: { kind: AssessmentKind; begunAfter: Id<'assessment'> | undefined },
  { previous }: WhatItFollows,
): { kind: AssessmentKind; previous: Id<'assessment'> | undefined; overtaken: boolean } {
  if (!previous) return { kind: 'initial', previous: undefined, overtaken: begun.begunAfter !== undefined };
  const overtaken = previous.id !== begun.begunAfter;
  if (!overtaken && begun.kind === 'initial') return { kind: 'initial', previous: undefined, overtaken };
  return { kind: 'review', previous: previous.id, overtaken };
}
