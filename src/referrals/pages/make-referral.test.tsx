import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, londonMoment } from '../../platform/kernel/index.ts';
import { TODAY } from '../../platform/testing/house.ts';
import { type Answer, tokenIn } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';
import { arrangeDecision } from '../testing/decision.db.ts';
import { typed } from '../testing/typed.ts';
import { answer, finishDraft, send, startDraft, words } from '../testing/write.ts';

const partnership = await testHouse();

const as = (key: string) => partnership.signedIn(key);
const errors = ({ page }: Answer) =>
  [...page.querySelectorAll('.govuk-error-summary__list a')].map((link) => [
    link.getAttribute('href'),
    link.textContent,
  ]);
const countReferrals = () =>
  partnership.arrange(async (tx) => (await tx.selectFrom('referral').select('id').execute()).length);

test('999 and the out-of-hours number come before any form', async () => {
  const ben = await as('ben');
  const start = words(await ben.get('/referrals/new'));
  assert.ok(start.indexOf('ring 999 now') < start.indexOf('Start a referral'));
  assert.match(start, /01632 960111/);
});

test('a teacher writes section by section, checks, sends, and later reads what was decided', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  assert.match(words(await ben.get(draft)), /9 sections are still to do/);
  await finishDraft(ben, draft);
  assert.match(words(await ben.get(draft)), /Check and send/);

  const check = words(await ben.get(`${draft}/check`));
  assert.match(check, /Tamsin Holt-Akande/);
  assert.match(check, /If not told: why not\? She is afraid/);
  assert.doesNotMatch(check, /If told: who/);

  const reference = await send(ben, draft);
  const sent = words(await ben.get(`/referrals/${reference}/sent`));
  assert.ok(sent.includes(reference));
  assert.match(sent, /decides what happens by 17:00 on 31 January 2024/);
  assert.match(
    words(await ben.get('/referrals/mine')),
    new RegExp(`${reference} Tamsin Holt-Akande 30 January 2024 Received`),
  );

  await arrangeDecision(partnership, reference);
  const decided = words(await ben.get(`/referrals/mine/${reference}`));
  assert.match(decided, /Decided/);
  assert.match(decided, /Tamsin Holt-Akande A social worker will assess/);
  assert.match(decided, /What is asked of you Keep the record of her attendance/);
  assert.doesNotMatch(decided, /for the MASH alone|amber|Gwen|Asha/i);
});

test('a missing answer comes back beside its question, with the rest kept', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  const { 'injuries-none': _, ...rest } = typed.danger;
  const again = await ben.submit(`${draft}/danger`, { ...rest, immediateDanger: 'yes' });
  assert.equal(again.status, 422);
  assert.deepEqual(errors(again), [
    ['#doneNow', 'Say what has been done and who has been rung'],
    ['#injuries', 'Enter any injury or medical need, or tick “No information”'],
  ]);
  assert.ok(again.page.querySelector('#doneNow-error') && again.page.querySelector('#injuries-error'));
  assert.equal(again.page.querySelector('input[name=immediateDanger][checked]')?.getAttribute('value'), 'yes');
});

test('a section is kept half way, as it was typed, and is not taken for done', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  const kept = await ben.submit(`${draft}/danger`, {
    doneNow: 'Rang the sch',
    immediateDanger: 'perhaps',
    other: 'x',
    _keep: 'yes',
  });
  assert.equal(kept.goesTo, draft);
  const list = words(await ben.get(draft));
  assert.match(list, /Begun/);
  assert.match(list, /9 sections are still to do/);
  assert.match((await ben.get(`${draft}/danger`)).html, /Rang the sch/);
  assert.doesNotMatch((await ben.get(`${draft}/danger`)).html, /name="other"|checked=/);

  await answer(ben, `${draft}/children/new`, { givenNames: 'Half', _keep: 'yes' });
  assert.match(words(await ben.get(`${draft}/children`)), /Child 1 Not finished/);
  assert.equal((await ben.submit(`${draft}/check`, { declaration: 'declared' })).status, 422);
});

test('a child nobody can tell from another is asked about once more; a nickname is enough', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  const { alsoKnownAs: _, ...nothing } = typed.unknownChild;
  const again = await ben.submit(`${draft}/children/new`, nothing);
  assert.deepEqual(errors(again), [
    ['#givenNames', 'Enter at least one thing that tells who the child is, such as a nickname or where they are'],
  ]);
  await answer(ben, `${draft}/children/new`, typed.unknownChild);
  assert.match(words(await ben.get(`${draft}/children`)), /Jay/);
});

test('children are added, changed and removed before the referral is sent', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  await answer(ben, `${draft}/children/new`, typed.knownChild);
  await answer(ben, `${draft}/children/new`, typed.unknownChild);
  const list = await ben.get(`${draft}/children`);
  const [change] = [...list.page.querySelectorAll('.govuk-summary-list__actions a')];
  const first = change?.getAttribute('href') ?? '';
  await answer(ben, first, { ...typed.knownChild, givenNames: 'Tamsyn' });
  assert.match(words(await ben.get(`${draft}/children`)), /Tamsyn Holt-Akande.*Jay/);
  await answer(ben, `${first}/remove`);
  const left = words(await ben.get(`${draft}/children`));
  assert.match(left, /Jay/);
  assert.doesNotMatch(left, /Tamsyn/);
  assert.equal((await ben.get(first)).status, 404);
});

test('no family to name is said, not left blank', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  await answer(ben, `${draft}/family`);
  assert.match(words(await ben.get(`${draft}/family`)), /You have said: I have no information about the family/);
});

test('immediate danger brings 999 back on every page that follows', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  const danger = { ...typed.danger, immediateDanger: 'yes', doneNow: '999 was rung at 09:50' };
  await finishDraft(ben, draft, 'about-you', { danger });
  for (const path of [draft, `${draft}/check`]) assert.match(words(await ben.get(path)), /ring 999 now/);
  assert.match(words(await ben.get(`/referrals/${await send(ben, draft)}/sent`)), /ring 999 now/);
});

test('one form sent twice, and one draft sent from two windows, are one referral', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  await finishDraft(ben, draft);
  const before = await countReferrals();
  const [one, other] = [await ben.get(`${draft}/check`), await ben.get(`${draft}/check`)];
  const post = (window: Answer) =>
    ben.post(`${draft}/check`, {
      declaration: 'declared',
      _csrf: tokenIn(window, '_csrf'),
      _once: tokenIn(window, '_once'),
    });
  const [first, again] = await Promise.all([post(one), post(one)]);
  assert.equal(first.goesTo, again.goesTo);
  assert.equal((await post(other)).goesTo, first.goesTo);
  assert.equal(await countReferrals(), before + 1);
  const closed = await ben.get(draft);
  assert.match(words(closed), /You have already sent this referral/);
});

test('two windows sending one draft at the same moment make one referral, and both arrive at it', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  await finishDraft(ben, draft);
  const before = await countReferrals();
  const windows = [await ben.get(`${draft}/check`), await ben.get(`${draft}/check`)];
  const answers = await Promise.all(
    windows.map((window) =>
      ben.post(`${draft}/check`, {
        declaration: 'declared',
        _csrf: tokenIn(window, '_csrf'),
        _once: tokenIn(window, '_once'),
      }),
    ),
  );
  assert.equal(await countReferrals(), before + 1);
  assert.match(answers[0]?.goesTo ?? '', /^\/referrals\/R-.+\/sent$/);
  assert.equal(answers[1]?.goesTo, answers[0]?.goesTo);
});

test('nothing is sent unfinished: what is missing is named', async () => {
  const ben = await as('ben');
  const draft = await startDraft(ben);
  await answer(ben, `${draft}/need`, typed.need);
  const check = await ben.get(`${draft}/check`);
  assert.match(words(check), /Still to do before you can send it/);
  const refused = await ben.post(`${draft}/check`, {
    declaration: 'declared',
    _csrf: csrfOf(await ben.get(`${draft}/need`)),
  });
  assert.equal(refused.status, 422);
  assert.match(words(refused), /Finish “Danger now”/);
});

test('an expired draft opens no more, says so, and is still there', async () => {
  const ben = await as('ben');
  const id = await partnership.arrange(async (tx) => {
    const started = addDays(TODAY, -15);
    const { id } = await tx
      .insertInto('referral_draft')
      .values({
        authorId: partnership.workerId('ben'),
        startedAt: londonMoment(started, '09:00'),
        expiresOn: addDays(TODAY, -1),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return id;
  });
  const draft = `/referrals/drafts/${id}`;
  for (const path of [draft, `${draft}/need`, `${draft}/children`, `${draft}/children/new`, `${draft}/check`]) {
    const shown = await ben.get(path);
    assert.equal(shown.status, 200);
    assert.match(words(shown), /was not sent by 29 January 2024, so it has expired/);
  }
  const refused = await ben.post(`${draft}/need`, { ...typed.need, _csrf: csrfOf(await ben.get('/referrals/new')) });
  assert.equal(refused.status, 422);
  assert.match(words(await ben.get('/referrals/mine')), /has expired and cannot be opened/);
});

test('the MASH writes down a call; whoever wants to stay anonymous leaves no name', async () => {
  const tomasz = await as('tomasz');
  const draft = await startDraft(tomasz);
  await finishDraft(tomasz, draft, 'caller', { caller: { ...typed.caller, caller: 'anonymous' } });
  assert.equal((await tomasz.get(`${draft}/about-you`)).status, 404);
  const reference = await send(tomasz, draft);
  const row = await partnership.arrange((tx) =>
    tx.selectFrom('referral').selectAll().where('reference', '=', reference).executeTakeFirstOrThrow(),
  );
  assert.equal(row.channel, 'phone');
  assert.equal(row.source, '9');
  assert.equal(row.wantsAnonymity, true);
  assert.doesNotMatch(JSON.stringify(row), /Oona|Grandmother|960 301/);
});

test('a professional who rings is asked to confirm in writing', async () => {
  const tomasz = await as('tomasz');
  const draft = await startDraft(tomasz);
  const caller = { ...typed.caller, caller: 'professional', job: 'Midwife', agency: 'A hospital', workplace: 'health' };
  await finishDraft(tomasz, draft, 'caller', { caller });
  const reference = await send(tomasz, draft);
  assert.match(words(await tomasz.get(`/referrals/${reference}/sent`)), /in writing by 10:00 on 31 January 2024/);
});

const csrfOf = (answer: Answer) => tokenIn(answer, '_csrf');
