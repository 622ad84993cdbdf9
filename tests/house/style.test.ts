import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../src/platform/root.ts';

const style = readFileSync(join(root, 'STYLE.md'), 'utf8');
/** A piece of our code as STYLE.md shows it: where it stands, then what stands there. Lines left out are three dots. */
const PIECE = /`((?:src|packages|tests)\/[^`]+)`[^`]*\n```\w+\n([\s\S]*?)```/g;
const pieces = [...style.matchAll(PIECE)].map(([, file = '', code = '']) => ({ file, code }));

const plain = (code: string) => code.replaceAll(/\s+/g, ' ').trim();

test('what STYLE.md shows as ours stands in the code today', () => {
  assert.ok(pieces.length >= 6, `only ${pieces.length} pieces of code are shown`);
  for (const { file, code } of pieces) {
    const held = plain(readFileSync(join(root, file), 'utf8'));
    for (const part of code
      .split(/^\s*…\s*$/m)
      .map(plain)
      .filter(Boolean))
      assert.ok(held.includes(part), `${file} no longer has:\n${part}`);
  }
});

test('every piece of code in STYLE.md says where it stands', () => {
  assert.equal(style.split('```').length - 1, pieces.length * 2);
});
