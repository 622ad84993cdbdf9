import type { PaperTable } from './paper.ts';
import { decimals, printed } from './wording.ts';

/** Twentieths of a point between the margins of an A4 page, as the library sets them. */
export const PAGE_WIDTH = 9026;

/** Bold letters of the table, the widest of them, and the space beside a word. */
const [LETTER, BESIDE] = [150, 180];

/**
 * As wide as the longest word or figure of each column, and the rest for the labels: left to itself Word makes all columns
 * alike, and breaks “exploitation” in two.
 */
export function widthsOf(table: PaperTable): number[] {
  const { columns, rowsAre, rows } = table;
  const wordIn = (...texts: string[]) =>
    Math.max(
      ...texts
        .join(' ')
        .split(/\s+/)
        .map(({ length }) => length),
    );
  const figures = columns.map((column, at) => {
    const places = decimals(table, at);
    const shown = rows.map(({ cells }) => printed(cells[at] ?? 'x', places));
    return Math.max(800, wordIn(column, ...shown) * LETTER + BESIDE);
  });
  const needed = figures.reduce((sum, one) => sum + one, 0);
  const label = wordIn(rowsAre, ...rows.map(({ label }) => label)) * LETTER + BESIDE;
  const shrink = Math.min(1, (PAGE_WIDTH - Math.min(label, PAGE_WIDTH / 3)) / needed);
  const widths = figures.map((width) => Math.floor(width * shrink));
  return [PAGE_WIDTH - widths.reduce((sum, one) => sum + one, 0), ...widths];
}
