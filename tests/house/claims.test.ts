import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../src/platform/root.ts';

const filesWith = (pattern: RegExp): string[] =>
  globSync('src/**/*.{ts,tsx,sql}', { cwd: root, exclude: ['**/*.test.ts', '**/*.test.tsx'] })
    .filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')))
    .toSorted();

test('who asks, and in which role, is told to the database in four places, none of them a page', () => {
  assert.deepEqual(filesWith(/set_config\(|set (local |session )?role [^,]*[;`$]/i), [
    'src/figures/figures.db.ts',
    'src/people/matching/comparing.db.ts',
    'src/platform/access/sql/guard.sql',
    'src/platform/db/house.ts',
  ]);
});

test('the app is let in at three doors: the one road of every page, signing in, and what everybody may read', () => {
  assert.deepEqual(filesWith(/\.as\('app'/), [
    'src/platform/auth/sign-in.tsx',
    'src/platform/web/pipeline.tsx',
    'src/platform/web/serve-open.ts',
    'src/start.ts',
    'src/testing/open.ts',
  ]);
});

test('SQL that is not written out where it runs is ours: constants, and what rooms declare', () => {
  assert.deepEqual(filesWith(/sql\.raw\(/), [
    'src/figures/figures.db.ts',
    'src/platform/audit/seal.db.ts',
    'src/platform/db/migrate.ts',
    'src/releases/releases.db.ts',
    'src/releases/sheets.db.ts',
    'src/risk/assessments.db.ts',
  ]);
});
