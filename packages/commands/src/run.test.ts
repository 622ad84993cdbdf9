import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visible } from './run.ts';

test('what a terminal would obey is shown, and lines and columns stay', () => {
  assert.equal(visible('\u001b[31mred\u001b[0m\u0007'), '\uFFFD[31mred\uFFFD[0m\uFFFD');
  assert.equal(visible('one\ttwo\nthree — Wałęsa'), 'one\ttwo\nthree — Wałęsa');
  assert.equal(visible('\r\u009b2J'), '\uFFFD\uFFFD2J');
});
