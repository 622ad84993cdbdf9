import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, londonMoment, plainDate } from '../../platform/kernel/index.ts';
import { TODAY } from '../../platform/testing/house.ts';
import type { Answer } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';
import { finishDraft, send, startDraft, words } from '../testing/write.ts';

const partnership = await testHouse();

const as = (key: string) => partnership.signedIn(key);

test('whoever has sent nothing reads so, and where to begin', async () => {
  const harriet = words(await (await as('harriet')).get('/referrals/mine'));
  assert.match(harriet, /You have sent none/);
  assert.match(harriet, /Start a new referral/);
});

test('in its last week a draft reminds its author, on the first page too', async () => {
  const harriet = await as('harriet');
  assert.doesNotMatch(words(await harriet.get('/')), /started and have not sent/);
  await partnership.arrange((tx) =>
    tx
      .insertInto('referral_draft')
      .values({
        authorId: partnership.workerId('harriet'),
        startedAt: londonMoment(plainDate('2024-01-20'), '09:00'),
        expiresOn: plainDate('2024-02-03'),
      })
      .execute(),
  );
  for (const path of ['/', '/referrals/mine'])
    assert.match(words(await harriet.get(path)), /Send it by 3 February 2024 \(4 days left\)/);
});

test('another author’s draft, and another’s referral, are not there', async () => {
  const [ben, harriet] = [await as('ben'), await as('harriet')];
  const draft = await startDraft(ben);
  await finishDraft(ben, draft);
  for (const path of [draft, `${draft}/need`, `${draft}/children`, `${draft}/check`])
    assert.equal((await harriet.get(path)).status, 404);
  const reference = await send(ben, draft);
  for (const path of [`/referrals/mine/${reference}`, `/referrals/${reference}/sent`, '/referrals/drafts/not-an-id'])
    assert.equal((await harriet.get(path)).status, 404);
});

test('sent referrals are read a page at a time, the latest first', async () => {
  const sent = Array.from({ length: 30 }, (_, at) => ({
    reference: `R-22222${10 + at}`,
    receivedAt: londonMoment(addDays(TODAY, -at), '09:00'),
    recordedAt: londonMoment(TODAY, '09:00'),
    channel: 'online',
    source: '3A',
    authorId: partnership.workerId('qadir'),
    suspected: 'CSE',
    concern: 'Written before this form',
  }));
  await partnership.arrange((tx) => tx.insertInto('referral').values(sent).execute());
  const qadir = await as('qadir');
  const references = ({ page }: Answer) => [...page.querySelectorAll('tbody a')].map((link) => link.textContent);
  const first = await qadir.get('/referrals/mine');
  assert.equal(references(first).length, 25);
  const next = first.page.querySelector('.govuk-pagination__next a')?.getAttribute('href') ?? '';
  assert.deepEqual(
    [...references(first), ...references(await qadir.get(next))],
    sent.map(({ reference }) => reference),
  );
  assert.match(words(await qadir.get('/referrals/mine/R-2222210')), /Written before this form/);
});
