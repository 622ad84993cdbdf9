import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generateSchema, SCHEMA } from '../schema/generate.ts';

test('schema.ts is what the database says; if not: npm run schema', async () => {
  assert.equal(await generateSchema(), readFileSync(SCHEMA, 'utf8'));
});
