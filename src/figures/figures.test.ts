import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import type { Count, Measure, Rate, Share } from '../platform/module.ts';
import { countedOver, figuresFrom, sayValue, unequalBases } from './figures.ts';

const day = plainDate;
const said = {
  label: 'x',
  unit: 'children',
  over: 'period',
  definition: 'd',
  exclusions: 'e',
  owner: 'evolve_manager',
} as const;
const count = (id: string): Measure & Count => ({ ...said, id, kind: 'count', from: 'view', counts: 'rows' });
const share = (id: string, of: Pick<Share, 'share' | 'of'>): Measure & Share => ({
  ...said,
  unit: 'percent',
  id,
  kind: 'share',
  ...of,
});

test('a share carries both counts, to one decimal', () => {
  const [figure] = figuresFrom([share('a.s', { share: 'a.n', of: 'a.d' })], { 'a.n': 217, 'a.d': 267 });
  assert.deepEqual([figure?.value, figure?.numerator, figure?.denominator], [81.3, 217, 267]);
  assert.equal(figure && sayValue(figure), '81.3 % (217 of 267)');
});

test('a share of nothing has no value, and says so', () => {
  const [figure] = figuresFrom([share('a.s', { share: 'a.n', of: 'a.d' })], {});
  assert.equal(figure?.value, null);
  assert.equal(figure && sayValue(figure), 'Nothing to count');
});

test('a rate is of every ten thousand of a population', () => {
  const rate: Measure & Rate = { ...said, id: 'a.r', kind: 'rate', rate: 'a.n', population: 'p.all' };
  const [figure] = figuresFrom([rate], { 'a.n': 151, 'p.all': 57205 });
  assert.equal(figure && sayValue(figure), '26.4 per 10,000 (151 of 57,205)');
});

test('a count nobody made is nought, and keeps its place', () => {
  const figures = figuresFrom([count('a.b'), count('a.a')], { 'a.a': 1200 });
  assert.deepEqual(
    figures.map(({ value }) => value),
    [0, 1200],
  );
  assert.deepEqual(figures.map(sayValue), ['0', '1,200']);
});

test('a period that is over stands as at its last day; one that is not, as at today', () => {
  const period = { from: day('2023-01-01'), to: day('2023-12-31') };
  assert.equal(countedOver(period, day('2024-01-30')).asAt, '2023-12-31');
  assert.equal(countedOver(period, day('2023-06-30')).asAt, '2023-06-30');
});

test('a calendar year and nine months are unequal bases; two years of which one is a leap year are not', () => {
  const year = { from: day('2023-01-01'), to: day('2023-12-31') };
  assert.equal(unequalBases(year, { from: day('2022-04-01'), to: day('2022-12-31') }), true);
  assert.equal(unequalBases(year, { from: day('2024-01-01'), to: day('2024-12-31') }), false);
});
