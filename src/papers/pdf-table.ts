import type { PaperTable } from './paper.ts';
import { artifact, type Letters, lineHeight, linesOf, newPage, type Pages, saying, setLines, tag } from './pdf-page.ts';
import { decimals, printed } from './wording.ts';

const GAP = 8;
const PADDING = 3;
const LEAST_LABEL_SHARE = 0.34;
const WIDEST_COLUMN = 90;
const MOST_COLUMNS_UPRIGHT = 6;

type Column = { x: number; width: number; align: 'left' | 'right' };
type Row = { cells: string[]; head: boolean };
type Tag = ReturnType<typeof tag>;

export const isWide = ({ columns }: PaperTable) => columns.length > MOST_COLUMNS_UPRIGHT;

/**
 * Cells set by hand: the library's own tables take seconds for two hundred rows. The header is a header once, in the
 * structure; where a page repeats it for the eye, it is an artifact, so that nobody hears it again at each page.
 */
export function drawTable(pages: Pages, table: PaperTable): void {
  const columns = columnsOf(pages, table);
  const size = table.columns.length > 2 * MOST_COLUMNS_UPRIGHT ? 7 : 9;
  const places = table.columns.map((_, at) => decimals(table, at));
  const head: Row = { cells: [table.rowsAre, ...table.columns], head: true };
  const element = tag(pages, pages.root, 'Table');
  const part = (type: string, rows: Row[], repeat: Row | undefined) => {
    const group = tag(pages, element, type);
    for (const row of rows) drawRow(pages, group, row, { columns, size, repeat });
    group.end();
  };
  part('THead', [head], undefined);
  const body = table.rows.map(({ label, cells }) => ({
    cells: [label, ...cells.map((cell, at) => printed(cell, places[at] ?? 0))],
    head: false,
  }));
  if (body.length > 0) part('TBody', body, head);
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

type Form = { columns: Column[]; size: number; repeat: Row | undefined };

/** A row keeps together where a page can hold it; one longer than a page goes on over the next. */
function drawRow(pages: Pages, group: Tag, row: Row, form: Form): void {
  const set = row.cells.map((text, at) => ({ text, at, ...setCell(pages, row, at, form) }));
  const most = Math.max(...set.map(({ lines }) => lines.length));
  const line = lineHeight({ size: form.size });
  if (pages.y + most * line + 2 * PADDING > pages.bottom) turnPage(pages, form);
  const element = tag(pages, group, 'TR');
  const cells = set.map((cell) => ({ ...cell, element: tagCell(pages, element, row, cell) }));
  for (let from = 0; from < most; ) {
    if (from > 0) turnPage(pages, form);
    const room = Math.max(1, Math.floor((pages.bottom - pages.y - 2 * PADDING) / line));
    const y = pages.y + PADDING;
    for (const { lines, column, letters, element: td } of cells) {
      const slice = lines.slice(from, from + room);
      if (slice.length > 0) td.add(() => setLines(pages, slice, { ...column, y }, letters));
    }
    pages.y = y + Math.min(room, most - from) * line + PADDING;
    from += room;
  }
  element.end();
  drawRule(pages, row.head ? 1 : 0.5);
}

function setCell(pages: Pages, row: Row, at: number, { columns, size }: Form) {
  const column = columns[at] ?? { x: pages.left, width: pages.width, align: 'left' };
  const letters: Letters = { size, bold: row.head };
  return { column, letters, lines: linesOf(pages, row.cells[at] ?? '', column.width, letters) };
}

function tagCell(pages: Pages, row: Tag, { head }: Row, { at, text }: { at: number; text: string }): Tag {
  if (head) return tag(pages, row, 'TH', { scope: 'Column', ...saying(text) });
  return at === 0 ? tag(pages, row, 'TH', { scope: 'Row', ...saying(text) }) : tag(pages, row, 'TD');
}

function turnPage(pages: Pages, form: Form): void {
  newPage(pages);
  const { repeat } = form;
  if (!repeat) return;
  const cells = repeat.cells.map((_, at) => setCell(pages, repeat, at, form));
  const y = pages.y + PADDING;
  artifact(pages, 'Pagination', () => {
    for (const { lines, column, letters } of cells) setLines(pages, lines, { ...column, y }, letters);
  });
  pages.y = y + Math.max(...cells.map(({ lines }) => lines.length)) * lineHeight({ size: form.size }) + PADDING;
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
