import { type PlainDate, sayDay } from '../kernel/index.ts';
import type { Trouble } from './settle.ts';

export type Dated<T> = { column: keyof T & string; day: PlainDate | undefined; called: string };

/** What is recorded has happened: a day after today cannot be right. */
export function ifInFuture<T>(today: PlainDate, ...dated: Dated<T>[]): Trouble<T>[] {
  return dated.flatMap(({ column, day }) =>
    day && day > today
      ? [{ column, problem: `is after ${sayDay(today)}, the day of this import`, remedy: 'Correct the date.' }]
      : [],
  );
}

/** The trouble stands at the later event, since that is the one people find first. */
export function ifOutOfOrder<T>(earlier: Dated<T>, later: Dated<T>): Trouble<T>[] {
  if (!earlier.day || !later.day || later.day >= earlier.day) return [];
  const problem = `is before ${earlier.called}, ${sayDay(earlier.day)}`;
  return [{ column: later.column, problem, remedy: `Correct this date or ${earlier.called}.` }];
}

export type Overlaps = (
  who: string,
  from: PlainDate,
  until: PlainDate | undefined,
) => { from: PlainDate; until: PlainDate | undefined } | undefined;

/**
 * Remembers periods as they come (in force from the first day up to, and not on, the last) and answers the one a new
 * period runs into. A period that begins on the same day is the same event, which `settle` judges.
 */
export function findOverlaps(): Overlaps {
  const held = new Map<string, { from: PlainDate; until: PlainDate | undefined }[]>();
  return (who, from, until) => {
    const periods = held.get(who) ?? [];
    const other = periods.find(
      (one) => one.from !== from && (!one.until || one.until > from) && (!until || until > one.from),
    );
    if (!other) held.set(who, [...periods, { from, until }]);
    return other;
  };
}

export function sayPeriod({ from, until }: { from: PlainDate; until: PlainDate | undefined }): string {
  return until ? `from ${sayDay(from)} to ${sayDay(until)}` : `from ${sayDay(from)}, not ended`;
}
