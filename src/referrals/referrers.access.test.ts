import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import { addDays, isRefusal, londonMoment } from '../platform/kernel/index.ts';
import { NOW, TODAY } from '../platform/testing/house.ts';
import type { AgencyId } from '../platform/web/world.ts';
import { testHouse } from '../testing/open.ts';
import { CAST } from '../trial/story/cast.ts';
import type { DraftId } from './draft.ts';
import { submitReferral } from './referral.ts';
import { sendReferral } from './sent.db.ts';
import { arrangeDecision } from './testing/decision.db.ts';
import { finishedDraft } from './testing/drafts.ts';
import { finishDraft, send, startDraft } from './testing/write.ts';

const refused = { code: '42501' };
const partnership = await testHouse();
/** Ben's referral, decided; and a draft of his. */
let referral: { id: string; reference: string; childId: string };
let draft: string;

before(async () => {
  const ben = await partnership.signedIn('ben');
  const path = await startDraft(ben);
  await finishDraft(ben, path);
  referral = await arrangeDecision(partnership, await send(ben, path));
  draft = (await startDraft(ben)).split('/').at(-1) ?? '';
});

const count = async (tx: Tx, table: string) => {
  const { rows } = await sql<{ n: number }>`select count(*) n from ${sql.table(table)}`.execute(tx);
  return rows[0]?.n;
};

test('whoever sent a referral reads what they sent, and nothing that grew beside it', async () => {
  await partnership.asIn('ben', async (tx) => {
    assert.equal(await count(tx, 'referral'), 1);
    assert.equal(await count(tx, 'referral_subject'), 1);
    for (const table of ['screening', 'decision', 'decision_outcome', 'agreement', 'partner_request', 'subject_match'])
      assert.equal(await count(tx, table), 0, table);
  });
  // The rows are there: what the author does not see is hidden, not missing.
  await partnership.arrange(async (tx) => {
    for (const table of ['screening', 'decision', 'decision_outcome', 'agreement', 'partner_request', 'subject_match'])
      assert.notEqual(await count(tx, table), 0, table);
  });
});

test('the author, and nobody else, hears the outcome and what is asked', async () => {
  const hear = (tx: Tx) => sql`select * from guard.heard_by_author(${referral.id})`.execute(tx);
  await partnership.asIn('ben', async (tx) => {
    const { rows } = await hear(tx);
    assert.deepEqual(rows, [
      {
        lookedAt: true,
        decidedAt: NOW,
        askedOfReferrer: 'Keep the record of her attendance',
        outcomes: ['ASSESSMENT'],
      },
    ]);
  });
  for (const key of ['harriet', 'qadir', 'asha', 'gwen', 'ilinca', 'kit'])
    await partnership.asIn(key, async (tx) => assert.deepEqual((await hear(tx)).rows, [], key));
});

test('a referrer sees no referral of another, of their own school or of another agency', async () => {
  for (const key of ['harriet', 'qadir', 'callum', 'ilinca', 'ellis', 'kit', 'seun', 'bridget'])
    await partnership.asIn(key, async (tx) => {
      assert.equal(await count(tx, 'referral'), 0, key);
      assert.equal(await count(tx, 'referral_subject'), 0, key);
      assert.equal(await count(tx, 'referral_draft'), 0, key);
      assert.equal(await count(tx, 'referral_draft_section'), 0, key);
    });
});

test('an excluded author, and one the referral concerns, hear that it is looked at and not what was decided', async () => {
  const [ben, seun] = [partnership.workerId('ben'), partnership.workerId('seun')];
  const hear = () =>
    partnership.asIn('ben', async (tx) => {
      const { rows } = await sql<{ lookedAt: boolean; decidedAt: Date | null; outcomes: (string | null)[] }>`
        select * from guard.heard_by_author(${referral.id})`.execute(tx);
      return rows[0];
    });
  const notTold = { lookedAt: true, decidedAt: null, askedOfReferrer: null, outcomes: [null] };
  const told = await hear();
  assert.ok(told?.decidedAt);

  const excluded = { childId: referral.childId, workerId: ben, reason: 'A relative', excludedBy: seun };
  const { id } = await partnership.arrange((tx) =>
    tx
      .insertInto('exclusion')
      .values({ ...excluded, excludedAt: NOW })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  assert.deepEqual(await hear(), notTold);
  await partnership.arrange((tx) =>
    tx
      .insertInto('exclusion_lifted')
      .values({ exclusionId: id, reason: 'Put right', liftedBy: seun, liftedAt: NOW })
      .execute(),
  );
  assert.deepEqual(await hear(), told);

  const concerned = { referralId: referral.id, workerId: ben, recordedBy: partnership.workerId('asha') };
  await partnership.arrange((tx) =>
    tx
      .insertInto('concerned_worker')
      .values({ ...concerned, recordedAt: NOW })
      .execute(),
  );
  assert.deepEqual(await hear(), notTold);
});

test('only roles that make referrals start a draft, and only as themselves', async () => {
  const may = new Set(['referrer', 'partner', 'mash_screener', 'mash_manager', 'edt', 'social_worker']);
  for (const role of ['social_work_manager', 'evolve_practitioner', 'evolve_manager', 'missing_advocate'])
    may.add(role);
  may.add('police_intelligence');
  const start = (tx: Tx, author: string) =>
    tx
      .insertInto('referral_draft')
      .values({ authorId: author, startedAt: NOW, expiresOn: addDays(TODAY, 14) })
      .execute();
  for (const { key, roles } of CAST) {
    const attempt = partnership.asIn(key, (tx, me) => start(tx, me));
    if (roles.some((role) => may.has(role))) await attempt;
    else await assert.rejects(attempt, refused, key);
  }
  await assert.rejects(
    partnership.asIn('ben', (tx) => start(tx, partnership.workerId('harriet'))),
    refused,
  );
});

const write = (tx: Tx, draftId: string) =>
  tx.insertInto('referral_draft_section').values({ draftId, section: 'need', answers: '{}', savedAt: NOW }).execute();

test('a section is saved and changed by the author alone, and only while the draft is open', async () => {
  await partnership.asIn('ben', async (tx) => {
    await write(tx, draft);
    const changed = await tx
      .updateTable('referral_draft_section')
      .set({ answers: '{"level":"4"}' })
      .where('draftId', '=', draft)
      .executeTakeFirst();
    assert.equal(changed.numUpdatedRows, 1n);
  });
  for (const key of ['harriet', 'asha', 'gwen', 'kit'])
    await assert.rejects(
      partnership.asIn(key, (tx) => write(tx, draft)),
      refused,
      key,
    );
  const expired = await partnership.arrange((tx) =>
    tx
      .insertInto('referral_draft')
      .values({
        authorId: partnership.workerId('ben'),
        startedAt: londonMoment(addDays(TODAY, -15), '09:00'),
        expiresOn: addDays(TODAY, -1),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  await partnership.arrange((tx) => write(tx, expired.id));
  await partnership.asIn('ben', async (tx) => {
    const seen = await tx
      .selectFrom('referral_draft_section')
      .select('section')
      .where('draftId', '=', expired.id)
      .execute();
    assert.deepEqual(seen, []);
  });
  await assert.rejects(
    partnership.asIn('ben', (tx) => write(tx, expired.id)),
    refused,
  );
});

type Sending = { author: string; agency: string; channel?: string; draft: string | null };
const sendRow = async (tx: Tx, { author, agency, channel = 'online', draft }: Sending) => {
  const { id } = await tx.selectFrom('agency').select('id').where('code', '=', agency).executeTakeFirstOrThrow();
  await tx
    .insertInto('referral')
    .values({
      reference: 'R-2222222',
      receivedAt: NOW,
      recordedAt: NOW,
      channel,
      source: '2A',
      authorId: author,
      agencyId: id,
      suspected: 'CCE',
      draftId: draft,
    })
    .execute();
};

test('a referral is sent as oneself, for one’s own agency, from one’s own open draft, and a call only by the MASH', async () => {
  const ben = partnership.workerId('ben');
  const right = { author: ben, agency: 'thornholme', draft };
  await partnership.asIn('ben', (tx) => sendRow(tx, right));
  const wrong: Partial<Sending>[] = [
    { author: partnership.workerId('harriet') },
    { agency: 'beckside' },
    { channel: 'phone' },
    { channel: 'import' },
    { draft: null },
  ];
  for (const change of wrong)
    await assert.rejects(
      partnership.asIn('ben', (tx) => sendRow(tx, { ...right, ...change })),
      refused,
      JSON.stringify(change),
    );
  await assert.rejects(
    partnership.asIn('harriet', (tx) => sendRow(tx, { ...right, author: partnership.workerId('harriet') })),
    refused,
  );
});

test('what was sent is not changed, taken back or added to', async () => {
  const child = { referralId: referral.id, ordinal: 9, sex: 'U' };
  for (const change of [
    (tx: Tx) => tx.updateTable('referral').set({ concern: 'Another' }).execute(),
    (tx: Tx) => tx.deleteFrom('referral').execute(),
    (tx: Tx) => tx.insertInto('referral_subject').values(child).execute(),
    (tx: Tx) => tx.deleteFrom('referral_draft').execute(),
    (tx: Tx) => tx.deleteFrom('referral_draft_section').execute(),
  ])
    await assert.rejects(
      partnership.asIn('ben', async (tx) => void (await change(tx))),
      refused,
    );
});

test('a reference already taken is drawn again', async () => {
  const drawn = [referral.reference, referral.reference, 'R-3333333'];
  await partnership.asIn('ben', async (tx, me) => {
    const { agencyId } = await tx
      .selectFrom('worker')
      .select('agencyId')
      .where('id', '=', me)
      .executeTakeFirstOrThrow();
    const author = { id: me, name: 'Ben', agencyId: agencyId as AgencyId, agencyName: 'Thornholme' };
    const ready = submitReferral({ ...finishedDraft(), id: draft as DraftId }, author, NOW);
    assert.ok(!isRefusal(ready));
    assert.equal(await sendReferral(tx, ready, () => drawn.shift() ?? ''), 'R-3333333');
  });
});
