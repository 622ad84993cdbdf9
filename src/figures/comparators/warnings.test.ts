import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modules } from '../../modules.ts';
import { plainDate } from '../../platform/kernel/index.ts';
import { measuresOf } from '../report.ts';
import { findSeries } from './series.ts';
import { type Placed, sayUnlike, sayUnlikeSeries } from './warnings.ts';

const of = (who: string, since: string | null, asAt: string, basis: 'live' | 'validated' = 'validated'): Placed => ({
  ...{ who, since: since === null ? null : plainDate(since), asAt: plainDate(asAt), basis },
});

test('alike in basis and day, nothing is warned of', () => {
  const ours = of('Ours', null, '2023-03-31');
  assert.deepEqual(sayUnlike(ours, [of('England', null, '2023-03-31'), of('Wigan', null, '2023-03-31')]), []);
});

test('live against validated is told in one sentence, once for all that are alike', () => {
  const ours = of('Ours', null, '2024-01-30', 'live');
  const said = sayUnlike(ours, [of('England', null, '2023-03-31'), of('Wigan', null, '2023-03-31')]);
  assert.equal(said.length, 1);
  assert.match(
    said[0] ?? '',
    /^Ours: live, as at 30 January 2024; England and 1 other: validated, as at 31 March 2023\..*10 months apart, and a live figure still changes/,
  );
});

test('a calendar year against the year to 31 March: not the same months', () => {
  const [said] = sayUnlike(of('Ours', '2023-01-01', '2023-12-31'), [of('England', '2022-04-01', '2023-03-31')]);
  assert.match(said ?? '', /calendar year and the other of the financial year: not the same months/);
});

test('two years of one kind are told by their years, and a part of a year is not called one', () => {
  const year = (of_: number) => of('X', `${of_}-01-01`, `${of_}-12-31`);
  assert.match(
    sayUnlike(year(2023), [year(2022)])[0] ?? '',
    /One is of the year to 31 December 2023 and the other of the year to 31 December 2022\.$/,
  );
  const months = (of_: number) => of('X', `${of_}-04-01`, `${of_}-12-31`);
  assert.match(
    sayUnlike(months(2023), [months(2022)])[0] ?? '',
    /One is of 1 April 2023 to 31 December 2023 and the other of 1 April 2022 to 31 December 2022/,
  );
});

test('nine months against a year: not of one length, so not to be compared; a leap year is a year', () => {
  const year = of('England', '2023-04-01', '2024-03-31');
  const [said] = sayUnlike(of('Ours', '2022-04-01', '2022-12-31'), [year]);
  assert.match(said ?? '', /not of one length/);
  const [leap] = sayUnlike(of('Ours', '2022-04-01', '2023-03-31'), [year]);
  assert.doesNotMatch(leap ?? '', /one length/);
});

test('how many there are on a day against how many there were in a year', () => {
  const [said] = sayUnlike(of('Ours', null, '2023-03-31'), [of('England', '2022-04-01', '2023-03-31')]);
  assert.match(said ?? '', /One is how many there are on a day, the other how many there were in a period/);
});

test('shares of plans held and of plans begun are not parts of one whole; a share and a rate answer two questions', () => {
  const all = measuresOf(modules);
  const [held, begun, rate] = ['protection.neglect-share', 'protection.again-share', 'protection.neglect-rate'].map(
    (id) => findSeries(id, all),
  );
  assert.ok(held && begun && rate);
  assert.match(sayUnlikeSeries([held, begun]).join(), /not parts of one whole/);
  assert.match(sayUnlikeSeries([held, rate]).join(), /two questions/);
  assert.deepEqual(sayUnlikeSeries([rate]), []);
});
