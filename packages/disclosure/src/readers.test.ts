import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attack } from './findings.ts';
import { profiles } from './profile.ts';
import { protect } from './protect/protect.ts';
import { type Cell, compose, grouping, type Protected, type Sheet, type TableSpec } from './publication.ts';
import { population, table } from './testing/population.ts';
import { having } from './where.ts';

test('what a provider may not learn stays as well hidden when a report for the public follows', async () => {
  for (let seed = 1; seed <= 8; seed++) {
    const report = compose('provider', '2024-01-30', [population(seed, 60)], [table(0, 2), table(0, 3)]);
    const strict = await protect(report, profiles.provider);
    assert.deepEqual((await attack([strict])).found, []);
    const open = compose('public', '2024-01-30', report.sheets, [table(0, 1), table(2, 3), table(0, 4)]);
    const after = await protect(open, profiles.public, [strict]);
    assert.deepEqual([seed, (await attack([strict, after])).found], [seed, []]);
  }
});

const marked = grouping('Mark', 'mark', { Marked: ['yes'], Not: ['no'] });
const ofTwo = grouping('Place', 'place', { North: ['n'], South: ['s'] });

/** Thirty people, of whom some are marked; those who are not are of the north as often as is said. */
function some(markedOnes: number, north: number) {
  const records = Array.from({ length: 30 }, (_, at) => ({
    id: `r${at}`,
    person: `c${at}`,
    attributes: { mark: at < markedOnes ? 'yes' : 'no', place: at - markedOnes < north ? 'n' : 's' },
  }));
  const attributes = { mark: { values: ['yes', 'no'], lasts: true }, place: { values: ['n', 's'], lasts: true } };
  return { kind: 'records', unit: 'people', attributes, records };
}

test('of a whole that is hidden no share is printed: it would say what it is a share of', async () => {
  const counted = { id: 'marks', title: 'Marks', of: 'records', by: [marked] };
  const shares: TableSpec = {
    ...{ id: 'shares', title: 'Shares', of: 'records', by: [ofTwo] },
    ...{ cohort: having('mark', 'no'), printedAs: 'percentage' },
  };
  const before = await protect(compose('counts', '2024-01-30', [some(4, 11)], [counted]), profiles.public);
  const after = await protect(compose('shares', '2024-01-30', [some(4, 11)], [shares]), profiles.public, [before]);
  assert.deepEqual((await attack([before, after])).found, []);
  assert.ok(after.tables[0]?.cells.every(({ hidden }) => hidden));
});

test('that all of a row fall in one cell stays hidden from a provider whatever is released after', async () => {
  const sheet = some(12, 18);
  const crossed = { id: 'crossed', title: 'Crossed', of: 'records', by: [marked, ofTwo] };
  const strict = await protect(compose('provider', '2024-01-30', [sheet], [crossed]), profiles.provider);
  const places = { id: 'places', title: 'Places', of: 'records', by: [ofTwo] };
  const after = await protect(compose('public', '2024-01-30', [sheet], [places]), profiles.public, [strict]);
  const found = (await attack([strict, after])).found;
  assert.deepEqual(found, []);
});

const mayChange = (sheet: Sheet): Sheet => ({
  ...sheet,
  attributes: Object.fromEntries(
    Object.entries(sheet.attributes).map(([name, { values }]) => [name, { values, lasts: false }]),
  ),
});

test('what may change and has not, from one day to the next, is guarded from a reader who guesses so', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const sheet = mayChange(population(seed, 60));
    const first = await protect(compose('one', '2024-01-29', [sheet], [table(0, 2), table(2, 3)]), profiles.public);
    const report = compose('two', '2024-01-30', [sheet], [table(0, 1), table(1, 3), table(0, 4)]);
    const second = await protect(report, profiles.public, [first]);
    const guessed = [first, { ...second, on: first.on }];
    assert.deepEqual([seed, (await attack(guessed)).found], [seed, []]);
  }
});

test('a shorter period lies within a longer one, whatever was released between them', async () => {
  const of = (id: string, from: string, to: string, numbers: readonly number[]): Protected => {
    const records = numbers.map((at) => ({ id: `r${at}`, person: `c${at}`, attributes: { sort: at % 2 ? 'q' : 'r' } }));
    const attributes = { sort: { values: ['p', 'q', 'r'], lasts: true } };
    const sheet = { kind: 'records', unit: 'assessments', attributes, records, over: { from, to } };
    const made = compose(id, to, [sheet], [table(0, 0)]);
    const isHidden = ({ value, rank }: Cell) => id === 'weeks' && (value === 0 || rank === 'cell');
    const tables = made.tables.map((one) => ({
      ...one,
      cells: one.cells.map((cell) => ({ ...cell, hidden: isHidden(cell) })),
    }));
    return { ...made, profile: profiles.public, unguarded: [], tables };
  };
  const count = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
  const { cells } = await attack([
    of('year', '2023-01-01', '2023-12-31', count(0, 40)),
    of('quarter', '2024-01-01', '2024-03-31', count(40, 60)),
    of('weeks', '2023-01-01', '2023-12-17', count(0, 30)),
  ]);
  const none = cells.find(({ release, key }) => release === 'weeks' && key.Sort === 'P');
  assert.equal(none?.high, 0);
});
