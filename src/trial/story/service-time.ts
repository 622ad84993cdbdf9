import { addDays, londonDay, londonMoment, type PlainDate } from '../../platform/kernel/index.ts';
import { countsFrom, openingOn } from '../../platform/service-hours.ts';
import type { Chance } from './chance.ts';

/** A moment on this day between two times, to the minute. */
export function someTime(chance: Chance, day: PlainDate, from: string, to: string): Date {
  const [least, most] = [londonMoment(day, from), londonMoment(day, to)];
  return new Date(least.getTime() + chance.between(0, (most.getTime() - least.getTime()) / MINUTE) * MINUTE);
}

/** The part of the way, in hours of service, from one moment to a later one: nobody screens at night. */
export function partWay(from: Date, to: Date, share: number): Date {
  const start = countsFrom(from);
  const spans = openSpans(start, to);
  let left = spans.reduce((sum, [opens, closes]) => sum + closes - opens, 0) * share;
  for (const [opens, closes] of spans) {
    if (left <= closes - opens) return new Date(Math.round((opens + left) / MINUTE) * MINUTE);
    left -= closes - opens;
  }
  return to;
}

function openSpans(from: Date, to: Date): [number, number][] {
  const spans: [number, number][] = [];
  const last = londonDay(to);
  for (let day = londonDay(from); day <= last; day = addDays(day, 1)) {
    const open = openingOn(day);
    if (!open) continue;
    const opens = Math.max(londonMoment(day, open.opens).getTime(), from.getTime());
    const closes = Math.min(londonMoment(day, open.closes).getTime(), to.getTime());
    if (closes > opens) spans.push([opens, closes]);
  }
  return spans;
}

const MINUTE = 60_000;
