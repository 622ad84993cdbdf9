import { readDay, tidy } from '@throughline/office-files';
import { type Column, type Header, TELLING } from './columns.ts';
import { type Identity, nobody } from './identity.ts';
import { type Prepared, prepare, readNumber } from './prepare.ts';

/** What is wrong with a cell, where, and what to do about it. */
export type Trouble = {
  file: string;
  row: number;
  column: Column | '';
  value: string;
  problem: string;
  remedy: string;
};
/** A row made ready. Troubles beside it: cells left aside while the rest of the row is matched. */
export type Read = { id: string; prepared: Prepared; noticed: Trouble[] } | { leftOut: Trouble };

const LONGEST = 1000;
const NAMES = new Set<Column | ''>(['given_name', 'surname']);

export function readRow(cells: readonly string[], header: Header, file: string, row: number): Read {
  const said = (column: Column) =>
    tidy({ kind: 'text', text: cells[header.at.get(column) ?? -1] ?? '' }, { isName: NAMES.has(column) }).cell?.text ??
    '';
  const trouble = (column: Column | '', problem: string, remedy: string): Trouble => ({
    file,
    row,
    column,
    value: column && said(column).slice(0, 100),
    problem,
    remedy,
  });
  if (cells.slice(header.width).some((cell) => cell.trim() !== ''))
    return {
      leftOut: trouble('', 'has more cells than the first row', 'Put values that hold a comma in quotation marks.'),
    };
  const long = cells.findIndex((cell) => cell.length > LONGEST);
  if (long >= 0) {
    const column = [...header.at].find(([, place]) => place === long)?.[0] ?? '';
    return {
      leftOut: trouble(column, `is longer than ${LONGEST} characters`, 'Look for a quotation mark that is not closed.'),
    };
  }
  const id = said('id');
  if (id === '') return { leftOut: trouble('id', 'is empty', 'Give every row an id of its own.') };
  if (!TELLING.some((column) => said(column) !== ''))
    return {
      leftOut: trouble(
        '',
        'says nothing a person can be known by',
        'Fill in a name, a birth date or a number, or leave the row out.',
      ),
    };
  const noticed: Trouble[] = [];
  const born = readBirth(said('date_of_birth'));
  if (born.problem)
    noticed.push(trouble('date_of_birth', born.problem, 'Write a real day as 2010-05-31, 31/05/2010 or 20100531.'));
  for (const [column, kind] of [
    ['nhs_number', 'NHS'],
    ['upn', 'UPN'],
  ] as const) {
    if (said(column) === '') continue;
    if (readNumber(kind, said(column)) === '')
      noticed.push(
        trouble(column, 'has a wrong check digit or form, so it is left aside', 'Look the number up again.'),
      );
  }
  const identity: Identity = {
    ...nobody,
    ...born.born,
    given: said('given_name') || null,
    surname: said('surname') || null,
    sex: said('sex') || null,
    addresses: [{ line: said('address_line') || null, town: said('town') || null, postcode: said('postcode') || null }],
    emails: said('email')
      .split(/[;,\s]+/)
      .filter(Boolean),
    phones: said('phone')
      .split(/[;,/]+/)
      .filter(Boolean),
    nhsNumber: said('nhs_number') || null,
    upn: said('upn') || null,
  };
  return { id, prepared: prepare(identity), noticed };
}

type Birth = { born: Pick<Identity, 'dateOfBirth' | 'birthDigits'>; problem?: string };

/** Where the text is no day, its digits still tell people apart; where it is not even digits it is left aside. */
function readBirth(text: string): Birth {
  if (text === '') return { born: { dateOfBirth: null } };
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/.exec(text);
  const read = readDay({ kind: 'text', text: compact ? compact.slice(1, 4).join('-') : text });
  if ('value' in read) return { born: { dateOfBirth: read.value } };
  const digits = digitsOf(text);
  return digits
    ? {
        born: { dateOfBirth: null, birthDigits: digits },
        problem: 'is not a day there is, so it is compared digit by digit',
      }
    : { born: { dateOfBirth: null }, problem: 'is not a date, so it is left aside' };
}

function digitsOf(text: string): string | undefined {
  const [, first, second, third] = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(text) ?? [];
  if (first) return `${first}${second?.padStart(2, '0')}${third?.padStart(2, '0')}`;
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  return year ? `${year}${month?.padStart(2, '0')}${day?.padStart(2, '0')}` : undefined;
}
