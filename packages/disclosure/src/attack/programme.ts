import loadHighs, { type Highs, type Model } from 'highs';
import type { Reduced } from './reduced.ts';
import { type Interval, NotSolved } from './seen.ts';

const SLACK = 1e-6;
/** More people than any area has: what can reach it has no bound. Given no bound at all, the solver may have no answer. */
const ENDLESS = 10_000_000;
let loaded: Promise<Highs> | undefined;

/** The least and greatest of everything sought, by linear programmes, in whole numbers. */
export async function boundsOf(problem: Reduced, seconds: number): Promise<Interval[]> {
  loaded ??= loadHighs();
  const search = new Search(await loaded, problem, seconds);
  try {
    return search.run();
  } finally {
    search.dispose();
  }
}

class Search {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #problem: Reduced;
  readonly #until: number;
  /** The widest that some whole-number population has been seen to reach. */
  readonly #reached: Interval[];

  constructor(highs: Highs, problem: Reduced, seconds: number) {
    this.#highs = highs;
    this.#problem = problem;
    this.#until = performance.now() + seconds * 1000;
    this.#reached = problem.sought.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
    this.#model = highs.createModel(this.#describe());
    this.#model.options.set({ output_flag: false, random_seed: 7 });
  }

  #describe() {
    const { columns, rows } = this.#problem;
    const shape = { numRows: rows.length, numCols: columns };
    const starts = [0];
    for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
    const bound = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * this.#highs.infinity);
    return {
      ...shape,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: new Float64Array(columns).fill(ENDLESS),
      rowLower: rows.map(({ low }) => bound(low)),
      rowUpper: rows.map(({ high }) => bound(high)),
      matrix: {
        format: 'csr',
        ...shape,
        starts,
        indices: rows.flatMap((row) => row.columns),
        values: rows.flatMap((row) => row.weights),
      },
    } as const;
  }

  run(): Interval[] {
    return this.#problem.sought.map(({ fixed, columns }, at) => {
      if (columns.length === 0) return { low: fixed, high: fixed };
      for (const column of columns) this.#model.changeColCost(column, 1);
      const found = { low: fixed + this.#extreme(at, 'minimize'), high: fixed + this.#extreme(at, 'maximize') };
      for (const column of columns) this.#model.changeColCost(column, 0);
      return found;
    });
  }

  /** A bound over fractions, rounded inward, is a bound over whole numbers once some whole population reaches it. */
  #extreme(at: number, sense: 'minimize' | 'maximize'): number {
    const side = sense === 'minimize' ? 'low' : 'high';
    this.#model.changeObjectiveSense(this.#highs.constants.objectiveSense[sense]);
    const value = this.#solve();
    if (value >= ENDLESS) return Number.POSITIVE_INFINITY;
    const rounded = sense === 'minimize' ? Math.ceil(value - SLACK) : Math.floor(value + SLACK);
    this.#learn();
    if (this.#reached[at]?.[side] === rounded) return rounded;
    return this.#inWholeNumbers();
  }

  #inWholeNumbers(): number {
    const all = { kind: 'range', from: 0, to: this.#problem.columns - 1 } as const;
    const { integer, continuous } = this.#highs.constants.variableType;
    this.#model.changeColsIntegrality(all, new Int32Array(this.#problem.columns).fill(integer));
    try {
      const value = Math.round(this.#solve());
      this.#learn();
      return value;
    } finally {
      this.#model.changeColsIntegrality(all, new Int32Array(this.#problem.columns).fill(continuous));
    }
  }

  #solve(): number {
    const left = (this.#until - performance.now()) / 1000;
    if (left <= 0) throw new NotSolved('The attack did not finish in its time.');
    this.#model.zeroAllClocks();
    this.#model.options.set('time_limit', left);
    this.#model.run();
    const status = this.#model.getModelStatus();
    const { modelStatus } = this.#highs.constants;
    if (status === modelStatus.optimal) return this.#model.getObjectiveValue();
    if (status === modelStatus.infeasible) throw new NotSolved('What was published contradicts itself.');
    throw new NotSolved(`The attack has no answer (solver status ${status}).`);
  }

  /** Every whole-number population found says how far all that is sought can reach, not only what was asked. */
  #learn(): void {
    const { colValue } = this.#model.getSolution();
    if (colValue.some((count) => Math.abs(count - Math.round(count)) > SLACK)) return;
    this.#problem.sought.forEach(({ columns }, at) => {
      const sum = columns.reduce((all, column) => all + Math.round(colValue[column] ?? 0), 0);
      const reached = this.#reached[at];
      if (!reached) return;
      reached.low = Math.min(reached.low, sum);
      reached.high = Math.max(reached.high, sum);
    });
  }

  dispose(): void {
    this.#model.dispose();
  }
}
