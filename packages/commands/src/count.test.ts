import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayCount, wordsFor } from './index.ts';

test('one takes the singular, none and several the plural', () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => sayCount(count, 'day')),
    ['0 days', '1 day', '2 days'],
  );
  assert.deepEqual(
    [0, 1, 2].map((count) => wordsFor(count, 'closure that waits', 'closures that wait')),
    ['closures that wait', 'closure that waits', 'closures that wait'],
  );
});
