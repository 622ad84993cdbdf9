import { type Attribute, type Countable, roles } from '../../platform/module.ts';
import type { TableSpec } from '../disclosure/publication.ts';
import type { AskedTable } from './asked.ts';
import type { PaperTable } from './paper.ts';

/** A table in words, before any figure stands in it. */
export type TableWords = Omit<PaperTable, 'rows'> & { lines: readonly string[] };
/** The cell of the engine that stands at a line and a place of the table. */
export type CellKey = Readonly<Record<string, string>>;

const TOTAL = 'Total';

/** The first attribute goes down the page, the second across; the whole stands last in each direction. */
export function layOut(
  asked: AskedTable,
  spec: TableSpec,
  countable: Countable,
  attributes: Record<string, Attribute>,
  over: string,
): { words: TableWords; keys: CellKey[][] } {
  const [down, across] = spec.by;
  const groups = (dimension: typeof down) =>
    dimension ? [...dimension.groups.map(({ name }) => name), TOTAL] : [TOTAL];
  const [lines, columns] = [groups(down), groups(across)];
  const key = (line: string, column: string): CellKey => ({
    ...(down && { [down.title]: line }),
    ...(across && { [across.title]: column }),
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
      columns: across ? columns : [unitHeading(countable)],
      lines: down ? lines : [countable.label],
      notes: notesOn(asked, attributes),
    },
    keys: lines.map((line) => columns.map((column) => key(line, column))),
  };
}

const unitHeading = ({ unit }: Countable) => `${unit[0]?.toUpperCase()}${unit.slice(1)}`;

// Said where something is known only of some, so that nobody reads it as no.
function notesOn({ by, cohort }: AskedTable, attributes: Record<string, Attribute>): string[] {
  const named = [...by.flatMap((name) => name.split('+')), ...(cohort ? [cohort.attribute] : [])];
  const partlyKnown = named.some((name) => 'not_recorded' in (attributes[name]?.values ?? {}));
  return [
    ...(by.some((name) => name.includes('+'))
      ? ['A child may be in several rows: the rows are not to be added up.']
      : []),
    ...(partlyKnown ? ['What nobody recorded is not counted as present; it is not the same as none.'] : []),
  ];
}
