import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import type { Visitor } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';
import { arrangeAssessment } from '../testing/assessments.ts';
import { childSeenBy, type TestChild } from '../testing/child.ts';

const partnership = await testHouse();
let child: TestChild;
let dev: Visitor;
let bartosz: Visitor;
before(async () => {
  child = await childSeenBy(partnership, ['dev', 'bartosz', 'gwen']);
  dev = await partnership.signedIn('dev');
  bartosz = await partnership.signedIn('bartosz');
});

const main = (page: Document) => page.querySelector('main')?.textContent ?? '';
const list = () => `/children/${child.reference}/assessments`;

test('a child not assessed yet: the page says so and what to do', async () => {
  const { page } = await dev.get(list());
  assert.match(main(page), /has not been assessed yet/);
  assert.equal(page.querySelector(`a[href="/children/${child.reference}/assess"]`)?.textContent, 'Assess the risk');
});

test('levels over time are a picture with its words, beside the table that says the same', async () => {
  const first = { levels: { cce: 'HIGH', cse: 'LOW' }, on: plainDate('2023-07-10'), authorisedBy: 'nadine' } as const;
  const { id } = await arrangeAssessment(partnership, child, first);
  await arrangeAssessment(partnership, child, { previous: id, on: plainDate('2023-10-02'), authorisedBy: 'nadine' });
  const { page } = await bartosz.get(list());
  assert.equal(page.querySelector('svg desc')?.textContent, 'High from 10 July 2023; Medium from 2 October 2023');
  assert.equal(page.querySelectorAll('tbody tr').length, 2);
  assert.match(main(page), /As of\s*2 October 2023\. Risk has fallen since the one before/);
  assert.match(main(page), /25 December 2023, where a case is open: overdue and with the manager, 36 days late/);
  assert.equal(
    page.querySelector(`a[href="/children/${child.reference}/assess"]`),
    null,
    'a social worker asks, Evolve assesses',
  );
});

test('an early review is asked for with what happened, and shows with the child', async () => {
  const at = `/children/${child.reference}/early-review`;
  const answer = await bartosz.submit(at, { trigger: 'arrest', words: 'Arrested in Hull with two others' });
  assert.equal(answer.status, 422);
  assert.match(main(answer.page), /Enter the day it happened/);
  assert.equal(answer.page.querySelector('#words')?.textContent, 'Arrested in Hull with two others');
  const when = { 'happened-day': '29', 'happened-month': '1', 'happened-year': '2024' };
  const whole = { trigger: 'arrest', words: 'Arrested in Hull with two others', ...when };
  assert.equal((await bartosz.submit(at, whole)).goesTo, list());
  for (const path of [list(), `/children/${child.reference}`, `/children/${child.reference}/assess`])
    assert.match(main((await dev.get(path)).page), /An early review was asked for/, path);
});

test('whoever sees the child but not assessments is not shown one, nor that there is any', async () => {
  const gwen = await partnership.signedIn('gwen');
  const { html } = await gwen.get(`/children/${child.reference}`);
  assert.doesNotMatch(html, /assessments"|Risk reviewed|early review/);
});

test('a draft is shown apart, to its author alone, and may be set aside', async () => {
  const at = `/children/${child.reference}/assess`;
  await dev.submit(at, { way: 'review' });
  assert.match(main((await dev.get(list())).page), /You began an assessment and have not completed it/);
  assert.doesNotMatch(main((await bartosz.get(list())).page), /You began/);
  assert.match(main((await dev.get('/')).page), /1\s*assessment you began/);
  assert.match(main((await dev.get('/assessments/unfinished')).page), /Noor Ashworth, begun on 30 January 2024/);
  assert.equal((await dev.submit(`${at}/set-aside`, { reason: 'Begun in error' })).goesTo, list());
  assert.match(main((await dev.get('/assessments/unfinished')).page), /Nothing\./);
});

test('a blank form for paper holds every indicator and no child', async () => {
  const { page } = await dev.get('/assessments/blank');
  assert.ok(page.querySelectorAll('main li').length >= 50);
  assert.match(main(page), /Only a blank form is used in front of a child/);
});
