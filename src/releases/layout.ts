import type { Dimension, TableSpec } from '@throughline/disclosure';
import { type Period, type PlainDate, sayDay } from '../platform/kernel/index.ts';
import { type Attribute, type Countable, roles } from '../platform/module.ts';
import type { AskedTable } from './asked.ts';
import { notesOnQuarters, quarterRows } from './quarters.ts';

/** How many people a table of rates is of, as estimated for a day. */
export type Population = { value: number; asAt: PlainDate };

/** A heading over tables, and what is said there in words. */
export type Section = { title: string; says: readonly string[] };

/** A table in words, before any figure stands in it: kept as it is with the release. */
export type TableWords = {
  id: string;
  title: string;
  /** What is counted: children, assessments, per cent. */
  unit: string;
  definition: string;
  exclusions: string;
  /** Who answers for the figures. */
  owner: string;
  /** The days the figures cover. */
  over: string;
  /** The heading of the first column: what each line is. */
  rowsAre: string;
  columns: readonly string[];
  lines: readonly string[];
  notes: readonly string[];
  /** Sections of the paper that begin before it; and, at the last table, those that stand after it. */
  opens?: readonly Section[];
  closes?: readonly Section[];
  /** What its rates are of: kept, since a later estimate would be another. */
  population?: Population;
};
/** The cell of the engine that stands at a line and a place of the table. */
export type CellKey = Readonly<Record<string, string>>;

export const TOTAL = 'Total';

/**
 * The first attribute goes down the page, the second across; the whole stands last in each direction. `days` are those
 * counted: up to today, while a period runs.
 */
export function layOut(
  asked: AskedTable,
  spec: TableSpec,
  countable: Countable,
  attributes: Record<string, Attribute>,
  { over, days, population }: { over: string; days: Period; population: Population | undefined },
): { words: TableWords; keys: CellKey[][] } {
  const [down, across] = spec.by;
  const [lines, columns] = [0, 1].map((at) => [
    ...rowsOf(spec.by[at], attributes[asked.by[at] ?? ''], days),
    { name: TOTAL, label: TOTAL },
  ]) as [Row[], Row[]];
  const key = (line: Row, column: Row): CellKey => ({
    ...(down && { [down.title]: line.name }),
    ...(across && { [across.title]: column.name }),
  });
  return {
    words: {
      id: spec.id,
      title: spec.title,
      unit: population ? sayPopulation(population, countable) : countable.unit,
      ...(population && { population }),
      definition: countable.definition,
      exclusions: countable.exclusions,
      owner: roles[countable.owner],
      over,
      rowsAre: down?.title ?? countable.label,
      columns: across ? columns.map(({ label }) => label) : [columnHeadings[asked.as ?? 'count'](countable)],
      lines: down ? lines.map(({ label }) => label) : [countable.label],
      notes: notesOn(asked, countable, attributes, days),
    },
    keys: lines.map((line) => columns.map((column) => key(line, column))),
  };
}

/** A group by the engine's name for it, and as a reader reads it. */
type Row = { name: string; label: string };

function rowsOf(dimension: Dimension | undefined, attribute: Attribute | undefined, days: Period): Row[] {
  if (attribute?.ofTheYear) return quarterRows(attribute, days);
  return (dimension?.groups ?? []).map(({ name }) => ({ name, label: name }));
}

const columnHeadings = {
  count: ({ unit }: Countable) => `${unit[0]?.toUpperCase()}${unit.slice(1)}`,
  percent: () => 'Per cent',
  rate: () => 'Per 10,000',
} as const;

const sayPopulation = ({ value, asAt }: Population, { unit, population }: Countable): string =>
  `${unit} per 10,000 ${population?.says} (${value.toLocaleString('en-GB')} of them, estimated for ${sayDay(asAt)})`;

// Said where something is recorded or else unknown, so that nobody reads that as no. Where other groups stand beside it,
// what is not known has a row of its own.
function notesOn(
  { by, cohort }: AskedTable,
  { several = {} }: Countable,
  attributes: Record<string, Attribute>,
  days: Period,
): string[] {
  const named = [...by.flatMap((name) => name.split('+')), ...(cohort ? [cohort.attribute] : [])];
  const partlyKnown = named
    .map((name) => attributes[name]?.values ?? {})
    .some((values) => 'yes' in values && 'not_recorded' in values);
  const ofTheYear = by.flatMap((name) => (attributes[name]?.ofTheYear ? attributes[name] : []));
  return [
    ...ofTheYear.flatMap((attribute) => notesOnQuarters(attribute, days)),
    ...(by.some((name) => name.includes('+') || Object.hasOwn(several, name))
      ? ['A child may be in several rows: the rows are not to be added up.']
      : []),
    ...(partlyKnown ? ['What nobody recorded is not counted as present; it is not the same as none.'] : []),
  ];
}
