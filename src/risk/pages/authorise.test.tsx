import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import { tokenIn, type Visitor } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';
import { arrangeAssessment } from '../testing/assessments.ts';
import { childSeenBy, type TestChild } from '../testing/child.ts';

const partnership = await testHouse();
let child: TestChild;
let nadine: Visitor;
let colin: Visitor;
let dev: Visitor;
before(async () => {
  child = await childSeenBy(partnership, ['dev', 'nadine', 'colin'], { disabilities: ['LD'] });
  nadine = await partnership.signedIn('nadine');
  colin = await partnership.signedIn('colin');
  dev = await partnership.signedIn('dev');
});

const main = (page: Document) => page.querySelector('main')?.textContent ?? '';
const medium = { cce: 'MEDIUM', cse: 'NONE', standing: 'at_risk' };

test('a manager with nothing to authorise is told what comes here', async () => {
  assert.match(main((await nadine.get('/assessments/waiting')).page), /Nothing waits for you/);
});

test('a manager sees what others completed, never their own, and their first page counts the same', async () => {
  const { reference } = await arrangeAssessment(partnership, child, { on: plainDate('2024-01-15') });
  const own = await arrangeAssessment(partnership, child, { by: 'nadine', on: plainDate('2023-06-01') });
  const waiting = main((await nadine.get('/assessments/waiting')).page);
  assert.match(waiting, new RegExp(reference));
  assert.match(waiting, /15 days/);
  assert.doesNotMatch(waiting, new RegExp(own.reference));
  assert.match(main((await nadine.get('/')).page), /1\s*assessment waits for authorisation\s*1 late/);
  assert.match(main((await colin.get('/')).page), /2\s*assessments wait for authorisation/);
});

test('the author cannot authorise it, not even with a forged post', async () => {
  const { reference } = await arrangeAssessment(partnership, child, { by: 'nadine' });
  const at = `/assessments/${reference}/authorise`;
  const shown = await nadine.get(at);
  assert.match(main(shown.page), /another manager has to authorise it/);
  assert.equal(shown.page.querySelector('main form'), null);
  const forged = await nadine.submit('/assessments/waiting', medium, at);
  assert.equal(forged.status, 422);
  assert.match(main(forged.page), /Nobody authorises their own assessment/);
  const returned = await nadine.submit('/assessments/waiting', { reason: 'Mine' }, `/assessments/${reference}/return`);
  assert.equal(returned.status, 422);
  assert.equal((await dev.submit('/', medium, at)).status, 403);
});

test('the manager chooses the level themselves; another, or one below the floor, needs a reason and keeps what was typed', async () => {
  const { reference } = await arrangeAssessment(partnership, child, { levels: { cce: 'LOW', cse: 'NONE' } });
  const at = `/assessments/${reference}/authorise`;
  const { page } = await nadine.get(at);
  assert.match(main(page), /Floor: medium\. You may go below it, and say why/);
  assert.match(main(page), /learning disability and any current exploitation behaviour is at least medium/);
  assert.equal(page.querySelector('input:is([name="cce"], [name="cse"])[checked]'), null);
  assert.match(main(page), /Nothing is known in \d+ of \d+ parts/);
  assert.match(main((await nadine.submit(at, {})).page), /Choose the level of risk of child criminal/);
  const low = { ...medium, cce: 'LOW' };
  const unexplained = await nadine.submit(at, low);
  assert.equal(unexplained.status, 422);
  assert.match(unexplained.page.querySelector('#reason-error')?.textContent ?? '', /Say why you go below the floor/);
  assert.equal(unexplained.page.querySelector('input[name="cce"][checked]')?.getAttribute('value'), 'LOW');
  assert.match(
    (await nadine.submit(at, medium)).page.querySelector('#reason-error')?.textContent ?? '',
    /differs from the practitioner/,
  );
  const done = await nadine.submit(at, { ...low, reason: 'The debt was paid by the family yesterday' });
  assert.equal(done.goesTo, `/assessments/${reference}`);
  assert.match(main((await nadine.get(`/assessments/${reference}`)).page), /Floor\s*Medium.*The manager went below it/);
});

test('the second manager to authorise learns that somebody was first, and sees what they recorded', async () => {
  const { reference } = await arrangeAssessment(partnership, child);
  const at = `/assessments/${reference}/authorise`;
  const form = await colin.get(at);
  assert.equal((await nadine.submit(at, medium)).goesTo, `/assessments/${reference}`);
  const tokens = { _csrf: tokenIn(form, '_csrf'), _once: tokenIn(form, '_once') };
  const second = await colin.post(at, { ...medium, cce: 'HIGH', reason: 'I see it otherwise', ...tokens });
  assert.equal(second.status, 409);
  assert.match(main(second.page), /Somebody else recorded this/);
  assert.match(main(second.page), /Authorised\s*30 January 2024, by Nadine Okoro/);
  const late = await colin.submit('/assessments/waiting', { reason: 'Too late' }, `/assessments/${reference}/return`);
  assert.match(main(late.page), /Somebody else has authorised this/);
});

test('returned with a reason, it comes back to its author, who begins again with what they wrote', async () => {
  const seen = await childSeenBy(partnership, ['dev', 'nadine'], { givenNames: 'Ivo' });
  const { reference } = await arrangeAssessment(partnership, seen);
  const at = `/assessments/${reference}/return`;
  const why = await nadine.submit(at, {});
  assert.match(why.page.querySelector('#reason-error')?.textContent ?? '', /Say what has to be put right/);
  assert.equal((await nadine.submit(at, { reason: 'Who told his mother?' })).goesTo, '/assessments/waiting');
  assert.match(main((await dev.get('/')).page), /1\s*assessment returned to you/);
  const begin = await dev.get(`/children/${seen.reference}/assess`);
  assert.match(main(begin.page), /Nadine Okoro returned .* Who told his mother\?/s);
  assert.match(main(begin.page), /Begin again with what you wrote/);
  const refused = await nadine.submit('/assessments/waiting', medium, `/assessments/${reference}/authorise`);
  assert.match(main(refused.page), /returned this to its author/);
  await dev.submit(`/children/${seen.reference}/assess`, { way: 'again' });
  const owed = await dev.get(`/children/${seen.reference}/assess/evidence/C`);
  assert.equal(owed.page.querySelector('#C2-evidence')?.textContent, 'Her mother was told of a debt');
  const own = main((await dev.get(`/children/${seen.reference}/assess/judgement`)).page);
  assert.match(own, /Level\s*Medium.*A debt is being built up around her.*stays as it was/s);
});

test('a wrong level of record is corrected by a further one with a reason, and the wrong one stays readable', async () => {
  const { reference } = await arrangeAssessment(partnership, child, { authorisedBy: 'colin' });
  const at = `/assessments/${reference}/correct`;
  assert.match(main((await nadine.submit(at, { ...medium, version: '1' })).page), /level of record already/);
  const high = { cce: 'HIGH', cse: 'NONE', standing: 'at_risk', reason: 'The box above was meant' };
  const shown = await nadine.get(at);
  assert.equal((await nadine.submit(at, { ...high, version: '1' })).goesTo, `/assessments/${reference}`);
  const page = main((await nadine.get(`/assessments/${reference}`)).page);
  assert.match(page, /Level of record\s*Level\s*High/);
  assert.match(page, /Corrected\s*30 January 2024, by Nadine Okoro, to high\s*From\s*Medium/);
  const tokens = { _csrf: tokenIn(shown, '_csrf'), _once: '0b8f2c1e-0000-4000-8000-000000000001' };
  const second = await nadine.post(at, { ...high, cce: 'LOW', version: '1', ...tokens });
  assert.equal(second.status, 409);
});
