import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Shown } from '../../papers/paper.ts';
import { plainDate } from '../../platform/kernel/index.ts';
import { type Comparator, listInForce, type NeighbourList, sayShown, sayWhen } from './comparator.ts';
import {
  beside,
  changeBetween,
  latestBy,
  meanOfNeighbours,
  sayBeside,
  sayChange,
  sayMean,
  sayPolarity,
} from './compare.ts';

const plainly = (text: string) => text.replaceAll('\u00a0', ' ');

test('398 to 309 plans is 89 fewer and 22.4 per cent', () => {
  const change = changeBetween(398, 309);
  assert.deepEqual(change, { from: 398, to: 309, difference: -89, percent: -22.4 });
  assert.equal(plainly(sayChange(change, 'count')), '398 → 309: −89 (−22.4 %)');
});

test('a share changes by percentage points, and a rate by a decimal and per cent', () => {
  const share = changeBetween(37.9, 48.9);
  const rate = changeBetween(69, 45.3);
  assert.ok(share && rate);
  assert.equal(plainly(sayChange(share, 'share')), '37.9 % → 48.9 %: +11.0 percentage points');
  assert.equal(plainly(sayChange(rate, 'rate')), '69.0 → 45.3: −23.7 (−34.3 %)');
});

test('nothing is worked out from a sign, from a gap, or per cent of nought', () => {
  for (const sign of ['c', 'z', 'x', 'low', 'u', undefined] as const) {
    assert.equal(changeBetween(sign, 4), undefined);
    assert.equal(changeBetween(4, sign), undefined);
  }
  const fromNought = changeBetween(0, 4);
  assert.ok(fromNought);
  assert.equal(sayChange(fromNought, 'count'), '0 → 4: +4');
});

const list: NeighbourList = {
  model: '2021',
  of: { code: '372', area: 'Rotherham' },
  inForceFrom: plainDate('2021-04-01'),
  source: 'a list',
  sourceDate: plainDate('2021-04-01'),
  neighbours: ['A', 'B', 'C'].map((code) => ({ code, area: `Area ${code}`, closeness: 'very close' })),
};

test('the mean of neighbours counts each area once, leaves signs out and names whom it leaves out', () => {
  const figures = new Map<string, Shown>([
    ['A', 50],
    ['B', 61.3],
    ['C', 'x'],
    ['Z', 1000],
  ]);
  const mean = meanOfNeighbours(list, figures);
  assert.deepEqual(mean, { mean: 55.7, of: 2, without: ['Area C'] });
  assert.match(sayMean(mean), /unweighted mean of 2 of the 3 areas.*No number is held for Area C/);
});

test('a true nought counts in a mean; no figure at all makes none', () => {
  assert.equal(
    meanOfNeighbours(
      list,
      new Map([
        ['A', 0],
        ['B', 3],
      ]),
    ).mean,
    1.5,
  );
  const none = meanOfNeighbours(list, new Map([['A', 'c']]));
  assert.deepEqual([none.mean, none.of], [null, 0]);
  assert.match(sayMean(none), /there is no mean/);
});

test('a mean that came as one figure stands where no area’s own is held, and is said to have come so', () => {
  const came = meanOfNeighbours(list, new Map([['SN2021', 59.2]]));
  assert.deepEqual(came, { mean: 59.2, of: 0, without: [], published: true });
  assert.match(sayMean(came), /not worked out here/);
  assert.equal(
    meanOfNeighbours(
      list,
      new Map<string, Shown>([
        ['SN2021', 59.2],
        ['A', 40],
      ]),
    ).mean,
    40,
  );
});

test('ours beside another is better, worse or neither by what the measure declares', () => {
  assert.equal(sayBeside(beside(40, 49), 'worse'), 'lower: better');
  assert.equal(sayBeside(beside(27.6, 20.9), 'worse'), 'higher: worse');
  assert.equal(sayBeside(beside(82, 80), 'better'), 'higher: better');
  assert.equal(sayBeside(beside(69, 42.7), undefined), 'higher');
  assert.equal(sayBeside(beside(69, 69.04), 'worse'), 'the same');
  assert.match(sayPolarity(undefined), /^Neither better nor worse/);
});

test('who is higher does not hang on who is asked first, and a fall is rounded as a rise is', () => {
  assert.deepEqual([beside(69.05, 69), beside(69, 69.05)], ['higher', 'lower']);
  assert.deepEqual([beside(69.04, 69), beside(69, 69.04)], ['the same', 'the same']);
  assert.deepEqual([changeBetween(0, 0.25)?.difference, changeBetween(0.25, 0)?.difference], [0.3, -0.3]);
  assert.equal(sayShown(69.05, 'rate'), '69.1');
});

test('a figure is printed as its kind is, and a sign as it came', () => {
  assert.deepEqual(
    [sayShown(50780, 'count'), sayShown(69, 'rate'), plainly(sayShown(49, 'share')), sayShown('x', 'share')],
    ['50,780', '69.0', '49.0 %', 'x'],
  );
});

test('when a figure is of is said as a day, a year or a period', () => {
  const [from, year, half] = ['2022-04-01', '2023-03-31', '2022-09-30'].map(plainDate);
  assert.ok(from && year && half);
  assert.equal(sayWhen({ since: null, asAt: year }), 'as at 31 March 2023');
  assert.equal(sayWhen({ since: from, asAt: year }), 'year to 31 March 2023');
  assert.equal(sayWhen({ since: from, asAt: half }), '1 April 2022 to 30 September 2022');
});

test('the latest figure by a day is shown, validated before live of the same day', () => {
  const of = (asAt: string, basis: 'live' | 'validated', shown: Shown): Comparator => ({
    ...{ measure: 'protection.plans', areaCode: '372', area: 'Rotherham', since: null, asAt: plainDate(asAt) },
    ...{ basis, unit: 'count', shown, source: 's', sourceDate: plainDate('2024-01-01') },
  });
  const all = [of('2023-03-31', 'live', 401), of('2023-03-31', 'validated', 395), of('2024-03-31', 'validated', 265)];
  assert.equal(latestBy(all, '2024-01-30')?.shown, 395);
  assert.equal(latestBy(all, '2025-01-01')?.shown, 265);
  assert.equal(latestBy(all, '2020-01-01'), undefined);
});

test('the list in force is the latest that has begun; before any has, the first', () => {
  const later = { ...list, model: '2025', inForceFrom: plainDate('2025-05-01') };
  assert.equal(listInForce([later, list], plainDate('2024-01-30'))?.model, '2021');
  assert.equal(listInForce([later, list], plainDate('2025-05-01'))?.model, '2025');
  assert.equal(listInForce([later, list], plainDate('2020-01-01'))?.model, '2021');
  assert.equal(listInForce([], plainDate('2020-01-01')), undefined);
});
