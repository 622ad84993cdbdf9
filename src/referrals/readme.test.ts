import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../platform/root.ts';
import { statuses } from './heard.ts';

test('the README tells every word an author reads of a referral', () => {
  const readme = readFileSync(join(root, 'src/referrals/README.md'), 'utf8');
  for (const status of Object.values(statuses)) assert.match(readme, new RegExp(`^\\| ${status} +\\|`, 'm'));
});
