import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { DOMParser } from 'linkedom';
import { getDocumentProxy } from 'unpdf';
import { openWorkbook } from '../platform/imports/index.ts';
import { isRefusal } from '../platform/kernel/index.ts';
import type { FormatName } from './writers.ts';

/** What a reader who shares no code with the writers finds in a file: its tables, and everything it says. */
export type Found = { tables: FoundTable[]; says: string[] };
type FoundTable = { title: string; head: string[]; rows: string[][] };

export const readers: Record<FormatName, (bytes: Uint8Array) => Promise<Found> | Found> = {
  csv: readCsv,
  xlsx: readXlsx,
  ods: readOds,
  docx: readDocx,
  pdf: readPdf,
};

export type CsvLine = Record<'kind' | 'table' | 'row' | 'column' | 'unit' | 'value' | 'says', string>;
export const csvLines = (bytes: Uint8Array): CsvLine[] => parse(Buffer.from(bytes), { bom: true, columns: true });

/** The apostrophe and the en dash are for spreadsheets; see csv.test.ts. */
const meant = (text: string) => text.replace(/^'/, '').replace(/^(\d+)–(\d+)$/, '$1-$2');

function readCsv(bytes: Uint8Array): Found {
  const lines = csvLines(bytes);
  const figures = lines.filter(({ kind }) => kind === 'figure');
  const tables = [...new Set(figures.map(({ table }) => table))].map((title) => {
    const own = figures.filter(({ table }) => table === title);
    const columns = [...new Set(own.map(({ column }) => column))];
    const rows = [...new Set(own.map(({ row }) => row))].map((row) => [
      meant(row),
      ...columns.map((column) => own.find((line) => line.row === row && line.column === column)?.value ?? 'absent'),
    ]);
    return { title, head: ['', ...columns], rows };
  });
  return { tables, says: lines.flatMap((line) => Object.values(line).map(meant)) };
}

function readXlsx(bytes: Uint8Array): Found {
  const workbook = openWorkbook(bytes);
  if (isRefusal(workbook)) throw new Error('the workbook does not open');
  const sheets = workbook.sheets.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')));
  return fromSheets(sheets);
}

function readOds(bytes: Uint8Array): Found {
  const sheets = all(part(bytes, 'content.xml'), 'table:table').map((table) =>
    all(table, 'table:table-row').map((row) =>
      all(row, 'table:table-cell').map((cell) => cell.getAttribute('office:value') ?? cell.textContent ?? ''),
    ),
  );
  return fromSheets(sheets);
}

/** The first sheet is words; of the others a title, a line of words, the header, and rows until a row has one cell. */
function fromSheets(sheets: string[][][]): Found {
  const tables = sheets.slice(1).map(([title = [], , head = [], ...rows]) => ({
    title: title[0] ?? '',
    head,
    rows: rows.filter(({ length }) => length === head.length),
  }));
  return { tables, says: sheets.flat(2) };
}

function readDocx(bytes: Uint8Array): Found {
  const body = all(part(bytes, 'word/document.xml'), 'w:body')[0];
  const tables: FoundTable[] = [];
  let title = '';
  for (const child of Array.from(body?.children ?? [])) {
    if (child.tagName === 'w:p' && /^Heading/.test(all(child, 'w:pStyle')[0]?.getAttribute('w:val') ?? ''))
      title = said(child);
    if (child.tagName !== 'w:tbl') continue;
    const [head = [], ...rows] = all(child, 'w:tr').map((row) => all(row, 'w:tc').map(said));
    tables.push({ title, head, rows });
  }
  return { tables, says: body ? [...all(body, 'w:p').map(said), ...described(body)] : [] };
}

/** What the pictures of a document say to those who do not see them; the parser leaves marks as they are written. */
export const described = (parent: Parent): string[] =>
  all(parent, 'wp:docPr').map((picture) => {
    const says = picture.getAttribute('descr') ?? '';
    return says.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  });

const said = (element: Element) =>
  all(element, 'w:t')
    .map(({ textContent }) => textContent ?? '')
    .join('');

export const part = (bytes: Uint8Array, name: string): Parent =>
  new DOMParser().parseFromString(strFromU8(unzipSync(bytes)[name] ?? new Uint8Array()), 'text/xml');

type Parent = Element | ReturnType<DOMParser['parseFromString']>;
export const all = (parent: Parent, name: string): Element[] => Array.from(parent.getElementsByTagName(name));

export type Tagged = { role: string; says: string; children: Tagged[] };
type Node = { role?: string; alt?: string; type?: string; id?: string; children?: Node[] };

/** The structure of a PDF as a screen reader walks it, page by page. */
export async function pdfPages(bytes: Uint8Array): Promise<Tagged[][]> {
  const document = await getDocumentProxy(bytes.slice());
  const pages: Tagged[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marked = new Map<string, string>();
    const open: string[] = [];
    for (const item of items)
      if ('str' in item)
        marked.set(open.at(-1) ?? '', (marked.get(open.at(-1) ?? '') ?? '') + item.str + (item.hasEOL ? ' ' : ''));
      else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ?? '');
    const tree: Node = (await page.getStructTree()) ?? {};
    pages.push((tree.children?.[0]?.children ?? []).map((node) => tagged(node, marked)));
  }
  return pages;
}

function tagged(node: Node, marked: Map<string, string>): Tagged {
  const children = (node.children ?? []).filter(isHere).map((child) => tagged(child, marked));
  const own = (node.children ?? [])
    .filter(({ type }) => type === 'content')
    .map(({ id }) => marked.get(id ?? '') ?? '');
  return { role: node.role ?? '', says: node.alt ?? own.join(' ').replace(/\s+/g, ' ').trim(), children };
}

/** A table's rows on other pages are told of at each of its pages, empty. */
const isHere = ({ role, children = [] }: Node): boolean =>
  role !== undefined && children.some((child) => child.type === 'content' || isHere(child));

async function readPdf(bytes: Uint8Array): Promise<Found> {
  const found: Found = { tables: [], says: [] };
  let title = '';
  for (const node of (await pdfPages(bytes)).flat()) {
    if (/^H\d$/.test(node.role)) title = node.says;
    if (node.role === 'Table') addTable(found, title, node);
    found.says.push(...sayings(node));
  }
  return found;
}

function addTable(found: Found, title: string, table: Tagged): void {
  const rowsOf = (role: string) =>
    table.children
      .filter((group) => group.role === role)
      .flatMap(({ children }) => children.map((row) => row.children.map(({ says }) => says)));
  const [head] = rowsOf('THead');
  if (head) found.tables.push({ title, head, rows: rowsOf('TBody') });
  else found.tables.at(-1)?.rows.push(...rowsOf('TBody'));
}

const sayings = (node: Tagged): string[] => [node.says, ...node.children.flatMap(sayings)];
