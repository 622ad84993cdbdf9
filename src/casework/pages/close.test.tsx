import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import type { Level } from '../../risk/index.ts';
import { openTestHouse, testHouse } from '../../testing/open.ts';
import { closeCases, recordFeedback } from '../closings.db.ts';
import { type Arranged, arrangeCases, arrangeLevel } from '../testing/arrange.ts';

const day = plainDate;
const partnership = await testHouse();
const dev = await partnership.signedIn('dev');
const nadine = await partnership.signedIn('nadine');
const colin = await partnership.signedIn('colin');

const held = { 'offeredOn-day': '22', 'offeredOn-month': '1', 'offeredOn-year': '2024', outcome: 'held' };
const said = { activities: 'Boxing', services: 'The nurse', support: 'Lifts to school' };
const reduced = { reason: 'RISK_REDUCED_LOW', words: 'Twelve weeks without contact; her mother and school agree' };

async function caseAt(name: string, ...levels: Level[]): Promise<Arranged> {
  const days = ['2023-09-12', '2023-12-01', '2024-01-15'];
  const [one] = await arrangeCases(partnership, [
    { name, to: 'dev', levels: levels.map((level, place) => ({ level, on: day(days[place] ?? '2024-01-15') })) },
  ]);
  assert.ok(one);
  return one;
}

test('a case does not close as risk reduced without an authorised low', async () => {
  const { reference, childId } = await caseAt('Medium', 'MEDIUM');
  const at = `/cases/${reference}/close`;
  const refused = await dev.submit(at, reduced);
  assert.equal(refused.status, 422);
  assert.match(
    refused.html,
    /The authorised level is medium\. “Risk reduced to low” needs an authorised assessment of low/,
  );
  assert.match(refused.html, /Twelve weeks without contact/);
  await partnership.arrange((tx) => arrangeLevel(tx, partnership, childId, 'LOW', day('2024-01-29'), true));
  assert.match((await dev.submit(at, reduced)).html, /A later assessment waits to be authorised/);
});

test('“no risk identified” needs an authorised none: low is not enough, nor is none enough for low', async () => {
  const low = await caseAt('Low', 'MEDIUM', 'LOW');
  const none = await caseAt('None', 'MEDIUM', 'NONE');
  const answer = await dev.submit(`/cases/${low.reference}/close`, { ...reduced, reason: 'NO_RISK' });
  assert.match(answer.html, /needs an authorised assessment of no risk identified/);
  assert.match((await dev.submit(`/cases/${none.reference}/close`, reduced)).html, /authorised assessment of low/);
});

test('risk reduced, feedback offered, proposed by one and closed by another', async () => {
  const { reference, id } = await caseAt('Leaving', 'HIGH', 'LOW');
  const case_ = `/cases/${reference}`;
  assert.equal((await dev.submit(`${case_}/close`, reduced)).goesTo, case_);
  assert.match((await nadine.get('/')).html, /closures? that waits? for a second person/);
  const decide = `/closures/${reference}`;
  const early = await nadine.submit(decide, { decision: 'close' });
  assert.match(early.html, /Offer the child the feedback session first/);
  assert.match((await dev.submit(`${case_}/feedback`, held)).html, /The session was held: write what the child said/);
  assert.equal((await dev.submit(`${case_}/feedback`, { ...held, ...said })).goesTo, case_);
  assert.match((await dev.get(case_)).html, /Closing proposed, feedback session offered/);
  const closed = await nadine.submit(decide, { decision: 'close' });
  assert.equal(closed.goesTo, '/closures');
  assert.match((await nadine.get(case_)).html, /by Nadine Okoro: risk reduced to low/);
  assert.doesNotMatch((await dev.get('/cases')).html, /Leaving Marsh/);
  const row = await partnership.arrange((tx) =>
    tx.selectFrom('closure').selectAll().where('caseId', '=', id).executeTakeFirstOrThrow(),
  );
  assert.equal(row.levelAtClosing, 'LOW');
  assert.deepEqual([row.proposedBy, row.closedBy], [partnership.workerId('dev'), partnership.workerId('nadine')]);
  assert.match((await nadine.get(`${case_}/direct-work`)).html, /was closed on 30 January 2024/);
});

test('a child who declined owes no reason, and the case closes all the same', async () => {
  const { reference } = await caseAt('Declining', 'MEDIUM', 'NONE');
  await dev.submit(`/cases/${reference}/close`, { ...reduced, reason: 'NO_RISK' });
  const answer = await dev.submit(`/cases/${reference}/feedback`, { ...held, outcome: 'declined' });
  assert.equal(answer.status, 303);
  assert.equal((await colin.submit(`/closures/${reference}`, { decision: 'close' })).status, 303);
});

test('nobody closes what they proposed: not on the page, and not past it', async () => {
  const { reference, id, childId } = await caseAt('Alone', 'MEDIUM', 'LOW');
  await nadine.submit(`/cases/${reference}/feedback`, { ...held, outcome: 'could_not_be_reached' });
  await nadine.submit(`/cases/${reference}/close`, reduced);
  const shown = await nadine.get(`/closures/${reference}`);
  assert.match(shown.html, /You proposed this closing: somebody else decides it/);
  assert.match((await nadine.submit(`/closures/${reference}`, { decision: 'close' })).html, /You proposed this/);
  const proposal = await partnership.arrange((tx) =>
    tx.selectFrom('closure_proposal').select('id').where('caseId', '=', id).executeTakeFirstOrThrow(),
  );
  const alone = (by: 'nadine' | 'colin') =>
    partnership.asIn(by, (tx, worker) =>
      closeCases(tx, [
        {
          caseId: id,
          childId,
          reason: 'RISK_REDUCED_LOW',
          level: 'LOW',
          closedOn: day('2024-01-30'),
          at: new Date('2024-01-30T10:00:00Z'),
          proposalId: proposal.id,
          proposedBy: partnership.workerId('nadine'),
          by: worker,
        },
      ]),
    );
  await assert.rejects(alone('nadine'), { code: '23514' });
  await alone('colin');
});

test('past the page, the database refuses a success that its levels or its feedback do not show', async () => {
  const { reference, id, childId } = await caseAt('Unproven', 'MEDIUM', 'LOW', 'MEDIUM');
  await partnership.arrange(async (tx) => {
    const on = { caseId: id, childId, by: partnership.workerId('dev'), at: new Date('2024-01-30T09:00:00Z') };
    await recordFeedback(tx, [{ ...on, offeredOn: day('2024-01-29'), outcome: 'declined' }]);
    await tx
      .insertInto('closure_proposal')
      .values({
        caseId: id,
        childId,
        reason: 'RISK_REDUCED_LOW',
        words: 'x',
        proposedOn: day('2024-01-30'),
        proposedBy: partnership.workerId('dev'),
        recordedAt: on.at,
      })
      .execute();
  });
  const { id: proposalId } = await partnership.arrange((tx) =>
    tx.selectFrom('closure_proposal').select('id').where('caseId', '=', id).executeTakeFirstOrThrow(),
  );
  await assert.rejects(
    partnership.asIn('nadine', (tx, by) =>
      closeCases(tx, [
        {
          caseId: id,
          childId,
          reason: 'RISK_REDUCED_LOW',
          level: 'LOW',
          closedOn: day('2024-01-30'),
          at: new Date('2024-01-30T10:00:00Z'),
          proposalId,
          proposedBy: partnership.workerId('dev'),
          by,
        },
      ]),
    ),
    { code: '42501' },
  );
  assert.match(
    (await nadine.submit(`/closures/${reference}`, { decision: 'close' })).html,
    /authorised level is medium/,
  );
});

test('any other reason names who holds the risk, keeps the true level, and needs no feedback session', async () => {
  const { reference, id } = await caseAt('Moving', 'HIGH');
  const at = `/cases/${reference}/close`;
  const moving = { reason: 'MOVED_AREA', words: 'Placed in Leeds' };
  assert.match((await dev.submit(at, moving)).html, /Say who now holds the risk/);
  await dev.submit(at, { ...moving, riskHeldBy: 'Leeds exploitation team, J. Ward, told on 29 January' });
  assert.equal((await nadine.submit(`/closures/${reference}`, { decision: 'close' })).status, 303);
  const row = await partnership.arrange((tx) =>
    tx.selectFrom('closure').selectAll().where('caseId', '=', id).executeTakeFirstOrThrow(),
  );
  assert.deepEqual([row.levelAtClosing, row.riskHeldBy?.slice(0, 5)], ['HIGH', 'Leeds']);
});

test('after a death nothing is offered', async () => {
  const { reference, childId } = await caseAt('Mourned', 'HIGH');
  await partnership.arrange((tx) =>
    tx
      .insertInto('child_detail')
      .values({
        childId,
        version: 2,
        givenNames: 'Mourned',
        familyName: 'Marsh',
        bornOn: day('2009-06-01'),
        diedOn: day('2024-01-20'),
        sex: 'F',
        ethnicity: 'NOBT',
        reason: 'Told by the coroner',
        recordedAt: new Date('2024-01-22T09:00:00Z'),
      })
      .execute(),
  );
  const feedback = await dev.get(`/cases/${reference}/feedback`);
  assert.match(feedback.html, /This child has died: nothing is offered/);
  assert.doesNotMatch(feedback.html, /Record the session/);
  assert.match((await dev.submit(`/cases/${reference}/close`, reduced)).html, /close the case for that reason/);
  const list = await dev.get('/cases');
  assert.match(list.html, /Close the case: the child has died/);
  await dev.submit(`/cases/${reference}/close`, { reason: 'DIED', words: 'The coroner told us' });
  assert.equal((await nadine.submit(`/closures/${reference}`, { decision: 'close' })).status, 303);
});

test('a closing is declined with a reason, and may be proposed again', async () => {
  const { reference } = await caseAt('Not yet', 'MEDIUM', 'LOW');
  const decide = `/closures/${reference}`;
  await dev.submit(`/cases/${reference}/close`, reduced);
  assert.match((await dev.submit(`/cases/${reference}/close`, reduced)).html, /already proposed/);
  assert.match((await nadine.submit(decide, { decision: 'decline' })).html, /Say why you decline/);
  await nadine.submit(decide, { decision: 'decline', reason: 'Wait until school is settled' });
  assert.match((await dev.get(`/cases/${reference}`)).html, /Declined by Nadine Okoro.*Wait until school is settled/s);
  assert.equal((await dev.submit(`/cases/${reference}/close`, reduced)).status, 303);
});

test('two second persons at once: one closes, the other sees that it is closed', async () => {
  const { reference, id } = await caseAt('At once', 'MEDIUM', 'LOW');
  await dev.submit(`/cases/${reference}/close`, reduced);
  await dev.submit(`/cases/${reference}/feedback`, { ...held, outcome: 'declined' });
  const answers = await Promise.all(
    [nadine, colin].map((visitor) => visitor.submit(`/closures/${reference}`, { decision: 'close' })),
  );
  assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  const second = answers.find(({ status }) => status !== 303);
  assert.match(second?.html ?? '', /This case was closed on 30 January 2024/);
  const rows = await partnership.arrange((tx) =>
    tx.selectFrom('closure').where('caseId', '=', id).selectAll().execute(),
  );
  assert.equal(rows.length, 1);
});

test('an empty page of closures explains itself', async () => {
  const house = await openTestHouse();
  try {
    const { html } = await (await house.signedIn('nadine')).get('/closures');
    assert.match(html, /No closing is proposed/);
  } finally {
    await house.close();
  }
});
