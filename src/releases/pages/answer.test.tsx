import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';

const house = await testHouse({ holds: 'partnership' });

const at = '/answers/new';
const words = ({ page }: Answer) => page.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '';

test('while nobody who could approve is signed in, a written answer is to follow', async () => {
  const ilinca = await house.signedIn('ilinca');
  assert.match(words(await ilinca.get(`${at}?question=type`)), /Nobody who could approve it is signed in/);
  await house.signedIn('helen');
  assert.match(words(await ilinca.get(`${at}?question=type`)), /Helen Ackroyd can approve it/);
});

test('children at risk are told apart by the types of risk alone', async () => {
  const ilinca = await house.signedIn('ilinca');
  const { page } = await ilinca.get(`${at}?question=type`);
  const rows = [...page.querySelectorAll('main tbody th')].map((head) => head.textContent);
  assert.deepEqual(rows, [
    'Child criminal exploitation (CCE)',
    'Child sexual exploitation (CSE)',
    'Both criminal and sexual exploitation',
    'Total',
  ]);
});

test('a ward or a school is not answered in the room, and a question nobody knows is none', async () => {
  const ilinca = await house.signedIn('ilinca');
  for (const question of ['ward', 'school'])
    assert.match(words(await ilinca.get(`${at}?question=${question}`)), /not answered in the room/);
  assert.match(words(await ilinca.get(`${at}?question=shoe`)), /Choose what was asked/);
});

test('an answer given again names the one before, in words of the field, and says what changed', async () => {
  const ilinca = await house.signedIn('ilinca');
  const given = (await ilinca.submit(`${at}?question=sex`, {})).goesTo ?? '';
  await (await house.signedIn('helen')).submit(given, { decision: 'approve' });
  const reference = given.split('/').at(-1) ?? '';
  const again = await ilinca.get(`${at}?question=sex&corrects=${reference}`);
  assert.equal(again.page.querySelector('option[selected]')?.textContent, `${reference}, as at 30 January 2024`);
  const untold = await ilinca.submit(`${at}?question=sex`, { corrects: reference });
  assert.match(words(untold), /Say what changed since the answer it corrects/);
});
