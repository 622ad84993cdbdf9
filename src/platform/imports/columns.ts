import { type Cell, plainly, type Row, type Sheet, tidy } from '@throughline/office-files';
import type { CellReader } from './cells.ts';
import type { Place, Refused, Repair } from './report.ts';

/** One column of a sheet. Its heading is known by letters and digits alone, so case, spaces and dashes do not matter. */
export type Column<T> = {
  heading: string;
  also: readonly string[];
  required: boolean;
  reader: CellReader<Exclude<T, undefined>>;
};
export type Columns = Readonly<Record<string, Column<unknown>>>;

/** What a row says, by the names the columns were given. */
export type Values<C extends Columns> = { [Name in keyof C]: C[Name] extends Column<infer T> ? T : never };

export function required<T>(heading: string, reader: CellReader<T>, ...also: string[]): Column<T> {
  return { heading, also, required: true, reader: reader as CellReader<Exclude<T, undefined>> };
}

/** A column that a sheet may lack and a row may leave empty. */
export function optional<T>(heading: string, reader: CellReader<T>, ...also: string[]): Column<T | undefined> {
  return { heading, also, required: false, reader: reader as CellReader<Exclude<T, undefined>> };
}

/** A row that was read; `values` only when nothing in it was refused. `place` says where one of its cells stands. */
export type ReadRow<T> = {
  sheet: string;
  row: number;
  values?: T;
  repaired: Repair[];
  refused: Refused[];
  place(name: keyof T & string): Place;
};

export type ReadSheet<T> = { rows: ReadRow<T>[]; headings: Headings };
export type Headings = {
  row: number;
  width: number;
  missing: string[];
  unused: string[];
  matched: number;
  at: Map<string, Heading>;
};
type Heading = { index: number; text: string };

export function readSheet<C extends Columns>(sheet: Sheet, columns: C): ReadSheet<Values<C>> {
  const headings = findHeadings(sheet, columns);
  if (headings.missing.length > 0) return { rows: [], headings };
  const below = sheet.rows.filter((row) => row.number > headings.row);
  return { rows: below.map((row) => readRow(sheet, row, columns, headings)), headings };
}

/** The header that fits best among the first rows: people put titles and notes above it. */
export function findHeadings(sheet: Sheet, columns: Columns): Headings {
  const none: Headings = { row: 0, width: 0, missing: requiredOf(columns), unused: [], matched: 0, at: new Map() };
  return sheet.rows
    .slice(0, 10)
    .map((row) => matchHeadings(row, columns))
    .reduce((best, next) => (next.matched > best.matched ? next : best), none);
}

/** The header line of an empty file, for people to fill in. */
export function template(columns: Columns): string {
  const quote = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${Object.values(columns)
    .map((column) => quote(column.heading))
    .join(',')}\r\n`;
}

const requiredOf = (columns: Columns) =>
  Object.values(columns).flatMap((column) => (column.required ? [column.heading] : []));

function matchHeadings(row: Row, columns: Columns): Headings {
  const at = new Map<string, Heading>();
  const unused: string[] = [];
  row.cells.forEach((cell, index) => {
    const name = cell && Object.keys(columns).find((name) => isHeading(columns[name], cell.text));
    const text = cell?.text.replace(/\s+/g, ' ').trim() ?? '';
    if (name && !at.has(name)) at.set(name, { index, text });
    else if (text) unused.push(name ? `${text}, a second time` : text);
  });
  const missing = Object.entries(columns).flatMap(([name, column]) =>
    column.required && !at.has(name) ? [column.heading] : [],
  );
  return { row: row.number, width: row.cells.length, missing, unused, matched: at.size, at };
}

function isHeading(column: Column<unknown> | undefined, text: string): boolean {
  return column !== undefined && [column.heading, ...column.also].some((heading) => plainly(heading) === plainly(text));
}

function readRow<C extends Columns>(sheet: Sheet, row: Row, columns: C, headings: Headings): ReadRow<Values<C>> {
  const cellOf = (name: string): Cell | undefined => row.cells[headings.at.get(name)?.index ?? -1];
  const place = (name: string): Place => ({
    sheet: sheet.name,
    row: row.number,
    column: headings.at.get(name)?.text ?? columns[name]?.heading ?? name,
    value: cellOf(name)?.text ?? '',
  });
  const repaired: Repair[] = [];
  const refused: Refused[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    const read = readCell(cellOf(name), column);
    if ('remedy' in read) refused.push({ ...place(name), ...read });
    else values[name] = read.value;
    if ('became' in read) repaired.push({ ...place(name), became: read.became, problem: read.problem });
  }
  const beyond = sheet.delimited && row.cells.slice(headings.width).find(Boolean);
  if (beyond)
    refused.push({
      ...{ sheet: sheet.name, row: row.number, column: '', value: beyond.text },
      problem: 'has more cells than the first row, so values may stand under the wrong heading',
      remedy: 'Put values that hold a comma in quotation marks.',
    });
  const read = { sheet: sheet.name, row: row.number, repaired, refused, place };
  return refused.length > 0 ? read : { ...read, values: values as Values<C> };
}

type Outcome =
  | { value: unknown }
  | { value: unknown; became: string; problem: string }
  | { problem: string; remedy: string };

function readCell(cell: Cell | undefined, column: Column<unknown>): Outcome {
  const tidied = tidy(cell, { isName: column.reader.isName ?? false });
  if (!tidied.cell && column.required) return { problem: 'is empty', remedy: `Fill in ${column.heading}.` };
  const read = tidied.cell ? column.reader.read(tidied.cell) : { value: undefined };
  if ('problem' in read) return read;
  const reasons = read.repaired ? [...tidied.repaired, read.repaired] : tidied.repaired;
  if (reasons.length === 0) return read;
  return { value: read.value, became: say(read.value), problem: reasons.join('; ') };
}

const say = (value: unknown) =>
  value === undefined ? '' : value === true ? 'Yes' : value === false ? 'No' : String(value);
