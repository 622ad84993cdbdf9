import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { modules } from '../../modules.ts';
import { openTestHouse } from '../../testing/open.ts';
import { migrate } from './migrate.ts';

const empty = await openTestHouse('empty');
after(() => empty.close());

const ask = (question: string) => empty.house.asOwner(async (client) => (await client.query(question)).rows);
const timesRepeated = async () => (await ask('select count(*) times from migration.repeatable'))[0]?.times;

test('what has run already is left alone', async () => {
  const before = await timesRepeated();
  assert.deepEqual(await migrate(empty.url, modules), []);
  assert.equal(await timesRepeated(), before);
});

test('policies and measures are made anew when they are not those made last', async () => {
  const before = await timesRepeated();
  await ask(`insert into migration.repeatable (hash) values ('of another version')`);
  assert.deepEqual(await migrate(empty.url, modules), []);
  assert.equal(await timesRepeated(), before + 2);
});

test('a file that has not run is run, were all the others there', async () => {
  const [first] = await ask('select name, timestamp from migration.kysely_migration order by name limit 1');
  await ask(`delete from migration.kysely_migration where name = '${first?.name}'`);
  await assert.rejects(migrate(empty.url, modules), /already exists/);
  await ask(`insert into migration.kysely_migration values ('${first?.name}', '${first?.timestamp}')`);
  assert.deepEqual(await migrate(empty.url, modules), []);
});

test('a database that a later version has changed is refused', async () => {
  await ask(`insert into migration.kysely_migration values ('9999-of-a-later-version', '2024-01-30')`);
  await assert.rejects(migrate(empty.url, modules), /9999-of-a-later-version/);
  await ask(`delete from migration.kysely_migration where name like '9999%'`);
  assert.deepEqual(await migrate(empty.url, modules), []);
});
