import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paper } from './paper.fixture.ts';
import { sheetNames } from './sheet-names.ts';

const named = (...titles: string[]) => {
  const [table] = paper().tables;
  assert.ok(table);
  return sheetNames({ ...paper(), tables: titles.map((title) => ({ ...table, title })) }).tables;
};

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
