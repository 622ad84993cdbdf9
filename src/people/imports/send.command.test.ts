import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeFile } from '../../platform/testing/keyboard.ts';
import { testHouse } from '../../testing/open.ts';
import { importSend } from './send.command.ts';

const empty = await testHouse({ holds: 'empty' });

const HEADER = 'child_id,given_name,family_name,date_of_birth,provision,need,from,until';

const take = (...rows: string[]) => takeFile(empty.house, importSend, [HEADER, ...rows].join('\n'));

const children = () => empty.arrange((tx) => tx.selectFrom('child_now').selectAll().orderBy('version').execute());
const statuses = () =>
  empty.arrange((tx) =>
    tx
      .selectFrom('child_status as s')
      .leftJoin('child_status_end as e', 'e.statusId', 's.id')
      .select(['s.kind', 's.since', 's.category', 'e.endedOn'])
      .orderBy('s.since')
      .execute(),
  );
test('plans and support are taken in with their children, and a second time nothing is', async () => {
  const rows = ['S1,,,01/02/2010,EHCP,SEMH,01/09/2020,', 'S2,,,,K,,01/09/2020,01/07/2022'];
  const first = await take(...rows);
  assert.deepEqual([first.code, first.read, first.accepted, first.unchanged], [0, 2, 2, 0]);
  assert.deepEqual(first.written, {
    children: 2,
    'children of whom more is known': 0,
    statuses: 2,
    'ends of statuses': 0,
  });
  const held = [await children(), await statuses()];
  const second = await take(...rows);
  assert.deepEqual([second.code, second.accepted, second.unchanged, second.written], [0, 0, 2, undefined]);
  assert.deepEqual([await children(), await statuses()], held);
});

test('a child named in a later file gets the name, and keeps the one they have', async () => {
  await take('S3,,,,K,,01/09/2020,');
  const named = await take('S3,Ann,Marsh,,K,,01/09/2020,');
  assert.deepEqual([named.accepted, named.written?.statuses], [1, 0]);
  const other = await take('S3,Anne,Marsh,,K,,01/09/2020,');
  assert.deepEqual([other.accepted, other.unchanged], [0, 1]);
  assert.deepEqual(
    other.noticed.map(({ column, problem }) => `${column} ${problem}`),
    ['given_name differs from what is held, which is kept'],
  );
});

test('a provision that runs into one held is refused, unless the file ends that one', async () => {
  await take('S4,,,,K,,01/09/2020,');
  const overlaps = await take('S4,,,,K,,01/09/2021,');
  assert.deepEqual([overlaps.code, overlaps.refused.map(({ column }) => column)], [1, ['from']]);
  const follows = await take('S4,,,,K,,01/09/2020,01/09/2021', 'S4,,,,K,,01/09/2021,');
  assert.deepEqual([follows.code, follows.written?.statuses, follows.written?.['ends of statuses']], [0, 1, 1]);
});

test('a child of the file who may be on record already is found at once, and the report says only how many', async () => {
  const first = await take('S7,Marta,Kowalczyk,05/06/2012,K,,01/09/2020,');
  assert.deepEqual(first.written?.['pairs of records that may be of one child'], undefined);
  const second = await take('S8,Martha,Kowalczyk,05/06/2012,K,,01/09/2021,');
  assert.equal(second.written?.['pairs of records that may be of one child'], 1);
  assert.equal(second.code, 0, 'nothing is refused or merged for it');
  assert.doesNotMatch(JSON.stringify(second), /Marta|S7/);
});
