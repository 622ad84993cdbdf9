import type { Known, Seen } from './attack/seen.ts';
import { type JointCell, join } from './joined.ts';
import { DECIMALS, print, shareOf } from './printed.ts';
import type { Profile } from './profile.ts';
import type { Protected } from './publication.ts';

/** What a reader of all these releases has in front of them, and the cells they cannot read. */
export type Reading = { seen: Seen; hidden: JointCell[] };

/** One for each kind of record counted. A cell hidden in one release and shown in another is not hidden. */
export function readingOf(releases: readonly Protected[]): Reading[] {
  const profiles = new Map(releases.map(({ id, profile }) => [id, profile]));
  return join(releases).map(({ attributes, cells }) => {
    const hidden = cells.filter(({ state }) => state === 'hidden');
    const shown = cells
      .filter(({ state }) => state === 'shown')
      .map((cell) => knownOf(cell, profiles.get(cell.release)));
    return { seen: { attributes, known: shown, sought: hidden.map(({ where }) => where) }, hidden };
  });
}

/** A printed percentage or rate is a count again where its base is known, and else a share of a base to be found. */
function knownOf({ where, value, percentOf, rate }: JointCell, profile: Profile | undefined): Known {
  if ((!percentOf && !rate) || (profile && profile.rounding > 1)) return { where, ...countsBehind(value, profile) };
  const [per, base] = rate ? [rate.per, rate.population] : [100, percentOf?.count ?? 0];
  const printed = shareOf(value, base, per);
  // A printed 0 is a true zero, whatever it is a share of.
  if (value === 0) return { where, least: 0, most: 0 };
  if (percentOf && !percentOf.shown) {
    const half = 0.5 * 10 ** -DECIMALS;
    return { where, base: percentOf.where, least: (printed - half) / per, most: (printed + half) / per };
  }
  const { least, most } = countsOfShare(printed, DECIMALS, base, per) ?? { least: value, most: value };
  // What is not 0 and rounds to 0 is printed as low.
  return { where, least: Math.max(least, Math.min(value, 1)), most };
}

/** The counts that would have been printed the same. */
function countsBehind(value: number, profile: Profile | undefined): { least: number; most: number } {
  if (!profile || profile.rounding === 1) return { least: value, most: value };
  const same = Array.from({ length: 2 * profile.rounding + 1 }, (_, at) => value - profile.rounding + at).filter(
    (count) => count >= 0 && print(count, false, profile) === print(value, false, profile),
  );
  return { least: Math.min(...same), most: Math.max(...same) };
}

/** The counts a printed percentage or rate of a known base can stand for; none if no whole number rounds to it. */
export function countsOfShare(
  printed: number,
  decimals: number,
  base: number,
  per = 100,
): { least: number; most: number } | undefined {
  const half = 0.5 * 10 ** -decimals;
  const least = Math.ceil(((printed - half) / per) * base - 1e-9);
  const most = Math.floor(((printed + half) / per) * base + 1e-9);
  return least <= most ? { least: Math.max(0, least), most } : undefined;
}
