import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FixtureCell, makeXlsx } from '../../../packages/office-files/src/testing/workbook.ts';
import { refusedRows } from '../../platform/imports/index.ts';
import { isRefusal, plainDate } from '../../platform/kernel/index.ts';
import { type AnnexA, readAnnexAFile } from './annex-a.ts';

const today = plainDate('2024-01-30');
const SAMPLE = join(process.cwd(), '..', 'shared', 'data', 'annex-a', 'Annex_A.xlsx');
const skip = existsSync(SAMPLE) ? false : 'the sample workbook is not beside this repository';

const HEADINGS = {
  'List 1': ['Child Unique ID', 'Gender', 'Ethnicity', 'Date of Birth', 'Date of Contact', 'Contact Source'],
  'List 3': [
    'Child Unique ID',
    'Date of Birth',
    'Date of Referral',
    'Referral Source',
    'Referral NFA?',
    'Allocated Team',
  ],
  'List 6': [
    'Child Unique ID',
    'Date of Birth',
    'CIN Start Date',
    'CIN Closure Date',
    'Reason for Closure',
    'Case Status',
  ],
  'List 7': [
    'Child Unique ID',
    'Date of Birth',
    'Child Protection Plan Start Date',
    'Child Protection Plan End Date',
    'Initial Category of Abuse',
  ],
  'List 8': [
    'Child Unique ID',
    'Date of Birth',
    'Date Started to be Looked After',
    'Date Ceased to be Looked After',
    'Reason Ceased to be Looked After',
  ],
};
type Lists = Partial<Record<keyof typeof HEADINGS, FixtureCell[][]>>;

function bytesOf(lists: Lists): Buffer {
  const names = Object.keys(lists) as (keyof typeof HEADINGS)[];
  return makeXlsx(Object.fromEntries(names.map((name) => [name, [HEADINGS[name], ...(lists[name] ?? [])]])));
}

function read(bytes: Uint8Array, on = today): AnnexA {
  const found = readAnnexAFile(bytes, on);
  if (isRefusal(found)) assert.fail(found.refused);
  return found;
}

/** What was refused in these lists, as `column: problem`. */
function refusals(lists: Lists): string[] {
  return read(bytesOf(lists)).result.refused.map(({ column, problem }) => `${column}: ${problem}`);
}

test('the sample workbook is read: every row counted, two refused', { skip }, () => {
  const { children, contacts, referrals, statuses, asAt, result } = read(readFileSync(SAMPLE));
  assert.deepEqual(result.sheets, {
    'List 1': { read: 5, accepted: 5, unchanged: 0, refused: 0 },
    'List 3': { read: 6, accepted: 6, unchanged: 0, refused: 0 },
    'List 6': { read: 5, accepted: 4, unchanged: 0, refused: 1 },
    'List 7': { read: 7, accepted: 7, unchanged: 0, refused: 0 },
    'List 8': { read: 5, accepted: 4, unchanged: 0, refused: 1 },
  });
  assert.deepEqual([result.read, result.accepted, refusedRows(result)], [28, 26, 2]);
  assert.deepEqual(
    [children.length, contacts.length, referrals.length, statuses.length, asAt],
    [26, 5, 6, 15, '2021-02-16'],
  );
  const sheets = Map.groupBy(result.repaired, ({ sheet }) => sheet);
  assert.deepEqual(
    [...sheets].map(([sheet, repairs]) => [sheet, repairs.length]),
    [
      ['List 1', 14],
      ['List 3', 24],
      ['List 6', 28],
      ['List 7', 21],
      ['List 8', 19],
    ],
  );
  assert.deepEqual(
    result.ignored.flatMap(({ sheet, columns }) => (columns ? [] : sheet)),
    ['List 2', 'List 4', 'List 5', 'List 9', 'List 10', 'List 11'],
  );
});

test('in the sample, what is refused is named with its place, its value and what to do', { skip }, () => {
  const [code, care] = read(readFileSync(SAMPLE)).result.refused;
  assert.deepEqual(
    [code?.sheet, code?.row, code?.column, code?.value],
    ['List 6', 2, 'Primary Need Code', 'PSRMEM - Support with memory and cognition'],
  );
  assert.match(code?.remedy ?? '', /N1 \(Abuse or neglect\)/);
  assert.deepEqual(
    [care?.sheet, care?.row, care?.column, care?.value],
    ['List 8', 5, 'Date Started to be Looked After', '2010-02-24'],
  );
  assert.match(care?.problem ?? '', /before the date of birth, 13 March 2018/);
});

test('in the sample, codes, spaces and empty teams are repaired, and plans before birth are kept', { skip }, () => {
  const { statuses, referrals, result } = read(readFileSync(SAMPLE));
  const became = (sheet: string, row: number, column: string) =>
    result.repaired
      .filter((one) => one.sheet === sheet && one.row === row && one.column === column)
      .map(({ value, became }) => [value, became]);
  assert.deepEqual(became('List 1', 3, 'Gender'), [['b) Female', 'F']]);
  assert.deepEqual(became('List 3', 3, 'Referral Source'), [['j) 3D: Health services', '3D']]);
  assert.deepEqual(became('List 3', 2, 'Allocated Worker'), [['Dustin\u00A0Hazlett', 'Dustin Hazlett']]);
  assert.deepEqual(became('List 6', 3, 'Allocated Team'), [['#N/A', '']]);
  assert.deepEqual(became('List 8', 3, "Child's Legal Status"), [['C2: FCO', 'C2']]);
  assert.equal(referrals[0]?.worker, 'Dustin Hazlett');
  const unborn = statuses.find(({ key }) => key === 'CP|10721552|2020-11-23');
  assert.deepEqual(unborn && [unborn.kind, unborn.from, unborn.until], ['CP', '2020-11-23', '2021-02-16']);
  assert.ok(
    result.noticed.some(({ sheet, row, problem }) => sheet === 'List 7' && row === 8 && problem.includes('339 days')),
  );
});

test('the same workbook read twice gives the same keys, and no key twice', { skip }, () => {
  const keys = () => {
    const { children, contacts, referrals, statuses } = read(readFileSync(SAMPLE));
    return [...children, ...contacts, ...referrals, ...statuses].map(({ key }) => key);
  };
  assert.deepEqual(keys(), keys());
  assert.equal(new Set(keys()).size, keys().length);
});

test('care before birth is refused, expected or past; a plan, contact or referral before birth is taken', () => {
  const [born, before] = ['13/03/2018', '01/02/2018'];
  assert.match(
    refusals({ 'List 8': [[1, born, before]] })[0] ?? '',
    /^Date Started.*before the date of birth, 13 March 2018/,
  );
  assert.match(refusals({ 'List 8': [[1, '01/05/2024', '01/01/2024']] })[0] ?? '', /before the date of birth/);
  const taken = read(
    bytesOf({
      'List 1': [[1, 'U', 'NOBT', '01/05/2024', '20/01/2024', '3A']],
      'List 3': [[1, '01/05/2024', '21/01/2024', '3A']],
      'List 7': [[1, '01/05/2024', '25/01/2024', undefined, 'Neglect']],
    }),
  );
  assert.equal(taken.result.accepted, 3);
  assert.deepEqual([taken.children[0]?.bornOn, taken.children[0]?.expectedOn], [undefined, '2024-05-01']);
});

test('an end before its start is refused; an end on the same day is not', () => {
  const start = '10/05/2023';
  assert.match(
    refusals({ 'List 6': [[1, undefined, start, '09/05/2023']] })[0] ?? '',
    /^CIN Closure Date: is before the start, 10 May 2023/,
  );
  assert.match(
    refusals({ 'List 7': [[1, undefined, start, '09/05/2023', 'NEG']] })[0] ?? '',
    /^Child Protection Plan End Date/,
  );
  assert.match(refusals({ 'List 8': [[1, undefined, start, '09/05/2023']] })[0] ?? '', /^Date Ceased/);
  assert.deepEqual(refusals({ 'List 7': [[1, undefined, start, start, 'NEG']] }), []);
});

test('a day after the import is refused, and today is not', () => {
  const tomorrow = '31/01/2024';
  assert.match(
    refusals({ 'List 1': [[1, 'F', 'NOBT', undefined, tomorrow, '6']] })[0] ?? '',
    /^Date of Contact: is after 30 January 2024/,
  );
  assert.match(refusals({ 'List 3': [[1, undefined, tomorrow, '6']] })[0] ?? '', /^Date of Referral/);
  assert.match(refusals({ 'List 6': [[1, undefined, '01/01/2024', tomorrow]] })[0] ?? '', /^CIN Closure Date/);
  assert.match(
    refusals({ 'List 1': [[1, 'F', 'NOBT', '01/01/2026', '30/01/2024', '6']] })[0] ?? '',
    /^Date of Birth: is further off/,
  );
  assert.deepEqual(refusals({ 'List 1': [[1, 'F', 'NOBT', undefined, '30/01/2024', '6']] }), []);
});

test('a child with two birth dates is refused in every list, and other children are not', () => {
  const lists: Lists = {
    'List 1': [
      [1, 'F', 'NOBT', '01/01/2010', '01/12/2023', '6'],
      [2, 'M', 'NOBT', '01/01/2011', '01/12/2023', '6'],
    ],
    'List 3': [[1, '02/01/2010', '02/12/2023', '6']],
  };
  const { result, children } = read(bytesOf(lists));
  assert.deepEqual(
    result.refused.map(({ sheet, row }) => [sheet, row]),
    [
      ['List 1', 2],
      ['List 3', 2],
    ],
  );
  assert.match(result.refused[0]?.problem ?? '', /child 1: 1 January 2010 and 2 January 2010/);
  assert.deepEqual(
    children.map(({ childId }) => childId),
    ['2'],
  );
});

test('periods of one kind that overlap are refused, and those that follow each other are not', () => {
  const plan = (from: string, until?: string) => [1, undefined, from, until, 'NEG'];
  assert.match(
    refusals({ 'List 7': [plan('01/01/2023'), plan('01/06/2023')] })[0] ?? '',
    /overlaps.*from 1 January 2023, not ended/,
  );
  assert.deepEqual(refusals({ 'List 7': [plan('01/01/2023', '01/06/2023'), plan('01/06/2023')] }), []);
  assert.deepEqual(
    refusals({ 'List 6': [[1, undefined, '01/01/2023']], 'List 8': [[1, undefined, '01/06/2023']] }),
    [],
  );
});

test('a reason for an end without an end is refused', () => {
  assert.match(
    refusals({ 'List 6': [[1, undefined, '01/01/2023', undefined, 'RC7']] })[0] ?? '',
    /^Reason for Closure/,
  );
  assert.match(refusals({ 'List 8': [[1, undefined, '01/01/2023', undefined, 'E11']] })[0] ?? '', /^Reason Ceased/);
});

test('codes nobody can be sure of, and cells needed but empty, are refused', () => {
  assert.match(
    refusals({ 'List 1': [[1, 'x) Other', 'NOBT', undefined, '01/01/2024', '6']] })[0] ?? '',
    /^Gender: is not a code/,
  );
  assert.match(refusals({ 'List 1': [[1, 'F', 'a) XXXX', undefined, '01/01/2024', '6']] })[0] ?? '', /^Ethnicity/);
  assert.match(
    refusals({ 'List 1': [[1, 'F', 'NOBT', undefined, '01/01/2024', 'u) 11: Else']] })[0] ?? '',
    /^Contact Source/,
  );
  assert.deepEqual(refusals({ 'List 1': [[{ error: '#N/A' }, 'F', 'NOBT', undefined, undefined, '6']] }), [
    'Child Unique ID: is empty',
    'Date of Contact: is empty',
  ]);
});

test('a row repeated changes nothing, and one that says something else is refused', () => {
  const row = [1, undefined, '01/01/2023', undefined, 'NEG'];
  const { result } = read(bytesOf({ 'List 7': [row, row, [1, undefined, '01/01/2023', '01/06/2023', 'NEG']] }));
  assert.deepEqual(result.sheets['List 7'], { read: 3, accepted: 1, unchanged: 1, refused: 1 });
  assert.match(result.refused[0]?.problem ?? '', /something else than row 2/);
});

test('what the lists say of a child is put together, and where they differ the first is kept and the rest noticed', () => {
  const contact = (sex: string, ethnicity: string, on: string) => [1, sex, ethnicity, '01/01/2010', on, '6'];
  const { children, result } = read(
    bytesOf({
      'List 1': [
        contact('U', 'NOBT', '01/12/2023'),
        contact('F', 'AIND', '02/12/2023'),
        contact('M', 'AIND', '03/12/2023'),
      ],
    }),
  );
  assert.deepEqual(
    children.map(({ sex, ethnicity, bornOn }) => [sex, ethnicity, bornOn]),
    [['F', 'AIND', '2010-01-01']],
  );
  assert.deepEqual(
    result.noticed.map(({ row, column }) => [row, column]),
    [[4, 'Gender']],
  );
});

test('a list that lacks a column or is not there is named, and the others are read', () => {
  const { result } = read(
    makeXlsx({
      'List 1': [
        ['Child Unique ID', 'Contact Source'],
        [1, '6'],
      ],
      List_3: [HEADINGS['List 3'], [1, undefined, '01/01/2024', '6']],
      Notes: [['x']],
    }),
  );
  assert.deepEqual(
    result.refused.map(({ sheet, row, column, problem }) => [sheet, row, column, problem]),
    [['List 1', 1, 'Date of Contact', 'is missing from the sheet']],
  );
  assert.deepEqual(
    result.ignored.map(({ sheet }) => sheet),
    ['Notes', 'List 6', 'List 7', 'List 8'],
  );
  assert.equal(result.accepted, 1);
});

test('another workbook, a CSV or random bytes are refused in one sentence', () => {
  for (const bytes of [
    makeXlsx({ Sheet1: [['Name'], ['x']] }),
    Buffer.from('Child Unique ID\n1'),
    Buffer.from('PK\x03\x04nothing more than this'),
  ]) {
    const found = readAnnexAFile(bytes, today);
    assert.ok(isRefusal(found) && /^[A-Z][^\n]*\.$/.test(found.refused));
  }
});

test('no cells make it throw, and every row is counted once', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constantFrom<FixtureCell>('01/01/2010', '30/01/2024', '6', 'NEG', 1, true, { error: '#REF!' }, undefined),
  );
  const rows = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 });
  fc.assert(
    fc.property(
      fc.record({ 'List 1': rows, 'List 3': rows, 'List 6': rows, 'List 7': rows, 'List 8': rows }),
      (lists) => {
        const found = readAnnexAFile(bytesOf(lists), today);
        if (isRefusal(found)) return;
        const { read, accepted, unchanged } = found.result;
        assert.equal(read, accepted + unchanged + refusedRows(found.result));
      },
    ),
    { numRuns: 200 },
  );
});
