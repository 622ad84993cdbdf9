import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attack } from './findings.ts';
import { profiles } from './profile.ts';
import { protect } from './protect/protect.ts';
import { compose, grouping, type TableSpec } from './publication.ts';
import { hideOnly, population, sort, table } from './testing/population.ts';

test('what is known to be asked next cannot be worked out from the report, though the report does not print it', async () => {
  // All less those of 2 to 4 are those of 1.
  const youngest = grouping('Youngest', 'age', { 1: ['1'] });
  const asked = [{ id: 'asked', title: 'Asked', of: 'records', by: [sort, youngest] }];
  let alone = 0;
  for (let seed = 1; seed <= 6; seed++) {
    const sheet = population(seed, 60);
    const report = (unprinted: TableSpec[]) => compose('p', '2024-01-30', [sheet], [table(0, 4)], unprinted);
    const safe = await protect(report(asked), profiles.public);
    assert.deepEqual([safe.unguarded, (await attack([safe])).found], [[], []]);
    const without = await protect(report([]), profiles.public);
    alone += (await attack([{ ...without, unprinted: safe.unprinted }])).found.length;
  }
  assert.ok(alone > 0, 'no report gave anything away by itself: the test shows nothing');
});

test('the small ones of a row together are not given away by its total less what it shows', async () => {
  const of = (count: number, people: number, kind: string, place: string) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${kind}${place}${at}`,
      person: `${kind}${place}${at % people}`,
      attributes: { sort: kind, place },
    }));
  const attributes = { sort: { values: ['p', 'q'], lasts: true }, place: { values: ['a', 'b', 'c'], lasts: true } };
  const records = [of(40, 40, 'p', 'a'), of(8, 2, 'p', 'b'), of(7, 2, 'p', 'c')].concat(
    ['a', 'b', 'c'].map((place) => of(20, 20, 'q', place)),
  );
  const places = grouping('Area', 'place', { A: ['a'], B: ['b'], C: ['c'] });
  const kinds = grouping('Sort', 'sort', { P: ['p'], Q: ['q'] });
  const spec = { id: 't', title: 'T', of: 'records', by: [kinds, places] };
  const sheet = { kind: 'records', unit: 'assessments', attributes, records: records.flat() };
  const report = compose('p', '2024-01-30', [sheet], [spec]);
  const isTogether = ({ key }: { key: Readonly<Record<string, string>> }) => key.Sort === 'P' && key.Area === 'B and C';
  assert.ok((await attack([hideOnly(report)])).found.some(isTogether));
  const attacked = await attack([await protect(report, profiles.public)]);
  assert.deepEqual(attacked.found, []);
  const learnt = attacked.cells.find(isTogether);
  assert.ok(learnt && learnt.low < learnt.high);
});
