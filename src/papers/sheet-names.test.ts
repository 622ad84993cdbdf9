import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areas, withTables } from './paper.fixture.ts';
import { sheetNames } from './sheet-names.ts';

const named = (...titles: string[]) => sheetNames(withTables(...titles.map((title) => ({ ...areas, title })))).tables;

test('a short title is the name', () => {
  assert.deepEqual(named('Children by ward'), ['Children by ward']);
});

test('no name comes twice, whatever its capitals, nor is one empty, too long or forbidden', () => {
  const names = named(
    'Ward',
    'ward',
    'about',
    'History',
    "'quoted'",
    '[a]:b*?c/d\\e',
    '???',
    'x'.repeat(60),
    'x'.repeat(61),
  );
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, names.length);
  for (const name of names) {
    assert.ok(name.length > 0 && name.length <= 31, name);
    assert.doesNotMatch(name, /[[\]:*?/\\]|^'|'$|^(about|history)$/i);
  }
});

test('ten tables and more of one title have a name each', () => {
  const names = named(...Array.from({ length: 101 }, () => 'x'.repeat(40)));
  assert.equal(new Set(names).size, 101);
  assert.ok(names.every(({ length }) => length <= 31));
});
