import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testHouse } from '../../testing/open.ts';

const partnership = await testHouse();

const refused = { code: '42501' };

test('without a name nobody sees a child, and the app role cannot read the audit or change a row', async () => {
  const { house } = partnership;
  await house.as('app', {}, async (tx) => assert.deepEqual(await tx.selectFrom('child').selectAll().execute(), []));
  await assert.rejects(
    house.as('app', {}, (tx) => tx.selectFrom('audit_entry').selectAll().execute()),
    refused,
  );
  await assert.rejects(
    partnership.asIn('kit', (tx) => tx.deleteFrom('worker').execute()),
    refused,
  );
  await assert.rejects(
    partnership.asIn('asha', (tx) => tx.updateTable('worker').set({ name: 'x' }).execute()),
    refused,
  );
});

test('breaking the glass is for oneself, for at most sixty minutes, and another reviews it', async () => {
  const child = '00000000-0000-4000-8000-000000000001';
  await partnership.asIn('asha', async (tx, asha) => {
    const { id } = await tx
      .insertInto('break_glass')
      .values({ workerId: asha, childId: child, reason: 'A call from the hospital about injuries' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { rows } = await sql<{ mine: string[] }>`select guard.my_children() mine`.execute(tx);
    assert.deepEqual(rows[0]?.mine, [child]);
    await assert.rejects(
      tx
        .insertInto('break_glass_review')
        .values({ breakGlassId: id, openedBy: asha, reviewedBy: asha, finding: 'justified', note: 'mine' })
        .execute(),
      refused,
    );
  });
  await assert.rejects(
    partnership.asIn('asha', (tx) =>
      tx
        .insertInto('break_glass')
        .values({ workerId: partnership.workerId('tomasz'), childId: child, reason: 'for a colleague, who asked me' })
        .execute(),
    ),
    refused,
  );
  await assert.rejects(
    partnership.asIn('kit', (tx, kit) =>
      tx.insertInto('break_glass').values({ workerId: kit, childId: child, reason: 'just looking around' }).execute(),
    ),
    refused,
  );
});
