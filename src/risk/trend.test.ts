import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, plainDate } from '../platform/kernel/index.ts';
import type { Level } from './judgement.ts';
import { enteredAtRiskNowNone, entryAndLatest, levelTrend } from './trend.ts';

const series = (...some: Level[]) =>
  some.map((level, at) => ({ level, completedOn: addDays(plainDate('2023-01-04'), at * 84) }));
const cohort = (...some: Level[]) => {
  const found = entryAndLatest(series(...some));
  return found !== undefined && enteredAtRiskNowNone(found);
};

test('the trend is the step to the latest level, and one assessment has none', () => {
  assert.equal(levelTrend(series('LOW', 'HIGH')), 'up');
  assert.equal(levelTrend(series('LOW', 'HIGH', 'MEDIUM')), 'down');
  assert.equal(levelTrend(series('HIGH', 'LOW', 'LOW')), 'same');
  assert.equal(levelTrend(series('HIGH')), undefined);
  assert.equal(levelTrend([]), undefined);
});

test('the order is of completion, however the assessments arrive', () => {
  assert.equal(levelTrend(series('LOW', 'MEDIUM', 'HIGH').toReversed()), 'up');
  assert.equal(entryAndLatest(series('HIGH', 'LOW').toReversed())?.entry, 'HIGH');
});

test('level at entry stands beside the latest, whatever lay between', () => {
  assert.deepEqual(entryAndLatest(series('MEDIUM', 'HIGH', 'LOW')), { entry: 'MEDIUM', latest: 'LOW', change: 'down' });
  assert.deepEqual(entryAndLatest(series('HIGH')), { entry: 'HIGH', latest: 'HIGH', change: 'same' });
  assert.equal(entryAndLatest([]), undefined);
});

test('the cohort that entered at medium or high and is now at no risk identified leaves out low entrants', () => {
  assert.equal(cohort('MEDIUM', 'LOW', 'NONE'), true);
  assert.equal(cohort('HIGH', 'NONE'), true);
  assert.equal(cohort('LOW', 'HIGH', 'NONE'), false);
  assert.equal(cohort('HIGH', 'LOW'), false);
});
