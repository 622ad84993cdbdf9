import writeWorkbook, { type CellObject, type Row, type Sheet } from 'write-excel-file/node';
import { type Parts, repack, xml, xmlHead } from './archive.ts';
import type { Paper, PaperTable, Part } from './paper.ts';
import { sheetNames } from './sheet-names.ts';
import {
  aboutTable,
  decimals,
  heightOf,
  LANGUAGE,
  legend,
  linesIn,
  notesTitle,
  numberFormat,
  symbolsTitle,
  tablesIn,
  trialSays,
  underTitle,
} from './wording.ts';

const TABLE_HEAD_ROWS = 3;
/** Widths of columns, in letters. */
const [LABELS, PROSE, ROW_LABELS, FIGURES] = [24, 90, 44, 18];

/** A workbook: a first sheet about the paper, then a sheet for each table, its header kept in sight. */
export async function writeXlsx(paper: Paper): Promise<Uint8Array> {
  const names = sheetNames(paper);
  const sheets: Sheet<Buffer>[] = [
    {
      sheet: names.cover,
      data: cover(paper),
      columns: [{ width: LABELS }, { width: PROSE }],
      orientation: 'landscape',
    },
    ...tablesIn(paper.parts).map((table, at) => tableSheet(table, names.tables[at] ?? table.id)),
  ];
  const bytes = await writeWorkbook(sheets, { fontFamily: 'Arial', fontSize: 12 }).toBuffer();
  return repack(bytes, (parts) => toFit(withProperties(parts, paper)));
}

function cover(paper: Paper): Row[] {
  return [
    [title(paper.title)],
    ...(paper.trial ? [[text(trialSays)]] : []),
    ...paper.facts.map(fact),
    ...paper.parts.flatMap((part) => partRows(part, paper.parts)),
  ];
}

function partRows(part: Part, parts: readonly Part[]): Row[] {
  switch (part.is) {
    case 'heading':
      return [[title(part.says)]];
    case 'paragraph':
      return [said(part.says)];
    case 'list':
      return part.items.map(said);
    case 'symbols':
      return headed(symbolsTitle, legend(parts).map(fact));
    case 'table':
      return headed(part.title, aboutTable(part).map(fact));
    case 'notes':
      return headed(notesTitle, part.notes.map(said));
  }
}

function tableSheet(table: PaperTable, sheet: string): Sheet<Buffer> {
  const places = table.columns.map((_, at) => decimals(table, at));
  const data: Row[] = [
    [title(table.title)],
    [text(underTitle(table))],
    [
      bold(table.rowsAre, ROW_LABELS),
      ...table.columns.map((column) => ({ ...bold(column, FIGURES), align: 'right' as const })),
    ],
    ...table.rows.map(({ label, cells }) => [
      prose(label, ROW_LABELS),
      ...cells.map((cell, at) =>
        typeof cell === 'number'
          ? { value: cell, format: numberFormat(places[at] ?? 0), alignVertical: 'top' as const }
          : { ...text(cell), align: 'right' as const, alignVertical: 'top' as const },
      ),
    ]),
    ...table.notes.map((note) => [text(note)]),
  ];
  const columns = [{ width: ROW_LABELS }, ...table.columns.map(() => ({ width: FIGURES }))];
  return { sheet, data, columns, stickyRowsCount: TABLE_HEAD_ROWS, stickyColumnsCount: 1, orientation: 'landscape' };
}

/** `@` keeps what looks like a number, a date or a formula as the text it is. */
const text = (value: string): CellObject => ({ value, type: String, format: '@' });
const prose = (value: string, width: number): CellObject => ({
  ...text(value),
  wrap: true,
  alignVertical: 'top',
  height: heightOf(linesIn(value, width)),
});
const bold = (value: string, width: number): CellObject => ({ ...prose(value, width), fontWeight: 'bold' });
const heading = (value: string): CellObject => ({ ...text(value), fontWeight: 'bold', fontSize: 14, height: 26 });
const title = (value: string): CellObject => ({ ...text(value), fontWeight: 'bold', fontSize: 18, height: 28 });
const fact = ([label, says]: readonly [string, string]): Row => [bold(label, LABELS), prose(says, PROSE)];

const said = (says: string): Row => [null, prose(says, PROSE)];
const headed = (name: string, rows: Row[]): Row[] => (rows.length === 0 ? [] : [[heading(name)], ...rows]);

/** The library writes no properties; a screen reader asks for the title and the language first. */
function withProperties(parts: Parts, paper: Paper): Parts {
  const core = `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(paper.title)}</dc:title><dc:creator>${xml(paper.author)}</dc:creator><dc:language>${LANGUAGE}</dc:language></cp:coreProperties>`;
  const put = (name: string, closing: string, more: string) => {
    const part = parts[name];
    if (typeof part !== 'string' || !part.includes(closing))
      throw new Error(`${name} of the workbook is not as expected`);
    return { [name]: part.replace(closing, () => more + closing) };
  };
  return {
    ...parts,
    ...put(
      '[Content_Types].xml',
      '</Types>',
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    ),
    ...put(
      '_rels/.rels',
      '</Relationships>',
      '<Relationship Id="rIdProperties" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
    ),
    'docProps/core.xml': core,
  };
}

/** Printed as wide as a page, however many pages long: the library knows no such setting. */
function toFit(parts: Parts): Parts {
  const fitted = ([name, part]: [string, Parts[string]]): [string, Parts[string]] => {
    if (!name.startsWith('xl/worksheets/sheet')) return [name, part];
    if (typeof part !== 'string' || !part.includes('<pageSetup '))
      throw new Error(`${name} of the workbook is not as expected`);
    const fits = part
      .replace(/<worksheet [^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
      .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ');
    return [name, fits];
  };
  return Object.fromEntries(Object.entries(parts).map(fitted));
}
