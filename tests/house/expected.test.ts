import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { modules } from '../../src/modules.ts';
import type { Module } from '../../src/platform/module.ts';
import { root } from '../../src/platform/root.ts';
import { expected, together } from '../../src/testing/expected.ts';

const hasPagesOrTables = ({ name, pages, openPages, collects }: Module): boolean =>
  Boolean(pages ?? openPages ?? collects) || existsSync(join(root, 'src', name, 'sql'));

test('every room with a page or a table says in its testing/expected.ts who needs them, and src/testing/expected.ts collects it', () => {
  const rooms = modules.filter(hasPagesOrTables).map(({ name }) => name);
  assert.ok(rooms.length >= 9, `only ${rooms.length} rooms`);
  assert.deepEqual(Object.keys(expected), rooms);
});

test('what two rooms expect of one page or table is not taken: one would hide the other', () => {
  assert.deepEqual([...together([['/cases', 1]])], [['/cases', 1]]);
  assert.throws(
    () =>
      together([
        ['/cases', 1],
        ['/cases', 2],
      ]),
    /\/cases is expected twice/,
  );
});
