import type { Fact, Facts } from './facts.ts';
import { type Alternative, loadSolver, Programme, total } from './programme.ts';

/** What a reader may not be able to do: find a small figure exactly, or find it at or below the threshold. */
export type Rule = { against: 'exact' } | { against: 'threshold'; threshold: number };

export type Suppressed = {
  hidden: boolean[];
  /** Small facts that nothing left to hide can guard: earlier releases give them away. */
  unguarded: number[];
  programmes: number;
};

/**
 * One small fact after another is given another table a reader could believe, moving as little that is shown as can be;
 * what moves is hidden (after Kelly, Golden and Assad, Cell suppression, 1992). Then whatever turns out not to be needed
 * is shown again. The same input gives the same output.
 */
export async function suppress({ facts, variables }: Facts, rule: Rule): Promise<Suppressed> {
  const programme = new Programme(await loadSolver(), variables);
  try {
    return new Suppression(facts, variables.sums, variables.true, programme, rule).run();
  } finally {
    programme.dispose();
  }
}

class Suppression {
  readonly #facts: readonly Fact[];
  readonly #sums: readonly Int32Array[];
  readonly #truth: Int32Array;
  readonly #programme: Programme;
  readonly #rule: Rule;
  readonly #hidden: boolean[];
  readonly #seen: Alternative[] = [];
  readonly #unguarded: number[] = [];

  constructor(
    facts: readonly Fact[],
    sums: readonly Int32Array[],
    truth: Int32Array,
    programme: Programme,
    rule: Rule,
  ) {
    this.#facts = facts;
    this.#sums = sums;
    this.#truth = truth;
    this.#programme = programme;
    this.#rule = rule;
    this.#hidden = facts.map(({ state, small, wasHidden }) => state !== 'shown' && (small || wasHidden));
  }

  run(): Suppressed {
    this.#facts.forEach((_, at) => {
      this.#programme.price(at, this.#costOf(at));
    });
    for (const at of this.#targets()) if (!this.#isGuarded(at)) this.#guard(at);
    this.#showAgain();
    return { hidden: this.#hidden, unguarded: this.#unguarded, programmes: this.#programme.solved };
  }

  #targets(): number[] {
    const small = this.#facts.flatMap(({ small }, at) => (small && this.#hidden[at] ? [at] : []));
    return small.toSorted((a, b) => (this.#facts[b]?.value ?? 0) - (this.#facts[a]?.value ?? 0) || a - b);
  }

  #costOf(at: number): number {
    const fact = this.#facts[at];
    if (!fact || this.#hidden[at]) return 0;
    if (fact.state === 'shown') return Number.POSITIVE_INFINITY;
    const size = Math.log2(1 + fact.value) + 1;
    return size * (fact.rank === 'cell' ? (fact.value === 0 ? 30 : 1) : fact.rank === 'margin' ? 50 : 5000);
  }

  /** How far a target must be able to move, either way that will do. */
  #moves(at: number): number[] {
    const value = this.#facts[at]?.value ?? 0;
    if (this.#rule.against === 'exact') return value > 0 ? [1, -1] : [1];
    return [Math.max(this.#rule.threshold, value) + 1 - value];
  }

  #isGuarded(at: number): boolean {
    return this.#seen.some((table) => this.#guards(table, at) && this.#agrees(table));
  }

  #guards({ counts }: Alternative, at: number): boolean {
    const moved = this.#moved(counts, at);
    return this.#moves(at).some((by) => (by > 0 ? moved >= by : moved <= by));
  }

  #moved(counts: Int32Array, at: number): number {
    const sum = this.#sums[at];
    return sum ? total(sum, counts) - total(sum, this.#truth) : 0;
  }

  /** Does it say the same as everything shown? */
  #agrees({ counts }: Alternative): boolean {
    return this.#facts.every((_, at) => this.#hidden[at] || this.#moved(counts, at) === 0);
  }

  #guard(at: number): void {
    const found = this.#moves(at).flatMap((by) => this.#programme.move(at, by) ?? []);
    const best = found.toSorted((a, b) => a.cost - b.cost)[0];
    if (!best) {
      this.#unguarded.push(at);
      return;
    }
    this.#seen.push(best);
    this.#facts.forEach((_, other) => {
      if (!this.#hidden[other] && this.#moved(best.counts, other) !== 0) this.#set(other, true);
    });
  }

  #set(at: number, hidden: boolean): void {
    this.#hidden[at] = hidden;
    this.#programme.price(at, this.#costOf(at));
  }

  /** Largest first: a total shown is worth more to the reader than a cell. */
  #showAgain(): void {
    const guards = this.#facts
      .flatMap(({ small, state }, at) => (!small && state === 'undecided' && this.#hidden[at] ? [at] : []))
      .toSorted((a, b) => (this.#facts[b]?.value ?? 0) - (this.#facts[a]?.value ?? 0) || a - b);
    if (guards.length === 0) return;
    this.#facts.forEach((_, at) => {
      if (!this.#hidden[at]) this.#programme.price(at, Number.POSITIVE_INFINITY);
    });
    const targets = this.#targets().filter((at) => !this.#unguarded.includes(at));
    for (const at of guards) {
      this.#hidden[at] = false;
      this.#programme.price(at, Number.POSITIVE_INFINITY);
      if (!targets.every((target) => this.#isGuarded(target) || this.#findAnother(target))) this.#set(at, true);
    }
  }

  #findAnother(at: number): boolean {
    for (const by of this.#moves(at)) {
      const table = this.#programme.move(at, by);
      if (!table) continue;
      this.#seen.push(table);
      return true;
    }
    return false;
  }
}
