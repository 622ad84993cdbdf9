import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { recordChildren, recordIdentifiers } from '../../people/index.ts';
import { arrangeChildren, byConsole, type TestChildren } from '../../people/testing/children.ts';
import { plainDate } from '../../platform/kernel/index.ts';
import { type Answer, tokenIn } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';
import { match, receive } from '../testing/received.ts';

const partnership = await testHouse();
let children: TestChildren;
before(async () => {
  children = await arrangeChildren(partnership);
});

const born = { bornOn: plainDate('2010-05-01') };
const text = ({ page }: Answer) => page.querySelector('main')?.textContent?.replaceAll(/\s+/g, ' ') ?? '';
const same = { verdict: 'same', reason: 'Same name and birth date; the school confirms', concernsWorker: 'no' };

test('the people who may be the child are shown with why, and twins are named as such', async () => {
  const { reference } = await receive(partnership, [{ givenNames: 'Mine', familyName: 'Tarn', ...born }]);
  const asha = await partnership.signedIn('asha');
  const shown = text(await asha.get(`/mash/${reference}`));
  assert.match(
    shown,
    /Certain Compare with Mine Tarn, 13 \(C-\w+\) ?Same birth date; same surname; same given name; has a twin on record: check which/,
  );
  assert.match(shown, /Known to Bartosz Zieliński-Reed \(social worker\); Locality social work team/);
  assert.match(shown, /Possible Compare with Twin Tarn.*but different given name; perhaps a twin or sibling/);
  assert.ok(shown.indexOf('Compare with Mine') < shown.indexOf('Compare with Twin'));
});

test('a number that is the same finds a child whatever the name', async () => {
  await partnership.arrange(async (tx) => {
    const [known] = await recordChildren(tx, [{ givenNames: 'Zofia', familyName: 'Nowak', sex: 'F' }], byConsole);
    assert.ok(known);
    await recordIdentifiers(tx, [{ childId: known.id, kind: 'NHS', value: '9434765919' }], byConsole);
  });
  const { reference } = await receive(partnership, [{ givenNames: 'Sofia', nhsNumber: '943 476 5919' }]);
  const asha = await partnership.signedIn('asha');
  assert.match(text(await asha.get(`/mash/${reference}`)), /Compare with Zofia Nowak.*Same NHS number/);
});

test('a record the screener may not see is only “contact X”, and X is told once', async () => {
  const { reference, subjects } = await receive(partnership, [
    { givenNames: 'Restricted', familyName: 'Tarn', ...born },
  ]);
  const asha = await partnership.signedIn('asha');
  for (let looked = 0; looked < 2; looked++) {
    const shown = text(await asha.get(`/mash/${reference}`));
    assert.match(shown, /contact Elaine Thackray, who has been told/);
    assert.ok(!shown.includes(children.restricted.reference));
  }
  const compare = `/mash/${reference}/children/1/${children.restricted.reference}`;
  assert.equal((await asha.get(compare)).status, 404);
  const notices = await partnership.arrange((tx) =>
    tx
      .selectFrom('contact_notice')
      .select(['id', 'contactId'])
      .where('subjectId', '=', subjects[0] ?? '')
      .execute(),
  );
  assert.deepEqual(
    notices.map(({ contactId }) => contactId),
    [partnership.workerId('elaine')],
  );

  const elaine = await partnership.signedIn('elaine');
  assert.match((await elaine.get('/')).html, /referrals: say whether each is about a record/);
  const notice = `/mash/contact-notices/${notices[0]?.id}`;
  assert.match(
    text(await elaine.get(notice)),
    /On record: Restricted Tarn \(C-\w+\): Same birth date; same surname; same given name/,
  );
  const said = await elaine.submit(notice, { verdict: 'same', words: 'It is; I have rung Asha' });
  assert.equal(said.status, 303);
  assert.equal((await asha.get(`/mash/${reference}`)).status, 404, 'it is about a child closed to her');
  assert.equal((await elaine.get(`/mash/${reference}`)).status, 200);
});

test('when the contact says it is not that child, nothing more is said of the record', async () => {
  const { reference, subjects } = await receive(partnership, [
    { givenNames: 'Restricted', familyName: 'Tarn', ...born },
  ]);
  const asha = await partnership.signedIn('asha');
  await asha.get(`/mash/${reference}`);
  const { id } = await partnership.arrange((tx) =>
    tx
      .selectFrom('contact_notice')
      .select('id')
      .where('subjectId', '=', subjects[0] ?? '')
      .executeTakeFirstOrThrow(),
  );
  const elaine = await partnership.signedIn('elaine');
  await elaine.submit(`/mash/contact-notices/${id}`, { verdict: 'not_same', words: 'Another child of that name' });
  assert.doesNotMatch(text(await asha.get(`/mash/${reference}`)), /contact Elaine/);
});

test('“same person” needs a reason, opens the child’s record, and can be undone with one', async () => {
  const { reference } = await receive(partnership, [{ givenNames: 'Other', familyName: 'Tarn', ...born }]);
  const asha = await partnership.signedIn('asha');
  const record = `/children/${children.other.reference}`;
  assert.equal((await asha.get(record)).status, 404);
  const compare = `/mash/${reference}/children/1/${children.other.reference}`;
  const refused = await asha.submit(compare, { verdict: 'same' });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /Enter what tells you/);
  assert.ok(refused.page.querySelector('input[value="same"]')?.hasAttribute('checked'), 'the answer given is kept');

  assert.equal((await asha.submit(compare, same)).goesTo, `/mash/${reference}`);
  assert.equal((await asha.get(record)).status, 200);
  const shown = await asha.get(`/mash/${reference}`);
  const undo = [...shown.page.querySelectorAll('a')].find((link) => link.textContent?.startsWith('Undo'));
  await asha.submit(undo?.getAttribute('href') ?? '', { reason: 'A cousin of the same name' });
  assert.match(text(await asha.get(`/mash/${reference}`)), /Compare with Other Tarn/);
});

test('a child ruled out is set apart with the reason, and can be brought back', async () => {
  const { reference } = await receive(partnership, [{ givenNames: 'Past', familyName: 'Tarn', ...born }]);
  const asha = await partnership.signedIn('asha');
  const compare = `/mash/${reference}/children/1/${children.past.reference}`;
  await asha.submit(compare, { verdict: 'not_same', reason: 'Lives in Leeds now' });
  const shown = text(await asha.get(`/mash/${reference}`));
  assert.match(shown, /Not Past Tarn \(C-\w+\): Lives in Leeds now/);
  assert.doesNotMatch(shown, /Compare with Past/);
});

test('a concern about the child’s own worker is hidden from that worker and comes to duty', async () => {
  const { reference } = await receive(partnership, [{ givenNames: 'Mine', familyName: 'Tarn', ...born }]);
  const asha = await partnership.signedIn('asha');
  await asha.submit(`/mash/${reference}/children/1/${children.mine.reference}`, { ...same, concernsWorker: 'yes' });
  const bartosz = await partnership.signedIn('bartosz');
  assert.equal((await bartosz.get(`/mash/${reference}`)).status, 404);
  assert.match(text(await asha.get('/mash')), /To duty: it concerns the child’s worker/);
});

test('none of these: a new child is recorded as referred, and is the one meant', async () => {
  const { reference } = await receive(
    partnership,
    [{ givenNames: 'Ngozi', familyName: 'Eze', school: 'Beckside', ...born }],
    {
      answers: [
        { key: 'children', title: '', said: [], answers: { specialNeeds: 'support', careStatus: 'not_known' } },
      ],
    },
  );
  const asha = await partnership.signedIn('asha');
  const sent = await asha.submit(`/mash/${reference}/children/1/new`, { reason: 'Nobody of that name or number' });
  assert.equal(sent.status, 303);
  const link = (await asha.get(`/mash/${reference}`)).page.querySelector('a[href^="/children/"]');
  assert.equal(link?.textContent, 'Ngozi Eze');
  const record = await asha.get(link?.getAttribute('href') ?? '');
  assert.match(text(record), /Beckside/);
  assert.deepEqual(
    [...record.page.querySelectorAll('.record-statuses li')].map((one) => one.textContent),
    ['Special educational needs (SEN) support'],
    'what the referrer said is kept, and what they did not know is none',
  );
});

test('who was ruled out for a child recorded as new is not offered as that child again', async () => {
  const [known] = await partnership.arrange((tx) =>
    recordChildren(tx, [{ givenNames: 'Chidera', familyName: 'Eze', sex: 'F', ...born }], byConsole),
  );
  for (const key of ['asha', 'yusuf']) {
    const { reference } = await receive(partnership, [{ givenNames: 'Chidi', familyName: 'Eze', ...born }], {
      immediateDanger: true,
    });
    const visitor = await partnership.signedIn(key);
    const at = `/mash/${reference}/children/1`;
    await visitor.submit(`${at}/${known?.reference}`, { verdict: 'not_same', reason: 'A cousin' });
    assert.equal((await visitor.submit(`${at}/new`, { reason: 'Nobody else' })).status, 303, key);
  }
  const said = await partnership.arrange((tx) => tx.selectFrom('pair_said').select(['same', 'reason']).execute());
  assert.deepEqual(said, [
    { same: false, reason: 'A cousin' },
    { same: false, reason: 'A cousin' },
  ]);
});

test('one child recorded as new by two people at once is recorded once', async () => {
  const { reference } = await receive(partnership, [{ givenNames: 'Ikenna', familyName: 'Eze', ...born }]);
  const path = `/mash/${reference}/children/1/new`;
  const both = await Promise.all(
    ['asha', 'tomasz'].map(async (key) => {
      const visitor = await partnership.signedIn(key);
      const shown = await visitor.get(path);
      const tokens = { _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') };
      return () => visitor.post(path, { reason: 'Nobody of that name', ...tokens });
    }),
  );
  const answers = await Promise.all(both.map((post) => post()));
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 422]);
  assert.match(answers.find(({ status }) => status === 422)?.html ?? '', /Somebody has said who this child is/);
});

test('that it concerns the worker can be found out later, and hides it from then on', async () => {
  const one = await receive(partnership, [{ givenNames: 'Twin', familyName: 'Tarn', ...born }]);
  await match(partnership, one, children.twin.id);
  const [asha, farrah, elaine] = await Promise.all(
    ['asha', 'farrah', 'elaine'].map((key) => partnership.signedIn(key)),
  );
  assert.ok(asha && farrah && elaine);
  assert.equal((await farrah.get(`/mash/${one.reference}`)).status, 200);
  const path = `/mash/${one.reference}/concerns`;
  assert.match((await asha.submit(path, {})).html, /Choose the worker the concern is about/);
  await asha.submit(path, { workers: partnership.workerId('farrah') });
  assert.equal((await farrah.get(`/mash/${one.reference}`)).status, 404);
  assert.match(text(await elaine.get(`/mash/${one.reference}/decide`)), /it is decided at the MASH/);
});

test('a child ruled out is offered again when more is known of them, saying what, and only then', async () => {
  const known = { givenNames: 'Rhona', familyName: 'Quist', sex: 'F' } as const;
  const child = await partnership.arrange(async (tx) => {
    const [one] = await recordChildren(tx, [{ ...known, ...born }], byConsole);
    assert.ok(one);
    return one;
  });
  const { reference } = await receive(partnership, [
    { ...known, givenNames: 'Rona', ...born, nhsNumber: '943 476 5919' },
  ]);
  const asha = await partnership.signedIn('asha');
  const page = `/mash/${reference}`;
  const compare = `${page}/children/1/${child.reference}`;
  await asha.submit(compare, { verdict: 'not_same', reason: 'Rhona lives in Leeds' });
  assert.match(text(await asha.get(page)), /Not Rhona Quist \(C-\w+\): Rhona lives in Leeds/);

  const number = [{ childId: child.id, kind: 'NHS', value: '9434765919' }] as const;
  await partnership.arrange((tx) => recordIdentifiers(tx, number, byConsole));
  const again = text(await asha.get(page));
  assert.match(
    again,
    /Certain Compare with Rhona Quist.*same NHS number.*New since.*Rhona lives in Leeds\): a number/i,
  );
  assert.match(text(await asha.get(compare)), /Asha Rehmani said: not the same.*New since: a number\./);
  await asha.submit(compare, { verdict: 'not_same', reason: 'The number was typed wrongly' });
  assert.doesNotMatch(text(await asha.get(page)), /Compare with Rhona/);
});
