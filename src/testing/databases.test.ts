import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { recordChildren } from '../people/index.ts';
import { NOW, type TestHouse } from '../platform/testing/house.ts';
import { createDatabase, openDatabases } from './databases.ts';
import { asAdmin, fillAll } from './filled.ts';
import { makeRunFolder } from './kept.ts';
import { testHouse } from './open.ts';

const shown = await testHouse({ reads: 'partnership' });
const own = await testHouse({ holds: 'partnership' });

test('whoever only looks signs in and looks, in the partnership that all look at', async () => {
  const dev = await shown.signedIn('dev');
  assert.equal((await dev.get('/cases')).status, 200);
});

test('whoever writes there is refused and told why; in a database of their own they write', async () => {
  const write = ({ arrange }: TestHouse) =>
    arrange((tx) => recordChildren(tx, [{ givenNames: 'Wren', sex: 'F' }], { by: null, at: NOW }));
  await assert.rejects(write(shown), /adds to child in the database that all tests look at: it needs one of its own/);
  assert.equal((await write(own)).length, 1);
});

test('the copies of a run that is gone are taken away, those of one that lives are not', async () => {
  const databases = await openDatabases(() => {});
  const [left, living] = [await createDatabase(databases, 'empty'), await createDatabase(databases, 'empty')];
  const there = async () => {
    const { rows } = await asAdmin(databases.url, (admin) => admin.query('select datname from pg_database'));
    return [left, living].map(({ url }) => rows.some(({ datname }) => new URL(url).pathname === `/${datname}`));
  };
  await left.abandon();
  for (let tries = 0; tries < 100 && (await there())[0]; tries++)
    await fillAll(databases.url, databases.shape, () => assert.fail('all is filled already'));
  assert.deepEqual(await there(), [false, true]);
  await living.drop();
  await databases.close();
});

test('what a killed run has left is taken away by the next, what a living one uses is not', async () => {
  const place = mkdtempSync(join(tmpdir(), 'throughline-place-'));
  const { pid } = spawnSync('true');
  const left = join(place, `throughline-test-${pid}@1-abc`);
  writeFileSync(left, '');
  const ours = await makeRunFolder(place);
  assert.deepEqual([existsSync(left), existsSync(ours)], [false, true]);
  await makeRunFolder(place);
  assert.ok(existsSync(ours));
  rmSync(place, { recursive: true });
});
