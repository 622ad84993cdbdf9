import { sayCount } from '@throughline/commands';
import { visitCandidates } from './blocking.ts';
import { countFullNames, countNamesakes, keepCompany } from './company.ts';
import { compare } from './compare.ts';
import { People } from './disjoint-sets.ts';
import { learn, weighPattern, weighPatternAgainst } from './expectation-maximisation.ts';
import { type Knowledge, type Model, makeModel, weighParts, weighWhole } from './fellegi-sunter.ts';
import { houseKnowledge } from './house-model.ts';
import { type Levels, parts } from './parts.ts';
import { levelsOf, type Pattern, patternOf } from './patterns.ts';
import type { Prepared } from './prepare.ts';
import { countStrangers, countValues, sharesIn } from './term-frequency.ts';

/** `twin`: but for the given name, or for a number that is one's own, it would be one person. */
export type Weighed = { left: number; right: number; weight: number; twin: boolean };
type Weighing = { pairs: Weighed[]; compared: number };
export type Progress = (sentence: string) => void;

/**
 * Least weight against strangers of a pair that is kept at all, by what is known before the file is counted. Brothers
 * and sisters stay: how many there are is learned from them.
 */
const HOPELESS = -16;
/** From which weight on two rows count as one person when the values of the file are counted. */
const UNDOUBTED = 4;
/** Least weight that can still be worth anybody's look. */
const LOOKED_AT = -10;

/**
 * Weighs every pair worth comparing by what the file itself teaches. `sides`: only pairs across two files. `modelOf`: what
 * is made of that knowledge; the bench makes less of it, to see what each part is worth.
 */
export function weighPairs(
  records: readonly Prepared[],
  sides: Uint8Array | undefined,
  progress: Progress,
  modelOf = makeModel,
): Weighing {
  const allPairs = countPairs(records.length, sides);
  const first: Knowledge = {
    ...houseKnowledge,
    odds: Math.min(0.1, records.length / 4 / allPairs),
    familyOdds: 1,
    share: () => undefined,
  };
  const kept = compareAll(records, sides, modelOf(first));
  progress(`${sayCount(kept.compared, 'pair')} compared; learning what agreement is worth…`);
  const rows = countValues(records, new People(records.length));
  const people = kept.likelyPeople(records, modelOf({ ...first, share: sharesIn(rows, houseKnowledge.other) }));
  const values = countValues(records, people);
  const strangers = countStrangers(records, people, values, houseKnowledge);
  const names = countFullNames(records, people);
  const before = { ...first, ...strangers, namesakes: countNamesakes(names) };
  const known = learn(kept.patterns(), before, allPairs, modelOf);
  const share = sharesIn(values, strangers.other);
  const company = keepCompany(names, (given) => share('given', given) ?? 0);
  const model = modelOf({ ...known, share, company });
  progress('weighing the pairs…');
  return { pairs: kept.weigh(records, model), compared: kept.compared };
}

function countPairs(size: number, sides: Uint8Array | undefined): number {
  if (!sides) return Math.max(1, (size * (size - 1)) / 2);
  const second = sides.reduce((sum, side) => sum + side, 0);
  return Math.max(1, second * (size - second));
}

function compareAll(records: readonly Prepared[], sides: Uint8Array | undefined, model: Model): Kept {
  const kept = new Kept();
  const hopeful = new Map<Pattern, boolean>();
  visitCandidates(records, sides, (left, right) => {
    const [one, other] = [records[left], records[right]];
    if (!one || !other) return;
    kept.compared++;
    const { levels } = compare(one, other);
    const pattern = patternOf(levels);
    let isHopeful = hopeful.get(pattern);
    if (isHopeful === undefined) {
      isHopeful = weighPatternAgainst(levels, model).strangers > HOPELESS;
      hopeful.set(pattern, isHopeful);
    }
    if (isHopeful) kept.add(left, right, pattern);
  });
  return kept;
}

/** Pairs with some hope, packed: a file of 100,000 rows has millions. */
class Kept {
  compared = 0;
  #size = 0;
  #lefts = new Int32Array(1 << 16);
  #rights = new Int32Array(1 << 16);
  #patterns = new Float64Array(1 << 16);

  add(left: number, right: number, pattern: Pattern): void {
    if (this.#size === this.#lefts.length) this.#grow();
    this.#lefts[this.#size] = left;
    this.#rights[this.#size] = right;
    this.#patterns[this.#size] = pattern;
    this.#size++;
  }

  #grow(): void {
    const twice = <T extends { set(from: T): void }>(from: T, to: T) => {
      to.set(from);
      return to;
    };
    this.#lefts = twice(this.#lefts, new Int32Array(this.#size * 2));
    this.#rights = twice(this.#rights, new Int32Array(this.#size * 2));
    this.#patterns = twice(this.#patterns, new Float64Array(this.#size * 2));
  }

  patterns(): Map<Pattern, number> {
    const counts = new Map<Pattern, number>();
    for (const pattern of this.#patterns.subarray(0, this.#size)) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    return counts;
  }

  /** Those nobody would doubt, by what their values are worth in this file: forty children of one name are forty. */
  likelyPeople(records: readonly Prepared[], model: Model): People {
    const people = new People(records.length);
    for (const { left, right, weight } of this.weigh(records, model)) if (weight > UNDOUBTED) people.join(left, right);
    return people;
  }

  /** All of them with their values, heaviest first. */
  weigh(records: readonly Prepared[], model: Model): Weighed[] {
    const pairs: Weighed[] = [];
    const weigh = remember(model);
    for (let at = 0; at < this.#size; at++) {
      const [left, right] = [this.#lefts[at] ?? 0, this.#rights[at] ?? 0];
      const [one, other] = [records[left], records[right]];
      if (!one || !other || weigh(this.#patterns[at] ?? 0) < HOPELESS) continue;
      const comparison = compare(one, other);
      const weight = weighWhole(comparison.levels, weighParts(comparison, model), model);
      if (weight > LOOKED_AT) pairs.push({ left, right, weight, twin: mayBeTwins(comparison.levels) });
    }
    return pairs;
  }
}

/** Another given name without a number that is the same, or another number: surely somebody else may be meant. */
function mayBeTwins({ given, nhs, upn }: Levels): boolean {
  const isOtherName = given === parts.given.length && nhs !== 1 && upn !== 1;
  return isOtherName || nhs === parts.nhs.length || upn === parts.upn.length;
}

function remember(model: Model): (pattern: Pattern) => number {
  const weights = new Map<Pattern, number>();
  return (pattern) => {
    let weight = weights.get(pattern);
    if (weight === undefined) {
      weight = weighPattern(levelsOf(pattern), model);
      weights.set(pattern, weight);
    }
    return weight;
  };
}
