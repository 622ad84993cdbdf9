import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import { type Answer, tokenIn } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';
import { rate, receive } from '../testing/received.ts';

const partnership = await testHouse();
before(async () => {
  await partnership.arrange((tx) =>
    tx
      .insertInto('worker_role')
      .values({ workerId: partnership.workerId('tomasz'), role: 'mash_manager', since: plainDate('2024-01-01') })
      .execute(),
  );
});

const text = ({ page }: Answer) => page.querySelector('main')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
const decision = {
  'outcome-1': 'EARLY_HELP',
  reason: 'Below the threshold: the family accepts help',
  lawfulBasis: 'PUBLIC_TASK',
  askedOfReferrer: 'Keep her in the breakfast club',
};

test('from the queue to the decision: rated, agreed, partners asked and answering, recommended, decided, heard', async () => {
  const { reference } = await receive(partnership, [{ givenNames: 'Tamsin', familyName: 'Holt' }]);
  const [asha, gwen, callum, ben] = await Promise.all(
    ['asha', 'gwen', 'callum', 'ben'].map((key) => partnership.signedIn(key)),
  );
  assert.ok(asha && gwen && callum && ben);
  const at = (page: string) => `/mash/${reference}/${page}`;

  assert.match(text(await asha.get(at('ask-partners'))), /Record the family’s agreement, or the lawful reason/);
  await asha.submit(at('screen'), { brag: 'amber' });
  const unreasoned = await asha.submit(at('agreement'), { agreed: 'no', words: 'No answer on either number' });
  assert.equal(unreasoned.status, 422);
  assert.match(unreasoned.html, /Choose the lawful reason/);
  assert.match(unreasoned.html, /No answer on either number/);
  await asha.submit(at('agreement'), { agreed: 'no', reason: 'CANNOT_CONTACT', words: 'No answer on either number' });

  const form = await asha.get(at('ask-partners'));
  const police = [...form.page.querySelectorAll('label')].find((label) =>
    label.textContent?.includes('South Yorkshire Police'),
  );
  const agency = form.page.querySelector(`#${police?.getAttribute('for')}`)?.getAttribute('value') ?? '';
  const asked = await asha.submit(at('ask-partners'), {
    agencies: agency,
    childNamed: 'Tamsin Holt',
    asks: 'What do you hold?',
  });
  assert.equal(asked.status, 303);

  assert.match((await callum.get('/')).html, /request that your agency is to answer/);
  const request = (await callum.get('/requests')).page.querySelector('td a')?.getAttribute('href') ?? '';
  assert.match(text(await callum.get(request)), /16:00 on 30 January 2024: 6 h left/);
  assert.equal((await callum.submit(request, { holds: 'yes' })).status, 422, 'what is held is said');
  await callum.submit(request, { holds: 'no' });
  assert.match(
    text(await asha.get(`/mash/${reference}`)),
    /South Yorkshire Police ?What do you hold\? ?Holds no information/,
  );

  assert.equal((await asha.submit(at('screen'), { brag: 'amber', recommends: 'EARLY_HELP' })).status, 422);
  await asha.submit(at('screen'), { brag: 'amber', recommends: 'EARLY_HELP', words: 'School and mother agree' });
  const recommended = (await gwen.get(at('decide'))).page.querySelector('option[selected]');
  assert.equal(recommended?.getAttribute('value'), 'EARLY_HELP');
  await gwen.submit(at('decide'), decision);
  assert.match(text(await gwen.get(`/mash/${reference}`)), /Tamsin Holt: Early help/);
  assert.match(text(await ben.get(`/referrals/mine/${reference}`)), /Keep her in the breakfast club/);

  for (const page of ['screen', 'agreement', 'ask-partners']) {
    const late = await asha.get(at(page));
    assert.match(text(late), /This referral has been decided.*Tamsin Holt: Early help/, page);
    assert.equal(late.page.querySelector('main form'), null, page);
  }
});

test('who was writing when the referral was decided is told so, and nothing of theirs is saved', async () => {
  const overtaken = await receive(partnership, [{ givenNames: 'Overtaken' }]);
  const { id, reference } = overtaken;
  await rate(partnership, overtaken, 'green');
  const [asha, gwen] = await Promise.all(['asha', 'gwen'].map((key) => partnership.signedIn(key)));
  assert.ok(asha && gwen);
  const path = `/mash/${reference}/agreement`;
  const shown = await asha.get(path);
  const tokens = { _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') };
  await gwen.submit(`/mash/${reference}/decide`, decision);
  const late = await asha.post(path, { agreed: 'yes', words: 'Mother agrees', ...tokens });
  assert.equal(late.status, 422);
  assert.match(text(late), /This referral has been decided/);
  const saved = await partnership.arrange((tx) =>
    tx.selectFrom('agreement').select('id').where('referralId', '=', id).execute(),
  );
  assert.deepEqual(saved, []);
});

test('a missing answer comes back beside its question, with the rest kept', async () => {
  const one = await receive(partnership, [{ givenNames: 'Kept' }]);
  await rate(partnership, one, 'green');
  const gwen = await partnership.signedIn('gwen');
  const { askedOfReferrer, reason } = decision;
  const refused = await gwen.submit(`/mash/${one.reference}/decide`, { askedOfReferrer, reason });
  assert.equal(refused.status, 422);
  assert.match(refused.page.querySelector('#outcome-1-error')?.textContent ?? '', /Choose the outcome for Kept/);
  assert.match(refused.page.querySelector('#lawfulBasis-error')?.textContent ?? '', /Choose the lawful basis/);
  assert.equal(refused.page.querySelector('#reason')?.textContent, reason);
});

test('several outcomes are decided together, and nothing beside one that stands alone', async () => {
  const one = await receive(partnership, [{ givenNames: 'Several' }]);
  await rate(partnership, one, 'amber');
  const gwen = await partnership.signedIn('gwen');
  const at = `/mash/${one.reference}/decide`;
  const beside = { 'beside-1': ['NRM_CONSIDER', 'MACE_LIST'] };
  const alone = await gwen.submit(at, { ...decision, ...beside, 'outcome-1': 'NO_FURTHER_ACTION' });
  assert.match(alone.page.querySelector('#outcome-1-error')?.textContent ?? '', /stands alone/);
  assert.equal(alone.page.querySelectorAll('input[name="beside-1"][checked]').length, 2, 'what was ticked is kept');
  await gwen.submit(at, { ...decision, ...beside, 'outcome-1': 'SECTION_47' });
  const shown = text(await gwen.get(`/mash/${one.reference}`));
  assert.match(
    shown,
    /Several.*: Enquiry under section 47 ?; beside it: List for the Multi-Agency.*; Consider the National/,
  );
});

test('Evolve is for a child somebody has identified', async () => {
  const one = await receive(partnership, [{ givenNames: 'Unknown' }]);
  await rate(partnership, one, 'amber');
  const gwen = await partnership.signedIn('gwen');
  const refused = await gwen.submit(`/mash/${one.reference}/decide`, { ...decision, 'outcome-1': 'ALLOCATE_EVOLVE' });
  assert.match(refused.page.querySelector('#outcome-1-error')?.textContent ?? '', /Say who this child is first/);
});

test('RED waits for a strategy discussion, or for why none is held', async () => {
  const red = await receive(partnership, [{ givenNames: 'Red' }]);
  await rate(partnership, red, 'red');
  const gwen = await partnership.signedIn('gwen');
  assert.match(text(await gwen.get(`/mash/${red.reference}`)), /RED: hold a strategy discussion the same day/);
  assert.match(
    text(await gwen.get(`/mash/${red.reference}/decide`)),
    /record the strategy discussion, or why none is held/,
  );
  const held = { held: 'yes', 'on-day': '30', 'on-month': '1', 'on-year': '2024', words: 'Council, police and health' };
  const path = `/mash/${red.reference}/strategy-discussion`;
  assert.match((await gwen.submit(path, { ...held, time: '25:00' })).html, /Enter a time such as 14:05/);
  assert.match((await gwen.submit(path, { ...held, time: '10:30' })).html, /Enter a time that has been/);
  assert.equal((await gwen.submit(path, { ...held, time: '9:45' })).status, 303);
  assert.equal((await gwen.submit(`/mash/${red.reference}/decide`, decision)).status, 303);
});

test('nobody decides a referral they wrote down themselves', async () => {
  const own = await receive(partnership, [{ givenNames: 'Own' }], { by: 'gwen', channel: 'phone' });
  await rate(partnership, own, 'green');
  const gwen = await partnership.signedIn('gwen');
  assert.match(
    text(await gwen.get(`/mash/${own.reference}/decide`)),
    /You made this referral: somebody else decides it/,
  );
});

test('one form posted twice is one decision', async () => {
  const one = await receive(partnership, [{ givenNames: 'Twice' }]);
  await rate(partnership, one, 'green');
  const gwen = await partnership.signedIn('gwen');
  const path = `/mash/${one.reference}/decide`;
  const shown = await gwen.get(path);
  const sent = { ...decision, _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') };
  const answers = await Promise.all([gwen.post(path, sent), gwen.post(path, sent)]);
  assert.deepEqual(
    answers.map(({ status, goesTo }) => [status, goesTo]),
    [
      [303, `/mash/${one.reference}`],
      [303, `/mash/${one.reference}`],
    ],
  );
});

test('of two deciding at once, the second sees what the first decided, and nothing of theirs is saved', async () => {
  const one = await receive(partnership, [{ givenNames: 'Contested' }]);
  await rate(partnership, one, 'green');
  const path = `/mash/${one.reference}/decide`;
  const both = await Promise.all(
    ['gwen', 'tomasz'].map(async (key) => {
      const visitor = await partnership.signedIn(key);
      const shown = await visitor.get(path);
      const tokens = { _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') };
      return () => visitor.post(path, { ...decision, reason: `Decided by ${key}`, ...tokens });
    }),
  );
  const answers = await Promise.all(both.map((post) => post()));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 409]);
  const second = answers.findIndex(({ status }) => status === 409);
  const shown = answers[second];
  assert.ok(shown);
  assert.match(text(shown), /Somebody else recorded this while you were writing/);
  assert.match(text(shown), new RegExp(`Decided by ${second === 0 ? 'tomasz' : 'gwen'}`));
  assert.equal(shown.page.querySelector('main form'), null);
});

test('a referral the reader may not see is not there', async () => {
  const gwen = await partnership.signedIn('gwen');
  for (const page of [
    '',
    '/decide',
    '/screen',
    '/agreement',
    '/ask-partners',
    '/strategy-discussion',
    '/children/1/new',
  ])
    assert.equal((await gwen.get(`/mash/R-NOWHERE${page}`)).status, 404, page);
  assert.equal((await (await partnership.signedIn('callum')).get('/requests/not-an-id')).status, 404);
});
