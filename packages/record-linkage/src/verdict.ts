import { chanceOf } from './expectation-maximisation.ts';
import type { Weighed } from './weigh-pairs.ts';

/** `review` is for clerical review: a person looks. */
export type Verdict = 'same' | 'review';
export type Thresholds = { same: number; review: number; expectedWrong: number };

/** Of a thousand pairs called the same, fewer than one may be wrong. Half of that is kept for what the parts share. */
const WRONG = 1 / 2000;
/** Never below 250 to one, whatever the rest of the file is like. */
const LEAST_SAME = 8;
/** One in thirty: below that a person's time is better spent elsewhere. */
const LEAST_REVIEW = -5;

/** From pairs by weight, heaviest first: as far down as what is expected to be wrong among all of them allows. */
export function setThresholds(pairs: readonly Weighed[]): Thresholds {
  const found: Thresholds = { same: Number.POSITIVE_INFINITY, review: LEAST_REVIEW, expectedWrong: 0 };
  let [wrong, all] = [0, 0];
  for (const { weight, twin } of pairs) {
    if (weight < LEAST_SAME) break;
    if (twin) continue;
    wrong += 1 - chanceOf(weight);
    all++;
    if (wrong / all > WRONG) continue;
    found.same = weight;
    found.expectedWrong = wrong / all;
  }
  return found;
}

/** What may be twins is never called the same, whatever the rest of the file is like: a person looks. */
export function verdictOf({ weight, twin }: Weighed, { same, review }: Thresholds): Verdict | undefined {
  if (weight >= same && !twin) return 'same';
  return weight >= review ? 'review' : undefined;
}
