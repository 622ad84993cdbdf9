import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordChildren } from '../../people/index.ts';
import { plainDate } from '../../platform/kernel/index.ts';
import { exclude } from '../../platform/testing/closed.ts';
import { NOW } from '../../platform/testing/house.ts';
import type { ChildId } from '../../platform/web/world.ts';
import { testHouse } from '../../testing/open.ts';
import { arrangeCases, arrangeDecision } from '../testing/arrange.ts';

const partnership = await testHouse();

async function decidedFor(name: string): Promise<{ subject: string; childId: ChildId }> {
  const children = await partnership.arrange((tx) =>
    recordChildren(tx, [{ givenNames: name, familyName: 'Fell', sex: 'M', bornOn: plainDate('2009-02-03') }], {
      by: null,
      at: NOW,
    }),
  );
  const child = children[0];
  assert.ok(child);
  return { subject: await arrangeDecision(partnership, child.id, plainDate('2024-01-29')), childId: child.id };
}

test('with nothing to open, the list says when something will appear', async () => {
  const nadine = await partnership.signedIn('nadine');
  const { html, status } = await nadine.get('/cases/to-open');
  assert.equal(status, 200);
  assert.match(html, /Nothing waits to be opened/);
});

test('a decision for Evolve waits for its managers', async () => {
  const { subject } = await decidedFor('Waiting');
  const nadine = await partnership.signedIn('nadine');
  assert.match((await nadine.get('/cases/to-open')).html, /Waiting Fell/);
  assert.match((await nadine.get('/')).html, /decisions? for Evolve to open a case from/);
  assert.match((await nadine.get(`/cases/open/${subject}`)).html, /Two phones and a debt/);
});

test('a case is opened and allocated in one step, and agreement that is not given blocks nothing', async () => {
  const { subject } = await decidedFor('Opened');
  const nadine = await partnership.signedIn('nadine');
  const answer = await nadine.submit(`/cases/open/${subject}`, {
    engagement: 'not_agreed',
    words: 'Not yet',
    holder: 'dev',
  });
  assert.equal(answer.status, 303);
  const { html } = await nadine.get(answer.goesTo ?? '');
  assert.match(html, /Dev Rathore/);
  assert.match(html, /They do not agree at present/);
  assert.match(html, /section 47: reasonable cause/);
  const dev = await partnership.signedIn('dev');
  assert.match((await dev.get('/cases')).html, /Opened Fell/);
  assert.doesNotMatch((await nadine.get('/cases/to-open')).html, /Opened Fell/);
});

test('a case opens without a holder, and the first page says that somebody has to hold it', async () => {
  const { subject } = await decidedFor('Later');
  const nadine = await partnership.signedIn('nadine');
  const missing = await nadine.submit(`/cases/open/${subject}`, { words: 'Her mother asked why' });
  assert.equal(missing.status, 422);
  assert.match(missing.html, /Say whether they agree, or that they have not been asked yet/);
  assert.match(missing.html, /Her mother asked why/);
  const answer = await nadine.submit(`/cases/open/${subject}`, { engagement: 'not_asked' });
  assert.equal(answer.status, 303);
  assert.match((await nadine.get('/')).html, /cases? that nobody holds/);
});

test('two managers open the same case at once: the second sees that it is open, and there is one case', async () => {
  const { subject, childId } = await decidedFor('Twice');
  const at = `/cases/open/${subject}`;
  const [nadine, colin] = [await partnership.signedIn('nadine'), await partnership.signedIn('colin')];
  const answers = await Promise.all([
    nadine.submit(at, { engagement: 'not_asked' }),
    colin.submit(at, { engagement: 'child' }),
  ]);
  assert.equal(answers.filter(({ status }) => status === 303).length, 1);
  const second = answers.find(({ status }) => status !== 303);
  assert.match(second?.html ?? '', /opened a case from this decision|already has an open case/);
  const rows = await partnership.arrange((tx) =>
    tx.selectFrom('evolve_case').select('id').where('childId', '=', childId).execute(),
  );
  assert.equal(rows.length, 1);
});

test('a second decision about a child whose case is open is noted on it and opens no second case', async () => {
  const [open] = await arrangeCases(partnership, [{ name: 'Known', to: 'lucia' }]);
  assert.ok(open);
  const subject = await arrangeDecision(partnership, open.childId, plainDate('2024-01-29'));
  const nadine = await partnership.signedIn('nadine');
  const shown = await nadine.get(`/cases/open/${subject}`);
  assert.match(shown.html, new RegExp(`already has an open case, ${open.reference}`));
  assert.doesNotMatch(shown.html, /Open the case</);
  const noted = await nadine.submit(`/cases/note/${subject}`, { words: 'The plan takes the new address in' });
  assert.equal(noted.goesTo, `/cases/${open.reference}`);
  assert.doesNotMatch((await nadine.get('/cases/to-open')).html, /Known Marsh/);
  assert.equal((await nadine.get(`/cases/note/${subject}`)).status, 404);
});

test('a decision Evolve does not take on needs a reason, and the child leaves the manager’s sight', async () => {
  const { subject } = await decidedFor('Elsewhere');
  const nadine = await partnership.signedIn('nadine');
  assert.match((await nadine.submit(`/cases/note/${subject}`, {})).html, /Say why Evolve does not take this on/);
  const answer = await nadine.submit(`/cases/note/${subject}`, {
    words: 'Placed in Leeds; their team has it; Gwen told',
  });
  assert.equal(answer.goesTo, '/cases/to-open');
  assert.equal((await nadine.get(`/cases/open/${subject}`)).status, 404);
});

test('a worker who may not see the child cannot be given the case, and nothing is half opened', async () => {
  const { subject, childId } = await decidedFor('Barred');
  await exclude(partnership, childId, 'siobhan');
  const nadine = await partnership.signedIn('nadine');
  const answer = await nadine.submit(`/cases/open/${subject}`, { engagement: 'child', holder: 'siobhan' });
  assert.equal(answer.status, 422);
  assert.match(answer.html, /cannot hold this case. Choose somebody else/);
  const rows = await partnership.arrange((tx) =>
    tx.selectFrom('evolve_case').select('id').where('childId', '=', childId).execute(),
  );
  assert.deepEqual(rows, []);
});

test('opening again after closing is a new case that names the one before', async () => {
  const { subject, childId } = await decidedFor('Again');
  const nadine = await partnership.signedIn('nadine');
  const first = (await nadine.submit(`/cases/open/${subject}`, { engagement: 'child', holder: 'dev' })).goesTo ?? '';
  await partnership.arrange(async (tx) => {
    const { id } = await tx
      .selectFrom('evolve_case')
      .select('id')
      .where('childId', '=', childId)
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('closure')
      .values({
        caseId: id,
        childId,
        reason: 'MOVED_AREA',
        closedOn: plainDate('2024-01-29'),
        recordedAt: NOW,
        importKey: 'again',
      })
      .execute();
  });
  const again = await arrangeDecision(partnership, childId, plainDate('2024-01-30'));
  assert.match((await nadine.get(`/cases/open/${again}`)).html, /This opens a new case/);
  const second = await nadine.submit(`/cases/open/${again}`, { engagement: 'child' });
  assert.equal(second.status, 303);
  assert.notEqual(second.goesTo, first);
  assert.match((await nadine.get(second.goesTo ?? '')).html, new RegExp(first.slice('/cases/'.length)));
});

test('the same form sent twice opens one case', async () => {
  const { subject } = await decidedFor('Double');
  const nadine = await partnership.signedIn('nadine');
  const at = `/cases/open/${subject}`;
  const shown = await nadine.get(at);
  const value = (name: string) => shown.page.querySelector(`main input[name="${name}"]`)?.getAttribute('value') ?? '';
  const sent = { engagement: 'child', _csrf: value('_csrf'), _once: value('_once') };
  const one = await nadine.post(at, sent);
  const two = await nadine.post(at, sent);
  assert.equal(one.status, 303);
  assert.deepEqual([two.status, two.goesTo], [303, one.goesTo]);
});

test('whoever comes to note a decision a case was opened from is shown who opened it, and the case', async () => {
  const { subject } = await decidedFor('Overtaken');
  const nadine = await partnership.signedIn('nadine');
  const opened = (await nadine.submit(`/cases/open/${subject}`, { engagement: 'child' })).goesTo ?? '';
  const late = await nadine.get(`/cases/note/${subject}`);
  assert.equal(late.status, 200);
  assert.match(late.html, /Nadine \w+ opened a case from this decision/);
  assert.ok(late.page.querySelector(`main a[href="${opened}"]`));
  assert.equal(late.page.querySelector('main form'), null);
});

test('an address that means nothing answers as one that does not exist, or begins the list anew', async () => {
  const nadine = await partnership.signedIn('nadine');
  for (const subject of ['x', '------------------------------------', '00000000-0000-4000-8000-000000000000'])
    for (const page of ['open', 'note']) assert.equal((await nadine.get(`/cases/${page}/${subject}`)).status, 404);
  for (const key of ['2024-13-45~x', '~', '2024-01-01~------------------------------------'])
    for (const page of ['/cases/to-open', '/closures', '/cases', '/progress'])
      assert.equal((await nadine.get(`${page}?after=${key}`)).status, 200, `${page} after ${key}`);
});
