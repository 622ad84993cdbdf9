import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkFigures, linesOf } from './index.ts';

// Public minutes and a public report, kept beside the project and not in it.
const folder = above(import.meta.dirname)
  .map((path) => join(path, 'shared', 'seeds'))
  .find(existsSync);
const skip = folder ? false : 'the public papers are not beside the project';

function above(path: string): string[] {
  return dirname(path) === path ? [path] : [path, ...above(dirname(path))];
}

const read = (name: string) => checkFigures(linesOf(readFileSync(join(folder ?? '', name), 'utf8')));

test('in the minutes of 30 January 2024 every slip is found, and nothing else', { skip }, () => {
  const { findings } = read('000_cbb085213874d20f.txt');
  assert.deepEqual(
    findings.map(({ line, kind }) => [line, kind]),
    [
      [192, 'body-name'],
      [245, 'over-100'],
      [284, 'printed-nowhere'],
      [290, 'body-name'],
      [291, 'body-name'],
      [295, 'body-name'],
      [301, 'year'],
    ],
  );
  assert.match(findings[1]?.arithmetic ?? '', /118 %/);
  assert.match(findings[0]?.quote ?? '', /Rotherham Safety Partnership/);
});

test('in the minutes the assessments, the ages and the genders hold', { skip }, () => {
  const held = read('000_cbb085213874d20f.txt').holds.map(({ line, arithmetic }) => `${line} ${arithmetic}`);
  assert.ok(held.includes('115 344 = 141 + 107 + 50 + 46.'));
  assert.ok(held.includes('245 38 % of 317: 119 to 122 all round to it.'));
  assert.ok(held.includes('261 13 + 36 + 36 + 15 = 100 %.'));
  assert.ok(held.includes('262 81 + 16 + 3 = 100 %.'));
  assert.ok(!held.some((one) => one.includes('82 + 83')));
});

test('in the report of 7 March 2023 a Commission is once a Committee', { skip }, () => {
  const { findings } = read('004_cb8128be3899b024.txt');
  assert.deepEqual(
    findings.map(({ line, kind }) => [line, kind]),
    [[34, 'body-name']],
  );
});
