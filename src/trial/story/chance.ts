/** Repeatable chance: the same seed tells the same story on every machine. Nothing in the story asks the clock. */
export type Chance = {
  /** From 0 up to, never reaching, 1. */
  next(): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  shuffle<T>(from: readonly T[]): T[];
  some<T>(from: readonly T[], count: number): T[];
};

const SEED = 20_240_130;

/** A stream of its own for each part of the story, so that a change in one part leaves the others as they were. */
export function chanceFor(part: string): Chance {
  let state = SEED;
  for (const letter of part) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x9e3779b1) >>> 0;
  return chanceFrom(() => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  });
}

function chanceFrom(next: () => number): Chance {
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const shuffle = <T>(from: readonly T[]): T[] => {
    const mixed = [...from];
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = between(0, at);
      [mixed[at], mixed[other]] = [itemAt(mixed, other), itemAt(mixed, at)];
    }
    return mixed;
  };
  return {
    next,
    between,
    happens: (share) => next() < share,
    pick: (from) => itemAt(from, between(0, from.length - 1)),
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return itemAt(from, from.length - 1)[0];
    },
    shuffle,
    some: (from, count) => shuffle(from).slice(0, count),
  };
}

/** The item at a place that must exist. */
export function itemAt<T>(from: readonly T[], place: number): T {
  const found = from[place];
  if (found === undefined) throw new RangeError(`nothing at ${place} of ${from.length}`);
  return found;
}

/** The items under each key, in the order they come. (`Map.groupBy` is newer than the oldest Node we run on.) */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
