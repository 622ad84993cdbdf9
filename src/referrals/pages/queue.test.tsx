import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { arrangeChildren, type TestChildren } from '../../people/testing/children.ts';
import { londonMoment, plainDate } from '../../platform/kernel/index.ts';
import type { Answer } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';
import { type Arranged, decideAs, match, rate, receive } from '../testing/received.ts';

const partnership = await testHouse();
let children: TestChildren;
before(async () => {
  children = await arrangeChildren(partnership);
});

const at = (day: number, time: string) => londonMoment(plainDate(`2024-01-${day}`), time);
const lines = ({ page }: Answer) =>
  [...page.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? ''),
  );
const visit = async (key: string, path: string) => (await partnership.signedIn(key)).get(path);

test('an empty queue says so, and so do the other lists', async () => {
  for (const [key, path, says] of [
    ['asha', '/mash', /Nothing waits for the MASH/],
    ['asha', '/mash?list=to-acknowledge', /No referral waits for a child’s allocated worker/],
    ['asha', '/mash?list=decided', /Nothing has been decided today/],
    ['yusuf', '/edt', /Nothing urgent waits now/],
    ['bartosz', '/referrals/allocated', /No undecided referral is about a child of yours/],
    ['callum', '/requests', /Nothing waits for an answer/],
    ['elaine', '/mash/contact-notices', /Nobody has met such a record/],
  ] as const) {
    const answer = await visit(key, path);
    assert.equal(answer.status, 200, path);
    assert.match(answer.html, says);
  }
});

test('the queue runs RED first, then unrated, then by rating and time left, with the rating as a word', async () => {
  const green = await receive(partnership, [{ givenNames: 'Green' }], { receivedAt: at(26, '10:00') });
  await rate(partnership, green, 'green');
  const red = await receive(partnership, [{ givenNames: 'Red' }]);
  await rate(partnership, red, 'red');
  await receive(partnership, [{ givenNames: 'New', familyName: 'Tarn', bornOn: plainDate('2010-05-01') }]);
  const shown = await visit('asha', '/mash');
  assert.deepEqual(
    lines(shown).map(([rating, who, left]) => [rating, who?.split(',')[0], left]),
    [
      ['RED', 'Red (family name not known)', '15 h 30 min left due 17:00 tomorrow'],
      ['Not yet rated', 'New Tarn', '15 h 30 min left due 17:00 tomorrow'],
      ['GREEN', 'Green (family name not known)', 'late by 1 h 30 min due 17:00 on 29 January 2024'],
    ],
  );
  assert.match(lines(shown)[1]?.[1] ?? '', /New Tarn, 13/);
});

test('danger comes first whatever the rating, is said in words and counted apart, on the list and on the first page', async () => {
  const missing = await receive(partnership, [{ givenNames: 'Gone', alsoKnownAs: 'Zed' }], {
    missingNow: 'yes',
    answers: [
      answered('danger', { missingNow: 'yes', missingSince: 'Since Sunday; the police know', doneNow: '999 at 09:50' }),
      answered('about-you', { telephone: '01632 960 112' }),
      answered('who-and-where', { vehicles: 'A grey van' }),
    ],
  });
  await rate(partnership, missing, 'green');
  const list = await visit('asha', '/mash');
  assert.match(lines(list)[0]?.[1] ?? '', /^Gone .*Missing now/);
  assert.match(list.html, /First: 1 with a child in immediate danger or missing now; 1 more rated RED/);
  const [first] = [...(await visit('asha', '/')).page.querySelectorAll('.waiting__line')];
  assert.match(first?.textContent ?? '', /1 referral says that a child is in immediate danger or missing now/);
  const { page } = await visit('asha', `/mash/${missing.reference}`);
  const told = page.querySelector('[aria-label="First things"]')?.textContent ?? '';
  for (const said of ['Since Sunday; the police know', '999 at 09:50', '01632 960 112', 'A grey van', 'Zed'])
    assert.ok(told.includes(said), said);
});
const answered = (key: string, answers: object) => ({ key, title: key, said: [], answers });

test('a referral about an allocated child waits to be acknowledged; acknowledged, it is with the worker’s manager', async () => {
  const mine = await receive(partnership, [{ givenNames: 'Mine' }]);
  await match(partnership, mine, children.mine.id, at(30, '09:30'));
  assert.ok(!(await visit('asha', '/mash')).html.includes(mine.reference));
  const [line] = lines(await visit('asha', '/mash?list=to-acknowledge'));
  assert.match(line?.[3] ?? '', /Bartosz Zieliński-Reed \(allocated\)/);
  assert.match((await visit('elaine', '/referrals/allocated')).html, new RegExp(mine.reference));

  const bartosz = await partnership.signedIn('bartosz');
  assert.match((await bartosz.get('/')).html, /about allocated children, not yet decided/);
  assert.match((await bartosz.get(`/mash/${mine.reference}`)).html, /Acknowledge/);
  const done = await bartosz.submit(`/mash/${mine.reference}/acknowledge`, {});
  assert.equal(done.goesTo, `/mash/${mine.reference}`);
  for (const list of ['waiting', 'to-acknowledge'])
    assert.ok(!(await visit('asha', `/mash?list=${list}`)).html.includes(mine.reference), list);
});

test('not acknowledged within four service hours, it comes to duty', async () => {
  const late = await receive(partnership, [{ givenNames: 'Duty' }], { receivedAt: at(29, '10:00') });
  await match(partnership, late, children.twin.id, at(29, '10:05'));
  assert.match((await visit('asha', '/mash')).html, /To duty: not acknowledged/);
});

test('the emergency duty team sees what is urgent and came while the MASH was closed, and nothing else', async () => {
  const night = await receive(partnership, [{ givenNames: 'Night' }], {
    receivedAt: at(29, '22:40'),
    immediateDanger: true,
  });
  const byDay = await receive(partnership, [{ givenNames: 'Day' }], { immediateDanger: true });
  const calm = await receive(partnership, [{ givenNames: 'Calm' }], { receivedAt: at(29, '22:40') });
  const yusuf = await partnership.signedIn('yusuf');
  const { html } = await yusuf.get('/edt');
  assert.ok(html.includes(night.reference));
  assert.ok(!html.includes(byDay.reference) && !html.includes(calm.reference));
  assert.equal((await yusuf.get(`/mash/${night.reference}`)).status, 200);
  assert.equal((await yusuf.get(`/mash/${calm.reference}`)).status, 404);
});

test('what was decided today is listed apart, with its outcome and who decided', async () => {
  const decided = await receive(partnership, [{ givenNames: 'Decided' }]);
  await decideAs(partnership, 'gwen', decided);
  const [line] = lines(await visit('gwen', '/mash?list=decided'));
  assert.deepEqual(line?.slice(-2), ['Information and advice', 'Gwen Marlowe']);
});

test('a long queue is paged by key, and each page goes on where the one before ended', async () => {
  const many: Arranged[] = [];
  for (let place = 0; place < 55; place++)
    many.push(await receive(partnership, [{ givenNames: `Child ${place}` }], { receivedAt: at(30, '08:45') }));
  const asha = await partnership.signedIn('asha');
  const first = await asha.get('/mash');
  assert.equal(lines(first).length, 50);
  const next = first.page.querySelector('.govuk-pagination a')?.getAttribute('href') ?? '';
  const second = await asha.get(next);
  const shown = [...lines(first), ...lines(second)].map(([, who]) => who);
  assert.equal(new Set(shown).size, shown.length);
  for (const { reference } of many) assert.ok(shown.some((who) => who?.includes(reference)));
});
