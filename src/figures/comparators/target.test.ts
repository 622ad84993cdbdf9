import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate, neglectTarget } from './target.ts';

const met = (figures: Parameters<typeof evaluate>[1]) => evaluate(neglectTarget, figures).map((part) => part.met);

test('as a share neglect is better than England, as a rate it is not: both are said', () => {
  assert.deepEqual(met({ ours: 40, neighbours: 45, england: 49 }), ['not met', 'met']);
  assert.deepEqual(met({ ours: 27.6, neighbours: 26, england: 20.9 }), ['met', 'not met']);
});

test('in line is within a tenth of the mean on either side, the tenth itself included', () => {
  assert.deepEqual(met({ ours: 44, neighbours: 40, england: 49 }), ['met', 'met']);
  assert.deepEqual(met({ ours: 44.1, neighbours: 40, england: 49 }), ['not met', 'met']);
  assert.deepEqual(met({ ours: 35.9, neighbours: 40, england: 49 }), ['not met', 'met']);
});

test('what is printed is what is held against a target', () => {
  assert.deepEqual(
    met({ ours: 62.7, neighbours: 57, england: 70 }),
    ['met', 'met'],
    'the tenth of 57, in floating point',
  );
  assert.deepEqual(met({ ours: 44.04, neighbours: 40, england: 49 }), ['met', 'met'], 'printed 44.0');
  assert.deepEqual(met({ ours: 48.96, neighbours: 49, england: 49 }), ['met', 'not met'], 'printed 49.0 beside 49.0');
});

test('what is not held cannot be said, and is not taken for met; the same as England is not better', () => {
  assert.deepEqual(met({ ours: 40, neighbours: undefined, england: undefined }), ['cannot be said', 'cannot be said']);
  assert.deepEqual(met({ ours: undefined, neighbours: 1, england: 1 }), ['cannot be said', 'cannot be said']);
  assert.deepEqual(met({ ours: 49, neighbours: 49, england: 49 }), ['met', 'not met']);
});

test('the target names its list of neighbours and who said it', () => {
  const [inLine] = evaluate(neglectTarget, { ours: 1, neighbours: 1, england: 2 });
  assert.match(inLine?.asks ?? '', /2021 statistical neighbours/);
  assert.match(neglectTarget.source, /minute 150/);
});
