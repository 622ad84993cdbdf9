import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stretches, wrap } from './pdf-text.ts';

const measure = (text: string) => text.length;

test('English is one stretch', () => {
  assert.deepEqual(stretches('Referred by a school'), [{ text: 'Referred by a school', backwards: false }]);
});

test('an Arabic name in an English sentence is one stretch, words and all, between two', () => {
  assert.deepEqual(stretches('seen by محمد علي today'), [
    { text: 'seen by ', backwards: false },
    { text: 'محمد علي', backwards: true },
    { text: ' today', backwards: false },
  ]);
});

test('within an Arabic label a number stands left of the word before it, and brackets face the other way', () => {
  assert.deepEqual(stretches('حي 12 (شرق)'), [
    { text: ' )شرق(', backwards: true },
    { text: '12', backwards: false },
    { text: 'حي ', backwards: true },
  ]);
});

test('words keep together, a word too long for the column is cut between letters', () => {
  assert.deepEqual(wrap('one two three', 7, measure), ['one two', 'three']);
  assert.deepEqual(wrap('abcdefghij', 4, measure), ['abcd', 'efgh', 'ij']);
  assert.deepEqual(wrap('é'.normalize('NFD').repeat(3), 2, measure), Array(3).fill('é'.normalize('NFD')));
  assert.deepEqual(wrap('', 4, measure), ['']);
});
