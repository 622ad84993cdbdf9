import type { Fact, Facts } from './facts.ts';

/** A table of rows and columns with its totals, as a flow network: every fact is an arc, and a change is a cycle. */
export type TwoWay = {
  nodes: number;
  /** Of each arc, the fact it is; none for a grand total that nothing prints. */
  arcs: { from: number; to: number; fact: number | undefined; value: number }[];
};

/** @returns nothing unless every count is a cell of one row and one column, and all of them have totals. */
export function twoWayOf({ facts, variables }: Pick<Facts, 'facts' | 'variables'>): TwoWay | undefined {
  const width = variables.true.length;
  if (variables.ties.length > 0) return undefined;
  const single: (number | undefined)[] = Array.from({ length: width });
  const lines: number[] = [];
  let all: number | undefined;
  variables.sums.forEach((sum, at) => {
    if (sum.length === 1) single[sum[0] ?? 0] = at;
    else if (sum.length === width) all = at;
    else lines.push(at);
  });
  const sides = sidesOf(lines, variables.sums, width);
  if (!sides) return undefined;
  const [top, bottom] = [lines.length, lines.length + 1];
  const line = (fact: number) => lines.indexOf(fact);
  const cells = sides.cells.map(([row, column], at) => ({
    from: line(row),
    to: line(column),
    fact: single[at],
    value: variables.true[at] ?? 0,
  }));
  const margins = lines.map((fact, at) => {
    const [from, to] = sides.isRow.has(fact) ? [top, at] : [at, bottom];
    return { from, to, fact, value: valueAt(facts, fact) };
  });
  const sum = variables.true.reduce((sum, count) => sum + count, 0);
  const arcs = [...cells, ...margins, { from: bottom, to: top, fact: all, value: sum }];
  return { nodes: lines.length + 2, arcs };
}

const valueAt = (facts: readonly Fact[], at: number) => facts[at]?.value ?? 0;

type Sides = { isRow: Set<number>; cells: [number, number][] };

/** Totals fall into rows and columns so that each count has one of either. */
function sidesOf(lines: readonly number[], sums: readonly Int32Array[], width: number): Sides | undefined {
  const through: number[][] = Array.from({ length: width }, () => []);
  for (const line of lines) for (const variable of sums[line] ?? []) through[variable]?.push(line);
  if (through.some(({ length }) => length !== 2)) return undefined;
  const isRow = new Map<number, boolean>();
  for (const start of lines) {
    if (isRow.has(start)) continue;
    isRow.set(start, true);
    const waiting = [start];
    for (let line = waiting.pop(); line !== undefined; line = waiting.pop())
      for (const variable of sums[line] ?? [])
        for (const other of through[variable] ?? []) {
          if (other === line) continue;
          if (isRow.get(other) === isRow.get(line)) return undefined;
          if (isRow.has(other)) continue;
          isRow.set(other, !isRow.get(line));
          waiting.push(other);
        }
  }
  const rows = new Set(lines.filter((line) => isRow.get(line)));
  return { isRow: rows, cells: through.map(([a = 0, b = 0]) => (rows.has(a) ? [a, b] : [b, a])) };
}
