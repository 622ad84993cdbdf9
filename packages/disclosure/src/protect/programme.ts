import loadHighs, { type Highs, type Model } from 'highs';
import type { Variables } from './variables.ts';

/** Another table: what a reader could believe instead. */
export type Alternative = { counts: Float64Array; cost: number };
class Unsolved extends Error {}

const LONGEST_SECONDS = 60;
const MOST_NODES = 200;
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
    // Nodes, not seconds, end a search that does not pay: a slow machine must not hide other cells than a fast one.
    const limits = { time_limit: LONGEST_SECONDS, mip_max_nodes: MOST_NODES, mip_rel_gap: 0.2 };
    this.#model.options.set({ output_flag: false, random_seed: 1, ...limits });
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

  /** The cheapest table, in fractions if need be, in which the sum is at least `by` more (or less, if negative). */
  move(sum: number, by: number): Alternative | undefined {
    return this.#forced(sum, by, () => this.#run());
  }

  /** Such a table in whole numbers; if `still`, one in which nothing moves that has a price. */
  moveWhole(sum: number, by: number, still: boolean): Alternative | undefined {
    if (still) this.#bound((column) => ((this.#costs[column] ?? 0) > 0 ? 0 : (this.#upper[column] ?? 0)));
    this.#setWhole(true);
    try {
      return this.#forced(sum, by, () => this.#run());
    } finally {
      this.#setWhole(false);
      if (still) this.#bound((column) => this.#upper[column] ?? 0);
    }
  }

  #forced<T>(sum: number, by: number, work: () => T): T {
    const [forced, held] = by > 0 ? [0, 1] : [1, 0];
    const at = this.#width + 2 * sum;
    this.#model.changeColBounds(at + forced, Math.abs(by), this.#highs.infinity);
    this.#model.changeColBounds(at + held, 0, 0);
    try {
      return work();
    } finally {
      this.#model.changeColBounds(at, 0, this.#upper[at] ?? 0);
      this.#model.changeColBounds(at + 1, 0, this.#upper[at + 1] ?? 0);
    }
  }

  #bound(upperOf: (column: number) => number): void {
    const columns = Array.from({ length: this.#costs.length - this.#width }, (_, at) => this.#width + at);
    const range = { kind: 'range', from: this.#width, to: this.#costs.length - 1 } as const;
    this.#model.changeColsBounds(
      range,
      columns.map(() => 0),
      columns.map(upperOf),
    );
  }

  #setWhole(whole: boolean): void {
    const { integer, continuous } = this.#highs.constants.variableType;
    const columns = { kind: 'range', from: 0, to: this.#width - 1 } as const;
    this.#model.changeColsIntegrality(columns, new Int32Array(this.#width).fill(whole ? integer : continuous));
  }

  #run(): Alternative | undefined {
    this.solved++;
    this.#model.zeroAllClocks();
    this.#model.run();
    const { modelStatus } = this.#highs.constants;
    const status = this.#model.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return undefined;
    if (status === modelStatus.solutionLimit) return undefined;
    if (status !== modelStatus.optimal)
      throw new Unsolved('The figures could not be protected: a programme has no answer.');
    const counts = this.#model.getSolution().colValue.slice(0, this.#width);
    return { counts: counts.map(nearlyWhole), cost: this.#model.getObjectiveValue() };
  }

  dispose(): void {
    this.#model.dispose();
  }
}

export const total = (sum: Int32Array, counts: ArrayLike<number>): number =>
  sum.reduce((all, column) => all + (counts[column] ?? 0), 0);

export const isWhole = ({ counts }: Alternative): boolean => counts.every(Number.isInteger);

function nearlyWhole(count: number): number {
  const nearest = Math.round(count);
  return Math.abs(count - nearest) < 1e-6 ? nearest : count;
}
