import { pack, xml } from './archive.ts';
import { content, manifest, meta, settings, styles } from './ods-parts.ts';
import type { Paper, PaperTable, Part, Shown } from './paper.ts';
import { sheetNames } from './sheet-names.ts';
import {
  aboutTable,
  decimals,
  legend,
  linesIn,
  notesTitle,
  printed,
  symbolsTitle,
  tablesIn,
  trialSays,
  underTitle,
} from './wording.ts';

/** Letters that a column holds in a line. */
const [LABELS, PROSE, ROW_LABELS, FIGURES] = [24, 90, 44, 16];

/** An OpenDocument spreadsheet, built as the workbook is: no well-kept library writes one, and it is little. */
export async function writeOds(paper: Paper): Promise<Uint8Array> {
  const names = sheetNames(paper);
  const tables = tablesIn(paper.parts);
  const places = tables.flatMap((table) => table.columns.map((_, at) => decimals(table, at)));
  const sheets = [
    sheet(names.cover, ['label', 'prose'], cover(paper)),
    ...tables.map((table, at) => tableSheet(table, names.tables[at] ?? table.id)),
  ].join('');
  return pack(
    {
      'content.xml': content(sheets, [...new Set(places)]),
      'styles.xml': styles,
      'meta.xml': meta(paper),
      'settings.xml': settings(names.tables),
      'META-INF/manifest.xml': manifest,
    },
    { name: 'mimetype', says: 'application/vnd.oasis.opendocument.spreadsheet' },
  );
}

function cover(paper: Paper): string {
  return [
    row(text(paper.title, 'title')),
    ...(paper.trial ? [row(text(trialSays, 'heading'))] : []),
    ...paper.facts.map(fact),
    ...paper.parts.flatMap((part) => partRows(part, paper.parts)),
  ].join('');
}

function partRows(part: Part, parts: readonly Part[]): string[] {
  switch (part.is) {
    case 'heading':
      return [row(text(part.says, 'title'))];
    case 'paragraph':
      return [prose(part.says)];
    case 'list':
      return part.items.map(prose);
    case 'symbols':
      return headed(symbolsTitle, legend(parts).map(fact));
    case 'table':
      return headed(part.title, aboutTable(part).map(fact));
    case 'notes':
      return headed(notesTitle, part.notes.map(prose));
  }
}

function tableSheet(table: PaperTable, name: string): string {
  const places = table.columns.map((_, at) => decimals(table, at));
  const head = [
    row(text(table.title, 'title')),
    row(text(underTitle(table), 'plain')),
    high(
      Math.max(linesIn(table.rowsAre, ROW_LABELS), ...table.columns.map((column) => linesIn(column, FIGURES))),
      text(table.rowsAre, 'head'),
      ...table.columns.map((column) => text(column, 'head-right')),
    ),
  ];
  const body = table.rows.map(({ label, cells }) =>
    high(linesIn(label, ROW_LABELS), text(label), ...cells.map((cell, at) => figure(cell, places[at] ?? 0))),
  );
  const notes = table.notes.map((note) => row(text(note, 'plain')));
  const columns = ['row-label', ...table.columns.map(() => 'cell')];
  const rows = `<table:table-header-rows>${head.join('')}</table:table-header-rows>${[...body, ...notes].join('')}`;
  return sheet(name, columns, rows);
}

const sheet = (name: string, columns: string[], rows: string) =>
  `<table:table table:name="${xml(name)}" table:style-name="sheet">${columns.map((style) => `<table:table-column table:style-name="${style}"/>`).join('')}${rows}</table:table>`;
const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
const high = (lines: number, ...cells: string[]) =>
  `<table:table-row table:style-name="lines-${lines}">${cells.join('')}</table:table-row>`;
const empty = '<table:table-cell/>';
const prose = (says: string) => high(linesIn(says, PROSE), empty, text(says));
const fact = ([label, says]: readonly [string, string]) =>
  high(Math.max(linesIn(label, LABELS), linesIn(says, PROSE)), text(label, 'head'), text(says));
const headed = (name: string, rows: string[]) => (rows.length === 0 ? [] : [row(text(name, 'heading')), ...rows]);

const text = (says: string, style = 'prose') =>
  `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${spaced(says)}</text:p></table:table-cell>`;

function figure(cell: Shown, places: number): string {
  if (typeof cell === 'string') return text(cell, 'symbol');
  return `<table:table-cell table:style-name="figure-${places}" office:value-type="float" office:value="${cell}"><text:p>${printed(cell, places)}</text:p></table:table-cell>`;
}

/** OpenDocument folds spaces and line ends unless they are elements (ODF 1.3, part 3, 6.1.2). */
const spaced = (says: string) =>
  xml(says)
    .replace(/\r\n?|\n/g, '<text:line-break/>')
    .replaceAll('\t', '<text:tab/>')
    .replace(/^ | (?= )/g, '<text:s/>');
