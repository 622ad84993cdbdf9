import { daysBetween, type Period, sayCount } from '../../platform/kernel/index.ts';
import { bases, type Of, periodOf, sayWhen } from './comparator.ts';
import type { Series } from './series.ts';

/** A figure as somebody reads it in a table: whose it is, and of when. */
export type Placed = Of & { who: string };

/**
 * What stops ours being read straight beside the others, one sentence each. Nothing is hidden:
 * the reader is told.
 */
export function sayUnlike(ours: Placed, others: readonly Placed[]): string[] {
  const byKind = Map.groupBy(others, ({ basis, since, asAt }) => [basis, since, asAt].join());
  return [...byKind.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const reasons = [whenOf(ours, first), basisOf(ours, first)].filter((reason) => reason !== undefined);
    if (reasons.length === 0) return [];
    const who = alike.length === 1 ? first.who : `${first.who} and ${sayCount(alike.length - 1, 'other')}`;
    return [`${ours.who}: ${say(ours)}; ${who}: ${say(first)}. ${reasons.join(', and ')}.`];
  });
}

const say = (of: Of) => `${bases[of.basis]}, ${sayWhen(of)}`;

function basisOf(ours: Of, other: Of): string | undefined {
  return ours.basis === other.basis ? undefined : 'a live figure still changes, so a small difference may be nothing';
}

const A_MONTH = 31;
function whenOf(ours: Of, other: Of): string | undefined {
  if ((ours.since === null) !== (other.since === null))
    return 'One is how many there are on a day, the other how many there were in a period';
  const [one, two] = [periodOf(ours), periodOf(other)];
  if (ours.since === null) {
    const days = Math.abs(daysBetween(one.to, two.to));
    return days > A_MONTH ? `The two days lie ${Math.round(days / 30.4)} months apart` : undefined;
  }
  if (one.from === two.from && one.to === two.to) return undefined;
  if (Math.abs(daysBetween(one.from, one.to) - daysBetween(two.from, two.to)) > 1)
    return 'The periods are not of one length, so the numbers are not to be compared';
  const [first, second] = [yearOf(one), yearOf(two)];
  if (first !== second) return `One is of ${first} and the other of ${second}: not the same months`;
  return `One is of ${sayPeriod(one)} and the other of ${sayPeriod(two)}`;
}

function yearOf(period: Period): string {
  const { from, to } = period;
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return 'the calendar year';
  return from.endsWith('-04-01') && to.endsWith('-03-31') ? 'the financial year' : sayPeriod(period);
}

const sayPeriod = ({ from, to }: Period): string => sayWhen({ since: from, asAt: to }).replace(/^year/, 'the year');

/** Shares that are not of one whole, and a share beside a rate, which can point opposite ways. */
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
          'A share and a rate answer two questions: an area with many plans can have a low share and a high rate at once, so say which of the two is meant.',
        ]
      : []),
  ];
}
