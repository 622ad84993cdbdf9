import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testHouse } from '../../testing/open.ts';
import { House } from '../db/index.ts';
import { plainDate, refuse } from '../kernel/index.ts';
import { module } from '../module.ts';
import { tokenIn, Visitor } from '../testing/visitor.ts';
import { nobody, page } from './page.tsx';
import { findPartnership } from './partnership.db.ts';
import { createServer } from './server.tsx';

const partnership = await testHouse();

type Entry = { kind: string; act: string; subject: string };
const audited = async (subject: string): Promise<Entry[]> =>
  partnership.house.as('auditor', {}, async (tx) => {
    const { rows } =
      await sql<Entry>`select kind, act, subject from audit_entry where subject = ${subject} order by id`.execute(tx);
    return rows;
  });

test('whoever is not signed in is sent to sign in, and back to where they were going', async () => {
  const answer = await partnership.inject('/referrals/mine');
  assert.equal(answer.statusCode, 303);
  assert.equal(answer.headers.location, '/sign-in?next=%2Freferrals%2Fmine');
});

test('what was typed when the session ended is kept on the page, and can be sent after signing in again', async () => {
  const ben = await partnership.signedIn('ben');
  const begun = await ben.submit('/referrals/new', {});
  const section = `${begun.goesTo}/need`;
  const shown = await ben.get(section);
  const typed = { reasons: 'Frightened, and “two” phones', _once: tokenIn(shown, '_once') };
  await ben.post('/sign-out', { _csrf: tokenIn(shown, '_csrf') });
  const stopped = await ben.post(section, { ...typed, _csrf: tokenIn(shown, '_csrf') });
  assert.equal(stopped.status, 403);
  assert.match(stopped.page.querySelector('h1')?.textContent ?? '', /signed out/);
  const kept = [...stopped.page.querySelectorAll('main form input')].map(
    (input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''] as const,
  );
  assert.ok(kept.some(([, value]) => value === typed.reasons));
  const signIn = await ben.get('/sign-in');
  await ben.post('/sign-in', { worker: 'ben', _csrf: tokenIn(signIn, '_csrf') });
  const again = await ben.post(section, Object.fromEntries(kept));
  assert.equal(again.status, 422, 'the section says what it still misses');
  assert.ok(again.page.querySelector('main')?.textContent?.includes(typed.reasons));
});

test('every answer forbids what comes from elsewhere, framing, and keeping a copy', async () => {
  const { headers } = await partnership.inject('/sign-in');
  assert.match(String(headers['content-security-policy']), /default-src 'none'/);
  assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/);
  assert.equal(headers['x-frame-options'], 'DENY');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['cache-control'], 'no-store');
});

test('a look is audited with the page; what a role does not include is refused and audited', async () => {
  const ben = await partnership.signedIn('ben');
  assert.equal((await ben.get('/referrals/mine')).status, 200);
  assert.deepEqual(
    (await audited('/referrals/mine')).map(({ kind }) => kind),
    ['look'],
  );
  const refused = await ben.get('/mash');
  assert.equal(refused.status, 403);
  assert.deepEqual(
    (await audited('/mash')).map(({ kind }) => kind),
    ['refusal'],
  );
});

test('what is not there and what may not be seen answer the same, and both are audited', async () => {
  const asha = await partnership.signedIn('asha');
  const none = await asha.get('/mash/R-2222222');
  assert.equal(none.status, 404);
  assert.deepEqual(
    (await audited('/mash/R-2222222')).map(({ kind }) => kind),
    ['refusal'],
  );
  assert.equal((await asha.get('/no/such/page')).status, 404);
});

test('a form without its token, or with another’s, changes nothing', async () => {
  const ben = await partnership.signedIn('ben');
  const harriet = await partnership.signedIn('harriet');
  const shown = await harriet.get('/referrals/new');
  for (const _csrf of ['', 'made-up', tokenIn(shown, '_csrf')]) {
    const answer = await ben.post('/referrals/new', { _csrf, _once: tokenIn(shown, '_once') });
    assert.ok(answer.status === 403 || answer.status === 400, String(answer.status));
    assert.match(answer.html, /Nothing was saved/);
  }
});

test('the same form posted twice, even at once, is one deed and goes to one place', async () => {
  const ben = await partnership.signedIn('ben');
  const shown = await ben.get('/referrals/new');
  const sent = { _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') };
  const drafts = () => partnership.arrange((tx) => tx.selectFrom('referral_draft').select('id').execute());
  const before = (await drafts()).length;
  const [one, two] = await Promise.all([ben.post('/referrals/new', sent), ben.post('/referrals/new', sent)]);
  const three = await ben.post('/referrals/new', sent);
  assert.equal(one.goesTo, two.goesTo);
  assert.equal(one.goesTo, three.goesTo);
  assert.equal((await drafts()).length, before + 1);
});

test('a deed that is refused half way leaves nothing behind, and its look is audited', async () => {
  const drafts = () => partnership.arrange((tx) => tx.selectFrom('referral_draft').select('id').execute());
  const halfway = page({
    path: '/half-way',
    says: 'Half way',
    may: 'home',
    about: nobody,
    load: async () => ({}),
    async submit(tx, _, __, { worker, now, today }) {
      await tx.insertInto('referral_draft').values({ authorId: worker.id, startedAt: now, expiresOn: today }).execute();
      return refuse('Not after all');
    },
    view: (_, form) => form.show({ button: 'Go' }),
  });
  const found = await partnership.arrange(findPartnership);
  assert.ok(found);
  const own = await createServer(partnership.house, found, [module({ name: 'half-way', says: 'x', pages: [halfway] })]);
  const ben = await Visitor.signedIn(own, 'ben');
  const before = (await drafts()).length;
  const answer = await ben.submit('/half-way', {});
  assert.equal(answer.status, 422);
  assert.match(answer.html, /Not after all/);
  assert.equal((await drafts()).length, before);
  assert.deepEqual(
    (await audited('/half-way')).map(({ kind }) => kind),
    ['look', 'look'],
  );
  await own.close();
});

test('a body that is too large, or of a kind we do not read, gets a plain page and no stack trace', async () => {
  const large = await partnership.inject({
    method: 'POST',
    url: '/referrals/new',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `x=${'y'.repeat(2_000_000)}`,
  });
  assert.equal(large.statusCode, 413);
  assert.doesNotMatch(large.body, /node_modules|\.js:\d/);
  const xml = await partnership.inject({
    method: 'POST',
    url: '/referrals/new',
    headers: { 'content-type': 'text/xml' },
    payload: '<x/>',
  });
  assert.equal(xml.statusCode, 415);
});

test('after signing out the old cookie opens nothing', async () => {
  const ben = await partnership.signedIn('ben');
  const shown = await ben.get('/');
  const { cookie } = ben;
  await ben.post('/sign-out', { _csrf: tokenIn(shown, '_csrf') });
  const again = await partnership.inject({ url: '/referrals/mine', headers: { cookie } });
  assert.equal(again.statusCode, 303);
});

test('a database that cannot be reached gives one plain page: what happened, that nothing is saved, what to do', async () => {
  const nowhere = new House('postgres://nobody@127.0.0.1:1/none', 1);
  const lost = await createServer(
    nowhere,
    {
      name: 'Nowhere',
      kind: 'trial',
      trialNow: new Date('2024-01-30T10:00:00Z'),
      phones: { mash: '1', outOfHours: '2' },
    },
    [],
  );
  const answer = await lost.inject({ url: '/', headers: { cookie: 'session=x' } });
  assert.equal(answer.statusCode, 503);
  assert.match(answer.body, /Nothing was saved, nothing is half saved/);
  assert.match(answer.body, /999/);
  await lost.close();
  await nowhere.close();
});

test('a database lost in the middle of a page leaves nothing half written', async () => {
  const ben = await partnership.signedIn('ben');
  const drafts = () => partnership.arrange((tx) => tx.selectFrom('referral_draft').select('id').execute());
  const before = (await drafts()).length;
  await assert.rejects(
    partnership.as('ben', async (tx, worker) => {
      await tx
        .insertInto('referral_draft')
        .values({
          authorId: worker,
          startedAt: new Date('2024-01-30T10:00:00Z'),
          expiresOn: plainDate('2024-02-13'),
        })
        .execute();
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
    }),
  );
  assert.equal((await drafts()).length, before);
  assert.equal((await ben.get('/referrals/mine')).status, 200);
});
