import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { type Arranged, addTeam, arrangeCases } from '../casework/testing/arrange.ts';
import type { Tx } from '../platform/db/index.ts';
import { newReference, plainDate } from '../platform/kernel/index.ts';
import { exclude, restrictTo } from '../platform/testing/closed.ts';
import { NOW, TODAY } from '../platform/testing/house.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import { testHouse } from '../testing/open.ts';
import { listLevelsOfRecord, listSeries } from './assessments.db.ts';
import { beginDraft, saveOwnJudgement, saveSection } from './drafts.db.ts';
import { childSeenBy, type TestChild } from './testing/child.ts';

const partnership = await testHouse();
let cases: Record<'own' | 'otherTeam' | 'restricted' | 'excluded' | 'closed', Arranged>;
let socialWorkers: TestChild;
const refused = { code: '42501' };
const levels = [{ level: 'MEDIUM' as const, on: plainDate('2023-10-02') }];

before(async () => {
  await addTeam(partnership, 'elsewhere');
  const [own, otherTeam, restricted, excluded, closed] = await arrangeCases(partnership, [
    { name: 'Own', to: 'dev', levels },
    { name: 'Other', team: 'elsewhere', levels },
    { name: 'Restricted', to: 'dev', levels },
    { name: 'Excluded', to: 'dev', levels },
    { name: 'Closed', to: 'dev', levels },
  ]);
  assert.ok(own && otherTeam && restricted && excluded && closed);
  cases = { own, otherTeam, restricted, excluded, closed };
  await restrictTo(partnership, restricted.childId, 'nadine');
  await exclude(partnership, excluded.childId, 'dev');
  await partnership.arrange((tx) =>
    tx
      .insertInto('closure')
      .values({
        caseId: closed.id,
        childId: closed.childId,
        reason: 'MOVED_AREA',
        importKey: 'closed',
        closedOn: plainDate('2024-01-10'),
        recordedAt: NOW,
      })
      .execute(),
  );
  socialWorkers = await childSeenBy(partnership, ['bartosz', 'dev']);
});

const childOf = (which: keyof typeof cases): ChildId => cases[which].childId;

async function seenBy(key: string): Promise<string[]> {
  const names = Object.keys(cases) as (keyof typeof cases)[];
  return partnership.asIn(key, async (tx) => {
    const seen = await listSeries(
      tx,
      names.map((which) => ({ childId: childOf(which) })),
    );
    return names.filter((which) => seen.has(childOf(which)));
  });
}

test('assessments are seen with the child: by the worker, the team and its managers, and by nobody else', async () => {
  const all = Object.fromEntries(
    await Promise.all(
      ['dev', 'lucia', 'karim', 'nadine', 'colin', 'helen'].map(async (key) => [key, await seenBy(key)] as const),
    ),
  );
  assert.deepEqual(all, {
    dev: ['own'],
    lucia: ['own', 'excluded'],
    karim: ['own', 'excluded'],
    nadine: ['own', 'restricted', 'excluded', 'closed'],
    colin: ['own', 'excluded', 'closed'],
    helen: ['own', 'excluded', 'closed'],
  });
  for (const key of [
    'ben',
    'asha',
    'gwen',
    'yusuf',
    'bartosz',
    'elaine',
    'ruth',
    'anwen',
    'ilinca',
    'seun',
    'ellis',
    'kit',
  ])
    assert.deepEqual(await seenBy(key), [], key);
});

test('seeing a child is not seeing the assessments: the role has to allow it too', async () => {
  await partnership.asIn('gwen', async (tx, gwen) => {
    await breakGlass(tx, gwen, childOf('own'));
    assert.equal((await listSeries(tx, [{ childId: childOf('own') }])).size, 0);
  });
  await partnership.asIn('dev', async (tx, dev) => {
    await breakGlass(tx, dev, childOf('otherTeam'));
    assert.equal((await listLevelsOfRecord(tx, [childOf('otherTeam')])).size, 1);
  });
});

test('a draft is its author’s alone, and only while they see the child', async () => {
  const draft = await partnership.as('dev', (tx, dev) => begin(tx, dev, childOf('own')));
  for (const key of ['lucia', 'nadine', 'helen'])
    await partnership.asIn(key, async (tx) => {
      assert.deepEqual(await tx.selectFrom('assessment_draft').selectAll().execute(), [], key);
      assert.deepEqual(await tx.selectFrom('assessment_draft_section').selectAll().execute(), [], key);
      await assert.rejects(saveSection(tx, draft, 'context', context, NOW), refused);
    });
  for (const which of ['otherTeam', 'restricted', 'excluded', 'closed'] as const)
    await assert.rejects(
      partnership.asIn('dev', (tx, dev) => begin(tx, dev, childOf(which))),
      refused,
      which,
    );
  await assert.rejects(
    partnership.asIn('bartosz', (tx, bartosz) => begin(tx, bartosz, socialWorkers.id)),
    refused,
  );
});

test('the own judgement is written once, and a completed draft is written no more', async () => {
  await partnership.asIn('dev', async (tx, dev) => {
    const draft = await begin(tx, dev, socialWorkers.id);
    await saveOwnJudgement(tx, draft, own, NOW);
    await saveSection(tx, draft, 'context', context, NOW);
    await saveSection(tx, draft, 'context', { ...context, words: 'Again' }, NOW);
    await denied(tx, () => saveOwnJudgement(tx, draft, own, NOW), '23505');
    const { numUpdatedRows } = await tx
      .updateTable('assessment_draft_section')
      .set({ answers: '{}' })
      .where('draftId', '=', draft)
      .executeTakeFirstOrThrow();
    assert.equal(numUpdatedRows, 1n, 'only the context was there to be written again');
    await add(tx, { authorId: dev, childId: socialWorkers.id, draftId: draft });
    await denied(tx, () => saveSection(tx, draft, 'context', context, NOW));
  });
});

test('an assessment is completed today, by its author, from a draft of theirs, and never under another’s name', async () => {
  await partnership.asIn('dev', async (tx, dev) => {
    const mine = { authorId: dev, childId: socialWorkers.id, draftId: await begin(tx, dev, socialWorkers.id) };
    await denied(tx, () => add(tx, { ...mine, draftId: null }));
    await denied(tx, () => add(tx, { ...mine, completedOn: plainDate('2024-01-29') }));
    await denied(tx, () => add(tx, { ...mine, authorId: partnership.workerId('lucia') }));
    await denied(tx, () => add(tx, { ...mine, importKey: 'a file' }));
    await denied(tx, () => add(tx, { ...mine, childId: childOf('own') }), '23503');
    await add(tx, mine);
  });
});

test('answers come with their assessment and none is added later', async () => {
  const id = await partnership.as('dev', async (tx, dev) => {
    const childId = socialWorkers.id;
    const made = await add(tx, { authorId: dev, childId, draftId: await begin(tx, dev, childId) });
    await answer(tx, made, 'C1');
    return made;
  });
  await assert.rejects(
    partnership.asIn('dev', (tx) => answer(tx, id, 'C2')),
    refused,
  );
});

test('a manager who is not the author authorises once; nobody authorises their own, not even unnamed', async () => {
  const byNadine = await partnership.as('nadine', async (tx, nadine) =>
    add(tx, { authorId: nadine, childId: childOf('own'), draftId: await begin(tx, nadine, childOf('own')) }),
  );
  await partnership.asIn('nadine', async (tx, nadine) => {
    await denied(tx, () => authorise(tx, byNadine, nadine, nadine));
    await denied(tx, () => authorise(tx, byNadine, null, nadine));
    await denied(tx, () => authorise(tx, byNadine, nadine, partnership.workerId('colin')));
    await denied(tx, () => giveBack(tx, byNadine, nadine, nadine));
  });
  for (const key of ['dev', 'lucia', 'helen'])
    await partnership.asIn(key, async (tx, worker) => {
      await denied(tx, () => authorise(tx, byNadine, partnership.workerId('nadine'), worker));
    });
  await partnership.asIn('colin', async (tx, colin) => {
    const nadine = partnership.workerId('nadine');
    await authorise(tx, byNadine, nadine, colin);
    await denied(tx, () => authorise(tx, byNadine, nadine, colin), '23505');
    await denied(tx, () => giveBack(tx, byNadine, nadine, colin));
  });
  await partnership.asIn('colin', async (tx, colin) => {
    const nadine = partnership.workerId('nadine');
    await giveBack(tx, byNadine, nadine, colin);
    await denied(tx, () => authorise(tx, byNadine, nadine, colin));
  });
});

test('an assessment of a child the manager does not see is not authorised by them', async () => {
  const { id } = await partnership.arrange((tx) =>
    tx
      .insertInto('assessment')
      .values({ ...row({ authorId: partnership.workerId('dev'), childId: childOf('otherTeam'), draftId: null }) })
      .returning('id')
      .executeTakeFirstOrThrow(),
  );
  await partnership.asIn('nadine', async (tx, nadine) => {
    await denied(tx, () => authorise(tx, id, partnership.workerId('dev'), nadine, childOf('otherTeam')));
  });
});

test('whoever works with the child asks for an early review, and nobody else', async () => {
  const ask = (tx: Tx, by: WorkerId, childId: ChildId) =>
    tx
      .insertInto('early_review')
      .values({ childId, trigger: 'arrest', words: 'Last night', happenedOn: TODAY, askedBy: by, askedAt: NOW })
      .execute();
  await partnership.asIn('bartosz', (tx, bartosz) => ask(tx, bartosz, socialWorkers.id));
  for (const [key, child] of [
    ['bartosz', childOf('own')],
    ['gwen', childOf('own')],
    ['dev', childOf('restricted')],
  ] as const)
    await assert.rejects(
      partnership.asIn(key, (tx, worker) => ask(tx, worker, child)),
      refused,
      key,
    );
});

test('nothing that was recorded is changed', async () => {
  await partnership.asIn('nadine', async (tx) => {
    await denied(tx, () => sql`update assessment set level = 'LOW'`.execute(tx));
    await denied(tx, () => sql`update authorisation set level = 'LOW'`.execute(tx));
    await denied(tx, () => sql`update indicator_answer set present = 'no'`.execute(tx));
    await denied(tx, () => sql`delete from assessment_returned`.execute(tx));
    await denied(tx, () => sql`delete from assessment_draft_section`.execute(tx));
  });
});

const context = { protective: [], push: [], pull: [], words: null };
const own = { type: 'CCE', level: 'LOW', byType: undefined, standing: 'at_risk', modes: [], analysis: 'So' } as const;

const begin = (tx: Tx, author: WorkerId, childId: ChildId) =>
  beginDraft(tx, {
    ...{ childId, author, kind: 'initial', at: NOW },
    follows: { previous: undefined, replaces: undefined },
    instrument: { code: 'throughline', version: 1 },
  });

type Wanted = { authorId: WorkerId; childId: ChildId; draftId: string | null };
const judged = { type: 'CCE', level: 'LOW', cceLevel: 'LOW', cseLevel: 'NONE', standing: 'at_risk' };
const row = (wanted: Wanted) => ({
  ...{ reference: newReference('A'), kind: 'initial', instrumentCode: 'throughline', instrumentVersion: 1 },
  ...{ completedOn: TODAY, recordedAt: NOW, ...judged, ...wanted },
});

async function add(
  tx: Tx,
  wanted: Wanted & Partial<{ completedOn: typeof TODAY; importKey: string }>,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('assessment')
    .values({ id, ...row(wanted), ...wanted })
    .execute();
  return id;
}

const answer = (tx: Tx, assessmentId: string, indicator: string) =>
  tx
    .insertInto('indicator_answer')
    .values({ assessmentId, childId: socialWorkers.id, indicator, present: 'no' })
    .execute();

const authorise = (tx: Tx, id: string, author: WorkerId | null, by: WorkerId, child = childOf('own')) =>
  tx
    .insertInto('authorisation')
    .values({
      ...{ assessmentId: id, childId: child, authorId: author, authorisedBy: by, authorisedOn: TODAY },
      ...{ ...judged, recordedAt: NOW },
    })
    .execute();

const giveBack = (tx: Tx, id: string, author: WorkerId, by: WorkerId) =>
  tx
    .insertInto('assessment_returned')
    .values({
      ...{ assessmentId: id, childId: childOf('own'), authorId: author, returnedBy: by, returnedOn: TODAY },
      ...{ reason: 'The debt is not explained', recordedAt: NOW },
    })
    .execute();

const breakGlass = (tx: Tx, workerId: WorkerId, childId: ChildId) =>
  tx.insertInto('break_glass').values({ workerId, childId, reason: 'The hospital rang about injuries' }).execute();

/** The database says no, and the transaction goes on. */
async function denied(tx: Tx, attempt: () => Promise<unknown>, code = '42501'): Promise<void> {
  await sql`savepoint attempt`.execute(tx);
  await assert.rejects(attempt(), { code });
  await sql`rollback to attempt`.execute(tx);
}
