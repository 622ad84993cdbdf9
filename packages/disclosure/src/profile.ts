/**
 * How figures are made fit for a kind of reader. Data, so that a partnership can keep its own; the numbers are those in
 * use by publishers of health and school statistics. The threshold counts distinct people, whatever unit is printed.
 */
export type Profile = {
  id: string;
  title: string;
  /** Cells with 1 to this many people behind them are hidden; 0 hides none. */
  threshold: number;
  /** Shown counts are rounded to the nearest multiple; 1 leaves them. */
  rounding: number;
  /** A count of nobody is printed as a true zero, or hidden with the small ones. */
  zero: 'shown' | 'hidden';
  /** A row whose people all fall in one cell says the same of each of them. */
  wholeGroups: 'let be' | 'warn' | 'protect';
};

export const profiles = {
  internal: {
    id: 'internal',
    title: 'Internal, operational',
    threshold: 0,
    rounding: 1,
    zero: 'shown',
    wholeGroups: 'let be',
  },
  partnership: {
    id: 'partnership',
    title: 'Partnership',
    threshold: 5,
    rounding: 1,
    zero: 'shown',
    wholeGroups: 'warn',
  },
  public: { id: 'public', title: 'Public', threshold: 5, rounding: 1, zero: 'shown', wholeGroups: 'warn' },
  // A provider knows who its clients are: what is so of all of a row is so of each of them.
  provider: {
    id: 'provider',
    title: 'Provider report',
    threshold: 7,
    rounding: 5,
    zero: 'shown',
    wholeGroups: 'protect',
  },
} as const satisfies Record<string, Profile>;

/** Is a cell small: must its figure not be learnt? */
export function isSmall(people: number, profile: Profile): boolean {
  if (profile.threshold === 0) return false;
  return people === 0 ? profile.zero === 'hidden' : people <= profile.threshold;
}
