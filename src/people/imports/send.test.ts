import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, plainDate } from '../../platform/kernel/index.ts';
import { readSend } from './send.ts';

const today = plainDate('2024-01-30');
const HEADER = 'child_id,date_of_birth,provision,need,from,until';

function read(...rows: string[]) {
  const found = readSend(Buffer.from([HEADER, ...rows].join('\n')), today);
  if (isRefusal(found)) assert.fail(found.refused);
  return found;
}
const refusals = (...rows: string[]) => read(...rows).result.refused.map(({ row, column }) => [row, column]);

test('plans and support are read apart, by their codes or their words', () => {
  const { records, result } = read(
    'A1,01/02/2010,EHCP,SEMH,01/09/2020,',
    'A2,,K,,01/09/2020,01/07/2022',
    'A2,,E,ASD - Autistic spectrum disorder,01/07/2022,',
  );
  assert.deepEqual(
    records.map(({ key, need, until }) => [key, need, until]),
    [
      ['send|A1|EHCP|2020-09-01', 'SEMH', undefined],
      ['send|A2|SEN_SUPPORT|2020-09-01', undefined, '2022-07-01'],
      ['send|A2|EHCP|2022-07-01', 'ASD', undefined],
    ],
  );
  assert.equal(records[0]?.child.bornOn, '2010-02-01');
  assert.equal(result.repaired.length, 3);
});

test('dates that cannot be are refused', () => {
  assert.deepEqual(refusals('A1,,K,,01/09/2020,01/08/2020'), [[2, 'until']]);
  assert.deepEqual(refusals('A1,,K,,01/09/2024,'), [[2, 'from']]);
  assert.deepEqual(refusals('A1,,K,,01/09/2020,01/09/2024'), [[2, 'until']]);
  assert.deepEqual(refusals('A1,02/09/2020,K,,01/09/2020,'), [[2, 'from']]);
  assert.deepEqual(refusals('A1,01/01/2010,K,,01/09/2020,', 'A1,01/01/2011,E,,01/09/2020,'), [
    [2, 'date_of_birth'],
    [3, 'date_of_birth'],
  ]);
});

test('the same provision twice at once is refused, and no provision is none', () => {
  assert.deepEqual(refusals('A1,,K,,01/09/2020,', 'A1,,K,,01/09/2021,'), [[3, 'from']]);
  assert.deepEqual(refusals('A1,,K,,01/09/2020,', 'A1,,E,,01/09/2021,'), []);
  assert.deepEqual(refusals('A1,,N,,01/09/2020,'), [[2, 'provision']]);
});
