import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ImportResult } from '../../platform/imports/index.ts';
import { openTestHouse, type TestHouse } from '../../platform/testing/house.ts';
import { runCommand, withFile } from '../../platform/testing/keyboard.ts';
import { importSend } from './send.command.ts';

let empty: TestHouse;
before(async () => {
  empty = await openTestHouse('empty');
});
after(() => empty.close());

const HEADER = 'child_id,given_name,family_name,date_of_birth,provision,need,from,until';

/** What taking in these rows comes to. */
async function take(rows: string[], ...options: string[]): Promise<ImportResult & { code: number }> {
  return withFile('send.csv', [HEADER, ...rows].join('\n'), async (path) => {
    const { code, printed, told } = await runCommand(empty.house, importSend, path, '--format', 'json', ...options);
    if (!printed) assert.fail(told);
    return { ...JSON.parse(printed), code };
  });
}

const children = () => empty.arrange((tx) => tx.selectFrom('child_now').selectAll().orderBy('version').execute());
const statuses = () =>
  empty.arrange((tx) =>
    tx
      .selectFrom('child_status as s')
      .leftJoin('child_status_end as e', 'e.status_id', 's.id')
      .select(['s.kind', 's.since', 's.category', 'e.ended_on'])
      .orderBy('s.since')
      .execute(),
  );
test('plans and support are taken in with their children, and a second time nothing is', async () => {
  const rows = ['S1,,,01/02/2010,EHCP,SEMH,01/09/2020,', 'S2,,,,K,,01/09/2020,01/07/2022'];
  const first = await take(rows);
  assert.deepEqual([first.code, first.read, first.accepted, first.unchanged], [0, 2, 2, 0]);
  assert.deepEqual(first.written, {
    children: 2,
    'children of whom more is known': 0,
    statuses: 2,
    'ends of statuses': 0,
  });
  const held = [await children(), await statuses()];
  const second = await take(rows);
  assert.deepEqual([second.code, second.accepted, second.unchanged, second.written], [0, 0, 2, undefined]);
  assert.deepEqual([await children(), await statuses()], held);
});
