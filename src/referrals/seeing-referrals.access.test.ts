import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { DB } from '../platform/db/index.ts';
import { NOW } from '../platform/testing/house.ts';
import { testHouse } from '../testing/open.ts';
import { findReceived } from './received.db.ts';
import { findMyRequest } from './requests.db.ts';
import { arrangeMash, everybody, type Kind, kinds, type Mash } from './testing/mash.ts';

const partnership = await testHouse();
let children: Mash['children'];
let referrals: Mash['referrals'];
let request: Mash['request'];
before(async () => {
  ({ children, referrals, request } = await arrangeMash(partnership));
});

const refused = { code: '42501' };

const seen = (key: string) =>
  partnership.asIn(key, async (tx) => {
    const found: Kind[] = [];
    for (const kind of kinds) if (await findReceived(tx, referrals[kind].reference)) found.push(kind);
    return found;
  });

const sees: Record<string, readonly Kind[]> = {
  asha: ['new', 'danger', 'mine', 'decided', 'excluded', 'concerning'],
  tomasz: ['new', 'danger', 'mine', 'decided', 'excluded', 'concerning'],
  gwen: ['new', 'danger', 'mine', 'decided', 'excluded', 'concerning'],
  yusuf: ['danger'],
  bartosz: ['mine'],
  elaine: ['mine', 'restricted', 'excluded', 'concerning'],
};

for (const key of everybody) {
  const kindsSeen = sees[key] ?? [];
  test(`${key} works with ${kindsSeen.join(', ') || 'no referral'}`, async () => {
    assert.deepEqual(await seen(key), kindsSeen);
  });
}

test('whoever comes to see a child, sees the referrals about that child, and no others', async () => {
  await partnership.asIn('dev', async (tx, dev) => {
    const reason = 'A call from the hospital about injuries';
    await tx.insertInto('break_glass').values({ workerId: dev, childId: children.mine.id, reason }).execute();
    assert.ok(await findReceived(tx, referrals.mine.reference));
    assert.equal(await findReceived(tx, referrals.decided.reference), undefined);
  });
});

const tables = [
  'undecided_referral',
  'subject_match',
  'subject_match_undone',
  'concerned_worker',
  'acknowledgement',
  'screening',
  'agreement',
  'partner_request',
  'partner_answer',
  'strategy_discussion',
  'decision',
  'decision_outcome',
  'contact_notice',
  'contact_notice_seen',
] as const satisfies (keyof DB)[];

test('whoever is not the MASH, a partner or with the child reads no row of what is done with a referral', async () => {
  const workers = new Set([...Object.keys(sees), 'callum']);
  for (const key of everybody.filter((one) => !workers.has(one)))
    await partnership.asIn(key, async (tx) => {
      for (const table of tables)
        assert.deepEqual(await tx.selectFrom(table).selectAll().execute(), [], `${key}, ${table}`);
    });
});

test('nothing recorded is changed or taken away, by the manager either', async () => {
  for (const table of tables) {
    await assert.rejects(
      partnership.asIn('gwen', (tx) => tx.deleteFrom(table).execute()),
      refused,
      table,
    );
  }
  await assert.rejects(
    partnership.asIn('gwen', (tx) => tx.updateTable('decision').set({ reason: 'x' }).execute()),
    refused,
  );
});

test('what partners answered is read by the MASH and the manager who decides, not by the child’s worker', async () => {
  const asked = (key: string) =>
    partnership.asIn(key, async (tx) => (await findReceived(tx, referrals.mine.reference))?.requests.length);
  assert.deepEqual(
    [await asked('asha'), await asked('gwen'), await asked('elaine'), await asked('bartosz')],
    [1, 1, 1, 0],
  );
});

test('a partner who is barred from the child is not shown that their agency is asked', async () => {
  await partnership.asIn('seun', async (tx, by) => {
    await tx
      .insertInto('exclusion')
      .values({
        childId: children.mine.id,
        workerId: partnership.workerId('callum'),
        reason: 'A neighbour',
        excludedBy: by,
        excludedAt: NOW,
      })
      .execute();
    await tx.executeQuery(
      tx
        .selectNoFrom((eb) =>
          eb.fn('set_config', [eb.val('app.worker'), eb.val(partnership.workerId('callum')), eb.val(true)]).as('x'),
        )
        .compile(),
    );
    assert.equal(await findMyRequest(tx, request), undefined);
  });
});
