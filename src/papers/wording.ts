import { type Fact, type Paper, type PaperTable, type Part, type Shown, symbols } from './paper.ts';

/** As every word of ours is written. */
export const LANGUAGE = 'en-GB';
export const trialSays = 'Trial: everybody in this paper is invented.';
export const symbolsTitle = 'Symbols';
export const notesTitle = 'Notes';

type Parts = readonly Part[];

export const tablesIn = (parts: Parts): PaperTable[] => parts.filter((part) => part.is === 'table');

/** Only the symbols its tables use, in one order, so that nobody looks for what is not there. */
export function legend(parts: Parts): Fact[] {
  const used = new Set<Shown>(tablesIn(parts).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)));
  const signs = Object.entries(symbols).filter(([sign]) => (used as Set<string | number>).has(sign));
  return used.has(0) ? [...signs, ['0', 'a true zero: there were none']] : signs;
}

/** The first heading is the paper's title. */
export function levelOf(parts: Parts, at: number): 2 | 3 {
  return parts[at]?.is === 'table' && parts.slice(0, at).some(({ is }) => is === 'heading') ? 3 : 2;
}

/** What a reader needs beside a table to read it as it was meant. */
export function aboutTable({ unit, over, about }: PaperTable): Fact[] {
  const facts: Fact[] = [[unitTitle, unit], ['When', over], ...about];
  return facts.filter(([, says]) => says.trim() !== '');
}
export const unitTitle = 'Counted';

export const coverName = 'About';

/** On a sheet of its own a table says in one line what it counts, and where the rest is said. */
export const underTitle = ({ unit, over }: PaperTable) =>
  `${unitTitle}: ${unit}. When: ${over}. Definitions and symbols: sheet “${coverName}”.`;

/** In a column so many letters wide, with a little to spare: not every program makes a row as high as its words need. */
export const linesIn = (words: string, letters: number): number =>
  words.split(/\r\n?|\n/).reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);

/** In points. */
export const heightOf = (lines: number): number => 16 * lines + 2;

/** A column keeps one precision: 38 beside 38.5 is printed 38.0. */
export function decimals(table: PaperTable, column: number): number {
  const places = (cell: Shown | undefined) =>
    typeof cell === 'number' ? (/\.(\d+)$/.exec(cell.toFixed(6).replace(/0+$/, ''))?.[1]?.length ?? 0) : 0;
  return Math.max(0, ...table.rows.map(({ cells }) => places(cells[column])));
}

/** Made once for each precision: making one costs more than a hundred figures. */
const precisions = new Map<number, Intl.NumberFormat>();

export function printed(cell: Shown, places: number): string {
  if (typeof cell === 'string') return cell;
  const options = { minimumFractionDigits: places, maximumFractionDigits: places };
  const precision = precisions.get(places) ?? new Intl.NumberFormat(LANGUAGE, options);
  precisions.set(places, precision);
  return precision.format(cell);
}

/** How a spreadsheet prints the same. */
export const numberFormat = (places: number) => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`);

/** A table whose rows and columns do not meet, or a figure that is none, must not be printed at all; nor what nobody can read. */
export function whole(paper: Paper): Paper {
  for (const { title, columns, rows } of tablesIn(paper.parts))
    for (const { label, cells } of rows) {
      if (cells.length !== columns.length)
        throw new Error(`“${title}”, “${label}”: ${cells.length} cells under ${columns.length} columns`);
      const odd = cells.find((cell) =>
        typeof cell === 'number' ? !Number.isFinite(cell) : !Object.hasOwn(symbols, cell),
      );
      if (odd !== undefined) throw new Error(`“${title}”, “${label}”: “${odd}” is neither a figure nor a symbol`);
    }
  return JSON.parse(JSON.stringify(paper, (_, held) => (typeof held === 'string' ? legible(held) : held))) as Paper;
}

/** No file holds control characters or half letters: XML cannot, and a reader of the others cannot see them. */
export const legible = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\r\u{20}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

/** The moment a file says it was made: the day the paper bears, so that the same paper gives the same bytes on any day. */
export const madeAt = ({ dated }: Paper): Date => new Date(dated ?? 0);
