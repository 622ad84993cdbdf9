import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  addMonths,
  addWorkingDays,
  ageOn,
  daysBetween,
  findPlainDate,
  isWorkingDay,
  londonDay,
  londonMoment,
  londonTime,
  plainDate,
  sayDay,
  sayMoment,
  workingDaysBetween,
} from './index.ts';

const day = plainDate;

test('a day that does not exist is not a day', () => {
  assert.equal(findPlainDate('2023-02-29'), undefined);
  assert.equal(findPlainDate('29/02/2024'), undefined);
  assert.equal(findPlainDate('2024-02-29'), '2024-02-29');
});

test('days are added across months, leap years and the change of the clocks', () => {
  assert.equal(addDays(day('2024-02-28'), 2), '2024-03-01');
  assert.equal(addDays(day('2023-03-25'), 84), '2023-06-17');
  assert.equal(daysBetween(day('2023-03-25'), day('2023-06-17')), 84);
  assert.equal(addMonths(day('2024-01-31'), 1), '2024-02-29');
  assert.equal(addMonths(day('2024-01-15'), -13), '2022-12-15');
});

test('working days leave out weekends and bank holidays of England', () => {
  assert.equal(isWorkingDay(day('2023-05-08')), false);
  assert.equal(addWorkingDays(day('2023-05-05'), 1), '2023-05-09');
  assert.equal(addWorkingDays(day('2023-12-22'), 1), '2023-12-27');
  assert.equal(workingDaysBetween(day('2023-12-22'), day('2024-01-02')), 4);
});

test('an age is in completed years, and negative before birth', () => {
  assert.equal(ageOn(day('2010-01-31'), day('2024-01-30')), 13);
  assert.equal(ageOn(day('2024-03-01'), day('2024-01-30')), -1);
});

test('a clock in England is read the same in winter and in summer', () => {
  for (const [on, at] of [
    ['2024-01-30', '10:00'],
    ['2024-07-01', '16:45'],
  ] as const) {
    const moment = londonMoment(day(on), at);
    assert.equal(londonDay(moment), on);
    assert.equal(londonTime(moment), at);
  }
  assert.equal(londonMoment(day('2024-07-01'), '10:00').toISOString(), '2024-07-01T09:00:00.000Z');
  assert.equal(sayDay(day('2024-01-30')), '30 January 2024');
  assert.equal(sayMoment(londonMoment(day('2024-07-01'), '10:00')), '10:00 on 1 July 2024');
});

test('on the nights the clocks change, the hour before and the hour after are told apart', () => {
  const told = (utc: string) => sayMoment(new Date(utc));
  assert.equal(told('2023-03-26T00:59:00Z'), '00:59 on 26 March 2023');
  assert.equal(told('2023-03-26T01:00:00Z'), '02:00 on 26 March 2023');
  assert.equal(told('2023-10-29T00:59:59Z'), '01:59 on 29 October 2023');
  assert.equal(told('2023-10-29T01:00:00Z'), '01:00 on 29 October 2023');
  assert.equal(told('2023-10-28T23:30:00Z'), '00:30 on 29 October 2023');
});
