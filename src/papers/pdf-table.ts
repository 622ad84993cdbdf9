import type { PaperTable } from './paper.ts';
import { artifact, type Letters, lineHeight, linesOf, newPage, type Pages, saying, setLines, tag } from './pdf-page.ts';
import { decimals, printed } from './wording.ts';

const GAP = 8;
const PADDING = 3;
const LEAST_LABEL_SHARE = 0.34;
const WIDEST_COLUMN = 90;
const MOST_COLUMNS_UPRIGHT = 6;

/** A table of no more rows is not broken over two pages if one can hold it. */
const ON_ONE_PAGE = 20;
/** So many rows stand together at the beginning and at the end, the total among them. */
const FEWEST = 3;

type Column = { x: number; width: number; align: 'left' | 'right' };
type Tag = ReturnType<typeof tag>;
type Cell = { text: string; lines: string[]; column: Column };
type Row = { cells: Cell[]; letters: Letters; height: number };
export type LaidOut = { head: Row; rows: Row[]; least: number };

export const isWide = ({ columns }: PaperTable) => columns.length > MOST_COLUMNS_UPRIGHT;

/** Its lines measured, before any is set. */
export function layOut(pages: Pages, table: PaperTable, body: number): LaidOut {
  const columns = columnsOf(pages, table);
  const size = table.columns.length > 2 * MOST_COLUMNS_UPRIGHT ? 0.7 * body : 0.9 * body;
  const places = table.columns.map((_, at) => decimals(table, at));
  const head = measured(pages, [table.rowsAre, ...table.columns], columns, { size, bold: true });
  const rows = table.rows.map(({ label, cells }) =>
    measured(pages, [label, ...cells.map((cell, at) => printed(cell, places[at] ?? 0))], columns, { size }),
  );
  const whole = heightOf([head, ...rows]);
  const isWhole = rows.length <= ON_ONE_PAGE && whole <= pages.bottom - pages.top;
  return { head, rows, least: isWhole ? whole : heightOf([head, ...rows.slice(0, FEWEST)]) };
}

function measured(pages: Pages, texts: string[], columns: Column[], letters: Letters): Row {
  const cells = columns.map((column, at) => {
    const text = texts[at] ?? '';
    return { text, column, lines: linesOf(pages, text, column.width, letters) };
  });
  const most = Math.max(...cells.map(({ lines }) => lines.length));
  return { cells, letters, height: most * lineHeight(letters) + 2 * PADDING };
}

const heightOf = (rows: readonly Row[]) => rows.reduce((sum, { height }) => sum + height, 0);

/**
 * Cells set by hand: the library's own tables take seconds for two hundred rows. The header is a header once, in the
 * structure; where a page repeats it for the eye, it is an artifact, so that nobody hears it again at each page.
 */
export function drawTable(pages: Pages, { head, rows }: LaidOut): void {
  const element = tag(pages, pages.root, 'Table');
  const first = tag(pages, element, 'THead');
  drawRow(pages, first, head, { head: true });
  first.end();
  if (rows.length > 0) {
    const body = tag(pages, element, 'TBody');
    rows.forEach((row, at) => {
      const together = at === rows.length - FEWEST ? rows.slice(at) : [row];
      if (at > 0 && pages.y + heightOf(together) > pages.bottom) turnPage(pages, head);
      drawRow(pages, body, row, { head: false, repeat: head });
    });
    body.end();
  }
  element.end();
}

function columnsOf({ left, width }: Pages, { columns }: PaperTable): Column[] {
  const each = Math.min(WIDEST_COLUMN, (width * (1 - LEAST_LABEL_SHARE)) / Math.max(1, columns.length));
  const label = width - each * columns.length;
  return [
    { x: left, width: label - GAP, align: 'left' },
    ...columns.map((_, at) => ({ x: left + label + at * each, width: each - GAP / 2, align: 'right' as const })),
  ];
}

type As = { head: true } | { head: false; repeat: Row };

/** A row keeps together where a page can hold it; one longer than a page goes on over the next. */
function drawRow(pages: Pages, group: Tag, row: Row, as: As): void {
  const line = lineHeight(row.letters);
  const element = tag(pages, group, 'TR');
  const cells = row.cells.map((cell, at) => ({
    ...cell,
    element: tagCell(pages, element, as.head, { at, text: cell.text }),
  }));
  const most = Math.max(...cells.map(({ lines }) => lines.length));
  for (let from = 0; from < most; ) {
    if (from > 0 && !as.head) turnPage(pages, as.repeat);
    const room = Math.max(1, Math.floor((pages.bottom - pages.y - 2 * PADDING) / line));
    const y = pages.y + PADDING;
    for (const { lines, column, element: td } of cells) {
      const slice = lines.slice(from, from + room);
      if (slice.length > 0) td.add(() => setLines(pages, slice, { ...column, y }, row.letters));
    }
    pages.y = y + Math.min(room, most - from) * line + PADDING;
    from += room;
  }
  element.end();
  drawRule(pages, as.head ? 1 : 0.5);
}

function tagCell(pages: Pages, row: Tag, head: boolean, { at, text }: { at: number; text: string }): Tag {
  if (head) return tag(pages, row, 'TH', { scope: 'Column', ...saying(text) });
  return at === 0 ? tag(pages, row, 'TH', { scope: 'Row', ...saying(text) }) : tag(pages, row, 'TD');
}

function turnPage(pages: Pages, head: Row): void {
  newPage(pages);
  const y = pages.y + PADDING;
  artifact(pages, 'Pagination', () => {
    for (const { lines, column } of head.cells) setLines(pages, lines, { ...column, y }, head.letters);
  });
  pages.y += head.height;
  drawRule(pages, 1);
}

function drawRule(pages: Pages, weight: number): void {
  const { doc, left, width, y } = pages;
  artifact(pages, 'Layout', () =>
    doc
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(weight)
      .strokeColor('#b1b4b6')
      .stroke(),
  );
}
