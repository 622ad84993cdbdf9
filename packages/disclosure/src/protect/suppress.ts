import { CycleCancelling } from './cycles.ts';
import { type Moved, Swaps } from './data-swapping.ts';
import type { Fact, Facts } from './facts.ts';
import { type Alternative, isWhole, loadSolver, Programme, total } from './programme.ts';
import type { Rule, Suppressed } from './rule.ts';
import { twoWayOf } from './two-way.ts';

/** Above so many variables, branching for whole numbers takes longer than an officer waits. */
const BRANCHED = 600;
/** Above so many facts a table of rows and columns is protected by paths; below, programmes hide a little less. */
const MANY = 800;

/**
 * Secondary suppression: one small fact after another is given another table a reader could believe, moving as little that is shown as can be;
 * what moves is hidden (after Kelly, Golden and Assad, Cell suppression, 1992). Then whatever turns out not to be needed
 * is shown again. The same input gives the same output.
 */
export async function suppress(known: Facts, rule: Rule): Promise<Suppressed> {
  const { facts, variables } = known;
  const network = facts.length > MANY ? twoWayOf(known) : undefined;
  if (network) return new CycleCancelling(network, facts, rule).run();
  const programme = new Programme(await loadSolver(), variables);
  try {
    return new Suppression(known, programme, rule).run();
  } finally {
    programme.dispose();
  }
}

const leastOf = (rule: Rule): number => (rule.against === 'threshold' ? rule.threshold : 0);

class Suppression {
  readonly #facts: readonly Fact[];
  readonly #sums: readonly Int32Array[];
  readonly #truth: Int32Array;
  readonly #programme: Programme;
  readonly #swaps: Swaps;
  readonly #rule: Rule;
  readonly #hidden: boolean[];
  /** Of each fact, what it must be possible to be more than. */
  readonly #goals: number[];
  readonly #seen: Moved[] = [];
  readonly #unguarded: number[] = [];

  constructor(known: Facts, programme: Programme, rule: Rule) {
    const { facts, variables } = known;
    this.#facts = facts;
    this.#sums = variables.sums;
    this.#truth = variables.true;
    this.#swaps = new Swaps(known);
    this.#programme = programme;
    this.#rule = rule;
    this.#goals = facts.map(({ thresholds }) => (thresholds.length > 0 ? Math.max(...thresholds) : leastOf(rule)));
    this.#hidden = facts.map(
      ({ state, small, whole, wasHidden }) => state !== 'shown' && (small || whole || wasHidden),
    );
  }

  run(): Suppressed {
    this.#facts.forEach((_, at) => {
      this.#programme.price(at, this.#costOf(at));
    });
    for (const at of this.#targets()) this.#guardAsFarAsCanBe(at);
    this.#showAgain();
    return { hidden: this.#hidden, unguarded: this.#unguarded, programmes: this.#programme.solved };
  }

  get #wide(): boolean {
    return this.#truth.length > BRANCHED;
  }

  #targets(): number[] {
    const small = this.#facts.flatMap(({ small, whole }, at) => ((small || whole) && this.#hidden[at] ? [at] : []));
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
    if (this.#isWholeOnly(at)) return [-1];
    if (this.#rule.against === 'exact') return value > 0 ? [1, -1] : [1];
    return [Math.max(this.#goals[at] ?? 0, value) + 1 - value];
  }

  /** It need not be larger to be guarded, only less than all. */
  #isWholeOnly(at: number): boolean {
    const fact = this.#facts[at];
    return fact?.whole === true && !fact.small;
  }

  #isGuarded(at: number): boolean {
    const moves = this.#moves(at);
    return this.#seen.some((proof) => {
      const moved = proof.get(at);
      if (moved === undefined || !moves.some((by) => (by > 0 ? moved >= by : moved <= by))) return false;
      return [...proof.keys()].every((other) => this.#hidden[other]);
    });
  }

  /** Which facts the other table changes, and by how much. */
  #proofOf({ counts }: Alternative): Moved {
    const proof: Moved = new Map();
    this.#sums.forEach((sum, at) => {
      const moved = total(sum, counts) - total(sum, this.#truth);
      if (Math.abs(moved) > 1e-6) proof.set(at, moved);
    });
    return proof;
  }

  /** Above the strictest threshold of the releases it is small in, unless an earlier release showed too much for that; then as far above the least. */
  #guardAsFarAsCanBe(at: number): void {
    const least = Math.min(leastOf(this.#rule), ...(this.#facts[at]?.thresholds ?? []));
    while (!this.#isGuarded(at) && !this.#guard(at)) {
      const goal = (this.#goals[at] ?? 0) - 1;
      if (goal < least) {
        this.#unguarded.push(at);
        return;
      }
      this.#goals[at] = goal;
    }
  }

  #guard(at: number): boolean {
    const trades = !this.#isWholeOnly(at);
    if (trades && this.#wide && (this.#trade(at, false) || this.#trade(at, true))) return true;
    const found = this.#moves(at).flatMap((by) => {
      const table = this.#programme.move(at, by);
      return table ? [{ by, table }] : [];
    });
    const best = found.toSorted((a, b) => a.table.cost - b.table.cost)[0];
    if (!best) return false;
    this.#hideMoved(best.table);
    if (isWhole(best.table)) this.#seen.push(this.#proofOf(best.table));
    else if (!trades || (!this.#trade(at, false) && !(this.#wide && this.#trade(at, true))))
      return this.#makeWhole(at, best.by);
    return true;
  }

  /** A table in fractions proves nothing to who counts people. By trades if they can do it, or by branching. */
  #makeWhole(at: number, by: number): boolean {
    const within = this.#programme.moveWhole(at, by, true);
    const table = within ?? this.#programme.moveWhole(at, by, false);
    if (!table) return !this.#isWholeOnly(at) && this.#trade(at, true);
    this.#hideMoved(table);
    this.#seen.push(this.#proofOf(table));
    return true;
  }

  /** Guards by records trading places: freely, or hiding what that takes. */
  #trade(at: number, atAnyCost: boolean): boolean {
    const by = this.#moves(at).find((by) => by > 0) ?? 1;
    const moved = this.#swaps.into(at, this.#facts[at]?.attributes ?? [], by, (fact) => this.#costOf(fact), atAnyCost);
    if (!moved) return false;
    for (const fact of moved.keys()) if (!this.#hidden[fact]) this.#set(fact, true);
    this.#seen.push(moved);
    return true;
  }

  #hideMoved(table: Alternative): void {
    for (const at of this.#proofOf(table).keys()) if (!this.#hidden[at]) this.#set(at, true);
  }

  #set(at: number, hidden: boolean): void {
    this.#hidden[at] = hidden;
    this.#programme.price(at, this.#costOf(at));
  }

  /** Largest first: a total shown is worth more to the reader than a cell. */
  #showAgain(): void {
    const guards = this.#facts
      .flatMap(({ small, whole, state }, at) =>
        !small && !whole && state === 'undecided' && this.#hidden[at] ? [at] : [],
      )
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
    if (this.#wide && !this.#isWholeOnly(at)) return this.#trade(at, false);
    for (const by of this.#moves(at)) {
      const table = this.#programme.move(at, by);
      if (!table || !isWhole(table)) continue;
      this.#seen.push(this.#proofOf(table));
      return true;
    }
    return false;
  }
}
