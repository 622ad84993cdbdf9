import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withClockOverrides } from '../platform/clocks.ts';
import { addDays, plainDate } from '../platform/kernel/index.ts';
import {
  daysLate,
  escalatesOn,
  isNearlyEighteen,
  median,
  medianDaysLate,
  onTime,
  reviewDue,
  reviewState,
} from './review.ts';

const day = plainDate;

test('a formal review is due 84 calendar days after completion, holidays and leap days included', () => {
  assert.equal(reviewDue(day('2023-02-13')), '2023-05-08');
  assert.equal(reviewDue(day('2023-12-07')), '2024-02-29');
});

for (const [today, state] of [
  ['2024-01-15', 'not_due'],
  ['2024-01-16', 'due_soon'],
  ['2024-01-30', 'due_soon'],
  ['2024-01-31', 'overdue'],
  ['2024-02-13', 'overdue'],
  ['2024-02-14', 'escalated'],
] as const) {
  test(`a review due on 30 January 2024 is ${state.replace('_', ' ')} on ${today}`, () => {
    assert.equal(reviewState(day('2023-11-07'), day(today)), state);
  });
}

test('the manager is told on the fifteenth day late', () => {
  assert.equal(escalatesOn(day('2023-11-07')), '2024-02-14');
});

test('a review completed on its last day is on time, and one day later it is one day late', () => {
  assert.equal(onTime(day('2023-11-07'), day('2024-01-30')), true);
  assert.equal(daysLate(day('2023-11-07'), day('2024-01-30')), 0);
  assert.equal(onTime(day('2023-11-07'), day('2024-01-31')), false);
  assert.equal(daysLate(day('2023-11-07'), day('2024-01-31')), 1);
  assert.equal(daysLate(day('2023-11-07'), day('2023-11-08')), 0);
});

test('a partnership that reviews every six weeks has every rule follow', () => {
  const from = day('2023-01-01');
  const clocks = withClockOverrides([{ id: 'C8', limit: 42, from, because: 'Local rule' }], day('2023-11-07'));
  assert.equal(reviewDue(day('2023-11-07'), clocks), '2023-12-19');
  assert.equal(reviewState(day('2023-11-07'), day('2024-01-30'), clocks), 'escalated');
  assert.equal(onTime(day('2023-11-07'), day('2023-12-20'), clocks), false);
});

test('the median days late is of the late ones only', () => {
  assert.equal(medianDaysLate([0, 0, 0, 0, 3, 9]), 6);
  assert.equal(medianDaysLate([0, 0]), undefined);
  assert.equal(median([7, 1, 3]), 3);
  assert.equal(median([]), undefined);
});

test('a birthday within six months brings the review forward, until the day itself', () => {
  assert.equal(isNearlyEighteen(day('2006-07-30'), day('2024-01-30')), true);
  assert.equal(isNearlyEighteen(day('2006-07-31'), day('2024-01-30')), false);
  assert.equal(isNearlyEighteen(day('2006-01-30'), day('2024-01-30')), false);
});

test('a review is on time exactly when it is not a day late, and states only ever worsen', () => {
  const order = ['not_due', 'due_soon', 'overdue', 'escalated'];
  const days = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(days, days, days, (start, one, more) => {
      const completed = addDays(day('2022-12-31'), start);
      const [then, later] = [addDays(completed, one), addDays(completed, one + more)];
      assert.equal(onTime(completed, then), daysLate(completed, then) === 0);
      assert.ok(order.indexOf(reviewState(completed, then)) <= order.indexOf(reviewState(completed, later)));
    }),
  );
});
