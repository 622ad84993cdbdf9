import { plainly } from '@throughline/office-files';

/** The columns a file may have; `id` it must, for the result names rows by it. */
const SPELLINGS = {
  id: ['unique_id', 'record_id'],
  given_name: ['first_name', 'forename', 'given_names', 'first_names', 'forenames'],
  surname: ['family_name', 'last_name'],
  date_of_birth: ['dob', 'birth_date', 'born_on'],
  sex: ['gender'],
  address_line: ['address', 'address_line_1', 'street_address'],
  town: ['city', 'suburb', 'post_town'],
  postcode: ['post_code', 'zip'],
  email: ['email_address'],
  phone: ['telephone', 'phone_number', 'mobile'],
  nhs_number: ['nhs'],
  upn: ['unique_pupil_number'],
} as const satisfies Record<string, readonly string[]>;
export type Column = keyof typeof SPELLINGS;
export const columns = Object.keys(SPELLINGS) as Column[];

const known = new Map<string, Column>(
  columns.flatMap((column) => [column, ...SPELLINGS[column]].map((name) => [plainly(name), column] as const)),
);

/** Which column stands where. Of two that mean the same the first is read. */
export type Header = { at: ReadonlyMap<Column, number>; width: number; unused: string[] };

export function readHeader(cells: readonly string[]): Header {
  const at = new Map<Column, number>();
  const unused: string[] = [];
  cells.forEach((cell, place) => {
    const column = known.get(plainly(cell));
    if (column && !at.has(column)) at.set(column, place);
    else if (cell.trim() !== '') unused.push(cell.trim());
  });
  return { at, width: cells.length, unused };
}

/** What a row can be known by; sex, street and town alone are shared by too many. */
export const TELLING: readonly Column[] = [
  'given_name',
  'surname',
  'date_of_birth',
  'email',
  'phone',
  'nhs_number',
  'upn',
];

/** One sentence, where the header will not do. */
export function findMissing({ at }: Header): string | undefined {
  if (!at.has('id'))
    return `There is no column “id” in the first row, and the result names rows by it. Columns that are read: ${columns.join(', ')}.`;
  if (!TELLING.some((column) => at.has(column)))
    return `There is no column to know people by: add one or more of ${TELLING.join(', ')}.`;
  return undefined;
}
