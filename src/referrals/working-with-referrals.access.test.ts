import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { Tx } from '../platform/db/index.ts';
import { NOW, type TestHouse } from '../platform/testing/house.ts';
import { testHouse } from '../testing/open.ts';
import { recordDecisions } from './decisions.db.ts';
import { recordConcernedWorker, recordMatches, undoMatch } from './matches.db.ts';
import { findReceived } from './received.db.ts';
import { findMyRequest, recordAnswers, recordRequests } from './requests.db.ts';
import { recordAcknowledgements, recordAgreements, recordDiscussions, recordScreenings } from './screenings.db.ts';
import { agencyOf, arrangeMash, everybody, type Mash } from './testing/mash.ts';
import { type Arranged, match, rate, receive } from './testing/received.ts';

const partnership = await testHouse();
let children: Mash['children'];
let referrals: Mash['referrals'];
let request: Mash['request'];
before(async () => {
  ({ children, referrals, request } = await arrangeMash(partnership));
});

const refused = { code: '42501' };

type Deed = (tx: Tx, done: { by: ReturnType<TestHouse['workerId']>; at: Date }, on: Arranged) => Promise<unknown>;
const deeds: Record<string, { does: Deed; who: string[] }> = {
  'rate a referral': {
    does: (tx, done, { id: referralId }) =>
      recordScreenings(tx, [{ referralId, brag: 'green', recommends: null, words: null, ...done }]),
    who: ['asha', 'tomasz', 'gwen', 'yusuf'],
  },
  'record agreement': {
    does: (tx, done, { id: referralId }) =>
      recordAgreements(tx, [{ referralId, agreed: true, reason: null, words: 'Yes', ...done }]),
    who: ['asha', 'tomasz', 'gwen', 'yusuf'],
  },
  'record a strategy discussion': {
    does: (tx, done, { id: referralId }) =>
      recordDiscussions(tx, [{ referralId, heldAt: NOW, words: 'Held', ...done }]),
    who: ['asha', 'tomasz', 'gwen', 'yusuf'],
  },
  'say who a child is': {
    does: (tx, done, { id: referralId, subjects: [subjectId = ''] }) =>
      recordMatches(tx, [{ subjectId, referralId, childId: children.other.id, same: true, reason: 'Told', ...done }]),
    who: ['asha', 'tomasz', 'gwen', 'yusuf'],
  },
  'say whom a referral concerns': {
    does: (tx, done, { id }) => recordConcernedWorker(tx, id, partnership.workerId('farrah'), done),
    who: ['asha', 'tomasz', 'gwen', 'yusuf'],
  },
};

for (const [says, { does, who }] of Object.entries(deeds)) {
  test(`on an urgent referral, those who may ${says} are ${who.join(', ')}`, async () => {
    for (const key of everybody) {
      const attempt = () =>
        partnership.asIn(key, (tx, by) => does(tx, { by, at: NOW }, referrals.danger)).then(() => true);
      if (who.includes(key)) assert.equal(await attempt(), true, key);
      else await assert.rejects(attempt(), refused, key);
    }
  });

  test(`nobody may ${says} under another’s name, or on a referral they do not see`, async () => {
    const by = partnership.workerId('tomasz');
    await assert.rejects(
      partnership.asIn('asha', (tx) => does(tx, { by, at: NOW }, referrals.new)),
      refused,
    );
    await assert.rejects(
      partnership.asIn('asha', (tx, asha) => does(tx, { by: asha, at: NOW }, referrals.restricted)),
      refused,
    );
    await assert.rejects(
      partnership.asIn('yusuf', (tx, yusuf) => does(tx, { by: yusuf, at: NOW }, referrals.new)),
      refused,
    );
  });
}

test('a child closed to the screener is never said to be the one referred, nor that they are not', async () => {
  const { id: referralId, subjects } = referrals.new;
  const subjectId = subjects[0] ?? '';
  const said = { subjectId, referralId, childId: children.restricted.id, reason: 'Told', at: NOW };
  for (const same of [true, false])
    await assert.rejects(
      partnership.asIn('asha', (tx, by) => recordMatches(tx, [{ ...said, same, by }])),
      refused,
    );
});

test('a match undone no longer opens the child; what was said stays readable', async () => {
  await partnership.asIn('asha', async (tx, by) => {
    const [first] = await tx
      .selectFrom('subject_child')
      .selectAll()
      .where('referralId', '=', referrals.mine.id)
      .execute();
    assert.ok(first);
    await undoMatch(tx, first.matchId ?? '', 'The twin was meant', { by, at: NOW });
    const of = (await findReceived(tx, referrals.mine.reference))?.children.map(({ match }) => match);
    assert.deepEqual(of, [null]);
    assert.equal((await tx.selectFrom('subject_match_undone').selectAll().execute()).length, 1);
  });
});

test('a worker acknowledges a referral about their own child, and their manager too; nobody else does', async () => {
  const acknowledge = (key: string, { id: referralId }: Arranged) =>
    partnership.asIn(key, (tx, by) => recordAcknowledgements(tx, [{ referralId, by, at: NOW }]));
  await acknowledge('bartosz', referrals.mine);
  await acknowledge('elaine', referrals.mine);
  for (const key of everybody.filter((one) => !['bartosz', 'elaine'].includes(one)))
    await assert.rejects(acknowledge(key, referrals.mine), refused, key);
  await assert.rejects(acknowledge('bartosz', referrals.concerning), refused, 'the concern is about Bartosz');
  await assert.rejects(acknowledge('bartosz', referrals.excluded), refused, 'Bartosz is excluded');
});

test('partners are asked by the MASH, and never without an agreement of that referral', async () => {
  const ask = (key: string, agreementId: string, { id: referralId }: Arranged) =>
    partnership.asIn(key, async (tx, by) => {
      const asked = {
        id: randomUUID(),
        referralId,
        agreementId,
        childNamed: 'A',
        asks: 'What?',
        dueAt: NOW,
        by,
        at: NOW,
      };
      await recordRequests(tx, [{ ...asked, agencyId: await agencyOf(tx, 'rdash') }]);
    });
  const { id } = await partnership.arrange((tx) =>
    tx.selectFrom('agreement').select('id').where('referralId', '=', referrals.mine.id).executeTakeFirstOrThrow(),
  );
  await ask('asha', id, referrals.mine);
  await assert.rejects(ask('asha', id, referrals.new), { code: '23503' });
  await assert.rejects(ask('elaine', id, referrals.mine), refused);
  await assert.rejects(ask('callum', id, referrals.mine), refused);
});

test('a partner reads and answers what their own agency is asked, and sees nothing of the referral', async () => {
  const answer = (key: string) =>
    partnership.asIn(key, (tx, by) =>
      recordAnswers(tx, [{ requestId: request, holdsInformation: false, words: '', by, at: NOW }]),
    );
  await partnership.asIn('callum', async (tx) => {
    assert.equal((await findMyRequest(tx, request))?.childNamed, 'A. Tarn');
    assert.equal(await findReceived(tx, referrals.mine.reference), undefined);
    for (const table of ['referral', 'referral_subject', 'agreement', 'screening', 'subject_match'] as const)
      assert.deepEqual(await tx.selectFrom(table).selectAll().execute(), [], table);
  });
  await answer('callum');
  for (const key of everybody.filter((one) => one !== 'callum')) await assert.rejects(answer(key), refused, key);
});

const decision = (by: ReturnType<TestHouse['workerId']>, { id: referralId, subjects }: Arranged) => ({
  referralId,
  reason: 'Below the threshold',
  lawfulBasis: 'PUBLIC_TASK' as const,
  askedOfReferrer: null,
  outcomes: subjects.map((subjectId) => ({ subjectId, outcome: 'ADVICE' as const })),
  by,
  at: NOW,
});
const decideIn = (key: string, on: Arranged) =>
  partnership.asIn(key, (tx, by) => recordDecisions(tx, [decision(by, on)]));

test('a rated referral is decided by the MASH manager, and by nobody else', async () => {
  const amber = await receive(partnership, [{ givenNames: 'Amber' }], { by: 'asha' });
  await assert.rejects(decideIn('gwen', amber), refused, 'not yet rated');
  await rate(partnership, amber, 'amber');
  await decideIn('gwen', amber);
  for (const key of everybody.filter((one) => one !== 'gwen')) await assert.rejects(decideIn(key, amber), refused, key);
});

test('nobody decides a referral they made', async () => {
  const own = await receive(partnership, [{ givenNames: 'Own' }], { by: 'gwen' });
  await rate(partnership, own, 'green');
  await assert.rejects(decideIn('gwen', own), refused);
});

test('the manager of the child’s worker decides about that child, but not at RED, and not where another child has no worker', async () => {
  await decideIn('elaine', referrals.mine);
  await assert.rejects(decideIn('bartosz', referrals.mine), refused);
  await assert.rejects(decideIn('elaine', referrals.concerning), refused, 'it concerns the worker');
  const two = await receive(partnership, [{ givenNames: 'Mine' }, { givenNames: 'Other' }]);
  await match(partnership, two, children.mine.id);
  await assert.rejects(decideIn('elaine', two), refused);
  const red = await receive(partnership, [{ givenNames: 'Mine' }]);
  await match(partnership, red, children.mine.id);
  await rate(partnership, red, 'red');
  await assert.rejects(decideIn('elaine', red), refused);
});

test('RED is not decided before a strategy discussion, or why none is held, is recorded', async () => {
  const red = await receive(partnership, [{ givenNames: 'Red' }]);
  await rate(partnership, red, 'red');
  await assert.rejects(decideIn('gwen', red), refused);
  await partnership.asIn('gwen', async (tx, by) => {
    await recordDiscussions(tx, [{ referralId: red.id, heldAt: null, words: 'Safe in hospital', by, at: NOW }]);
    await recordDecisions(tx, [decision(by, red)]);
  });
});

test('a referral is decided once, and then no longer waits', async () => {
  const once = await receive(partnership, [{ givenNames: 'Once' }]);
  await rate(partnership, once, 'green');
  const waits = (tx: Tx) => tx.selectFrom('undecided_referral').selectAll().where('referralId', '=', once.id).execute();
  await partnership.asIn('gwen', async (tx, by) => {
    assert.equal((await waits(tx)).length, 1);
    await recordDecisions(tx, [decision(by, once)]);
    assert.deepEqual(await waits(tx), []);
    await assert.rejects(recordDecisions(tx, [decision(by, once)]), { code: '23505' });
  });
});

test('an outcome is for a child of that referral, and is added only by whoever decides', async () => {
  const [one, other] = [
    await receive(partnership, [{ givenNames: 'One' }]),
    await receive(partnership, [{ givenNames: 'Another' }]),
  ];
  await rate(partnership, one, 'green');
  await assert.rejects(decideIn('gwen', { ...one, subjects: other.subjects }), { code: '23503' });
});
