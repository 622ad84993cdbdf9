import { type Refusal, refuse } from '@throughline/commands';
import { extractTextItems, getDocumentProxy, type StructuredTextItem } from 'unpdf';
import type { Line } from './line.ts';

const MOST_PAGES = 1000;

/** The lines of a PDF as they stand on its pages, counted through; columns of a table are kept apart. */
export async function linesOfPdf(bytes: Uint8Array): Promise<readonly Line[] | Refusal> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    if (pdf.numPages > MOST_PAGES) return refuse(`The PDF has more than ${MOST_PAGES} pages`);
    const { items } = await extractTextItems(pdf);
    const lines = items.flatMap((page) => [...linesOfPage(page), '']).map((text, at) => ({ line: at + 1, text }));
    if (lines.every(({ text }) => text.trim() === ''))
      return refuse('The PDF holds pictures of pages and no words: it needs text recognition first');
    return lines;
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException';
    return refuse(locked ? 'The PDF has a password: save it without one' : 'The PDF is damaged and cannot be read');
  }
}

type Row = { y: number; items: StructuredTextItem[] };
type Cell = { x: number; end: number; text: string };

function linesOfPage(items: readonly StructuredTextItem[]): string[] {
  const rows: Row[] = [];
  for (const item of items.filter(({ str }) => str.trim() !== '')) {
    const row = rows.find(({ y }) => Math.abs(y - item.y) < Math.max(2, item.fontSize * 0.4));
    if (row) row.items.push(item);
    else rows.push({ y: item.y, items: [item] });
  }
  const lines: Cell[][] = [];
  /** The row that a cell on the next line may go on. */
  let begun: Cell[] = [];
  let above = Number.NaN;
  for (const { y, items: inRow } of rows.toSorted((a, b) => b.y - a.y)) {
    const cells = cellsOf(inRow);
    if (cells.length === 1 && PAGE_NUMBER.test(cells[0]?.text ?? '')) continue;
    // A gap of more than a line and a half ends a paragraph.
    const apart = above - y > (inRow[0]?.fontSize ?? 10) * 1.9;
    if (apart && lines.at(-1)?.length !== 0) lines.push([]);
    const over = apart ? [] : cellsOver(begun, cells);
    for (const [at, cell] of over.entries()) cell.text = `${cell.text.trimEnd()} ${cells[at]?.text.trimStart()}`;
    if (over.length === 0) begun = cells;
    lines.push(over.length === 0 ? cells : []);
    above = y;
  }
  return lines.map((cells) => textOf(cells));
}

const PAGE_NUMBER = /^(?:page\s+)?\d+(?:\s+of\s+\d+)?$/i;
const COLUMN = 1.5;
/** In a row of several columns two may stand closer than words could in prose. */
const NEXT_COLUMN = 0.75;

function cellsOf(items: readonly StructuredTextItem[]): Cell[] {
  const inOrder = items.toSorted((a, b) => a.x - b.x);
  const gaps = inOrder.map(({ x, fontSize }, at) => {
    const before = inOrder[at - 1];
    return before ? (x - before.x - before.width) / fontSize : Number.POSITIVE_INFINITY;
  });
  const column = gaps.filter((gap) => gap > COLUMN).length > 2 ? NEXT_COLUMN : COLUMN;
  const cells: Cell[] = [];
  for (const [at, { str, x, width }] of inOrder.entries()) {
    const [last, gap] = [cells.at(-1), gaps[at] ?? 0];
    if (last && gap <= column) {
      if (gap > 0.12 && !/\s$/.test(last.text) && !/^\s/.test(str)) last.text += ' ';
      last.text += str;
      last.end = x + width;
    } else cells.push({ x, end: x + width, text: str });
  }
  return cells;
}

/** Words below some of three columns or more, and no figure among them, are the second line of those cells. */
function cellsOver(above: readonly Cell[], cells: readonly Cell[]): Cell[] {
  if (above.length < 3 || cells.length >= above.length || cells.some(({ text }) => /\d/.test(text))) return [];
  const over = cells.flatMap(({ x, end }) => above.find((cell) => cell.x < end && x < cell.end) ?? []);
  return over.length === cells.length ? over : [];
}

const textOf = (cells: readonly Cell[]): string =>
  cells
    .map(({ text }) => text)
    .join('\t')
    .replace(/^([•▪◦●○–—-])\t/, '$1 ')
    .replaceAll('\u00a0', ' ')
    .trimEnd();
