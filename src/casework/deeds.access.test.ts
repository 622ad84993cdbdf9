import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { recordChildren } from '../people/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { newReference, plainDate } from '../platform/kernel/index.ts';
import { exclude } from '../platform/testing/closed.ts';
import { NOW, TODAY } from '../platform/testing/house.ts';
import type { ChildId, TeamId, WorkerId } from '../platform/web/world.ts';
import { testHouse } from '../testing/open.ts';
import { allocateCases } from './allocations.db.ts';
import { closeCases, declineClosing, proposeClosings } from './closings.db.ts';
import { findCaseBefore, listWaiting, openCases } from './opening.db.ts';
import { type Arranged, addTeam, arrangeCases, arrangeDecision, teamId } from './testing/arrange.ts';

const partnership = await testHouse();
let evolve: TeamId;
let another: TeamId;
before(async () => {
  await addTeam(partnership, 'another');
  [evolve, another] = await partnership.arrange(async (tx) => [
    await teamId(tx, 'evolve'),
    await teamId(tx, 'another'),
  ]);
});

const refused = { code: '42501' };
const broken = { code: '23514' };
const taken = { code: '23505' };

async function decided(): Promise<{ childId: ChildId; subjectId: string }> {
  const [child] = await partnership.arrange((tx) =>
    recordChildren(tx, [{ givenNames: 'Noor', familyName: 'Beck', sex: 'F', bornOn: plainDate('2010-01-01') }], {
      by: null,
      at: NOW,
    }),
  );
  assert.ok(child);
  return { childId: child.id, subjectId: await arrangeDecision(partnership, child.id, plainDate('2024-01-29')) };
}

async function held(name: string, to?: string): Promise<Arranged> {
  const [one] = await arrangeCases(partnership, [{ name, ...(to && { to }) }]);
  assert.ok(one);
  return one;
}

type Decided = Awaited<ReturnType<typeof decided>>;
const opening = (tx: Tx, { childId, subjectId }: Decided, by: WorkerId, teamId = evolve) =>
  openCases(tx, [{ childId, subjectId, teamId, lawfulBasis: 's47', openedOn: TODAY, by, at: NOW }]);

test('a case is opened by a manager of Evolve, from a decision about that child, with a team of their own', async () => {
  const waiting = await decided();
  const other = await decided();
  await partnership.asIn('nadine', (tx, nadine) => opening(tx, waiting, nadine));
  for (const key of ['dev', 'helen', 'gwen', 'bartosz', 'elaine', 'kit'])
    await assert.rejects(
      partnership.asIn(key, (tx, worker) => opening(tx, waiting, worker)),
      refused,
      key,
    );
  const nadine = partnership.workerId('nadine');
  await assert.rejects(
    partnership.asIn('nadine', (tx) => opening(tx, waiting, nadine, another)),
    refused,
  );
  await assert.rejects(
    partnership.asIn('colin', (tx) => opening(tx, waiting, nadine)),
    refused,
  );
  const crossed = { childId: waiting.childId, subjectId: other.subjectId };
  await assert.rejects(
    partnership.asIn('nadine', (tx) => opening(tx, crossed, nadine)),
    refused,
  );
});

test('nothing waits for whoever is excluded from the child, and they open no case', async () => {
  const waiting = await decided();
  await exclude(partnership, waiting.childId, 'colin');
  await partnership.asIn('colin', async (tx, colin) => {
    const seen = await listWaiting(tx);
    assert.equal(seen.filter(({ childId }) => childId === waiting.childId).length, 0);
    assert.equal(await findCaseBefore(tx, waiting.childId), undefined);
    await assert.rejects(opening(tx, waiting, colin), refused);
  });
});

test('a child has one open case, whoever opens and whatever they know', async () => {
  const one = await held('Once', 'dev');
  const subjectId = await arrangeDecision(partnership, one.childId, plainDate('2024-01-29'));
  await assert.rejects(
    partnership.asIn('nadine', (tx, nadine) => opening(tx, { childId: one.childId, subjectId }, nadine)),
    taken,
  );
  await assert.rejects(
    partnership.arrange((tx) =>
      tx
        .insertInto('evolve_case')
        .values({
          reference: newReference('E'),
          childId: one.childId,
          previousId: one.id,
          teamId: evolve,
          lawfulBasis: 's17',
          openedOn: TODAY,
          recordedAt: NOW,
        })
        .execute(),
    ),
    { code: '23503' },
  );
});

const giving = (key: string, one: Arranged, to: string) =>
  partnership.asIn(key, (tx, by) =>
    allocateCases(tx, [
      {
        caseId: one.id,
        childId: one.childId,
        workerId: partnership.workerId(to),
        since: TODAY,
        reason: 'x',
        by,
        at: NOW,
      },
    ]),
  );

test('a case is given by a manager of its team, to somebody of the team who holds cases and may see the child', async () => {
  const one = await held('Given');
  await giving('nadine', one, 'lucia');
  await giving('nadine', one, 'karim');
  for (const key of ['dev', 'helen', 'gwen', 'elaine']) await assert.rejects(giving(key, one, 'lucia'), refused, key);
  for (const to of ['helen', 'bartosz', 'asha', 'kit']) await assert.rejects(giving('nadine', one, to), refused, to);
  await exclude(partnership, one.childId, 'lucia');
  await assert.rejects(giving('nadine', one, 'lucia'), refused);
});

test('a case has one holder: a second allocation beside the first is no allocation', async () => {
  const one = await held('Two hands', 'dev');
  await assert.rejects(
    partnership.asIn('nadine', (tx, nadine) =>
      tx
        .insertInto('allocation')
        .values({
          caseId: one.id,
          childId: one.childId,
          workerId: partnership.workerId('lucia'),
          since: TODAY,
          reason: 'x',
          allocatedBy: nadine,
          recordedAt: NOW,
        })
        .execute(),
    ),
    taken,
  );
});

async function proposedBy(key: string, one: Arranged): Promise<string> {
  const on = { caseId: one.id, childId: one.childId, proposedOn: TODAY, at: NOW };
  const [id] = await partnership.as(key, (tx, by) =>
    proposeClosings(tx, [{ ...on, reason: 'MOVED_AREA', words: 'x', riskHeldBy: 'Leeds', by }]),
  );
  assert.ok(id);
  return id;
}

const closing = (key: string, one: Arranged, proposalId: string, proposer: string, given = {}) =>
  partnership.asIn(key, (tx, by) =>
    closeCases(tx, [
      {
        ...{ caseId: one.id, childId: one.childId, reason: 'MOVED_AREA', level: null, riskHeldBy: 'Leeds' },
        ...{ closedOn: TODAY, at: NOW, proposalId, proposedBy: partnership.workerId(proposer), by },
        ...given,
      },
    ]),
  );

test('a case is closed by a manager of its team who did not propose it, for the reason proposed, today', async () => {
  const one = await held('Leaving', 'dev');
  const proposal = await proposedBy('dev', one);
  await closing('nadine', one, proposal, 'dev');
  for (const key of ['lucia', 'helen', 'gwen', 'kit'])
    await assert.rejects(closing(key, one, proposal, 'dev'), refused, key);
  await assert.rejects(closing('nadine', one, proposal, 'nadine'), broken);
  await assert.rejects(closing('nadine', one, proposal, 'lucia'), { code: '23503' });
  await assert.rejects(closing('nadine', one, proposal, 'dev', { reason: 'CUSTODY' }), { code: '23503' });
  await assert.rejects(closing('nadine', one, proposal, 'dev', { closedOn: plainDate('2024-01-29') }), refused);
  await assert.rejects(closing('nadine', one, proposal, 'dev', { importKey: 'pretended' }), refused);
});

test('what was declined is not closed, and nobody declines or closes their own', async () => {
  const one = await held('Staying', 'dev');
  const proposal = await proposedBy('nadine', one);
  const declining = (tx: Tx, by: WorkerId) =>
    declineClosing(tx, { proposalId: proposal, childId: one.childId, reason: 'Too early' }, { by, on: TODAY, at: NOW });
  await assert.rejects(partnership.asIn('nadine', declining), refused);
  await assert.rejects(partnership.asIn('dev', declining), refused);
  await assert.rejects(closing('nadine', one, proposal, 'nadine'), broken);
  await partnership.as('colin', declining);
  await assert.rejects(closing('colin', one, proposal, 'nadine'), refused);
});

test('a reason that is not success names who holds the risk, in the table itself', async () => {
  const one = await held('Unnamed', 'dev');
  const on = { caseId: one.id, childId: one.childId, proposedOn: TODAY, at: NOW };
  await assert.rejects(
    partnership.asIn('dev', (tx, by) => proposeClosings(tx, [{ ...on, reason: 'CUSTODY', words: 'x', by }])),
    broken,
  );
});
