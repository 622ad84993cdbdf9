import { NotSolved } from './seen.ts';
import type { Row, World } from './world.ts';

/** What is left to find once the obvious is worked out: fixed counts are taken out of every row. */
export type Reduced = {
  columns: number;
  rows: Row[];
  /** Of each thing sought: the part already known, and the unknown counts to add. */
  sought: { fixed: number; columns: number[] }[];
};

const TINY = 1e-9;

/** Presolve: a row whose unknown counts must all be 0, or that has only one, says what they are; until nothing more follows. */
export function reduce({ columns, rows, sought }: World): Reduced {
  const value = new Float64Array(columns).fill(Number.NaN);
  const inRows: number[][] = Array.from({ length: columns }, () => []);
  rows.forEach((row, at) => {
    for (const column of row.columns) inRows[column]?.push(at);
  });
  const waiting = rows.map((_, at) => at);
  const queued = new Uint8Array(rows.length).fill(1);
  while (waiting.length > 0) {
    const at = waiting.pop() ?? 0;
    queued[at] = 0;
    const row = rows[at];
    if (!row) continue;
    for (const column of settle(row, value))
      for (const other of inRows[column] ?? [])
        if (!queued[other]) {
          queued[other] = 1;
          waiting.push(other);
        }
  }
  return renumber(rows, value, sought);
}

/** @returns the columns this row has just settled. */
function settle(row: Row, value: Float64Array): number[] {
  const open = row.columns.flatMap((column, at) =>
    Number.isNaN(value[column]) ? [{ column, weight: row.weights[at] ?? 0 }] : [],
  );
  const { low, high } = remaining(row, value);
  if (low > TINY && high < low - TINY) throw new NotSolved('What was published contradicts itself.');
  if (open.length === 0) {
    if (low > TINY || high < -TINY) throw new NotSolved('What was published contradicts itself.');
    return [];
  }
  const settled = open.map(({ column }) => column);
  if (open.every(({ weight }) => weight > 0) && high < TINY) {
    if (high < -TINY) throw new NotSolved('What was published contradicts itself.');
    for (const column of settled) value[column] = 0;
    return settled;
  }
  const [only] = open;
  if (open.length > 1 || !only || low !== high || only.weight === 0) return [];
  value[only.column] = whole(low / only.weight);
  return settled;
}

function remaining(row: Row, value: Float64Array): { low: number; high: number } {
  const known = row.columns.reduce((sum, column, at) => {
    const count = value[column] ?? Number.NaN;
    return Number.isNaN(count) ? sum : sum + count * (row.weights[at] ?? 0);
  }, 0);
  return { low: row.low - known, high: row.high - known };
}

function whole(count: number): number {
  const nearest = Math.round(count);
  if (Math.abs(count - nearest) > 1e-6 || nearest < 0) throw new NotSolved('What was published contradicts itself.');
  return nearest;
}

/** Counts that no row and nothing sought tells apart are one count. */
function renumber(rows: readonly Row[], value: Float64Array, sought: readonly number[][]): Reduced {
  const marks: string[] = Array.from(value, () => '');
  rows.forEach(({ columns, weights }, at) => {
    columns.forEach((column, which) => {
      marks[column] += `${at}*${weights[which]} `;
    });
  });
  sought.forEach((columns, at) => {
    for (const column of columns) marks[column] += `s${at} `;
  });
  const numbers = new Map<string, number>();
  const numberOf = (column: number): number | undefined => {
    const mark = marks[column] ?? '';
    if (!Number.isNaN(value[column]) || mark === '') return undefined;
    const number = numbers.get(mark) ?? numbers.size;
    numbers.set(mark, number);
    return number;
  };
  const left = rows.flatMap((row) => {
    const { low, high } = remaining(row, value);
    const weights = new Map<number, number>();
    row.columns.forEach((column, at) => {
      const number = numberOf(column);
      if (number !== undefined) weights.set(number, row.weights[at] ?? 0);
    });
    return weights.size > 0 ? [{ columns: [...weights.keys()], weights: [...weights.values()], low, high }] : [];
  });
  const wanted = sought.map((columns) => {
    const found = new Set<number>();
    let fixed = 0;
    for (const column of columns) {
      const number = numberOf(column);
      if (number !== undefined) found.add(number);
      else fixed += value[column] ?? 0;
    }
    return { fixed, columns: [...found].sort((a, b) => a - b) };
  });
  return { columns: numbers.size, rows: left, sought: wanted };
}
