import loadHighs, { type Highs, type Model } from 'highs';
import type { Variables } from './variables.ts';

/** Another whole-number table: what a reader could believe instead. */
export type Alternative = { counts: Int32Array; cost: number };
export class Unsolved extends Error {}

const LONGEST_SECONDS = 20;
let solver: Promise<Highs> | undefined;
export const loadSolver = (): Promise<Highs> => {
  solver ??= loadHighs();
  return solver;
};

/**
 * Looks for a table that differs from the true one in a chosen sum and moves as few shown sums as it can. Columns: the
 * counts, then how far each sum goes up and down. Kept between questions, so that each starts from the last answer.
 */
export class Programme {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #variables: Variables;
  readonly #width: number;
  readonly #costs: Float64Array;
  readonly #upper: Float64Array;
  solved = 0;

  constructor(highs: Highs, variables: Variables) {
    this.#highs = highs;
    this.#variables = variables;
    this.#width = variables.true.length;
    const columns = this.#width + 2 * variables.sums.length;
    this.#costs = new Float64Array(columns);
    this.#upper = new Float64Array(columns).fill(highs.infinity);
    this.#model = highs.createModel(this.#describe(columns));
    this.#model.options.set({ output_flag: false, time_limit: LONGEST_SECONDS, random_seed: 1 });
  }

  #describe(columns: number) {
    const { sums, ties, true: counts } = this.#variables;
    const starts: number[] = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const sides: number[] = [];
    const put = (column: number, value: number) => {
      indices.push(column);
      values.push(value);
    };
    sums.forEach((sum, at) => {
      for (const column of sum) put(column, 1);
      put(this.#width + 2 * at, -1);
      put(this.#width + 2 * at + 1, 1);
      sides.push(total(sum, counts));
      starts.push(indices.length);
    });
    for (const { left, right } of ties) {
      for (const column of left) put(column, 1);
      for (const column of right) put(column, -1);
      sides.push(0);
      starts.push(indices.length);
    }
    const shape = { numRows: sides.length, numCols: columns };
    return {
      ...shape,
      colCost: this.#costs,
      colLower: new Float64Array(columns),
      colUpper: this.#upper,
      rowLower: sides,
      rowUpper: sides,
      matrix: { format: 'csr', ...shape, starts, indices, values },
    } as const;
  }

  /** What moving this sum costs: nothing once it is hidden; `Infinity` if it may not move. */
  price(sum: number, cost: number): void {
    const at = this.#width + 2 * sum;
    const upper = cost === Number.POSITIVE_INFINITY ? 0 : this.#highs.infinity;
    for (const column of [at, at + 1]) {
      this.#costs[column] = upper === 0 ? 0 : cost;
      this.#upper[column] = upper;
      this.#model.changeColCost(column, this.#costs[column] ?? 0);
      this.#model.changeColBounds(column, 0, upper);
    }
  }

  /** The cheapest table in which the sum is at least `by` more (or less, if negative) than it is. */
  move(sum: number, by: number): Alternative | undefined {
    const [forced, held] = by > 0 ? [0, 1] : [1, 0];
    const at = this.#width + 2 * sum;
    const bounds = (column: number, low: number, high: number) => this.#model.changeColBounds(column, low, high);
    bounds(at + forced, Math.abs(by), this.#highs.infinity);
    bounds(at + held, 0, 0);
    try {
      return this.#solve();
    } finally {
      bounds(at, 0, this.#upper[at] ?? 0);
      bounds(at + 1, 0, this.#upper[at + 1] ?? 0);
    }
  }

  #solve(): Alternative | undefined {
    const relaxed = this.#run();
    if (!relaxed || isWhole(relaxed.counts)) return relaxed && wholly(relaxed);
    const columns = { kind: 'range', from: 0, to: this.#width - 1 } as const;
    const { variableType } = this.#highs.constants;
    this.#model.changeColsIntegrality(columns, new Int32Array(this.#width).fill(variableType.integer));
    try {
      const whole = this.#run();
      return whole && wholly(whole);
    } finally {
      this.#model.changeColsIntegrality(columns, new Int32Array(this.#width).fill(variableType.continuous));
    }
  }

  #run(): { counts: Float64Array; cost: number } | undefined {
    this.solved++;
    this.#model.zeroAllClocks();
    this.#model.run();
    const { modelStatus } = this.#highs.constants;
    const status = this.#model.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return undefined;
    if (status !== modelStatus.optimal)
      throw new Unsolved('A table could not be protected: its programme has no answer.');
    const { colValue } = this.#model.getSolution();
    return { counts: colValue.slice(0, this.#width), cost: this.#model.getObjectiveValue() };
  }

  dispose(): void {
    this.#model.dispose();
  }
}

export const total = (sum: Int32Array, counts: ArrayLike<number>): number =>
  sum.reduce((all, column) => all + (counts[column] ?? 0), 0);

const wholly = ({ counts, cost }: { counts: Float64Array; cost: number }): Alternative => ({
  counts: Int32Array.from(counts, Math.round),
  cost,
});

function isWhole(counts: ArrayLike<number>): boolean {
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 0;
    if (Math.abs(count - Math.round(count)) > 1e-6) return false;
  }
  return true;
}
