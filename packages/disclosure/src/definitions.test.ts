import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attack } from './findings.ts';
import { profiles } from './profile.ts';
import { protect } from './protect/protect.ts';
import { compose, grouping, type Sheet } from './publication.ts';
import { population, sort, table } from './testing/population.ts';
import { both, having, isRuledOut } from './where.ts';
import { wholeGroups } from './whole-groups.ts';

const never = [both(having('sort', 'p'), having('mark', 'no')), both(having('sort', 'q', 'r'), having('mark', 'yes'))];
const marks = grouping('Mark', 'mark', { Marked: ['yes'], Not: ['no'] });
const ages = grouping('Age', 'age', { 1: ['1'], 2: ['2'], 3: ['3'], 4: ['4'] });

/** The same said twice in other words: sort P is marked, and nothing else is. */
function marked(seed: number): Sheet {
  const sheet = population(seed, 60);
  return {
    ...sheet,
    attributes: { ...sheet.attributes, mark: { values: ['yes', 'no'], lasts: true } },
    records: sheet.records.map((record) => ({
      ...record,
      attributes: { ...record.attributes, mark: record.attributes.sort === 'p' ? 'yes' : 'no' },
    })),
    never,
  };
}

test('what two words for the same thing give away together is guarded, since every reader knows that they are the same', async () => {
  const bySort = { id: 's', title: 'S', of: 'records', by: [sort, ages] };
  const [, overlapping] = table(0, 4).by;
  assert.ok(overlapping);
  const byMark = { id: 'm', title: 'M', of: 'records', by: [marks, overlapping] };
  let unaware = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const report = compose('p', '2024-01-30', [marked(seed)], [bySort, byMark]);
    const safe = await protect(report, profiles.public);
    assert.deepEqual([safe.unguarded, (await attack([safe])).found], [[], []]);
    const told = report.sheets.map((sheet) => ({ ...sheet, never: [] }));
    const { tables } = await protect({ ...report, sheets: told }, profiles.public);
    unaware += (await attack([{ ...safe, tables }])).found.length;
  }
  assert.ok(unaware > 5, `not knowing it gave away ${unaware}`);
});

test('a definition is kept over releases of other days and other records', async () => {
  const [first, second] = [marked(3), marked(4)];
  const byMark = { id: 'm', title: 'M', of: 'records', by: [marks, ages] };
  const before = await protect(compose('one', '2024-01-30', [first], [table(0, 3)]), profiles.public);
  const after = await protect(compose('two', '2024-02-29', [second], [byMark]), profiles.public, [before]);
  assert.deepEqual((await attack([before, after])).found, []);
});

test('a row that says no more than the definition is not one to guard', () => {
  const report = compose('p', '2024-01-30', [marked(1)], [{ id: 't', title: 'T', of: 'records', by: [sort, marks] }]);
  assert.deepEqual(wholeGroups(report, profiles.provider), []);
  const unaware = { ...report, sheets: report.sheets.map((sheet) => ({ ...sheet, never: [] })) };
  assert.ok(wholeGroups(unaware, profiles.provider).length > 0);
});

test('only what cannot be is ruled out', () => {
  const { attributes } = marked(1);
  assert.equal(isRuledOut(both(having('sort', 'p'), having('mark', 'no')), attributes, never), true);
  assert.equal(isRuledOut(both(having('sort', 'p'), having('mark', 'yes')), attributes, never), false);
  assert.equal(isRuledOut(having('mark', 'no'), attributes, never), false);
  assert.equal(isRuledOut(both(having('mark', 'no'), having('mark', 'yes')), attributes, []), true);
});

test('two definitions that meet in a thing no table asks are known too: what has no type has neither level nor review', async () => {
  const records = Array.from({ length: 40 }, (_, at) => ({
    id: `r${at}`,
    person: `c${at}`,
    attributes:
      at < 4
        ? { type: 'none', level: 'none', review: 'none' }
        : { type: 'some', level: at < 25 ? 'high' : 'low', review: at % 3 ? 'due' : 'done' },
  }));
  const values = { type: ['some', 'none'], level: ['high', 'low', 'none'], review: ['due', 'done', 'none'] };
  const attributes = Object.fromEntries(
    Object.entries(values).map(([name, all]) => [name, { values: all, lasts: true }]),
  );
  const untyped = having('type', 'none');
  const typed = having('type', 'some');
  const definitions = [
    both(untyped, having('level', 'high', 'low')),
    both(typed, having('level', 'none')),
    both(untyped, having('review', 'due', 'done')),
    both(typed, having('review', 'none')),
  ];
  const plain = (name: 'level' | 'review') =>
    grouping(name, name, Object.fromEntries(values[name].map((value) => [value, [value]])));
  const sheet = { kind: 'records', unit: 'people', attributes, records, never: definitions };
  const crossed = { id: 't', title: 'T', of: 'records', by: [plain('level'), plain('review')] };
  const report = compose('p', '2024-01-30', [sheet], [crossed]);
  const hidden = report.tables.map((one) => ({
    ...one,
    cells: one.cells.map((cell) => ({ ...cell, hidden: cell.value < 6 || cell.rank === 'cell' })),
  }));
  const { cells } = await attack([{ ...report, profile: profiles.public, unguarded: [], tables: hidden }]);
  const cannotBe = cells.filter(
    ({ key }) => (key.level === 'none') !== (key.review === 'none') && key.level !== 'Total',
  );
  assert.ok(cannotBe.length > 0 && cannotBe.every(({ key, high }) => key.review === 'Total' || high === 0));
});
