import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attackSeen } from './attack/attack.ts';
import type { Seen } from './attack/seen.ts';
import { attack } from './findings.ts';
import { profiles } from './profile.ts';
import { protect } from './protect/protect.ts';
import { compose, grouping, type Protected } from './publication.ts';
import { countsOfShare } from './reader.ts';
import { monthlyReleases } from './testing/cohort.ts';
import { areas, hideOnly, population, sort, table } from './testing/population.ts';
import { both, either, having, neither, type Where } from './where.ts';
import { wholeGroups } from './whole-groups.ts';

const someTables = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 4, selector: ([a, b]) => `${a}${b}` })
  .map((pairs) => pairs.map(([a, b]) => table(a, b)));
const reports = fc
  .record({ seed: fc.nat(1e6), size: fc.integer({ min: 8, max: 70 }), specs: someTables })
  .map(({ seed, size, specs }) => compose(`p${seed}`, '2024-01-30', [population(seed, size)], specs));

test('after a report is protected the attack finds nothing, whatever its population and tables', async () => {
  let leaks = 0;
  await fc.assert(
    fc.asyncProperty(reports, async (report) => {
      const safe = await protect(report, profiles.public);
      assert.deepEqual(safe.unguarded, []);
      assert.deepEqual((await attack([safe])).found, []);
      leaks += (await attack([hideOnly(report)])).found.length;
    }),
    { numRuns: 25, seed: 20240130 },
  );
  assert.ok(leaks > 50, `hiding small cells only gave away ${leaks}`);
});

test('an answer after a safe report is protected on top of it: set relations give nothing away', async () => {
  let alone = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const sheet = population(seed, 60);
    const report = await protect(compose('report', '2024-01-30', [sheet], [table(0, 3), table(0, 1)]), profiles.public);
    const question = compose('answer', '2024-01-30', [sheet], [table(0, 5)]);
    const answer = await protect(question, profiles.public, [report]);
    assert.deepEqual((await attack([report, answer])).found, []);
    alone += (await attack([report, await protect(question, profiles.public)])).found.length;
  }
  assert.ok(alone > 0, 'protected by itself, no answer gave anything away: the test shows nothing');
});

test('a release by a stricter rule, after one by a looser, leaves what the looser hid as well hidden as it was', async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const report = compose('public', '2024-01-30', [population(seed, 60)], [table(0, 2), table(0, 3)]);
    const open = await protect(report, profiles.public);
    const strict = await protect({ ...report, id: 'provider' }, profiles.provider, [open]);
    const small = strict.tables.flatMap(({ cells }) => cells.filter(({ people }) => people > 0 && people <= 7));
    assert.ok(small.length > 0 && small.every(({ hidden }) => hidden));
    const found = (await attack([open, strict])).found.filter(({ release }) => release === 'public');
    assert.deepEqual(found, []);
  }
});

test('monthly releases with joiners and leavers stay safe together', async () => {
  const done: Protected[] = [];
  for (const release of monthlyReleases(4).slice(0, 4)) {
    done.push(await protect(release, profiles.public, done));
    assert.deepEqual((await attack(done)).found, []);
  }
});

test('the same report is protected the same way twice', async () => {
  const report = compose('p', '2024-01-30', [population(9, 50)], [table(0, 2), table(1, 3), table(0, 5)]);
  assert.deepEqual(await protect(report, profiles.public), await protect(report, profiles.public));
});

test('the threshold counts people: twelve assessments of two people are hidden, and a true zero is printed', async () => {
  const records = Array.from({ length: 52 }, (_, at) => ({
    id: `r${at}`,
    person: at < 12 ? `c${at % 2}` : `c${at}`,
    attributes: { sort: at < 12 ? 'p' : at < 32 ? 'q' : 'r' },
  }));
  const attributes = { sort: { values: ['p', 'q', 'r', 'none'], lasts: true } };
  const bySort = grouping('Sort', 'sort', { P: ['p'], Q: ['q'], R: ['r'], None: ['none'] });
  const sheet = { kind: 'records', unit: 'assessments', attributes, records };
  const safe = await protect(
    compose('p', '2024-01-30', [sheet], [{ id: 't', title: 'T', of: 'records', by: [bySort] }]),
    profiles.public,
  );
  const cells = safe.tables[0]?.cells.map(({ value, hidden, why }) => [value, hidden, why]);
  assert.deepEqual(cells?.[1], [12, true, 'small']);
  assert.deepEqual(cells?.at(-1), [0, false, undefined]);
  assert.deepEqual((await attack([safe])).found, []);
});

/** Every population of so many records at most, one by one. */
function enumerate(seen: Seen, most: number): { low: number; high: number }[] {
  const names = Object.keys(seen.attributes);
  const people = names.reduce<Record<string, string>[]>(
    (all, name) => all.flatMap((one) => (seen.attributes[name] ?? []).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  const meets = (where: Where, one: Record<string, string>): boolean => {
    if ('attribute' in where) return where.in.includes(one[where.attribute] ?? '');
    if ('not' in where) return !meets(where.not, one);
    return 'all' in where ? where.all.every((w) => meets(w, one)) : where.any.some((w) => meets(w, one));
  };
  const found = seen.sought.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
  const counts = people.map(() => 0);
  const sum = (where: Where) => people.reduce((all, one, at) => all + (meets(where, one) ? (counts[at] ?? 0) : 0), 0);
  const walk = (at: number, left: number): void => {
    if (at === people.length) {
      if (!seen.known.every(({ where, least, most }) => sum(where) >= least && sum(where) <= most)) return;
      seen.sought.forEach((where, which) => {
        const reached = found[which];
        if (!reached) return;
        reached.low = Math.min(reached.low, sum(where));
        reached.high = Math.max(reached.high, sum(where));
      });
      return;
    }
    for (let count = 0; count <= left; count++) {
      counts[at] = count;
      walk(at + 1, left - count);
    }
    counts[at] = 0;
  };
  walk(0, most);
  return found;
}

test('the attack finds exactly what trying every population finds', async () => {
  const attributes = { a: ['0', '1'], b: ['0', '1'], c: ['0', '1'] };
  const one = (name: string) => having(name, '1');
  const wheres: Where[] = [
    one('a'),
    one('b'),
    one('c'),
    both(one('a'), one('b')),
    both(one('b'), one('c')),
    both(one('a'), one('c')),
    either(one('a'), one('c')),
    neither(one('a'), one('b')),
    both(having('a', '0'), one('c')),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ a: fc.constantFrom('0', '1'), b: fc.constantFrom('0', '1'), c: fc.constantFrom('0', '1') }),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
      fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 2, maxLength: 6 }),
      async (people, shown) => {
        const value = (where: Where): number => people.filter((person) => holdsSimply(where, person)).length;
        const known = shown.flatMap((at) => {
          const where = wheres[at];
          return where ? [{ where, least: value(where), most: value(where) }] : [];
        });
        const all = { where: both(), least: people.length, most: people.length };
        const seen: Seen = { attributes, known: [all, ...known], sought: wheres };
        assert.deepEqual(await attackSeen(seen, 20), enumerate(seen, people.length));
      },
    ),
    { numRuns: 40, seed: 149 },
  );
});

function holdsSimply(where: Where, person: Record<string, string>): boolean {
  if ('attribute' in where) return where.in.includes(person[where.attribute] ?? '');
  if ('not' in where) return !holdsSimply(where.not, person);
  return 'all' in where
    ? where.all.every((part) => holdsSimply(part, person))
    : where.any.some((part) => holdsSimply(part, person));
}

test('a row whose people all fall in one cell is warned of', () => {
  const records = Array.from({ length: 30 }, (_, at) => ({
    id: `r${at}`,
    person: `c${at}`,
    attributes: { sort: at < 10 ? 'p' : 'q', place: at < 10 ? 'a' : at % 2 ? 'a' : 'c' },
  }));
  const attributes = {
    sort: { values: ['p', 'q', 'r'], lasts: true },
    place: { values: ['a', 'b', 'c', 'd'], lasts: true },
  };
  const sheet = { kind: 'records', unit: 'people', attributes, records };
  const report = compose('p', '2024-01-30', [sheet], [{ id: 't', title: 'T', of: 'records', by: [sort, areas] }]);
  const warned = wholeGroups(report, profiles.public).map(({ total, cell }) => [total.key, cell.key]);
  assert.deepEqual(warned, [
    [
      { Sort: 'Total', Area: 'South' },
      { Sort: 'Q', Area: 'South' },
    ],
    [
      { Sort: 'P', Area: 'Total' },
      { Sort: 'P', Area: 'North' },
    ],
  ]);
  assert.deepEqual(wholeGroups(report, profiles.internal), []);
});

test('where the profile guards them, nobody can be sure that all of a row fall in one cell', async () => {
  const of = (count: number, kind: string, place: string) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${kind}${place}${at}`,
      person: `${kind}${place}${at}`,
      attributes: { sort: kind, place },
    }));
  const attributes = {
    sort: { values: ['p', 'q', 'r'], lasts: true },
    place: { values: ['a', 'b', 'c', 'd'], lasts: true },
  };
  const records = [
    ...of(10, 'p', 'a'),
    ...of(9, 'q', 'a'),
    ...of(12, 'q', 'c'),
    ...of(8, 'r', 'b'),
    ...of(11, 'r', 'd'),
  ];
  const sheet = { kind: 'records', unit: 'people', attributes, records };
  const report = compose('p', '2024-01-30', [sheet], [{ id: 't', title: 'T', of: 'records', by: [sort, areas] }]);
  const strict = { ...profiles.public, wholeGroups: 'protect' as const };
  const isWhole = ({ key }: { key: Readonly<Record<string, string>> }) => key.Sort === 'P' && key.Area === 'North';

  const guarded = await protect(report, strict);
  const cell = guarded.tables[0]?.cells.find(isWhole);
  assert.deepEqual([cell?.hidden, cell?.why, guarded.unguarded], [true, 'one group whole', []]);
  const attacked = await attack([guarded]);
  assert.deepEqual(attacked.found, []);
  assert.ok(attacked.cells.some((learnt) => isWhole(learnt) && learnt.low < 10));

  const warned = await protect(report, profiles.public);
  assert.equal(warned.tables[0]?.cells.find(isWhole)?.hidden, false);
  assert.ok((await attack([{ ...warned, profile: strict }])).found.some(isWhole));
});

test('a percentage stands for the counts that round to it', () => {
  assert.deepEqual(countsOfShare(38, 0, 317), { least: 119, most: 122 });
  assert.deepEqual(countsOfShare(33.3, 1, 3), { least: 1, most: 1 });
  assert.equal(countsOfShare(50, 0, 3), undefined);
});

test('what nothing published bounds has no bound, and is no failure of the solver', async () => {
  const values = ['0', '1', '2', '3'];
  const attributes = { sex: ['F', 'M', 'U'], level: values };
  const [some, girl] = [having('level', '1', '2'), having('sex', 'F')];
  const known = [{ where: some, least: 68, most: 68 }];
  const sought = [both(), girl, both(girl, some), neither(some), both(girl, neither(some))];
  const endless = { low: 0, high: Number.POSITIVE_INFINITY };
  assert.deepEqual(await attackSeen({ attributes, known, sought }, 20), [
    { low: 68, high: Number.POSITIVE_INFINITY },
    endless,
    { low: 0, high: 68 },
    endless,
    endless,
  ]);
});

test('the attack turns a printed share into counts, of a base it need not know', async () => {
  const attributes = { a: ['0', '1'], b: ['0', '1'] };
  const [part, base] = [both(having('a', '1'), having('b', '1')), having('a', '1')];
  const whole = { where: both(), least: 60, most: 60 };
  const of40 = { where: base, least: 40, most: 40 };
  const share = { where: part, base, least: 0.095, most: 0.105 };
  assert.deepEqual(await attackSeen({ attributes, known: [whole, of40, share], sought: [part] }, 20), [
    { low: 4, high: 4 },
  ]);
  const free = await attackSeen({ attributes, known: [whole, share], sought: [part, base] }, 20);
  assert.deepEqual(free, [
    { low: 0, high: 6 },
    { low: 0, high: 60 },
  ]);
});
