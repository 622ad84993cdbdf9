import type { Where } from '../where.ts';

/** All that a reader has in front of them, and what they would like to know. No hidden value is in it. */
export type Seen = {
  /** Every value an attribute can have: classifications are public. */
  attributes: Readonly<Record<string, readonly string[]>>;
  known: readonly Known[];
  sought: readonly Where[];
};

/** A printed figure: the count lies between `least` and `most`; for a share, count ÷ base does. */
export type Known = { where: Where; least: number; most: number; base?: Where };

export type Interval = { low: number; high: number };

/** The attack could not be carried through: the release is refused, never passed. */
export class NotSolved extends Error {}
