import type { Period, PlainDate } from '../platform/kernel/index.ts';
import { daysBetween } from '../platform/kernel/index.ts';
import type { Count, Measure, Share } from '../platform/module.ts';

/** A figure: a measure with its value, and what it was counted over. A share carries the two counts it is made of. */
export type Figure = {
  measure: Measure;
  /** A whole number, or for a share a percentage to one decimal; null where there is nothing to divide by. */
  value: number | null;
  numerator?: number;
  denominator?: number;
};

export type Counted = { period: Period; asAt: PlainDate };

export const isShare = (measure: Measure): measure is Measure & Share => 'share' in measure;
export const isCount = (measure: Measure): measure is Measure & Count => 'from' in measure;

/** What a report counts: a whole period, as it stood on its last day, or today where the period is not over yet. */
export function countedOver(period: Period, today: PlainDate): Counted {
  return { period, asAt: period.to < today ? period.to : today };
}

/** Puts counts and the shares made of them in the order asked. A share of nothing has no value. */
export function figuresFrom(measures: readonly Measure[], counts: Readonly<Record<string, number>>): Figure[] {
  return measures.map((measure) => {
    if (!isShare(measure)) return { measure, value: counts[measure.id] ?? 0 };
    const numerator = counts[measure.share] ?? 0;
    const denominator = counts[measure.of] ?? 0;
    const value = denominator === 0 ? null : Math.round((numerator / denominator) * 1000) / 10;
    return { measure, value, numerator, denominator };
  });
}

/** `77`, `81.5 % (217 of 267)`, `Nothing to count`. */
export function sayValue({ measure, value, numerator, denominator }: Figure): string {
  if (value === null) return 'Nothing to count';
  return isShare(measure) ? `${value.toFixed(1)} % (${numerator} of ${denominator})` : value.toLocaleString('en-GB');
}

/** What stops two periods being set side by side: they are not the same length (domain.md 15, Q11). */
export function unequalBases(one: Period, other: Period): boolean {
  return Math.abs(daysBetween(one.from, one.to) - daysBetween(other.from, other.to)) > 1;
}
