import { makeModel } from './fellegi-sunter.ts';
import type { Person } from './read-file.ts';
import { setThresholds, type Thresholds, type Verdict, verdictOf } from './verdict.ts';
import { type Progress, weighPairs } from './weigh-pairs.ts';

export type Matched = { left: string; right: string; weight: number; verdict: Verdict };
export type Matching = { pairs: Matched[]; thresholds: Thresholds; compared: number };

/**
 * The likely pairs in one file, or across two, heaviest first. Neither the order of rows or files nor the ids play a
 * part: the people are put in an order of what they say before anything is counted.
 */
export function matchPeople(
  file: readonly Person[],
  others: readonly Person[] | undefined,
  progress: Progress,
  modelOf = makeModel,
): Matching {
  const sorted = [
    ...file.map((person) => ({ ...person, side: 0 })),
    ...(others ?? []).map((person) => ({ ...person, side: 1 })),
  ]
    .map((person) => ({ ...person, says: JSON.stringify(person.prepared) }))
    .sort((one, other) => (one.says < other.says ? -1 : one.says > other.says ? 1 : 0));
  const sides = others && Uint8Array.from(sorted, ({ side }) => side);
  const weighed = weighPairs(
    sorted.map(({ prepared }) => prepared),
    sides,
    progress,
    modelOf,
  );
  const byWeight = weighed.pairs
    .map((pair) => ({ ...pair, weight: Math.round(pair.weight * 100) / 100 }))
    .sort((one, other) => other.weight - one.weight);
  const thresholds = setThresholds(byWeight);
  const pairs = byWeight.flatMap((pair): Matched[] => {
    const { left, right, weight } = pair;
    const verdict = verdictOf(pair, thresholds);
    const [one, other] = [sorted[left], sorted[right]];
    if (!verdict || !one || !other) return [];
    const isFirst = others ? one.side === 0 : one.id < other.id;
    return [{ left: (isFirst ? one : other).id, right: (isFirst ? other : one).id, weight, verdict }];
  });
  pairs.sort(
    (one, other) =>
      other.weight - one.weight || compareText(one.left, other.left) || compareText(one.right, other.right),
  );
  return { pairs, thresholds, compared: weighed.compared };
}

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
