import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeXlsx } from '../../../packages/office-files/src/testing/workbook.ts';
import { isRefusal, plainDate } from '../kernel/index.ts';
import {
  day,
  identifier,
  name,
  optional,
  readOneSheet,
  required,
  sayResult,
  sayResultAsJson,
  settle,
  template,
  whole,
} from './index.ts';
import { holdAlready, refuseAfterAll, refusedRows } from './report.ts';
import { findOverlaps } from './rules.ts';

const columns = {
  id: required('child_id', identifier, 'Child Unique ID'),
  on: required('seen_on', day),
  times: optional('times', whole),
};

function read(csv: string | Buffer) {
  const sheet = readOneSheet(Buffer.from(csv), columns);
  if (isRefusal(sheet)) return sheet.refused;
  const records = settle(sheet.result, sheet.rows, ({ id, on, times }) => ({
    key: `${id}|${on}`,
    record: { id, on, times },
    troubles: times === 0 ? [{ column: 'times', problem: 'is none', remedy: 'Leave the row out.' }] : [],
    notices: times === 9 ? [{ column: 'times', problem: 'is many' }] : [],
  }));
  return { records, result: sheet.result };
}

function taken(csv: string | Buffer) {
  const found = read(csv);
  if (typeof found === 'string') assert.fail(found);
  return found;
}

test('rows that end in different ways are all read', () => {
  const { records } = taken('child_id,seen_on\r\nA1,2024-01-30\r\nA2,2024-01-30\nA3,2024-01-30\rA4,2024-01-30');
  assert.deepEqual(
    records.map(({ id }) => id),
    ['A1', 'A2', 'A3', 'A4'],
  );
});

test('a row of a text file with more cells than its first row is refused: its values may stand under the wrong heading', () => {
  const { records, result } = taken('child_id,seen_on,times\nA1,2024-01-30,2,lost\nA2,2024-01-30,2,\n');
  assert.deepEqual(
    records.map(({ id }) => id),
    ['A2'],
  );
  assert.match(sayResult(result), /more cells than the first row/);
});

test('people called Null and Nan keep their names; elsewhere those words stand for nothing', () => {
  const named = { given: optional('given', name), times: optional('times', whole) };
  const sheet = readOneSheet(Buffer.from('given,times\nNull,null\nNan,nan\n'), named);
  assert.ok(!isRefusal(sheet));
  assert.deepEqual(
    sheet.rows.map(({ values }) => values),
    [
      { given: 'Null', times: undefined },
      { given: 'Nan', times: undefined },
    ],
  );
});

test('headings are known in any case, spacing and order, below a title, and by their other names', () => {
  const { records } = taken('Seen children\n\nSEEN  ON,Child\u00A0Unique-ID ,Colour\n30/01/2024,A1,blue\n');
  const [{ at, ...record } = assert.fail()] = records;
  assert.deepEqual(record, { id: 'A1', on: '2024-01-30', times: undefined, key: 'A1|2024-01-30' });
  assert.deepEqual([at.sheet, at.row], ['CSV', 4]);
  assert.deepEqual(at.place('on'), { sheet: 'CSV', row: 4, column: 'SEEN ON', value: '30/01/2024' });
});

test('a file without the columns is refused whole, naming them', () => {
  assert.match(String(read('a,b\n1,2')), /None of the columns is there.*child_id, seen_on, times/);
  assert.match(String(read('child_id,times\nA1,2')), /These columns are missing: seen_on/);
});

test('in a workbook of several sheets the one that fits is read and the others are named', () => {
  const { result, records } = taken(
    makeXlsx({
      Notes: [['hello']],
      Data: [
        ['child_id', 'seen_on', 'mood'],
        ['A1', new Date('2024-01-30')],
      ],
    }),
  );
  assert.equal(records.length, 1);
  assert.deepEqual(result.ignored, [
    { sheet: 'Notes', why: 'only one sheet is read, Data' },
    { sheet: 'Data', columns: ['mood'], why: 'no such columns are read' },
  ]);
});

test('every row is accepted, unchanged or refused, and the reasons stand at their cells', () => {
  const { records, result } = taken(
    [
      'Pet,child_id,Seen_On,times',
      'x,A1,30 Jan 2024,2',
      'x,A1,30/01/2024,2',
      'x,A1,30/01/2024,3',
      'x,,soon,x',
      'x,A2,30/01/2024,0',
      'x,A3,30/01/2024,9',
    ].join('\n'),
  );
  assert.deepEqual(
    records.map(({ key }) => key),
    ['A1|2024-01-30', 'A3|2024-01-30'],
  );
  assert.deepEqual(result.sheets, { CSV: { read: 6, accepted: 2, unchanged: 1, refused: 3 } });
  assert.deepEqual([result.read, result.accepted, result.unchanged, refusedRows(result)], [6, 2, 1, 3]);
  assert.deepEqual(
    result.refused.map(({ row, column, value }) => [row, column, value]),
    [
      [4, '', ''],
      [5, 'child_id', ''],
      [5, 'Seen_On', 'soon'],
      [5, 'times', 'x'],
      [6, 'times', '0'],
    ],
  );
  assert.deepEqual(result.repaired, [
    {
      sheet: 'CSV',
      row: 2,
      column: 'Seen_On',
      value: '30 Jan 2024',
      became: '2024-01-30',
      problem: 'a date written in another way',
    },
  ]);
  assert.deepEqual(
    result.noticed.map(({ row, problem }) => [row, problem]),
    [
      [3, 'repeats row 2'],
      [7, 'is many'],
    ],
  );
});

test('whoever writes the records can still hold one unchanged or refuse it', () => {
  const { result } = taken('child_id,seen_on\nA1,30-01-2024\nA2,30-01-2024\nA3,30-01-2024');
  holdAlready(result, { sheet: 'CSV' });
  refuseAfterAll(result, {
    sheet: 'CSV',
    row: 3,
    column: 'child_id',
    value: 'A2',
    problem: 'is not known',
    remedy: 'Add the child.',
  });
  assert.deepEqual(result.sheets, { CSV: { read: 3, accepted: 1, unchanged: 1, refused: 1 } });
  assert.deepEqual(
    result.repaired.map(({ row }) => row),
    [2, 4],
  );
});

test('the result is said in words and as JSON', () => {
  const { result } = taken('child_id,seen_on\nA1,30-01-2024\nA2,30-01-2024\nA3,soon');
  const words = sayResult(result);
  assert.match(words, /^3 rows read: 2 accepted, 0 unchanged, 1 refused\.$/m);
  assert.match(words, /CSV, row 4, seen_on: "soon" is not a date\. Write the day/);
  assert.match(words, /CSV, seen_on: a date written in another way \(2; row 2 "30-01-2024" became "2024-01-30"\)/);
  const json = JSON.parse(sayResultAsJson(result));
  assert.deepEqual(Object.keys(json.refused[0]).sort(), ['column', 'problem', 'remedy', 'row', 'sheet', 'value']);
});

test('the template is the header line, and an empty copy of it is read as no rows', () => {
  assert.equal(template(columns), 'child_id,seen_on,times\r\n');
  assert.deepEqual(taken(template(columns)).records, []);
});

test('periods overlap unless one ends by the day the other begins', () => {
  const overlaps = findOverlaps();
  const [january, march, may] = [plainDate('2024-01-01'), plainDate('2024-03-01'), plainDate('2024-05-01')];
  assert.equal(overlaps('A', january, march), undefined);
  assert.equal(overlaps('A', march, undefined), undefined);
  assert.deepEqual(overlaps('A', may, undefined), { from: march, until: undefined });
  assert.equal(overlaps('B', may, undefined), undefined);
});
