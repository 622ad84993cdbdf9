import type { Where } from '../where.ts';
import { NotSolved, type Seen } from './seen.ts';

/** One linear statement about unknown counts: `low ≤ Σ weight × count ≤ high`. */
export type Row = { columns: number[]; weights: number[]; low: number; high: number };
/** Every population a reader could believe in: unknown whole counts of 0 or more, and what they must satisfy. */
export type World = { columns: number; rows: Row[]; sought: number[][] };

const WIDEST = 250_000;

/**
 * Written apart from the protector, on purpose. Bucket elimination: attributes are taken out one by one; each leaves a bucket of those it
 * was crossed with, and a bucket's counts must agree with those of the bucket it is handed to. Buckets handed on in this
 * order describe the same populations as the full cross of all attributes would.
 */
export function worldOf(seen: Seen): World {
  const wheres = [...seen.known.flatMap(({ where, base }) => (base ? [where, base] : [where])), ...seen.sought];
  const kinds = kindsOf(seen, wheres);
  const buckets = bucketsOf(
    wheres.map((where) => [...named(where)]),
    (name) => kinds.get(name)?.length ?? 1,
  );
  const rows: Row[] = [];
  const cells = buckets.map((bucket) => spread(bucket.names, kinds));
  const offsets: number[] = [];
  let columns = 0;
  for (const cell of cells) {
    offsets.push(columns);
    columns += cell.length;
    if (columns > WIDEST) throw new NotSolved('The tables cross more attributes than the attack can work through.');
  }
  const summed = new Map<Where, number[]>();
  const columnsOf = (where: Where): number[] => {
    const done = summed.get(where);
    if (done) return done;
    const needs = [...named(where)];
    const at = buckets.findIndex(({ names }) => needs.every((name) => names.includes(name)));
    const found: number[] = [];
    const met = meets(where);
    cells[at]?.forEach((cell, which) => {
      if (met(cell)) found.push((offsets[at] ?? 0) + which);
    });
    summed.set(where, found);
    return found;
  };
  for (const { where, base, least, most } of seen.known) {
    const part = columnsOf(where);
    if (!base) rows.push({ columns: part, weights: part.map(() => 1), low: least, high: most });
    else rows.push(...shareOf(part, columnsOf(base), least, most));
  }
  buckets.forEach(({ to, names }, at) => {
    if (to === undefined) return;
    const shared = names.filter((name) => buckets[to]?.names.includes(name));
    rows.push(...agreements(shared, [cells[at] ?? [], cells[to] ?? []], [offsets[at] ?? 0, offsets[to] ?? 0]));
  });
  return { columns, rows, sought: seen.sought.map(columnsOf) };
}

type Population = Readonly<Record<string, string>>;

function* named(where: Where): Generator<string> {
  if ('attribute' in where) yield where.attribute;
  else if ('not' in where) yield* named(where.not);
  else for (const part of 'all' in where ? where.all : where.any) yield* named(part);
}

/** Is the condition met? Made once for a condition, asked of many. */
function meets(where: Where): (cell: Population) => boolean {
  if ('attribute' in where) {
    const values = new Set(where.in);
    return (cell) => values.has(cell[where.attribute] ?? '');
  }
  if ('not' in where) {
    const inner = meets(where.not);
    return (cell) => !inner(cell);
  }
  const parts = ('all' in where ? where.all : where.any).map(meets);
  return 'all' in where ? (cell) => parts.every((part) => part(cell)) : (cell) => parts.some((part) => part(cell));
}

/** One value stands for all that every condition treats alike. */
function kindsOf(seen: Seen, wheres: readonly Where[]): Map<string, string[]> {
  const lists = new Map<string, Map<string, number[]>>();
  let serial = 0;
  const walk = (where: Where): void => {
    if ('attribute' in where) {
      serial++;
      const list = lists.get(where.attribute) ?? new Map<string, number[]>();
      lists.set(where.attribute, list);
      for (const value of new Set(where.in)) list.set(value, [...(list.get(value) ?? []), serial]);
    } else if ('not' in where) walk(where.not);
    else ('all' in where ? where.all : where.any).forEach(walk);
  };
  wheres.forEach(walk);
  const kinds = new Map<string, string[]>();
  for (const [name, list] of lists) {
    const first = new Map<string, string>();
    for (const value of seen.attributes[name] ?? []) {
      const told = (list.get(value) ?? []).join();
      if (!first.has(told)) first.set(told, value);
    }
    kinds.set(name, [...first.values()]);
  }
  return kinds;
}

type Bucket = { names: string[]; to: number | undefined };

function bucketsOf(scopes: readonly string[][], widthOf: (name: string) => number): Bucket[] {
  let left = scopes.map((scope) => new Set(scope)).filter(({ size }) => size > 0);
  const taken: { name: string; names: Set<string> }[] = [];
  for (let names = new Set(left.flatMap((scope) => [...scope])); names.size > 0; ) {
    const options = [...names].sort().map((name) => {
      const bucket = new Set(left.filter((scope) => scope.has(name)).flatMap((scope) => [...scope]));
      return { name, names: bucket, size: [...bucket].reduce((size, one) => size * widthOf(one), 1) };
    });
    const chosen = options.reduce((best, option) => (option.size < best.size ? option : best));
    taken.push(chosen);
    const rest = new Set([...chosen.names].filter((name) => name !== chosen.name));
    left = [...left.filter((scope) => !scope.has(chosen.name)), rest].filter(({ size }) => size > 0);
    names.delete(chosen.name);
  }
  return hang(taken);
}

/** Each bucket is handed to the one that takes out the next of its names; one that fits inside another is that other. */
function hang(taken: readonly { name: string; names: Set<string> }[]): Bucket[] {
  if (taken.length === 0) return [{ names: [], to: undefined }];
  const position = new Map(taken.map(({ name }, at) => [name, at]));
  const next = taken.map(({ name, names }, at) => {
    const later = [...names].filter((one) => one !== name).map((one) => position.get(one) ?? 0);
    return later.length > 0 ? Math.min(...later) : at + 1 < taken.length ? taken.length - 1 : undefined;
  });
  const standsIn = taken.map((_, at) => at);
  // A bucket whose names all lie in the one handed to it is swallowed by that one.
  taken.forEach(({ names }, at) => {
    const feeder = taken.findIndex((other, from) => next[from] === at && [...names].every((n) => other.names.has(n)));
    if (feeder >= 0) standsIn[at] = feeder;
  });
  const find = (at: number): number => (standsIn[at] === at ? at : find(standsIn[at] ?? at));
  const roots = taken.flatMap((_, at) => (standsIn[at] === at ? [at] : []));
  return roots.map((root) => {
    let to = next[root];
    while (to !== undefined && find(to) === root) to = next[to];
    const names = [...(taken[root]?.names ?? [])].sort();
    return { names, to: to === undefined ? undefined : roots.indexOf(find(to)) };
  });
}

function spread(names: readonly string[], kinds: ReadonlyMap<string, string[]>): Population[] {
  let cells: Record<string, string>[] = [{}];
  for (const name of names) {
    const values = kinds.get(name) ?? [''];
    if (cells.length * values.length > WIDEST)
      throw new NotSolved(`The tables cross ${names.join(', ')}: more than the attack can work through.`);
    cells = cells.flatMap((cell) => values.map((value) => ({ ...cell, [name]: value })));
  }
  return cells;
}

/** On what two buckets share they count the same. */
function agreements(shared: readonly string[], sides: [Population[], Population[]], offsets: [number, number]): Row[] {
  const rows = new Map<string, Row>();
  sides.forEach((cells, side) => {
    cells.forEach((cell, at) => {
      const label = shared.map((name) => cell[name]).join('\0');
      const row = rows.get(label) ?? { columns: [], weights: [], low: 0, high: 0 };
      rows.set(label, row);
      row.columns.push((offsets[side] ?? 0) + at);
      row.weights.push(side === 0 ? 1 : -1);
    });
  });
  return [...rows.values()];
}

/** least × base ≤ count ≤ most × base. */
function shareOf(part: readonly number[], base: readonly number[], least: number, most: number): Row[] {
  const inPart = new Set(part);
  const columns = [...new Set([...part, ...base])];
  const inBase = new Set(base);
  const weigh = (share: number) => columns.map((at) => (inPart.has(at) ? 1 : 0) - (inBase.has(at) ? share : 0));
  const free = Number.POSITIVE_INFINITY;
  return [
    { columns, weights: weigh(least), low: 0, high: free },
    { columns, weights: weigh(most), low: -free, high: 0 },
  ];
}
