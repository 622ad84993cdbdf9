import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayTimes } from './times.ts';

test('a run says how long it took, and where the time went, the slowest first', () => {
  const files = { 'src/risk/level.test.ts': 0.3, 'tests/house/walls.test.ts': 1.25, 'src/risk/review.test.ts': 2 };
  assert.deepEqual(sayTimes({ building: 2, tests: 75 }, files).split('\n'), [
    'It took 1 min 17 s: building 2.0 s, tests 1 min 15 s.',
    'The slowest files:',
    '    2.0 s  src/risk/review.test.ts',
    '    1.3 s  tests/house/walls.test.ts',
    '    0.3 s  src/risk/level.test.ts',
    'By folder (several files run at a time):',
    '    2.3 s  src/risk',
    '    1.3 s  tests/house',
  ]);
});

test('of one file there is nothing to compare', () => {
  assert.equal(sayTimes({ tests: 0.5 }, { 'src/risk/level.test.ts': 0.3 }), 'It took 0.5 s: tests 0.5 s.');
});
