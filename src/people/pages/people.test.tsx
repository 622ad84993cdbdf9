import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plainDate } from '../../platform/kernel/index.ts';
import { tokenIn } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';
import { recordAliases } from '../recording.db.ts';
import { recordStatuses } from '../recording-care.db.ts';
import { arrangeChildren, byConsole, type TestChildren } from '../testing/children.ts';

const partnership = await testHouse();
let children: TestChildren;
before(async () => {
  children = await arrangeChildren(partnership);
});
const signedIn = (key: string) => partnership.signedIn(key);
const pathOf = (child: keyof TestChildren) => `/children/${children[child].reference}`;
const text = (page: Document, selector = 'main') => page.querySelector(selector)?.textContent ?? '';

test('a child’s page says who the child is, why it is seen, and what happened, newest first', async () => {
  const { mine } = children;
  await partnership.arrange(async (tx) => {
    await recordAliases(tx, [{ childId: mine.id, givenNames: 'Min', familyName: 'Tarn', kind: 'known_as' }], byConsole);
    const status = { childId: mine.id, since: plainDate('2022-05-01'), source: 'test' };
    await recordStatuses(
      tx,
      [
        { ...status, kind: 'CP', category: 'NEG', endedOn: plainDate('2023-03-31') },
        { ...status, kind: 'EHCP' },
        { ...status, kind: 'SEN_SUPPORT', since: plainDate('2020-09-01'), endedOn: plainDate('2022-05-01') },
      ],
      byConsole,
    );
  });
  const { status, page } = await (await signedIn('bartosz')).get(pathOf('mine'));
  assert.equal(status, 200);
  assert.match(text(page, 'h1'), /Mine Tarn$/);
  assert.match(text(page), /You see this record because: allocated social worker/);
  assert.match(text(page), /1 May 2010 \(13\).*Min Tarn \(known as\)/s);
  assert.deepEqual(
    [...page.querySelectorAll('.record-statuses li')].map((one) => one.textContent),
    ['Education, health and care plan (EHCP)'],
  );
  assert.deepEqual(
    [...page.querySelectorAll('.timeline time')].map((one) => one.getAttribute('datetime')),
    ['2023-03-31', '2022-05-01', '2022-05-01', '2022-05-01', '2020-09-01'],
  );
  for (const link of page.querySelectorAll('.record-contents a'))
    assert.ok(page.querySelector(link.getAttribute('href') ?? 'none'), link.textContent ?? '');
});

test('a twin is shown and named in the audit only for a reader who sees both', async () => {
  const shown = await (await signedIn('elaine')).get(pathOf('mine'));
  assert.equal(text(shown.page, `a[href="${pathOf('twin')}"]`), 'Twin Tarn');
  const hidden = await (await signedIn('bartosz')).get(pathOf('mine'));
  assert.doesNotMatch(hidden.html, /Twin|Brothers/);
  const looks = await partnership.house.as('auditor', {}, (tx) =>
    tx.selectFrom('audit_entry').select(['workerId', 'children']).where('act', '=', '/children/:reference').execute(),
  );
  const namedBy = (key: string) =>
    looks.filter((look) => look.workerId === partnership.workerId(key)).at(-1)?.children.length;
  assert.deepEqual([namedBy('elaine'), namedBy('bartosz')], [2, 1]);
});

test('a child one may not see is not found, whatever the reason, and the refusal is audited', async () => {
  const bartosz = await signedIn('bartosz');
  const pages = [];
  for (const child of ['other', 'past', 'restricted', 'excluded'] as const)
    for (const below of ['', '/history', '/correct']) pages.push(await bartosz.get(pathOf(child) + below));
  pages.push(await bartosz.get('/children/C-2222222'));
  assert.deepEqual(new Set(pages.map(({ status }) => status)), new Set([404]));
  const bodies = pages.map(({ html }) => html.replaceAll(/value="[^"]*"/g, ''));
  assert.equal(new Set(bodies).size, 1);
  const { count } = await partnership.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('kind', '=', 'refusal')
      .where('workerId', '=', partnership.workerId('bartosz'))
      .executeTakeFirstOrThrow(),
  );
  assert.equal(count, 13);
});

const typed = {
  givenNames: 'Minnie',
  familyName: 'Tarn',
  'bornOn-day': '1',
  'bornOn-month': '5',
  'bornOn-year': '2010',
  sex: 'F',
  ethnicity: 'WBRI',
  firstLanguage: 'English',
  interpreter: 'no',
};

test('a correction without a reason comes back beside its question, with the rest kept', async () => {
  const path = `${pathOf('mine')}/correct`;
  const back = await (await signedIn('bartosz')).submit(path, { ...typed, version: '1', reason: ' ' });
  assert.equal(back.status, 422);
  assert.match(text(back.page, '#reason-error'), /Enter why this is put right/);
  assert.equal(back.page.querySelector('#givenNames')?.getAttribute('value'), 'Minnie');
  const impossible = await (await signedIn('bartosz')).submit(path, {
    ...typed,
    version: '1',
    reason: 'x',
    'bornOn-year': '2024',
    'bornOn-month': '2',
  });
  assert.match(text(impossible.page, '#bornOn-error'), /in the future/);
});

test('a correction is a new version; the old one stays readable with what was put right', async () => {
  const [bartosz, elaine] = [await signedIn('bartosz'), await signedIn('elaine')];
  const path = `${pathOf('mine')}/correct`;
  const late = await elaine.get(path);
  const done = await bartosz.submit(path, { ...typed, version: '1', reason: 'Asked the family' });
  assert.deepEqual([done.status, done.goesTo], [303, pathOf('mine')]);
  assert.match(text((await bartosz.get(pathOf('mine'))).page, 'h1'), /Minnie Tarn$/);

  const { page } = await bartosz.get(`${pathOf('mine')}/history`);
  const [now, before] = page.querySelectorAll('.govuk-summary-card');
  assert.match(now?.textContent ?? '', /Version 2, in use.*by Bartosz Zieliński-Reed.*Asked the family.*Minnie/s);
  assert.match(before?.textContent ?? '', /Version 1.*an import.*Mine put right in version 2/s);

  const stale = await elaine.post(path, {
    ...typed,
    givenNames: 'Mina',
    version: '1',
    reason: 'I heard otherwise',
    _csrf: tokenIn(late, '_csrf'),
    _once: tokenIn(late, '_once'),
  });
  assert.equal(stale.status, 422);
  assert.match(text(stale.page, '.govuk-error-summary'), /Somebody else put this record right/);
  assert.match(text((await elaine.get(pathOf('mine'))).page, 'h1'), /Minnie Tarn$/);

  const same = await bartosz.submit(path, { ...typed, version: '2', reason: 'Again' });
  assert.match(text(same.page, '.govuk-error-summary'), /Nothing here differs/);
});

test('one correction sent twice is one version', async () => {
  const farrah = await signedIn('farrah');
  const path = `${pathOf('twin')}/correct`;
  const shown = await farrah.get(path);
  const sent = {
    ...typed,
    version: '1',
    reason: 'Asked the family',
    _csrf: tokenIn(shown, '_csrf'),
    _once: tokenIn(shown, '_once'),
  };
  assert.equal((await farrah.post(path, sent)).goesTo, pathOf('twin'));
  assert.equal((await farrah.post(path, sent)).goesTo, pathOf('twin'));
  const versions = await partnership.arrange((tx) =>
    tx.selectFrom('child_detail').select('version').where('childId', '=', children.twin.id).execute(),
  );
  assert.equal(versions.length, 2);
});

test('a search shows those found, says who they are, and is audited with what was searched for', async () => {
  const elaine = await signedIn('elaine');
  const empty = await elaine.get('/children');
  assert.equal(empty.page.querySelectorAll('table').length, 0);
  const { page } = await elaine.get('/children?name=tarn+restr&number=');
  assert.equal(text(page, 'tbody tr td'), 'Restricted Tarn');
  const entry = await partnership.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['kind', 'detail', 'children'])
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  assert.deepEqual(entry, { kind: 'search', detail: { name: 'tarn restr' }, children: entry?.children });
  assert.equal(entry?.children[0], children.restricted.id);
});

test('a search that finds nobody tells nothing of records beyond one’s own', async () => {
  const bartosz = await signedIn('bartosz');
  const blank = (html: string) => html.replaceAll(/value="[^"]*"/g, '');
  const hidden = await bartosz.get('/children?name=restricted');
  const unknown = await bartosz.get('/children?name=zzzzzzzz');
  assert.match(text(hidden.page), /No child you may see matches/);
  assert.equal(blank(hidden.html), blank(unknown.html));
});

test('a birth date that does not exist comes back beside its question', async () => {
  const { page } = await (await signedIn('elaine')).get('/children?name=&born-day=31&born-month=2&born-year=2010');
  assert.match(text(page, '#born-error'), /Enter a real day/);
  assert.equal(page.querySelector('#born-day')?.getAttribute('value'), '31');
  const { page: nothing } = await (await signedIn('elaine')).get('/children?name=');
  assert.match(text(nothing, '#name-error'), /Enter a name, a date of birth/);
});

test('a record opened in an emergency says so with the time left, and only until it closes', async () => {
  const dev = await signedIn('dev');
  assert.equal((await dev.get(pathOf('other'))).status, 404);
  const short = await dev.submit('/break-glass', { reference: children.other.reference, reason: 'urgent' });
  assert.match(text(short.page, '#reason-error'), /at least ten characters/);
  const opened = await dev.submit('/break-glass', {
    reference: children.other.reference,
    reason: 'Brought to the station by police.',
  });
  assert.equal(opened.goesTo, pathOf('other'));
  const { page } = await dev.get(pathOf('other'));
  assert.match(text(page, '.glass'), /Opened in an emergency: 60 minutes left.*Brought to the station/s);
  assert.match(text(page), /You see this record because: break-glass/);
});

test('a restricted record names its contact, and one excluded from it is told nothing', async () => {
  const reason = 'Brought to the station by police.';
  const ring = await (await signedIn('lucia')).submit('/break-glass', {
    reference: children.restricted.reference,
    reason,
  });
  assert.equal(ring.status, 422);
  assert.match(text(ring.page, '.govuk-error-summary'), /Ring Elaine Thackray/);
  const bartosz = await signedIn('bartosz');
  const excluded = await bartosz.submit('/break-glass', { reference: children.excluded.reference, reason });
  const unknown = await bartosz.submit('/break-glass', { reference: 'C-2222222', reason });
  assert.match(text(excluded.page, '.govuk-error-summary'), /No record opens with what you entered/);
  assert.equal(text(excluded.page, '.govuk-error-summary'), text(unknown.page, '.govuk-error-summary'));
});

test('what is added stands on the record; a confidential address only for those who may see it', async () => {
  const [elaine, path] = [await signedIn('elaine'), pathOf('twin')];
  const none = await elaine.submit(`${path}/add`, {});
  assert.match(text(none.page, '#what-error'), /Select what you add/);
  const wrong = await elaine.submit(`${path}/add`, {
    what: 'identifier',
    identifierKind: 'NHS',
    identifier: '943 476 5918',
  });
  assert.match(text(wrong.page, '#identifier-error'), /not an NHS number/);
  assert.equal(wrong.page.querySelector('#identifier')?.getAttribute('value'), '943 476 5918');
  for (const typed of [
    { what: 'identifier', identifierKind: 'NHS', identifier: '943 476 5919' },
    { what: 'alias', givenNames: 'Tee', familyName: 'Tarn', aliasKind: 'known_as' },
    { what: 'school', school: 'Beckside High School' },
    {
      ...{ what: 'status', statusKind: 'SEN_SUPPORT' },
      ...{ 'statusSince-day': '8', 'statusSince-month': '1', 'statusSince-year': '2024' },
    },
    { what: 'adult', adultName: 'Jo Tarn', relationship: 'Aunt', responsibility: 'not_known' },
    {
      what: 'address',
      address: 'The Refuge',
      confidential: 'yes',
      'since-day': '1',
      'since-month': '1',
      'since-year': '2024',
    },
  ])
    assert.equal((await elaine.submit(`${path}/add`, typed)).goesTo, path, typed.what);
  const { page } = await elaine.get(path);
  for (const said of [
    '9434765919',
    'Tee Tarn',
    'Beckside High School',
    'Jo Tarn, Aunt (parental responsibility not known)',
    'Special educational needs (SEN) support',
  ])
    assert.ok(text(page).includes(said), said);
  assert.match(text(page), /Confidential, tell nobody: The Refuge, from 1 January 2024/);

  const dev = await signedIn('dev');
  await dev.submit('/break-glass', { reference: children.twin.reference, reason: 'Brought to the station by police.' });
  const seen = text((await dev.get(path)).page);
  assert.match(seen, /Jo Tarn.*No address|No address.*Jo Tarn/s);
  assert.doesNotMatch(seen, /Refuge/);
});
