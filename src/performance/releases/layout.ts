import type { Period } from '../../platform/kernel/index.ts';
import { type Attribute, type Countable, roles } from '../../platform/module.ts';
import type { Dimension, TableSpec } from '../disclosure/publication.ts';
import type { AskedTable } from './asked.ts';
import type { PaperTable } from './paper.ts';
import { notesOnQuarters, quarterRows } from './quarters.ts';

/** A table in words, before any figure stands in it. */
export type TableWords = Omit<PaperTable, 'rows'> & { lines: readonly string[] };
/** The cell of the engine that stands at a line and a place of the table. */
export type CellKey = Readonly<Record<string, string>>;

const TOTAL = 'Total';

/**
 * The first attribute goes down the page, the second across; the whole stands last in each direction. `days` are those
 * counted: up to today, while a period runs.
 */
export function layOut(
  asked: AskedTable,
  spec: TableSpec,
  countable: Countable,
  attributes: Record<string, Attribute>,
  { over, days }: { over: string; days: Period },
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
      unit: countable.unit,
      definition: countable.definition,
      exclusions: countable.exclusions,
      owner: roles[countable.owner],
      over,
      rowsAre: down?.title ?? countable.label,
      columns: across ? columns.map(({ label }) => label) : [spec.percentages ? 'Per cent' : unitHeading(countable)],
      lines: down ? lines.map(({ label }) => label) : [countable.label],
      notes: notesOn(asked, attributes, days),
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

const unitHeading = ({ unit }: Countable) => `${unit[0]?.toUpperCase()}${unit.slice(1)}`;

// Said where something is known only of some, so that nobody reads it as no.
function notesOn({ by, cohort }: AskedTable, attributes: Record<string, Attribute>, days: Period): string[] {
  const named = [...by.flatMap((name) => name.split('+')), ...(cohort ? [cohort.attribute] : [])];
  const partlyKnown = named.some((name) => 'not_recorded' in (attributes[name]?.values ?? {}));
  const ofTheYear = by.flatMap((name) => (attributes[name]?.ofTheYear ? attributes[name] : []));
  return [
    ...ofTheYear.flatMap((attribute) => notesOnQuarters(attribute, days)),
    ...(by.some((name) => name.includes('+'))
      ? ['A child may be in several rows: the rows are not to be added up.']
      : []),
    ...(partlyKnown ? ['What nobody recorded is not counted as present; it is not the same as none.'] : []),
  ];
}
