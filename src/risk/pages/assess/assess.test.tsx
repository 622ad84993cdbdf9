import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Visitor } from '../../../platform/testing/visitor.ts';
import { testHouse } from '../../../testing/open.ts';
import { throughline1 } from '../../instruments/throughline-1.ts';
import { childSeenBy, type TestChild } from '../../testing/child.ts';

const partnership = await testHouse();
let child: TestChild;
let dev: Visitor;
before(async () => {
  child = await childSeenBy(partnership, ['dev', 'lucia', 'nadine', 'colin'], { disabilities: ['LD'] });
  dev = await partnership.signedIn('dev');
});

const at = (part = '') => `/children/${child.reference}/assess${part && `/${part}`}`;
const main = (page: Document) => page.querySelector('main')?.textContent ?? '';
const DEBT = {
  C2: 'yes',
  'C2-recency': 'current',
  'C2-basis': 'third_party',
  'C2-source': 'School',
  'C2-evidence': 'Her mother was told of a debt on 20 January',
};
const judgement = { cce: 'MEDIUM', cse: 'NONE', standing: 'at_risk', analysis: 'A debt is being built up around her' };

test('an assessment begins with what it asks, and nothing of it is seen by anybody else', async () => {
  const shown = await dev.get(at());
  assert.match(main(shown.page), /Only then does the tool say/);
  assert.equal((await dev.submit(at(), { way: 'initial' })).goesTo, at());
  assert.match(main((await dev.get(at())).page), /A Missing and whereabouts\s*Not begun/);
  const lucia = await partnership.signedIn('lucia');
  assert.match(main((await lucia.get(at())).page), /Only then does the tool say/);
  assert.equal((await lucia.get(at('evidence/A'))).status, 404);
});

test('what is typed is saved though evidence is missing, and what is missing is said beside its indicator', async () => {
  const { goesTo } = await dev.submit(at('evidence/C'), {
    C2: 'yes',
    'C2-evidence': DEBT['C2-evidence'],
    rest: 'nothing',
  });
  assert.equal(goesTo, at('evidence/C'));
  const { page } = await dev.get(at('evidence/C'));
  assert.match(main(page), /Still to finish in this part: 1/);
  assert.match(page.querySelector('#C2-gap')?.textContent ?? '', /Say how recent this is/);
  assert.equal(page.querySelector('#C2-evidence')?.textContent, DEBT['C2-evidence']);
});

test('the own judgement waits for the evidence', async () => {
  assert.match(main((await dev.get(at('judgement'))).page), /Finish these parts first: A Missing/);
  const refused = await dev.submit(at('evidence/A'), judgement, at('judgement'));
  assert.equal(refused.status, 422);
  for (const { code } of throughline1.domains)
    await dev.submit(at(`evidence/${code}`), { rest: 'nothing', ...(code === 'C' ? DEBT : {}) });
  assert.match(main((await dev.get(at())).page), /A Missing and whereabouts\s*Done/);
});

test('a missing answer comes back beside its question with the rest kept', async () => {
  const voice = { voice: 'yes', verbatim: 'yes', matters: 'Her little brother', 'seen-on-day': '29' };
  const answer = await dev.submit(at('voice'), { ...voice, 'seen-on-month': '1', 'seen-on-year': '2024' });
  assert.equal(answer.status, 422);
  assert.match(answer.page.querySelector('#own-words-error')?.textContent ?? '', /Write what the child said/);
  assert.equal(answer.page.querySelector('#matters')?.textContent, 'Her little brother');
  const whole = { ...voice, 'own-words': 'I just want it to stop', 'seen-on-month': '1', 'seen-on-year': '2024' };
  assert.match((await dev.submit(at('voice'), whole)).page.querySelector('main')?.textContent ?? '', /seen alone/);
  const done = await dev.submit(at('voice'), { ...whole, 'seen-by': 'Dev Rathore', 'seen-alone': 'yes' });
  assert.equal(done.goesTo, at('judgement'));
});

test('no page shows the tool’s suggestion before the own judgement is saved, and a judgement is asked whole', async () => {
  for (const part of ['', 'judgement', 'suggestion', 'complete', 'evidence/C'])
    assert.doesNotMatch((await dev.get(at(part))).html, /Medium: there is|default rule of the tool/, part);
  const { cce: _, ...without } = judgement;
  const refused = await dev.submit(at('judgement'), without);
  assert.equal(refused.status, 422);
  assert.match(refused.page.querySelector('#cce-error')?.textContent ?? '', /No risk identified/);
  const early = await dev.submit(at('suggestion'), { stands: 'yes' });
  assert.match(main(early.page), /Record your own judgement first/);
});

test('once judged the suggestion is shown with how it is made, and the judgement stays as it was', async () => {
  assert.equal((await dev.submit(at('judgement'), judgement)).goesTo, at('suggestion'));
  const { page } = await dev.get(at('suggestion'));
  assert.match(main(page), /Medium: there is, or may be, an indicator of high weight now/);
  assert.match(main(page), /Nothing is added up/);
  const again = await dev.submit(at('suggestion'), { ...judgement, cce: 'LOW' }, at('judgement'));
  assert.equal(again.status, 422);
  assert.match(main(again.page), /Your own judgement is recorded and stays as it was/);
  assert.match(main(again.page), /Medium/);
});

test('answers that change the suggestion are followed by another look, and a difference is explained', async () => {
  const told = {
    J1: 'yes',
    'J1-recency': 'current',
    'J1-basis': 'fact',
    'J1-source': 'Evolve',
    'J1-evidence': 'Told me',
  };
  assert.equal((await dev.submit(at('evidence/J'), { ...told, rest: 'nothing' })).goesTo, at('suggestion'));
  assert.match(main((await dev.get(at('complete'))).page), /look at it again/);
  const seen = 'HIGH';
  const unexplained = await dev.submit(at('suggestion'), { stands: 'yes', seen });
  assert.match(
    unexplained.page.querySelector('#differs-because-error')?.textContent ?? '',
    /Say why your level differs/,
  );
  const stale = await dev.submit(at('suggestion'), { stands: 'yes', seen: 'MEDIUM', 'differs-because': 'x' });
  assert.match(main(stale.page), /have changed what the tool suggests/);
  const changed = { stands: 'no', seen, cce: 'HIGH', cse: 'NONE', standing: 'experiencing' };
  const why = await dev.submit(at('suggestion'), changed);
  assert.match(why.page.querySelector('#changed-because-error')?.textContent ?? '', /Say why you changed/);
  const whole = { ...changed, 'changed-because': 'She has now told me', adds: 'Her aunt has offered a room' };
  const done = await dev.submit(at('suggestion'), whole);
  assert.equal(done.goesTo, at('complete'));
});

test('completed, it shows what was judged, on what, and waits for another; twice posted it is one', async () => {
  const form = await dev.get(at('complete'));
  const token = (name: string) => form.page.querySelector(`main input[name="${name}"]`)?.getAttribute('value') ?? '';
  const sent = { _csrf: token('_csrf'), _once: token('_once'), follows: '' };
  const first = await dev.post(at('complete'), sent);
  assert.match(first.goesTo ?? '', /^\/assessments\/A-/);
  assert.equal((await dev.post(at('complete'), sent)).goesTo, first.goesTo);
  const { page } = await dev.get(first.goesTo ?? '');
  for (const says of [
    /Waiting for authorisation/,
    /strategy discussion to be considered the same day/,
    /I just want it to stop/,
    /Her mother was told of a debt on 20 January/,
    /Before the suggestion was seen\s*Level\s*Medium/,
    /She has now told me/,
    /A debt is being built up around her\s+Her aunt has offered a room/,
    /Throughline exploitation risk assessment, version 1/,
  ])
    assert.match(main(page), says);
  const list = main((await dev.get(`/children/${child.reference}/assessments`)).page);
  assert.match(list, /Completed on 30 January 2024; waiting for authorisation for 0 days/);
  assert.match(list, /No authorised assessment yet/);
});
