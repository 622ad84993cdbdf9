import { CsvError, parse } from 'csv-parse/sync';
import type { Row, Sheet } from './sheet.ts';
import { Unreadable } from './unreadable.ts';

/** A CSV file as one sheet, with a note where its letters had to be guessed. @throws Unreadable */
export function readCsv(bytes: Buffer, atMostCells: number): { sheet: Sheet; notes: string[] } {
  const { text, notes } = decode(bytes);
  if (text.trim() === '') throw new Unreadable('The file is empty.');
  if (hasControls(text)) throw new Unreadable(NOT_A_TABLE);
  return { sheet: { name: 'CSV', delimited: true, rows: readRows(text, atMostCells) }, notes };
}

const NOT_A_TABLE = 'This is neither a workbook (.xlsx) nor a CSV file.';

/** Nobody types these, so a file that has them is not a table; a tab, an end of line or of file is no control here. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 && !(code >= 9 && code <= 13) && code !== 26) return true;
  }
  return false;
}

function decode(bytes: Buffer): { text: string; notes: string[] } {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return inUtf16(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return inUtf16(bytes, 'utf-16be');
  if (bytes.subarray(0, 4096).includes(0)) {
    if (looksUtf16(bytes)) return inUtf16(bytes, 'utf-16le');
    throw new Unreadable(NOT_A_TABLE);
  }
  const text = tryDecode(bytes, 'utf-8');
  if (text !== undefined) return { text, notes: [] };
  const note =
    'The file is not in UTF-8, so it was read as Windows-1252, which Excel writes for a plain CSV. Check names with accents.';
  return { text: new TextDecoder('windows-1252').decode(bytes), notes: [note] };
}

function inUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): { text: string; notes: string[] } {
  const text = tryDecode(bytes, encoding);
  if (text === undefined) throw new Unreadable(NOT_A_TABLE);
  return { text, notes: ['The file is in UTF-16 ("Unicode text" in Excel) and was read as such.'] };
}

function tryDecode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Latin letters in UTF-16 have a zero in nearly every second byte. */
function looksUtf16(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4096);
  const zeros = start.filter((byte, at) => at % 2 === 1 && byte === 0).length;
  return bytes.length % 2 === 0 && zeros > start.length * 0.4;
}

function readRows(text: string, atMostCells: number): Row[] {
  let number = 0;
  let left = atMostCells;
  const rows: Row[] = [];
  const keep = (record: string[]) => {
    number++;
    const cells = record.map((text) => (text.trim() === '' ? undefined : { kind: 'text' as const, text }));
    left -= cells.filter(Boolean).length;
    if (left < 0)
      throw new Unreadable(`The file has more than ${atMostCells} filled cells, which no list of people has.`);
    if (cells.some(Boolean)) rows.push({ number, cells });
    return null;
  };
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      // All of them throughout: left to itself it takes the first it meets for all, and rows that end otherwise run together.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
      on_record: keep,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(
      `After row ${number} a quotation mark is opened and never closed, so the rows cannot be told apart. Mend it and save the file again.`,
    );
  }
  return rows;
}

/** British Excel writes commas, "Unicode text" tabs, continental Excel semicolons: the first line tells. */
function delimiterOf(text: string): string {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string) => line.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
