import type { Alike } from '../joined.ts';
import { attributesIn, type Where } from '../where.ts';
import { type Variables, variablesOf } from './variables.ts';

/** A sum of records that a publication makes, before and after it is decided whether to show it. */
export type Said = {
  where: Where;
  value: number;
  /** Must not be learnt. */
  small: boolean;
  /** Of the release it is small in. */
  threshold?: number;
  /** All of its row are in it: that there is nobody beside them must not be learnt. */
  whole?: boolean;
  /** What earlier releases showed or hid stands; what no table prints is hidden from the start. */
  state: 'shown' | 'hidden' | 'undecided';
  rank: 'cell' | 'margin' | 'grand total';
};

/** All that is said of the same records: shown or hidden together. */
export type Fact = Omit<Said, 'where' | 'threshold'> & {
  /** Of the releases it is small in. */
  thresholds: number[];
  said: number[];
  attributes: string[];
  /** An earlier release hid it: hidden again unless there is reason to show it. */
  wasHidden: boolean;
};

export type Facts = { facts: Fact[]; variables: Variables; records: readonly Alike[] };

/** Cells of different tables that count the same records are one fact. */
export function factsOf(
  attributes: Readonly<Record<string, readonly string[]>>,
  records: readonly Alike[],
  said: readonly Said[],
): Facts {
  const {
    true: counts,
    sums,
    ties,
    met,
  } = variablesOf(
    attributes,
    records,
    said.map(({ where }) => where),
  );
  const known = new Map<string, Fact>();
  const kept: Int32Array[] = [];
  said.forEach(({ where, ...one }, at) => {
    const sum = sums[at] ?? new Int32Array();
    const name = sum.join(' ');
    const fact = known.get(name);
    if (fact) merge(fact, one, at);
    else {
      const thresholds = one.threshold === undefined ? [] : [one.threshold];
      const wasHidden = one.state === 'hidden';
      known.set(name, { ...one, thresholds, said: [at], attributes: attributesIn(where), wasHidden });
      kept.push(sum);
    }
  });
  const facts = [...known.values()];
  const first = new Map(facts.map(({ said: [cell = -1] }, at) => [cell, at]));
  const metFacts: Variables['met'] = (one) => met(one).flatMap((cell) => first.get(cell) ?? []);
  return { facts, records, variables: { true: counts, sums: kept, ties, met: metFacts } };
}

const ranks = ['cell', 'margin', 'grand total'];

function merge(fact: Fact, one: Omit<Said, 'where'>, at: number): void {
  fact.said.push(at);
  if (one.threshold !== undefined) fact.thresholds.push(one.threshold);
  fact.small ||= one.small;
  if (one.whole) fact.whole = true;
  fact.wasHidden ||= one.state === 'hidden';
  if (ranks.indexOf(one.rank) > ranks.indexOf(fact.rank)) fact.rank = one.rank;
  if (one.state === 'shown' || fact.state === 'shown') fact.state = 'shown';
  else if (one.state === 'undecided' || fact.state === 'undecided') fact.state = 'undecided';
}
