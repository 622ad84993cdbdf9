import {
  type Chances,
  type Knowledge,
  type Model,
  makeModel,
  weighAgainst,
  weighParts,
  weighWhole,
} from './fellegi-sunter.ts';
import { houseKnowledge } from './house-model.ts';
import { forEachPart, type Levels, type Part, partNames } from './parts.ts';
import { levelsOf, type Pattern } from './patterns.ts';
import { sharesOf } from './term-frequency.ts';

/** So many pairs of one person the documented chances count for beside those of the file. */
const DOCUMENTED = 20;
const ROUNDS = 40;
const MOST_DIFFERENT = 0.15;

/**
 * Expectation-maximisation: weigh every pattern, take each pair for one person as far as its weight says, count again
 * how often one person's records agree, and so on until nothing moves. How often strangers agree is counted, not
 * learned, since nearly all pairs are strangers.
 */
export function learn(
  patterns: ReadonlyMap<Pattern, number>,
  known: Knowledge,
  allPairs: number,
  modelOf = makeModel,
): Knowledge {
  const sorted = [...patterns].sort(([one], [other]) => one - other);
  const met = sorted.map(([pattern, count]) => ({ levels: levelsOf(pattern), count }));
  let now = known;
  for (let round = 0; round < ROUNDS; round++) {
    const next = learnOnce(met, now, modelOf(now), allPairs);
    const moved = Math.abs(Math.log2(next.odds / now.odds));
    now = next;
    if (moved < 0.0005) break;
  }
  return now;
}

type Met = { levels: Levels; count: number };

function learnOnce(met: readonly Met[], known: Knowledge, model: Model, allPairs: number): Knowledge {
  const counts = forEachPart((part) => [0, ...houseKnowledge.same[part].map((chance) => chance * DOCUMENTED)]);
  let [same, sameTold, families] = [0, 0, 0];
  for (const { levels, count } of met) {
    const chances = chancesOf(levels, model);
    const chance = count * chances.same;
    same += chance;
    if (tellsFamilies(levels)) {
      sameTold += chance;
      families += count * chances.family;
    }
    for (const part of partNames) counts[part][levels[part]] = (counts[part][levels[part]] ?? 0) + chance;
  }
  return {
    ...known,
    same: forEachPart((part) => bound(part, sharesOf(counts[part]))) satisfies Chances,
    odds: Math.max(same, 1) / allPairs,
    familyOdds: (families + DOCUMENTED) / (sameTold + DOCUMENTED),
  };
}

/**
 * One person's records seldom have another given name. Without this bound the brothers and sisters of a large file,
 * three times as many as its doubles, can end up learned as what one person looks like.
 */
function bound(part: Part, shares: readonly number[]): readonly number[] {
  const last = shares.at(-1) ?? 0;
  if (part !== 'given' || last <= MOST_DIFFERENT) return shares;
  const others = (1 - MOST_DIFFERENT) / (1 - last);
  return shares.map((share, at) => (at === shares.length - 1 ? MOST_DIFFERENT : share * others));
}

/** Brothers and sisters are told by their home and telephone: where neither is written nobody learns how many there are. */
const tellsFamilies = ({ line, postcode, phone, email }: Levels) => line + postcode + phone + email > 0;

function chancesOf(levels: Levels, model: Model): { same: number; family: number } {
  const against = weighPatternAgainst(levels, model);
  const [strangers, family] = [2 ** -against.strangers, 2 ** -against.family];
  const all = 1 + strangers + family;
  return { same: 1 / all, family: family / all };
}

/** Without the values: how rare they are is brought in when the pair itself is weighed. */
export function weighPattern(levels: Levels, model: Model): number {
  return weighWhole(levels, weighParts({ levels, shared: {}, alias: false }, model), model);
}

export function weighPatternAgainst(levels: Levels, model: Model) {
  return weighAgainst(levels, weighParts({ levels, shared: {}, alias: false }, model), model);
}

export const chanceOf = (weight: number): number => 1 / (1 + 2 ** -weight);
