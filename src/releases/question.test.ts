import assert from 'node:assert/strict';
import test from 'node:test';
import { sayAnswer } from './question.ts';
import type { FrozenTable } from './release.ts';

const table = (asked: string, cells: FrozenTable['cells']): FrozenTable => ({
  asked,
  words: {
    ...{ id: asked, title: 'At risk, by age', unit: 'children', definition: '', exclusions: '', owner: '', over: '' },
    ...{ rowsAre: 'Age', columns: ['Children'], notes: [] },
    lines: ['Under 13', '13 to 15', '16 to 17', 'Total'],
  },
  cells,
});
const attacked = ['Under 13', '13 to 15'].map((name) => ({
  ...{ release: 'new', table: 'at-risk.age', key: { Age: name }, low: 0, high: 9 },
  ...{ exact: false, withinThreshold: false, small: true },
}));

test('what is hidden is said as the nearest group that can be: all of it together', () => {
  const said = sayAnswer(table('at-risk.age', [['c'], ['c'], [60], [69]]), attacked, 69);
  assert.match(said[0] ?? '', /^Under 13: fewer than 10 of 69\. The figure itself is of very few children/);
  assert.equal(said[2], '16 to 17: 60 of 69 (87.0%).');
  assert.equal(said[3], 'Under 13 or 13 to 15: 9 of 69 (13.0%).');
});

test('nothing is added up where rows overlap, nor where the whole is not shown', () => {
  const cells = [['c'], ['c'], [60], [69]] as const;
  assert.equal(sayAnswer(table('at-risk.looked_after+send', cells), attacked, 69).length, 3);
  assert.equal(sayAnswer(table('at-risk.age', [...cells.slice(0, 3), ['c']]), attacked, 'c').length, 3);
});
