import assert from 'node:assert/strict';
import { test } from 'node:test';
import { londonMoment, plainDate } from '../kernel/index.ts';
import { isReviewLate, reviewDue } from './break-glass.ts';

const at = (day: string, time = '10:00') => londonMoment(plainDate(day), time);

test('a review falls due two working days after the opening, and is late from the day after', () => {
  assert.equal(reviewDue(at('2024-01-30', '23:30')), '2024-02-01');
  assert.equal(reviewDue(at('2024-01-26', '16:00')), '2024-01-30');
  assert.equal(reviewDue(at('2023-12-23', '02:00')), '2023-12-29');
  assert.equal(isReviewLate({ openedAt: at('2024-01-26'), now: at('2024-01-30', '23:59') }), false);
  assert.equal(isReviewLate({ openedAt: at('2024-01-26'), now: at('2024-01-31', '00:01') }), true);
});
