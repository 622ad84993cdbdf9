import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { londonDay, londonMoment, londonTime, plainDate } from './kernel/index.ts';
import {
  countsFrom,
  inServiceHours,
  mashDecisionDue,
  mashHours,
  partnerAnswerDue,
  type ServiceHours,
  serviceTimeLeft,
} from './service-hours.ts';

const at = (day: string, time: string) => londonMoment(plainDate(day), time);
const say = (moment: Date | undefined) => moment && `${londonDay(moment)} ${londonTime(moment)}`;

test('the service is open from half past eight to five, and on Fridays to half past four', () => {
  assert.equal(inServiceHours(at('2024-01-30', '08:29')), false);
  assert.equal(inServiceHours(at('2024-01-30', '08:30')), true);
  assert.equal(inServiceHours(at('2024-01-30', '16:59')), true);
  assert.equal(inServiceHours(at('2024-01-30', '17:00')), false);
  assert.equal(inServiceHours(at('2024-02-02', '16:29')), true);
  assert.equal(inServiceHours(at('2024-02-02', '16:30')), false);
  assert.equal(inServiceHours(at('2024-02-03', '10:00')), false);
  assert.equal(inServiceHours(at('2023-05-08', '10:00')), false);
});

for (const [received, due] of [
  ['Tuesday at ten', ['2024-01-30', '10:00', '2024-01-31 17:00']],
  ['Friday at ten', ['2024-01-26', '10:00', '2024-01-29 17:00']],
  ['Friday after closing', ['2024-01-26', '16:45', '2024-01-30 17:00']],
  ['Thursday at ten', ['2024-01-25', '10:00', '2024-01-26 16:30']],
  ['Tuesday before opening', ['2024-01-30', '07:00', '2024-01-31 17:00']],
  ['Sunday', ['2024-01-28', '12:00', '2024-01-30 17:00']],
  ['Friday before the coronation holiday', ['2023-05-05', '10:00', '2023-05-09 17:00']],
  ['the coronation holiday itself', ['2023-05-08', '10:00', '2023-05-10 17:00']],
  ['the last opening before Christmas', ['2023-12-22', '16:29', '2023-12-27 17:00']],
  ['a summer evening', ['2024-07-01', '18:00', '2024-07-03 17:00']],
] as const) {
  test(`received ${received}, the decision is due by ${due[2]}`, () => {
    assert.equal(say(mashDecisionDue(at(due[0], due[1]))), due[2]);
  });
}

test('time left is counted in minutes of service, over a weekend, and turns negative once late', () => {
  assert.equal(serviceTimeLeft(at('2024-01-30', '10:00'), at('2024-01-31', '17:00')), 420 + 510);
  assert.equal(serviceTimeLeft(at('2024-01-26', '16:00'), at('2024-01-29', '09:00')), 30 + 30);
  assert.equal(serviceTimeLeft(at('2024-01-27', '03:00'), at('2024-01-28', '03:00')), 0);
  assert.equal(serviceTimeLeft(at('2024-01-29', '09:00'), at('2024-01-26', '16:00')), -60);
  assert.ok(Object.is(serviceTimeLeft(at('2024-01-28', '03:00'), at('2024-01-27', '03:00')), 0));
});

test('a red referral gives partners two hours whatever the hour', () => {
  assert.equal(say(partnerAnswerDue('red', at('2024-01-26', '23:00'))), '2024-01-27 01:00');
});

test('an amber referral gives partners six hours of service', () => {
  assert.equal(say(partnerAnswerDue('amber', at('2024-01-30', '09:00'))), '2024-01-30 15:00');
  assert.equal(say(partnerAnswerDue('amber', at('2024-01-26', '15:00'))), '2024-01-29 13:00');
  assert.equal(say(partnerAnswerDue('amber', at('2024-01-26', '20:00'))), '2024-01-29 14:30');
});

test('a green referral gives partners a day of the service, ended by closing', () => {
  assert.equal(say(partnerAnswerDue('green', at('2024-01-30', '10:00'))), '2024-01-31 10:00');
  assert.equal(say(partnerAnswerDue('green', at('2024-01-26', '10:00'))), '2024-01-29 10:00');
  assert.equal(say(partnerAnswerDue('green', at('2024-01-25', '16:45'))), '2024-01-26 16:30');
  assert.equal(say(partnerAnswerDue('green', at('2024-01-28', '12:00'))), '2024-01-30 08:30');
});

test('a blue referral asks partners nothing', () => {
  assert.equal(partnerAnswerDue('blue', at('2024-01-30', '10:00')), undefined);
});

test('new hours count from their own day, and hours that never open are told of', () => {
  const until = plainDate('2024-01-31');
  const from = plainDate('2024-02-01');
  const early = { opens: '08:00', closes: '20:00' };
  const hours: ServiceHours[] = [
    { to: until, week: mashHours[0]?.week ?? {} },
    { from, week: { 4: early, 6: early } },
  ];
  assert.equal(say(countsFrom(at('2024-01-31', '18:00'), hours)), '2024-02-01 08:00');
  assert.equal(say(countsFrom(at('2024-02-02', '10:00'), hours)), '2024-02-03 08:00');
  assert.throws(() => countsFrom(at('2024-02-02', '10:00'), [{ week: {} }]), /no service hours/);
});

const moments = fc
  .integer({ min: 0, max: 365 * 3 * 1440 })
  .map((minutes) => new Date(Date.UTC(2022, 0, 1, 0, minutes)));

test('a later referral is never due earlier, and no decision is due out of the hours of a service day', () => {
  fc.assert(
    fc.property(moments, moments, (one, other) => {
      const [first, second] = one <= other ? [one, other] : [other, one];
      assert.ok(mashDecisionDue(first) <= mashDecisionDue(second));
      assert.ok(inServiceHours(new Date(mashDecisionDue(one).getTime() - 60_000)));
    }),
  );
});

test('partners answer amber and green before the decision they inform', () => {
  fc.assert(
    fc.property(moments, (asked) => {
      for (const rating of ['amber', 'green'] as const) {
        const due = partnerAnswerDue(rating, asked);
        assert.ok(due && due <= mashDecisionDue(asked), `${rating} asked ${asked.toISOString()}`);
      }
    }),
  );
});

test('time left and its way there agree: six hours of amber leave six hours of service', () => {
  fc.assert(
    fc.property(moments, (asked) => {
      assert.equal(serviceTimeLeft(asked, partnerAnswerDue('amber', asked) ?? asked), 360);
    }),
  );
});
