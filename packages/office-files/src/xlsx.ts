import type { Cell, Row, Sheet } from './sheet.ts';
import { Unreadable } from './unreadable.ts';
import { scanXml } from './xml.ts';
import type { Zip } from './zip.ts';

type Facts = { strings: string[]; dateStyles: Set<number>; from1904: boolean };
type Found = { at: string | undefined; type: string; style: number; text: string };

/** @throws Unreadable */
export function readXlsx(zip: Zip, atMostCells: number): Sheet[] {
  const about = readWorkbookPart(zip);
  const facts = { strings: readStrings(zip), dateStyles: readDateStyles(zip), from1904: about.from1904 };
  let left = atMostCells;
  return about.sheets.flatMap(({ name, path }) => {
    const xml = zip.text(path);
    if (xml === undefined) return [];
    const rows = readRows(xml, facts, () => {
      if (--left < 0)
        throw new Unreadable(`The workbook has more than ${atMostCells} filled cells, which no list of people has.`);
    });
    return [{ name, rows }];
  });
}

function readWorkbookPart(zip: Zip): { from1904: boolean; sheets: { name: string; path: string }[] } {
  const targets = new Map<string, string>();
  scanXml(zip.text('xl/_rels/workbook.xml.rels') ?? '', {
    ...silent,
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const target = attribute('Target') ?? '';
      targets.set(attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: { name: string; path: string }[] = [];
  let from1904 = false;
  scanXml(zip.text('xl/workbook.xml') ?? '', {
    ...silent,
    open: (name, attribute) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (name === 'sheet')
        sheets.push({ name: attribute('name') ?? '', path: targets.get(attribute('id') ?? '') ?? '' });
    },
  });
  return { from1904, sheets };
}

/** The texts cells point at. Runs of one text are joined; reading aids (`rPh`) are left out. */
function readStrings(zip: Zip): string[] {
  const strings: string[] = [];
  let text: string | undefined;
  let aid = false;
  let inText = false;
  scanXml(zip.text('xl/sharedStrings.xml') ?? '', {
    open: (name) => {
      if (name === 'si') text = '';
      aid ||= name === 'rPh';
      inText = name === 't';
    },
    text: (piece) => {
      if (inText && !aid && text !== undefined) text += piece;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeExcel(text ?? ''));
      if (name === 'rPh') aid = false;
      inText = false;
    },
  });
  return strings;
}

/** Which cell styles show a number as a date: built-in formats 14-22 and 27-58 less the plain ones, and any of its own. */
function readDateStyles(zip: Zip): Set<number> {
  const own = new Map<number, boolean>();
  const styles = new Set<number>();
  let inCells = false;
  let style = 0;
  scanXml(zip.text('xl/styles.xml') ?? '', {
    open: (name, attribute) => {
      if (name === 'numFmt') own.set(Number(attribute('numFmtId')), showsDay(attribute('formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const format = Number(attribute('numFmtId') ?? 0);
      if (own.get(format) ?? isBuiltInDay(format)) styles.add(style);
      style++;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => {},
  });
  return styles;
}

const isBuiltInDay = (format: number) =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58);

const showsDay = (format: string) => /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

function readRows(xml: string, facts: Facts, count: () => void): Row[] {
  const rows: Row[] = [];
  let row: Row = { number: 0, cells: [] };
  let cell: Found | undefined;
  let column = -1;
  let hears = false;
  scanXml(xml, {
    open: (name, attribute) => {
      if (name === 'row') {
        row = { number: Number(attribute('r')) || row.number + 1, cells: [] };
        column = -1;
      } else if (name === 'c') {
        cell = { at: attribute('r'), type: attribute('t') ?? 'n', style: Number(attribute('s') ?? -1), text: '' };
      }
      hears = name === 'v' || name === 't';
    },
    text: (piece) => {
      if (hears && cell) cell.text += piece;
    },
    close: (name) => {
      hears = false;
      if (name === 'row' && row.cells.length > 0) rows.push(row);
      if (name !== 'c' || !cell) return;
      column = columnOf(cell.at) ?? column + 1;
      const value = cellOf(cell, facts);
      if (value) count();
      if (value && column < 16_384) row.cells[column] = value;
      cell = undefined;
    },
  });
  return rows;
}

function columnOf(address: string | undefined): number | undefined {
  const letters = address?.match(/^[A-Z]{1,3}/)?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf({ type, style, text }: Found, facts: Facts): Cell | undefined {
  if (text === '') return undefined;
  if (type === 's') return textCell(facts.strings[Number(text)] ?? '');
  if (type === 'str' || type === 'inlineStr') return textCell(unescapeExcel(text));
  if (type === 'b') return { kind: 'truth', text: text === '1' ? 'Yes' : 'No' };
  if (type === 'e') return { kind: 'error', text };
  if (type === 'd') return textCell(text);
  const number = Number(text);
  if (!Number.isFinite(number)) return textCell(text);
  return facts.dateStyles.has(style) ? dayCell(number, facts.from1904) : { kind: 'number', text: String(number) };
}

const textCell = (text: string): Cell | undefined => (text.trim() === '' ? undefined : { kind: 'text', text });

function dayCell(serial: number, from1904: boolean): Cell {
  const day = dayOfSerial(serial, from1904);
  return day ? { kind: 'day', text: day } : { kind: 'number', text: String(serial) };
}

// Days since 1 January 1970.
const FIRST_OF_1904 = -24_107;
const BEFORE_1900 = -25_569;

/** Excel counts days from 1900 or 1904. Before 1 March 1900 its calendar has a day that never was, so nothing there is read. */
export function dayOfSerial(serial: number, from1904 = false): string | undefined {
  const days = Math.floor(serial);
  if (days < (from1904 ? 0 : 61) || days > 100_000) return undefined;
  return dayOfNumber((from1904 ? FIRST_OF_1904 : BEFORE_1900) + days);
}

const dayOfNumber = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

const unescapeExcel = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

const silent = { open: () => {}, close: () => {}, text: () => {} };
