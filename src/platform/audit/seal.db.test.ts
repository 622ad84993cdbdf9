import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { openTestHouse } from '../../testing/open.ts';
import { recordInAudit } from './audit.db.ts';
import { type Head, readHead, sayHead, sealAudit, verifyAudit } from './seal.db.ts';

const partnership = await openTestHouse();
let owner: pg.Client;
before(async () => {
  owner = new pg.Client({ connectionString: partnership.url });
  await owner.connect();
  // Somebody with every right over the database, as no role of the product has.
  await owner.query(
    'alter table audit_entry no force row level security; alter table audit_batch no force row level security',
  );
});
afterEach(async () => {
  await owner.query('truncate audit_entry, audit_batch');
});
after(async () => {
  await owner.end();
  await partnership.close();
});

const look = (subject: string) =>
  partnership.as('asha', (tx, asha) => recordInAudit(tx, asha, { kind: 'look', act: 'a page', subject }));

/** Sealing waits for the oldest transaction of the whole server, and other tests have theirs there too. */
async function sealUntil(entries: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await sealAudit(partnership.house);
    if ((await verifyAudit(partnership.house)).entries >= entries) return;
    await pause(25);
  }
  assert.fail(`${entries} entries were not sealed in five seconds`);
}

async function sealed(...subjects: string[]): Promise<Head> {
  for (const [at, subject] of subjects.entries()) {
    await look(subject);
    await sealUntil(at + 1);
  }
  const { head, broken } = await verifyAudit(partnership.house);
  assert.equal(broken, undefined);
  assert.ok(head);
  return head;
}

test('what was sealed is whole, and its head can be written down and read again', async () => {
  const head = await sealed('/one', '/two', '/three');
  assert.equal(head.number, 3);
  assert.deepEqual(readHead(sayHead(head)), head);
  assert.deepEqual((await verifyAudit(partnership.house, head)).broken, undefined);
});

for (const [done, how] of [
  ['a word of an entry changed', `update audit_entry set subject = '/none' where subject = '/two'`],
  [
    'the children of an entry changed',
    `update audit_entry set children = '{00000000-0000-4000-8000-000000000001}' where subject = '/two'`,
  ],
  ['an entry taken out', `delete from audit_entry where subject = '/two'`],
  [
    'an entry slipped in',
    `update audit_batch set entries = entries + int8multirange(int8range(100000, 100001)), size = size + 1 where number = 2;
    insert into audit_entry (id, actor, kind, act, subject) overriding system value values (100000, 'x', 'look', 'x', 'x')`,
  ],
] as const) {
  test(`${done}: the first batch that no longer holds is named`, async () => {
    await sealed('/one', '/two', '/three');
    await owner.query(how);
    assert.deepEqual((await verifyAudit(partnership.house)).broken, { number: 2, says: 'was changed' });
  });
}

test('a batch taken out from the middle is named', async () => {
  await sealed('/one', '/two', '/three');
  await owner.query('delete from audit_batch where number = 2');
  assert.deepEqual((await verifyAudit(partnership.house)).broken, { number: 2, says: 'was removed' });
});

test('a tail cut off together with its batches is found against a head kept elsewhere, and only against it', async () => {
  const head = await sealed('/one', '/two', '/three');
  await owner.query(`delete from audit_entry where subject = '/three'; delete from audit_batch where number = 3`);
  assert.equal((await verifyAudit(partnership.house)).broken, undefined);
  assert.equal((await verifyAudit(partnership.house, head)).broken?.number, 3);
});

test('a chain made anew from the start is found against a head kept elsewhere', async () => {
  const head = await sealed('/one', '/two');
  await owner.query(`update audit_entry set subject = '/none'; delete from audit_batch`);
  await sealUntil(2);
  assert.ok((await verifyAudit(partnership.house, head)).broken);
});

test('the entry of a slow page that ends after others were sealed is sealed too, once', async () => {
  const slow = new pg.Client({ connectionString: partnership.url });
  await slow.connect();
  await slow.query(
    `begin; set local role throughline_app; select set_config('app.worker', '${partnership.workerId('asha')}', true)`,
  );
  await slow.query(
    `insert into audit_entry (actor, worker_id, kind, act, subject) values (guard.me()::text, guard.me(), 'look', 'a page', '/slow')`,
  );
  await look('/quick');
  await sealAudit(partnership.house);
  await slow.query('commit');
  await slow.end();
  await look('/later');
  await sealUntil(3);
  const { rows } = await owner.query<{ times: number }>(
    `select count(*)::int times from audit_entry e join audit_batch b on b.entries @> e.id`,
  );
  assert.equal(rows[0]?.times, 3);
  assert.equal((await verifyAudit(partnership.house)).entries, 3);
});

test('two sealers at once make one chain', async () => {
  for (let at = 0; at < 5; at++) await look(`/page-${at}`);
  await Promise.all([sealAudit(partnership.house), sealAudit(partnership.house), sealAudit(partnership.house)]);
  await sealUntil(5);
  const verdict = await verifyAudit(partnership.house);
  assert.deepEqual([verdict.entries, verdict.broken], [5, undefined]);
});

test('an entry is signed by whoever is asking: nobody writes under another name', async () => {
  await assert.rejects(
    partnership.asIn('asha', (tx) =>
      recordInAudit(tx, partnership.workerId('tomasz'), { kind: 'look', act: 'a page', subject: '/x' }),
    ),
    { code: '42501' },
  );
  await assert.rejects(
    partnership.asIn('asha', (tx) => sql`update audit_entry set act = 'x'`.execute(tx)),
    { code: '42501' },
  );
});
