import type { Profile } from './profile.ts';
import { both, having, holds, type Where } from './where.ts';

/** One thing counted (a person, an assessment), with the person behind it. */
export type RecordRow = { id: string; person: string; attributes: Readonly<Record<string, string>> };

/**
 * Records of one kind with every value an attribute may have: a reader knows the classifications. An attribute that
 * lasts (a completed assessment's type) is the same in every release; one that does not (age) may differ.
 */
export type Sheet = {
  kind: string;
  unit: string;
  attributes: Readonly<Record<string, { values: readonly string[]; lasts: boolean }>>;
  records: readonly RecordRow[];
  /** What holds of no record, by definition (no risk identified has no level): every reader knows it. */
  never?: readonly Where[];
  /** The days they were counted over, if they were: a reader knows that a shorter period lies within a longer. */
  over?: { from: string; to: string };
};

type Group = { name: string; where: Where };
/** Groups need not nest in another dimension's, nor exclude one another (looked after, SEND, both, neither). */
export type Dimension = { title: string; groups: readonly Group[]; total: string | undefined };
export type TableSpec = {
  id: string;
  title: string;
  /** The kind of the sheet it counts. */
  of: string;
  by: readonly Dimension[];
  cohort?: Where;
  printedAs?: PrintedAs;
};

/** A count; its share of the whole table, which stands above it; or a rate of a population that is known. */
type PrintedAs = 'count' | 'percentage' | Rate;
/** So many for every `per` of `population`. */
export type Rate = { per: number; population: number };

export type Cell = {
  key: Readonly<Record<string, string>>;
  where: Where;
  value: number;
  /** Distinct people behind the value. */
  people: number;
  /** Of how many of its table's dimensions it is a total: all for the grand total, which is kept if anything can be. */
  rank: 'cell' | 'margin' | 'grand total';
};
export type Table = { id: string; title: string; of: string; printedAs: PrintedAs; cells: readonly Cell[] };
/** Later releases have later `on`: what a reader may put together. */
export type Publication = {
  id: string;
  on: string;
  sheets: readonly Sheet[];
  tables: readonly Table[];
  /** Counted and printed nowhere: what is known to be asked next, whose small figures must not follow from the tables. */
  unprinted: readonly Table[];
};

export type Why = 'small' | 'guards another' | 'one group whole';
export type ProtectedCell = Cell & { hidden: boolean; why?: Why };
export type ProtectedTable = Omit<Table, 'cells'> & { cells: readonly ProtectedCell[] };
/** A small cell that nothing left to hide can guard, because an earlier release gives it away. */
export type Unguarded = { release: string; table: string; key: Cell['key'] };
export type Protected = Omit<Publication, 'tables'> & {
  profile: Profile;
  tables: readonly ProtectedTable[];
  unguarded: readonly Unguarded[];
};

/** A dimension over one attribute: `grouping('Age', 'age', { '10 to 12': ['10', '11', '12'] })`. */
export function grouping(
  title: string,
  attribute: string,
  groups: Readonly<Record<string, readonly string[]>>,
  total: string | undefined = 'Total',
): Dimension {
  return {
    title,
    total,
    groups: Object.entries(groups).map(([name, values]) => ({ name, where: having(attribute, ...values) })),
  };
}

/** Counts every cell of every table, margins included. Pure: the records are handed in. */
export function compose(
  id: string,
  on: string,
  sheets: readonly Sheet[],
  specs: readonly TableSpec[],
  unprinted: readonly TableSpec[] = [],
): Publication {
  const counted = (specs: readonly TableSpec[]) => specs.map((spec) => count(spec, sheetOf(sheets, spec.of)));
  return { id, on, sheets, tables: counted(specs), unprinted: counted(unprinted) };
}

export function sheetOf(sheets: readonly Sheet[], of: string): Sheet {
  const sheet = sheets.find(({ kind }) => kind === of);
  if (!sheet) throw new RangeError(`A table counts ${of}, of which there are no records.`);
  return sheet;
}

function count(spec: TableSpec, sheet: Sheet): Table {
  const cells = keysOf(spec.by).map(({ key, wheres }): Cell => {
    const where = both(...(spec.cohort ? [spec.cohort] : []), ...wheres);
    const counted = sheet.records.filter(({ attributes }) => holds(where, attributes));
    const people = new Set(counted.map(({ person }) => person)).size;
    const rank = wheres.length === 0 ? 'grand total' : wheres.length < spec.by.length ? 'margin' : 'cell';
    return { key, where, value: counted.length, people, rank };
  });
  return { id: spec.id, title: spec.title, of: spec.of, printedAs: spec.printedAs ?? 'count', cells };
}

type Key = { key: Record<string, string>; wheres: Where[] };
function keysOf(by: readonly Dimension[]): Key[] {
  return by.reduce<Key[]>(
    (keys, { title, groups, total }) =>
      keys.flatMap(({ key, wheres }) => [
        ...(total === undefined ? [] : [{ key: { ...key, [title]: total }, wheres }]),
        ...groups.map((group) => ({ key: { ...key, [title]: group.name }, wheres: [...wheres, group.where] })),
      ]),
    [{ key: {}, wheres: [] }],
  );
}
