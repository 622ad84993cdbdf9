import { daysBetween, type PlainDate } from '../../platform/kernel/index.ts';
import { bases, type Of, periodOf, sayWhen, unitKinds } from './comparator.ts';
import type { Series } from './series.ts';

/** A figure as somebody reads it in a table: whose it is, and of when. */
export type Placed = Of & { who: string };

/**
 * What stops ours being read straight beside the others, one sentence each (domain.md 15, Q11, Q16). Nothing is hidden:
 * the reader is told.
 */
export function sayUnlike(ours: Placed, others: readonly Placed[]): string[] {
  const known = new Set<string>();
  return others.flatMap((other) => {
    const kind = [other.basis, other.since, other.asAt].join();
    if (known.has(kind)) return [];
    known.add(kind);
    const both = [ours.basis !== other.basis ? basisOf(ours, other) : undefined, whenOf(ours, other)];
    return both.filter((sentence) => sentence !== undefined);
  });
}

function basisOf(ours: Placed, other: Placed): string {
  return `${ours.who} is ${bases[ours.basis]} (${sayWhen(ours)}) and ${other.who} is ${bases[other.basis]} (${sayWhen(other)}): a live figure still changes, so a small difference may be nothing.`;
}

function whenOf(ours: Placed, other: Placed): string | undefined {
  if ((ours.since === null) !== (other.since === null))
    return `${ours.who} is ${sayWhen(ours)} and ${other.who} ${sayWhen(other)}: one is how many there are on a day, the other how many there were in a period.`;
  if (ours.since === null || other.since === null)
    return ours.asAt === other.asAt ? undefined : apart(ours, other, Math.abs(daysBetween(ours.asAt, other.asAt)));
  const [one, two] = [periodOf(ours), periodOf(other)];
  if (one.from === two.from && one.to === two.to) return undefined;
  const lengths = Math.abs(daysBetween(one.from, one.to) - daysBetween(two.from, two.to));
  if (lengths > 1)
    return `${ours.who} is of ${sayWhen(ours)} and ${other.who} of ${sayWhen(other)}: the periods are not of one length, so the numbers are not to be compared.`;
  return `${ours.who} is of the ${calendar(one.to)} (${sayWhen(ours)}) and ${other.who} of the ${calendar(two.to)} (${sayWhen(other)}): the periods are not the same months.`;
}

const A_MONTH = 31;
function apart(ours: Placed, other: Placed, days: number): string | undefined {
  if (days <= A_MONTH) return undefined;
  const months = Math.round(days / 30.4);
  return `${ours.who} is ${sayWhen(ours)} and ${other.who} ${sayWhen(other)}: they lie ${months} months apart.`;
}

const calendar = (to: PlainDate) =>
  to.endsWith('-12-31') ? 'calendar year' : to.endsWith('-03-31') ? 'financial year' : 'twelve months';

/** Shares that are not of one whole, and a share beside a rate, which can point opposite ways (domain.md 15, Q17-Q19). */
export function sayUnlikeSeries(all: readonly Series[]): string[] {
  const shares = all.filter(({ unit }) => unit === 'share');
  const wholes = [...Map.groupBy(shares, ({ whole }) => whole).values()].flatMap(([first]) => first ?? []);
  const [first, ...others] = wholes;
  const hasBoth = shares.length > 0 && all.some(({ unit }) => unit === 'rate');
  return [
    ...others.map(
      (other) =>
        `“${first?.label}” is a share of ${first?.whole} and “${other.label}” of ${other.whole}: they are not parts of one whole.`,
    ),
    ...(hasBoth
      ? [
          `A ${unitKinds.share} and a ${unitKinds.rate} answer two questions: an area with many plans can have a low share and a high rate at once, so say which of the two is meant.`,
        ]
      : []),
  ];
}
