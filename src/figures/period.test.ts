import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, plainDate } from '../platform/kernel/index.ts';
import { lastCalendarYear, readPeriod, usualPeriods } from './period.ts';

test('a period is two real days in order, of ten years or less', () => {
  assert.deepEqual(readPeriod('2023-01-01', '2023-12-31'), { from: '2023-01-01', to: '2023-12-31' });
  for (const [from, to, beside] of [
    ['2023-02-30', '2023-12-31', 'from'],
    ['2023-01-01', '', 'to'],
    ['2023-12-31', '2023-01-01', 'to'],
    ['2000-01-01', '2023-01-01', 'to'],
    ["2023-01-01'; drop table child", '2023-12-31', 'from'],
  ] as const) {
    const refused = readPeriod(from, to);
    assert.ok(isRefusal(refused) && refused.beside === beside, `${from} to ${to}`);
  }
});

test('the annual report is about the last whole calendar year', () => {
  assert.deepEqual(lastCalendarYear(plainDate('2024-01-30')), { from: '2023-01-01', to: '2023-12-31' });
});

test('the usual periods are real, and the halves meet without a gap', () => {
  const usual = usualPeriods(plainDate('2024-01-30'));
  for (const { period } of usual) assert.ok(!isRefusal(readPeriod(period.from, period.to)));
  assert.equal(usual[1]?.period.to, '2023-06-30');
  assert.equal(usual[2]?.period.from, '2023-07-01');
  assert.ok(usual.some(({ says, period }) => says.includes('2023/24') && period.from === '2023-04-01'));
});
