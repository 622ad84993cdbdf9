/** The checks as tests, so that one run ends in one summary. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checks } from './checks.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

for (const { name, tool, args } of checks(root))
  test(name, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...args], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, `${stdout}${stderr}`);
  });
