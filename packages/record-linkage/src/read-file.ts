import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Refusal, refuse } from '@throughline/commands';
import { CsvError, parse } from 'csv-parse';
import { findMissing, type Header, readHeader } from './columns.ts';
import type { Prepared } from './prepare.ts';
import { readRow, type Trouble } from './rows.ts';

export type Person = { id: string; prepared: Prepared };
export type PeopleFile = {
  people: Person[];
  read: number;
  blank: number;
  leftOut: Trouble[];
  noticed: Trouble[];
  unused: string[];
};

// A row of a hundred letters each for a quarter of a million people is 25 MB.
const LIMITS = { bytes: 40_000_000, rows: 250_000, blank: 500_000 };

class Unreadable extends Error {}

/** Reads a file row by row, so that no more of it is held than the people in it. */
export async function readPeople(path: string): Promise<PeopleFile | Refusal> {
  const name = basename(path);
  try {
    const delimiter = sniff(path, name);
    const file: PeopleFile = { people: [], read: 0, blank: 0, leftOut: [], noticed: [], unused: [] };
    const rows = parse({
      delimiter,
      // All of them throughout: left to itself it takes the first it meets for all, and rows that end otherwise run together.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
      info: true,
      max_record_size: 1_000_000,
    });
    await pipeline(createReadStream(path), decode(name), rows, take(file, name));
    if (file.people.length === 0 && file.leftOut.length === 0)
      throw new Unreadable(
        file.blank > 0
          ? `There is nobody in ${name}: all ${file.blank.toLocaleString('en-GB')} rows below the first are blank.`
          : `There is nobody in ${name}: no row follows the first.`,
      );
    return file;
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.message);
    if (error instanceof CsvError)
      return refuse(
        `A quotation mark in ${name} is opened and never closed, so the rows cannot be told apart. Mend it and save the file again.`,
      );
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM'))
      return refuse(`${name} may not be read by this account.`);
    throw error;
  }
}

/** Looks at the beginning: most of what is no CSV file is known by it. @returns the mark between cells */
function sniff(path: string, name: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Unreadable(`There is no file ${path}.`);
  if (!found.isFile()) throw new Unreadable(`${name} is not a file.`);
  if (found.size === 0) throw new Unreadable(`${name} is empty.`);
  if (found.size > LIMITS.bytes)
    throw new Unreadable(
      `${name} is ${Math.round(found.size / 1_000_000)} MB; the largest file that is matched is ${LIMITS.bytes / 1_000_000} MB. Leave out columns that are not compared, or match it in parts.`,
    );
  const start = readStart(path);
  if (start.subarray(0, 2).toString('latin1') === 'PK' || start.readUIntBE(0, Math.min(4, start.length)) === 0xd0cf11e0)
    throw new Unreadable(`${name} is a workbook or another packed file. Open it in Excel and save it as “CSV UTF-8”.`);
  const line = /[^\r\n]+/.exec(start.toString('utf8'))?.[0] ?? '';
  const count = (mark: string) => line.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function readStart(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(65_536);
    return start.subarray(0, readSync(file, start, 0, start.length, 0));
  } finally {
    closeSync(file);
  }
}

/** Letters read wrong would join and part the wrong people, so no other encoding is guessed at. */
function decode(name: string) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const text = (chunk?: Buffer) => {
      try {
        return decoder.decode(chunk, { stream: chunk !== undefined });
      } catch {
        throw new Unreadable(
          `${name} is not in UTF-8, so letters with accents cannot be told. Save it as “CSV UTF-8” and match it again.`,
        );
      }
    };
    for await (const chunk of chunks) {
      if (chunk.includes(0))
        throw new Unreadable(`${name} is not a CSV file in UTF-8. Save it as “CSV UTF-8” and match it again.`);
      yield text(chunk);
    }
    yield text();
  };
}

function take(file: PeopleFile, name: string) {
  return async (rows: AsyncIterable<{ record: string[]; info: { lines: number } }>) => {
    let header: Header | undefined;
    const seen = new Map<string, number>();
    let number = 0;
    for await (const { record } of rows) {
      number++;
      if (record.every((cell) => cell.trim() === '')) {
        if (header) file.blank++;
        if (file.blank > LIMITS.blank)
          throw new Unreadable(
            `${name} has more than ${LIMITS.blank.toLocaleString('en-GB')} blank rows. Delete the rows below the last person and save it again.`,
          );
      } else if (!header) {
        header = readHeader(record);
        const missing = findMissing(header);
        if (missing) throw new Unreadable(`${name}: ${missing}`);
        file.unused = header.unused;
      } else takeRow(file, record, header, name, number, seen);
    }
    leaveSharedAside(file, name, seen);
  };
}

/** Twins may be given one number by mistake; what so many bear stands for no number at all. */
const BORNE_BY = 3;

function leaveSharedAside(file: PeopleFile, name: string, rows: ReadonlyMap<string, number>): void {
  for (const [column, kind] of [
    ['nhs_number', 'nhs'],
    ['upn', 'upn'],
  ] as const)
    for (const [number, bearers] of Map.groupBy(file.people, ({ prepared }) => prepared[kind])) {
      if (number === '' || bearers.length <= BORNE_BY) continue;
      for (const { prepared } of bearers) prepared[kind] = '';
      file.noticed.push({
        file: name,
        row: rows.get(bearers[0]?.id ?? '') ?? 0,
        column,
        value: number,
        problem: `is borne by ${bearers.length} rows, so it tells nobody from others and is left aside`,
        remedy: 'Leave the cell empty where the number is not known.',
      });
    }
}

function takeRow(
  file: PeopleFile,
  cells: string[],
  header: Header,
  name: string,
  row: number,
  seen: Map<string, number>,
): void {
  if (++file.read > LIMITS.rows)
    throw new Unreadable(
      `${name} has more than ${LIMITS.rows.toLocaleString('en-GB')} rows, and so many people cannot be matched at once. Match it in parts.`,
    );
  const read = readRow(cells, header, name, row);
  if ('leftOut' in read) {
    file.leftOut.push(read.leftOut);
    return;
  }
  const earlier = seen.get(read.id);
  if (earlier !== undefined) {
    file.leftOut.push({
      file: name,
      row,
      column: 'id',
      value: read.id.slice(0, 100),
      problem: `is the id of row ${earlier} already`,
      remedy: 'Give every row an id of its own.',
    });
    return;
  }
  seen.set(read.id, row);
  file.people.push({ id: read.id, prepared: read.prepared });
  file.noticed.push(...read.noticed);
}
