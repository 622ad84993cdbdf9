import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { recordChildren } from '../people/index.ts';
import { isRefusal } from '../platform/kernel/index.ts';
import { NOW, type TestHouse } from '../platform/testing/house.ts';
import { openTestHouse } from '../testing/open.ts';
import { plantTrial } from './plant.ts';

const quietly = { actor: 'console:test', progress: () => {} } as const;
const NAMED = [
  'child',
  'child_detail',
  'referral',
  'referral_subject',
  'subject_match',
  'decision',
  'decision_outcome',
];
const TABLES = [
  ...NAMED,
  'assessment',
  'indicator_answer',
  'authorisation',
  'evolve_case',
  'allocation',
  'direct_work',
];

/** Every row of these tables, without ids that are drawn by chance: nobody reads those. */
async function hashOf(house: TestHouse): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const table of TABLES) {
    const { rows } = await house.arrange((tx) =>
      sql<{ hash: string; count: number }>`select count(*), md5(string_agg(said, E'\n' order by said)) hash from (
        select (to_jsonb(t) - 'id' - 'decision_id' - 'replaces_id')::text said from ${sql.table(table)} t) rows`.execute(
        tx,
      ),
    );
    assert.ok(rows[0] && rows[0].count > 200, table);
    hashes[table] = rows[0].hash;
  }
  return hashes;
}

/** How many rows there are in all, the migrator's own and the counting seed apart. */
async function countRows(house: TestHouse): Promise<number> {
  return house.arrange(async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`select tablename name from pg_tables
      where schemaname = 'public' and tablename not in ('role_permission', 'counting_seed', 'audit_entry', 'audit_batch')`.execute(
      tx,
    );
    let all = 0;
    for (const { name } of tables) {
      const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(name)}`.execute(tx);
      all += rows[0]?.count ?? 0;
    }
    return all;
  });
}

test('planting broken off leaves nothing; done again, by two at once, it is done once and the same to the letter', async () => {
  const [empty, planted] = [await openTestHouse('empty'), await openTestHouse('partnership')];
  try {
    let said = 0;
    const breaksOff = () => {
      if (++said === 5) throw new Error('the plug is pulled');
    };
    await assert.rejects(plantTrial(empty.house, { ...quietly, progress: breaksOff }), /the plug is pulled/);
    assert.equal(await countRows(empty), 0);

    const both = await Promise.all([plantTrial(empty.house, quietly), plantTrial(empty.house, quietly)]);
    assert.equal(both.filter(isRefusal).length, 1, 'of two at once, the second is refused');
    assert.deepEqual(await hashOf(empty), await hashOf(planted));

    const rows = await countRows(empty);
    const again = await plantTrial(empty.house, quietly);
    assert.ok(isRefusal(again) && /already holds a partnership/.test(again.refused));
    assert.equal(await countRows(empty), rows);
  } finally {
    await empty.close();
    await planted.close();
  }
});

test('a database with one real child is refused, and nothing is written to it', async () => {
  const real = await openTestHouse('empty');
  try {
    await real.arrange((tx) => recordChildren(tx, [{ givenNames: 'Wren', sex: 'F' }], { by: null, at: NOW }));
    const rows = await countRows(real);
    const refused = await plantTrial(real.house, quietly);
    assert.ok(isRefusal(refused) && /holds real records/.test(refused.refused));
    assert.equal(await countRows(real), rows);
  } finally {
    await real.close();
  }
});
