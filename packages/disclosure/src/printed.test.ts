import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attack } from './findings.ts';
import { printIn } from './printed.ts';
import { profiles } from './profile.ts';
import { protect } from './protect/protect.ts';
import { compose, type Protected } from './publication.ts';
import { hideOnly, population, table } from './testing/population.ts';

const asPercentages = (seed: number) =>
  compose(
    'p',
    '2024-01-30',
    [population(seed, 60)],
    [{ ...table(0, 1), printedAs: 'percentage' as const }, table(1, 3)],
  );

const shownIn = ({ tables, profile }: Protected) =>
  tables.flatMap((one) => (one.printedAs === 'percentage' ? one.cells.map((cell) => printIn(one, cell, profile)) : []));

test('a table of percentages is attacked as the counts they stand for', async () => {
  let leaks = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const report = asPercentages(seed);
    const safe = await protect(report, profiles.public);
    assert.deepEqual([safe.unguarded, (await attack([safe])).found], [[], []]);
    leaks += (await attack([hideOnly(report)])).found.length;
  }
  assert.ok(leaks > 5, `hiding small shares only gave away ${leaks}`);
});

test('a table of rates is attacked as the counts they stand for, of a population that every reader knows', async () => {
  const rate = { per: 10_000, population: 57_205 };
  let leaks = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const specs = [{ ...table(0, 1), printedAs: rate }, table(1, 3)];
    const report = compose('p', '2024-01-30', [population(seed, 60)], specs);
    const safe = await protect(report, profiles.public);
    assert.deepEqual([safe.unguarded, (await attack([safe])).found], [[], []]);
    leaks += (await attack([hideOnly(report)])).found.length;
  }
  assert.ok(leaks > 5, `hiding small rates only gave away ${leaks}`);
});

test('of many, a rate says less than the count, and what rounds to 0 is not 0', async () => {
  const report = compose('p', '2024-01-30', [population(3, 60)], [{ ...table(0, 0), printedAs: 'count' as const }]);
  const open = hideOnly(report);
  const of = (population: number): Protected => ({
    ...open,
    tables: open.tables.map((one) => ({
      ...one,
      printedAs: { per: 10_000, population },
      cells: one.cells.map((cell, at) => ({ ...cell, hidden: at === 1 })),
    })),
  });
  const [known] = (await attack([of(57_205)])).cells;
  const [guessed] = (await attack([of(9_000_000)])).cells;
  assert.ok(known && guessed);
  assert.equal(known.low, known.high);
  assert.ok(guessed.low < guessed.high);
  const low: Protected = { ...of(9_000_000_000), tables: of(9_000_000_000).tables };
  assert.deepEqual(
    low.tables.flatMap((one) => one.cells.map((cell) => printIn(one, cell, profiles.public))),
    ['low', 'c', 'low', 'low'],
  );
});

test('percentages are of the whole, with one decimal, and hidden with the count behind them', () => {
  const shown = shownIn(hideOnly(asPercentages(1)));
  assert.ok(shown.includes('c') && shown.includes(100));
  for (const share of shown) assert.ok(share === 'c' || (typeof share === 'number' && share >= 0 && share <= 100));
});

test('where the base is not shown, a percentage says less', async () => {
  const report = compose(
    'p',
    '2024-01-30',
    [population(3, 60)],
    [{ ...table(0, 0), printedAs: 'percentage' as const }],
  );
  const open = hideOnly(report);
  const isSmallest = ({ rank }: { rank: string }) => rank !== 'grand total';
  const hideOne = (release: Protected, also: (rank: string) => boolean): Protected => ({
    ...release,
    tables: release.tables.map((one) => {
      const first = one.cells.find(isSmallest);
      return { ...one, cells: one.cells.map((cell) => ({ ...cell, hidden: cell === first || also(cell.rank) })) };
    }),
  });
  const [known] = (await attack([hideOne(open, () => false)])).cells;
  const [guessed] = (await attack([hideOne(open, (rank) => rank === 'grand total')])).cells;
  assert.ok(known && guessed);
  assert.equal(known.low, known.high);
  assert.ok(guessed.low < guessed.high);
});

test('rounded counts give rounded percentages, so that neither unpicks the other', () => {
  const exact = asPercentages(2);
  const rounded: Protected = { ...hideOnly(exact), profile: profiles.provider };
  const whole = exact.tables[0]?.cells.find(({ rank }) => rank === 'grand total')?.value ?? 0;
  const base = Math.round(whole / 5) * 5;
  for (const share of shownIn(rounded))
    if (typeof share === 'number') {
      const count = (share * base) / 100;
      assert.ok(Math.abs(count - Math.round(count / 5) * 5) < 0.1, `${share} % of ${base}`);
    }
});
