import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, plainDate } from '../../platform/kernel/index.ts';
import { readClosures } from './closures.ts';

const today = plainDate('2024-01-30');

function read(...rows: string[]) {
  const found = readClosures(Buffer.from(['child_id,closed_on,reason,level,risk_held_by', ...rows].join('\n')), today);
  if (isRefusal(found)) assert.fail(found.refused);
  return found;
}
const refusals = (...rows: string[]) => read(...rows).result.refused.map(({ row, column }) => [row, column]);

test('a closure is read with its reason, and the true level is kept', () => {
  const { records } = read(
    'A1,01/03/2023,Risk reduced,Low,',
    'A2,01/03/2023,No risk identified,None,',
    'A3,01/03/2023,Moved area,High,Another authority',
  );
  assert.deepEqual(
    records.map(({ key, reason, level, riskHeldBy }) => [key, reason, level, riskHeldBy]),
    [
      ['closure|A1|2023-03-01', 'RISK_REDUCED_LOW', 'LOW', undefined],
      ['closure|A2|2023-03-01', 'NO_RISK', 'NONE', undefined],
      ['closure|A3|2023-03-01', 'MOVED_AREA', 'HIGH', 'Another authority'],
    ],
  );
});

test('success is claimed only at the level that shows it', () => {
  for (const [reason, level] of [
    ['RISK_REDUCED_LOW', 'HIGH'],
    ['RISK_REDUCED_LOW', 'NONE'],
    ['NO_RISK', 'LOW'],
    ['NO_RISK', ''],
  ])
    assert.deepEqual(refusals(`A1,01/03/2023,${reason},${level},`), [[2, 'level']]);
  assert.deepEqual(refusals('A1,01/03/2023,DIED,,'), []);
});

test('a closing to come, or for a reason nobody knows, is refused', () => {
  assert.deepEqual(refusals('A1,01/03/2024,DIED,,'), [[2, 'closed_on']]);
  assert.deepEqual(refusals('A1,01/03/2023,Could not be bothered,,'), [[2, 'reason']]);
});
