import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, plainDate } from '../../platform/kernel/index.ts';
import { readAssessments } from './assessments.ts';

const today = plainDate('2024-01-30');
const HEADER = 'child_id,date_of_birth,completed_on,authorised_on,kind,type,level,author,authoriser,standing';

function read(...rows: string[]) {
  const found = readAssessments(Buffer.from([HEADER, ...rows].join('\n')), today);
  if (isRefusal(found)) assert.fail(found.refused);
  return found;
}
const refusals = (...rows: string[]) => read(...rows).result.refused.map(({ row, column }) => [row, column]);

test('an assessment is read by codes or by words, with or without its author', () => {
  const { records } = read(
    'A1,,01/03/2023,03/03/2023,Initial,CSE & CCE,High,Ann Lee,Bo Fox,Experiencing',
    'A1,,24/05/2023,,review,No risk,None,,,',
  );
  assert.deepEqual(
    records.map(({ key, kind, type, level, standing, author }) => [key, kind, type, level, standing, author]),
    [
      ['assessment|A1|2023-03-01', 'initial', 'BOTH', 'HIGH', 'experiencing', 'Ann Lee'],
      ['assessment|A1|2023-05-24', 'review', 'NO_RISK', 'NONE', undefined, undefined],
    ],
  );
});

test('no risk identified goes with the level NONE, and nothing else does', () => {
  for (const type of ['CCE', 'CSE', 'BOTH', 'NO_RISK'])
    for (const level of ['HIGH', 'MEDIUM', 'LOW', 'NONE']) {
      const fits = (type === 'NO_RISK') === (level === 'NONE');
      assert.deepEqual(
        refusals(`A1,,01/03/2023,,Review,${type},${level},,,`),
        fits ? [] : [[2, 'level']],
        `${type} ${level}`,
      );
    }
  assert.deepEqual(refusals('A1,,01/03/2023,,Review,NO_RISK,NONE,,,At risk'), [[2, 'standing']]);
  assert.deepEqual(refusals('A1,,01/03/2023,,Review,CSE,LOW,,,Neither'), [[2, 'standing']]);
});

test('nobody authorises their own work, before it is done, or without a day', () => {
  assert.deepEqual(refusals('A1,,01/03/2023,03/03/2023,Review,CSE,LOW,Ann Lee,ann  lee,'), [[2, 'authoriser']]);
  assert.deepEqual(refusals('A1,,01/03/2023,28/02/2023,Review,CSE,LOW,,,'), [[2, 'authorised_on']]);
  assert.deepEqual(refusals('A1,,01/03/2023,,Review,CSE,LOW,,Bo Fox,'), [[2, 'authorised_on']]);
  assert.deepEqual(refusals('A1,,01/03/2023,31/01/2024,Review,CSE,LOW,,,'), [[2, 'authorised_on']]);
});

test('two assessments of a child on one day that differ cannot both stand', () => {
  const { result } = read(
    'A1,,01/03/2023,,Review,CSE,LOW,,,',
    'A1,,01/03/2023,,Review,CSE,HIGH,,,',
    'A1,,01/03/2023,,Review,CSE,LOW,,,',
  );
  assert.deepEqual(result.sheets, { CSV: { read: 3, accepted: 1, unchanged: 1, refused: 1 } });
  assert.deepEqual(refusals('A1,01/04/2023,01/03/2023,,Review,CSE,LOW,,,'), [[2, 'completed_on']]);
});
