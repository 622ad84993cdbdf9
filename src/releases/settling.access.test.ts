import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import { NOW, TODAY } from '../platform/testing/house.ts';
import { testHouse } from '../testing/open.ts';
import type { ReleaseId } from './release.ts';
import { recordApproval, recordDeclined, recordWithdrawal } from './releases.db.ts';
import { addAttack, addFigure, addRecord, addRelease, addTable, arrangeRelease } from './testing/standings.ts';

const house = await testHouse();

const REFUSED = { code: '42501' };
type Settle = (tx: Tx, id: string, by: string) => Promise<void>;
const doing = (id: string, by: string) => ({ id: id as ReleaseId, by: house.workerId(by), at: NOW });
const approve: Settle = (tx, id, by) => recordApproval(tx, doing(id, by));
const decline: Settle = (tx, id, by) => recordDeclined(tx, { ...doing(id, by), reason: 'R' });
const withdraw: Settle = (tx, id, by) => recordWithdrawal(tx, { ...doing(id, by), reason: 'R' });
const tries = (settle: Settle, id: string, by: string) => house.asIn(by, (tx) => settle(tx, id, by));
const does = (settle: Settle, id: string, by: string) => house.as(by, (tx) => settle(tx, id, by));
/** One that was made for those who see all is attacked with no other, and stands by itself here. */
const alone = { profile: 'internal' } as const;

test('whoever composed figures settles them neither on the page nor past it, though they approve others’', async () => {
  const { id, reference } = await arrangeRelease(house, { by: 'nadine', ...alone });
  await assert.rejects(tries(approve, id, 'nadine'), REFUSED);
  await assert.rejects(tries(decline, id, 'nadine'), REFUSED);
  // In another window, too, they are who they are.
  for (const nadine of [await house.signedIn('nadine'), await house.signedIn('nadine')]) {
    const { html } = await nadine.submit(`/releases/${reference}`, {
      decision: 'approve',
      by: house.workerId('helen'),
    });
    assert.match(html, /You composed this: somebody else approves it/);
  }
  await does(approve, id, 'helen');
});

test('nobody settles in another’s name, and who sees figures without approving them settles nothing', async () => {
  const { id } = await arrangeRelease(house, alone);
  const released = await arrangeRelease(house, { approvedBy: 'helen', ...alone });
  const inAnothersName = (settle: Settle, about: string) => house.asIn('helen', (tx) => settle(tx, about, 'nadine'));
  for (const settle of [approve, decline]) await assert.rejects(inAnothersName(settle, id), REFUSED);
  await assert.rejects(inAnothersName(withdraw, released.id), REFUSED);
  for (const key of ['ilinca', 'gwen', 'ellis', 'bridget', 'kit']) {
    for (const settle of [approve, decline]) await assert.rejects(tries(settle, id, key), REFUSED, key);
    await assert.rejects(tries(withdraw, released.id, key), REFUSED, key);
  }
});

test('what the attack found something in, or what was never attacked, cannot be approved', async () => {
  const found = await arrangeRelease(house, { found: true, ...alone });
  await assert.rejects(tries(approve, found.id, 'helen'), REFUSED);
  const id = randomUUID();
  await house.arrange((tx) => addRelease(tx, { id, by: house.workerId('ilinca'), ...alone }));
  await assert.rejects(tries(approve, id, 'helen'), REFUSED);
});

test('a release is settled once: not approved when declined, nor declined when approved, nor either twice', async () => {
  const approved = await arrangeRelease(house, { approvedBy: 'helen', ...alone });
  const declined = await arrangeRelease(house, { declinedBy: 'helen', ...alone });
  for (const { id } of [approved, declined])
    for (const settle of [approve, decline]) await assert.rejects(tries(settle, id, 'nadine'), REFUSED);
});

test('only what is released is withdrawn, and once', async () => {
  const waiting = await arrangeRelease(house, alone);
  const declined = await arrangeRelease(house, { declinedBy: 'helen', ...alone });
  for (const { id } of [waiting, declined]) await assert.rejects(tries(withdraw, id, 'nadine'), REFUSED);
  const released = await arrangeRelease(house, { approvedBy: 'helen', ...alone });
  await does(withdraw, released.id, 'nadine');
  await assert.rejects(tries(withdraw, released.id, 'helen'), { code: '23505' });
});

test('of two who settle at the same moment the second is refused, whatever the two decide', async () => {
  for (const second of [approve, decline]) {
    const { id } = await arrangeRelease(house, alone);
    let waits: Promise<void> | undefined;
    await house.as('helen', async (tx) => {
      await approve(tx, id, 'helen');
      waits = does(second, id, 'nadine');
      waits.catch(() => {});
      await someoneWaits();
    });
    await assert.rejects(async () => waits, REFUSED);
  }
});

/** Until the other transaction stands at a lock: nothing that is timed. */
async function someoneWaits(): Promise<void> {
  for (let tried = 0; tried < 200; tried++) {
    const { rows } = await house.arrange((tx) =>
      sql<{ n: number }>`select count(*) n from pg_locks where not granted`.execute(tx),
    );
    if (rows[0]?.n) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('two releases of the same records that did not know of each other: neither is approved before one is declined', async () => {
  const [one, other] = [await arrangeRelease(house, {}), await arrangeRelease(house, {})];
  await assert.rejects(tries(approve, one.id, 'helen'), REFUSED);
  await assert.rejects(tries(approve, other.id, 'helen'), REFUSED);
  const helen = await house.signedIn('helen');
  const { html, status } = await helen.submit(`/releases/${one.reference}`, { decision: 'approve' });
  assert.equal(status, 422);
  assert.match(html, new RegExp(`It was not attacked together with ${other.reference}, of the same records`));
  await does(decline, one.id, 'helen');
  await does(approve, other.id, 'helen');
  const id = randomUUID();
  await house.arrange(async (tx) => {
    await addRelease(tx, { id, by: house.workerId('ilinca') });
    await addFigure(tx, id, 7);
    await addAttack(tx, id, [], [other.id]);
  });
  await does(approve, id, 'nadine');
});

test('nothing is added to a release after the moment it was frozen, by whoever composed it either', async () => {
  const { id } = await arrangeRelease(house, alone);
  const bare = randomUUID();
  await house.as('ilinca', (tx, by) => addRelease(tx, { id: bare, by, ...alone }));
  const figure = (tx: Tx) =>
    tx.insertInto('release_figure').values({ releaseId: id, ordinal: 0, line: 0, place: 1, value: 8 }).execute();
  const later: ((tx: Tx) => Promise<unknown>)[] = [
    figure,
    (tx) => addTable(tx, id, 1),
    (tx) => addRecord(tx, id, 'another'),
    (tx) => addTable(tx, bare),
    (tx) => addRecord(tx, bare, 'another'),
    (tx) => addAttack(tx, bare),
  ];
  for (const key of ['ilinca', 'helen', 'nadine'])
    for (const add of later) await assert.rejects(house.asIn(key, add), REFUSED, `${key} ${add}`);
});

test('in the moment it is frozen its author adds to it, and another analyst does not', async () => {
  const analyst = { workerId: house.workerId('gwen'), role: 'performance_analyst', since: TODAY };
  await house.arrange((tx) => tx.insertInto('worker_role').values(analyst).execute());
  for (const [key, add] of [
    ['ilinca', (tx: Tx, id: string) => addFigure(tx, id, 7)],
    ['ilinca', (tx: Tx, id: string) => addAttack(tx, id)],
    ['gwen', (tx: Tx, id: string) => addTable(tx, id)],
    ['gwen', (tx: Tx, id: string) => addRecord(tx, id, 'another')],
    ['gwen', (tx: Tx, id: string) => addAttack(tx, id)],
  ] as const) {
    const id = randomUUID();
    const adding = house.arrange(async (tx) => {
      await addRelease(tx, { id, by: house.workerId('ilinca'), ...alone });
      await sql`select set_config('app.worker', ${house.workerId(key)}, true), set_config('app.today', ${TODAY}, true),
        set_config('role', 'throughline_app', true)`.execute(tx);
      await add(tx, id);
    });
    await (key === 'ilinca' ? adding : assert.rejects(adding, REFUSED));
  }
});

test('what was frozen is changed and deleted by nobody', async () => {
  const { id } = await arrangeRelease(house, { approvedBy: 'helen', ...alone });
  const changes = [
    sql`update release set title = 'T' where id = ${id}`,
    sql`update release_figure set value = 8 where release_id = ${id}`,
    sql`update release_attack set findings = '[]' where release_id = ${id}`,
    ...['release_figure', 'release_record', 'release_attack', 'release_approval'].map(
      (table) => sql`delete from ${sql.table(table)} where release_id = ${id}`,
    ),
    sql`insert into release_approval (release_id, approved_by, approved_at) values (${id}, ${house.workerId('helen')}, ${NOW})
      on conflict (release_id) do update set approved_by = excluded.approved_by`,
  ];
  for (const key of ['ilinca', 'helen'])
    for (const change of changes)
      await assert.rejects(
        house.asIn(key, (tx) => change.execute(tx)),
        REFUSED,
      );
});
