import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChildId } from '../platform/web/world.ts';
import { testHouse } from '../testing/open.ts';
import { listLevelsHeard } from './levels-heard.db.ts';

const partnership = await testHouse({ holds: 'partnership' });

const assessed = () =>
  partnership.arrange(async (tx) => {
    const row = await tx
      .selectFrom('authorisation')
      .select('childId')
      .orderBy('assessmentId')
      .limit(1)
      .executeTakeFirstOrThrow();
    return row.childId as ChildId;
  });

test('a screener hears no level of a child they do not work with, and hears it once they do', async () => {
  const child = await assessed();
  assert.deepEqual(await partnership.asIn('asha', (tx) => listLevelsHeard(tx, child)), []);
  const heard = await partnership.asIn('asha', async (tx, asha) => {
    await tx
      .insertInto('break_glass')
      .values({ workerId: asha, childId: child, reason: 'A call from the hospital' })
      .execute();
    return listLevelsHeard(tx, child);
  });
  assert.ok(heard.length > 0);
});

test('a screener reads none of the assessments the levels come from', async () => {
  const child = await assessed();
  await partnership.asIn('asha', async (tx, asha) => {
    await tx
      .insertInto('break_glass')
      .values({ workerId: asha, childId: child, reason: 'A call from the hospital' })
      .execute();
    assert.deepEqual(await tx.selectFrom('assessment').select('id').where('childId', '=', child).execute(), []);
  });
});

test('nobody else hears levels this way: not the referrer, the analyst or the administrator', async () => {
  const child = await assessed();
  for (const key of ['ben', 'ilinca', 'kit', 'seun']) {
    assert.deepEqual(await partnership.asIn(key, (tx) => listLevelsHeard(tx, child)), [], key);
  }
});
