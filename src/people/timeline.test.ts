import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import { isInForce, sayStatusMore } from './status.ts';
import { byYear, statusEntries } from './timeline.ts';

const day = plainDate;
const plan = {
  id: '1',
  childId: 'a' as ChildId,
  kind: 'CP',
  since: day('2022-03-01'),
  endedOn: day('2023-01-31'),
  category: 'NEG',
  legalStatus: null,
} as const;

test('a status that ended is two entries, one that is in force is one', () => {
  assert.deepEqual(statusEntries([plan]), [
    { on: '2022-03-01', says: 'Child protection (CP) plan began', detail: 'Neglect' },
    { on: '2023-01-31', says: 'Child protection (CP) plan ended' },
  ]);
  assert.equal(statusEntries([{ ...plan, endedOn: null }]).length, 1);
});

test('a status is in force from its first day up to, and not on, its end', () => {
  assert.equal(isInForce(plan, day('2022-02-28')), false);
  assert.equal(isInForce(plan, day('2022-03-01')), true);
  assert.equal(isInForce(plan, day('2023-01-30')), true);
  assert.equal(isInForce(plan, day('2023-01-31')), false);
});

test('the timeline runs newest first, year by year', () => {
  const entries = [
    { on: day('2022-12-31'), says: 'b' },
    { on: day('2024-01-02'), says: 'd' },
    { on: day('2022-03-01'), says: 'a' },
    { on: day('2023-06-01'), says: 'c' },
  ];
  assert.deepEqual(
    byYear(entries).map(({ year, entries }) => [year, entries.map(({ says }) => says).join('')]),
    [
      ['2024', 'd'],
      ['2023', 'c'],
      ['2022', 'ba'],
    ],
  );
});

test('of one day, what came last stands first', () => {
  const entries = ['referred', 'opened', 'assessed'].map((says) => ({ on: day('2024-01-02'), says }));
  const [year] = byYear(entries);
  assert.deepEqual(
    year?.entries.map(({ says }) => says),
    ['assessed', 'opened', 'referred'],
  );
});

test('what a status adds is said in words, never as a code', () => {
  assert.equal(sayStatusMore({ category: 'NEG', legalStatus: null }), 'Neglect');
  assert.equal(sayStatusMore({ category: 'SEMH', legalStatus: null }), 'Social, emotional and mental health');
  assert.equal(sayStatusMore({ category: null, legalStatus: 'C2' }), 'Full care order');
});
