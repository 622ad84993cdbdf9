import { dayOf, type Period, type PlainDate, sayDay } from '../platform/kernel/index.ts';
import type { Attribute } from '../platform/module.ts';

/** A quarter of the calendar year that a period touches. */
type Quarter = { code: string; year: number; whole: Period };

/** In the order of the days. A period of more than a year touches one of a name more than once. */
function quartersOf({ from, to }: Period): Quarter[] {
  const quarters: Quarter[] = [];
  for (let [year, at] = [yearOf(from), quarterAt(from)]; ; at++) {
    if (at === 5) [year, at] = [year + 1, 1];
    const whole = { from: dayIn(year, 3 * at - 2, 1), to: dayIn(year, 3 * at, at === 1 || at === 4 ? 31 : 30) };
    if (whole.from > to) return quarters;
    quarters.push({ code: `q${at}`, year, whole });
  }
}

const yearOf = (day: PlainDate) => Number(day.slice(0, 4));
const quarterAt = (day: PlainDate) => Math.ceil(Number(day.slice(5, 7)) / 3);

function dayIn(year: number, month: number, day: number): PlainDate {
  const found = dayOf(year, month, day);
  if (!found) throw new RangeError(`no day ${year}-${month}-${day}`);
  return found;
}

/** Two quarters of one name would stand in one row. */
export function namesQuartersTwice(period: Period): boolean {
  const codes = quartersOf(period).map(({ code }) => code);
  return new Set(codes).size < codes.length;
}

/** The codes of the quarters that these days do not touch: nothing could be counted there, and no row stands for it. */
export function untouched(attribute: Attribute | undefined, days: Period): string[] {
  if (!attribute?.ofTheYear) return [];
  const touched = new Set(quartersOf(days).map(({ code }) => code));
  return Object.keys(attribute.values).filter((code) => !touched.has(code));
}

/** The rows of a table by quarter, in the order of the days, each with its year where the days lie in two. */
export function quarterRows({ values }: Attribute, days: Period): { name: string; label: string }[] {
  const quarters = quartersOf(days);
  const twoYears = new Set(quarters.map(({ year }) => year)).size > 1 && !namesQuartersTwice(days);
  const rows = quarters.map(({ code, year }) => {
    const name = values[code] ?? code;
    return { name, label: twoYears ? `${name} ${year}` : name };
  });
  // A release made before such periods were refused has one row for both of a name.
  return rows.filter(({ label }, at) => rows.findIndex((row) => row.label === label) === at);
}

/** A quarter that is not whole is not to be read beside whole ones. */
export function notesOnQuarters({ values }: Attribute, days: Period): string[] {
  return quartersOf(days).flatMap(({ code, year, whole }) => {
    const within = { from: later(days.from, whole.from), to: earlier(days.to, whole.to) };
    if (within.from === whole.from && within.to === whole.to) return [];
    return [`${values[code]} ${year} is not counted whole: only ${sayDay(within.from)} to ${sayDay(within.to)}.`];
  });
}

const earlier = (one: PlainDate, other: PlainDate) => [one, other].toSorted()[0] ?? one;
const later = (one: PlainDate, other: PlainDate) => [one, other].toSorted()[1] ?? one;
