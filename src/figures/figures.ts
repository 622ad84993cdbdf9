import type { Period, PlainDate } from '../platform/kernel/index.ts';
import { daysBetween } from '../platform/kernel/index.ts';
import type { Count, Measure } from '../platform/module.ts';

/** A figure: a measure with its value, and what it was counted over. A share or a rate carries the two numbers it is made of. */
export type Figure = {
  measure: Measure;
  /** A whole number, or for a share or a rate one decimal; null where there is nothing to divide by. */
  value: number | null;
  numerator?: number;
  denominator?: number;
};

export type Counted = { period: Period; asAt: PlainDate };

export const isCount = (measure: Measure): measure is Measure & Count => measure.kind === 'count';

/** What a report counts: a whole period, as it stood on its last day, or today where the period is not over yet. */
export function countedOver(period: Period, today: PlainDate): Counted {
  return { period, asAt: period.to < today ? period.to : today };
}

/** Puts counts, and the shares and rates made of them, in the order asked. A share of nothing has no value. */
export function figuresFrom(measures: readonly Measure[], counts: Readonly<Record<string, number>>): Figure[] {
  return measures.map((measure) => {
    if (measure.kind === 'count') return { measure, value: counts[measure.id] ?? 0 };
    const [over, under, every] =
      measure.kind === 'share' ? [measure.share, measure.of, 100] : [measure.rate, measure.population, 10_000];
    const [numerator, denominator] = [counts[over] ?? 0, counts[under] ?? 0];
    const value = denominator === 0 ? null : Math.round((numerator / denominator) * every * 10) / 10;
    return { measure, value, numerator, denominator };
  });
}

/** `77`, `81.5 % (217 of 267)`, `26.4 per 10,000 (151 of 57,205)`, `Nothing to count`. */
export function sayValue({ measure, value, numerator, denominator }: Figure): string {
  if (value === null) return 'Nothing to count';
  const says = {
    count: () => value.toLocaleString('en-GB'),
    share: () => `${value.toFixed(1)} % (${numerator} of ${denominator})`,
    rate: () => `${value.toFixed(1)} per 10,000 (${numerator} of ${denominator?.toLocaleString('en-GB')})`,
  };
  return says[measure.kind]();
}

/** What stops two periods being set side by side: they are not the same length. */
export function unequalBases(one: Period, other: Period): boolean {
  return Math.abs(daysBetween(one.from, one.to) - daysBetween(other.from, other.to)) > 1;
}
