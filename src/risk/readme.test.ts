import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { reviewStates } from './review.ts';

test('the README tells of every state of a review, and of no other', () => {
  const told = readFileSync('src/risk/README.md', 'utf8').matchAll(/^\| `(\w+)` +\|/gm);
  assert.deepEqual(
    [...told].map(([, state]) => state),
    Object.keys(reviewStates),
  );
});
