import type { PlainDate } from '../platform/kernel/index.ts';
import type { TimelineEntry } from '../platform/module.ts';
import { type Status, sayStatusMore, statusKinds } from './status.ts';

/** A status begins and, when it has ended, ends. */
export function statusEntries(statuses: readonly Status[]): TimelineEntry[] {
  return statuses.flatMap((status) => {
    const more = sayStatusMore(status);
    const begins = { on: status.since, says: `${statusKinds[status.kind]} began`, ...(more && { detail: more }) };
    return status.endedOn ? [begins, { on: status.endedOn, says: `${statusKinds[status.kind]} ended` }] : [begins];
  });
}

export type TimelineYear = { year: string; entries: TimelineEntry[] };

/** The latest first, by year. The rooms tell a day as it went, the ground floor before those that build on it. */
export function byYear(entries: readonly TimelineEntry[]): TimelineYear[] {
  const newestFirst = entries.toReversed().sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const years = Map.groupBy(newestFirst, ({ on }) => yearOf(on));
  return [...years].map(([year, found]) => ({ year, entries: found }));
}

const yearOf = (day: PlainDate) => day.slice(0, 4);
