import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { readers } from '../../papers/read.fixture.ts';
import { plainDate } from '../../platform/kernel/index.ts';
import type { Visitor } from '../../platform/testing/visitor.ts';
import { testHouse } from '../../testing/open.ts';
import { type Arranged, arrangeCases } from '../testing/arrange.ts';

const partnership = await testHouse();
let dev: Visitor;
let nadine: Visitor;
let one: Arranged;
before(async () => {
  dev = await partnership.signedIn('dev');
  nadine = await partnership.signedIn('nadine');
  const [first] = await arrangeCases(partnership, [
    { name: 'Tamsin', to: 'dev', levels: [{ level: 'HIGH', on: plainDate('2024-01-24') }] },
  ]);
  assert.ok(first);
  one = first;
});

const on = (day: string, month: string, name = 'on', year = '2024') => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
});
const plan = {
  concerns: 'Held by an older group through a debt (CCE)',
  safePeopleAndPlaces: 'Your nan, and the boxing club',
  goingMissing: 'Ring Dev or 101. We will come for you and nobody will shout.',
  contact: 'Tuesdays after school',
};
const tokens = (html: Document, name: string) =>
  html.querySelector(`main input[name="${name}"]`)?.getAttribute('value') ?? '';

test('direct work: what is missing comes back beside its question with the rest kept', async () => {
  const at = `/cases/${one.reference}/direct-work`;
  const missing = await dev.submit(at, { ...on('24', '1'), kind: 'session', words: '“I like the gym”' });
  assert.equal(missing.status, 422);
  assert.match(missing.html, /Say what it was for/);
  assert.match(missing.html, /“I like the gym”/);
  assert.match(
    (await dev.submit(at, { ...on('31', '1'), kind: 'session', topic: 'x', words: 'x' })).html,
    /Enter today or an earlier day/,
  );
  assert.match(
    (await dev.submit(at, { ...on('1', '8', 'on', '2023'), kind: 'session', topic: 'x', words: 'x' })).html,
    /on or after the case was opened, 1 September 2023/,
  );
  assert.equal(
    (await dev.submit(at, { ...on('24', '1'), kind: 'session', topic: 'Trust', words: '“I like the gym”' })).status,
    303,
  );
  assert.match((await dev.get(`/cases/${one.reference}`)).html, /24 January 2024: Session, Trust/);
});

test('a contribution to an enquiry is recorded with who it was given to', async () => {
  const at = `/cases/${one.reference}/contribution`;
  assert.match(
    (await dev.submit(at, { towards: 's47', ...on('25', '1'), words: 'What we know' })).html,
    /Say who it was given to/,
  );
  await dev.submit(at, { towards: 's47', ...on('25', '1'), words: 'What we know', givenTo: 'Bartosz, locality' });
  assert.match((await dev.get(`/cases/${one.reference}`)).html, /child protection enquiry.*To Bartosz, locality/s);
});

test('agreement to engage is a row each time, beside the lawful basis and never instead of it', async () => {
  const at = `/cases/${one.reference}/engagement`;
  await dev.submit(at, { standing: 'not_agreed', words: 'Not now', ...on('10', '1') });
  await dev.submit(at, { standing: 'child', words: 'If it is Dev', ...on('24', '1') });
  const shown = await dev.get(at);
  assert.match(shown.html, /Not now/);
  assert.match((await dev.get(`/cases/${one.reference}`)).html, /The child agrees \(24 January 2024\)/);
  assert.match(shown.html, /section 17: a child in need/);
});

test('an action waits for a plan to belong to', async () => {
  const at = `/cases/${one.reference}/actions`;
  assert.match((await dev.get(at)).html, /Write the plan first/);
  const sent = { what: 'Change her number', who: 'Mum', ...on('2', '2', 'dueOn'), onCopy: 'yes' };
  assert.match((await dev.submit(at, sent)).html, /Write the safety plan first/);
});

test('a high level asks for a plan within one working day, and the plan keeps what is needed', async () => {
  assert.match((await dev.get('/cases')).html, /Safety plan: 4 days late/);
  const at = `/cases/${one.reference}/plan`;
  const { concerns, ...rest } = plan;
  const missing = await dev.submit(at, { ...rest, over: '0' });
  assert.match(missing.html, /Write something under “What we are worried about”/);
  assert.equal((await dev.submit(at, { ...rest, concerns, over: '0' })).status, 303);
  const shown = await dev.get(`/cases/${one.reference}`);
  assert.match(shown.html, /In place; to be reviewed by 17 April 2024/);
});

test('a label under a heading the child will read is sent back', async () => {
  const refused = await dev.submit(`/cases/${one.reference}/plan`, {
    ...plan,
    over: '1',
    warningSigns: 'CCE and high risk',
  });
  assert.equal(refused.status, 422);
  assert.match(refused.html, /This goes on the child’s own copy. Say it to them, without “CCE”/);
});

test('two write the plan at once: the second is told, keeps their words, and may send them again', async () => {
  const at = `/cases/${one.reference}/plan`;
  const [mine, theirs] = [await dev.get(at), await nadine.get(at)];
  const post = (visitor: Visitor, shown: typeof mine, words: string, over: string) =>
    visitor.post(at, {
      ...plan,
      goals: words,
      over,
      _csrf: tokens(shown.page, '_csrf'),
      _once: tokens(shown.page, '_once'),
    });
  assert.equal(tokens(mine.page, 'over'), '1');
  assert.equal((await post(dev, mine, 'To be left alone', '1')).status, 303);
  const second = await post(nadine, theirs, 'To go back to school', '1');
  assert.equal(second.status, 422);
  assert.match(second.html, /Somebody else changed this while you were writing/);
  assert.match(second.html, /To go back to school/);
  assert.equal(tokens(second.page, 'over'), '2');
  assert.equal((await post(nadine, second, 'To go back to school', '2')).status, 303);
  assert.match((await dev.get(`/cases/${one.reference}`)).html, /Version 3.*Version 2.*Version 1/s);
});

test('an action is added, shown on the copy, done, and stays on the record', async () => {
  const at = `/cases/${one.reference}/actions`;
  const sent = { what: 'Change your number', who: 'Mum', ...on('2', '2', 'dueOn'), onCopy: 'yes' };
  assert.match((await dev.submit(at, { ...sent, ...on('29', '1', 'dueOn') })).html, /Enter today or a later day/);
  await dev.submit(at, sent);
  await dev.submit(at, { ...sent, what: 'Visit 14 Canal Street with the police', who: 'PC Zebari', onCopy: 'no' });
  const copy = await dev.get(`/cases/${one.reference}/plan/copy`);
  assert.match(copy.html, /Mum: Change your number, by 2 February 2024/);
  assert.doesNotMatch(copy.html, /Canal Street/);
  const [link] = [...(await dev.get(at)).page.querySelectorAll('main table a')].map(
    (a) => a.getAttribute('href') ?? '',
  );
  assert.ok(link);
  assert.equal((await dev.submit(link, { became: 'done', ...on('30', '1') })).goesTo, at);
  assert.match((await dev.get(at)).html, /Done on 30 January 2024/);
  assert.match(
    (await dev.submit(link, { became: 'not_needed', ...on('30', '1') })).html,
    /recorded what became of this action already/,
  );
});

test('the child’s copy speaks to the child: no label, no worry about others, no reference', async () => {
  const { page } = await dev.get(`/cases/${one.reference}/plan/copy`);
  const words = page.querySelector('.child-copy')?.textContent ?? '';
  assert.match(words, /Tamsin, this is your plan/);
  assert.match(words, /None of this is your fault/);
  assert.match(words, /Your nan, and the boxing club/);
  assert.match(words, /Your worker is Dev Rathore/);
  assert.match(words, /look at this plan again together by 17 April 2024/);
  assert.doesNotMatch(words, /CCE|HIGH|High|risk|Held by an older group/);
  assert.doesNotMatch(words, new RegExp(one.reference));
});

test('its files say the same words in the same order, and bear nothing more in their names', async () => {
  const at = `/cases/${one.reference}/plan/copy`;
  const shown = (await dev.get(at)).page.querySelectorAll('.child-copy :is(h1, h2, p, li)');
  const words = [...shown].map(({ textContent }) => textContent?.trim() ?? '');
  assert.ok(words.length > 8);
  for (const format of ['pdf', 'docx'] as const) {
    const file = await partnership.inject({ url: `${at}/your-plan.${format}`, headers: { cookie: dev.cookie } });
    assert.match(String(file.headers['content-disposition']), new RegExp(`"your-plan.${format}"`));
    const said = spaced((await readers[format](new Uint8Array(file.rawPayload))).says.join(' '));
    const places = words.map((one) => said.indexOf(spaced(one)));
    assert.ok(!places.includes(-1), `${format}: ${words[places.indexOf(-1)]}`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
      format,
    );
    assert.doesNotMatch(said, new RegExp(`${one.reference}|Held by an older group`));
  }
  assert.equal((await dev.get(`${at}/your-plan.xlsx`)).status, 404);
});
const spaced = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

test('that the child has their copy is recorded with its day, format and language', async () => {
  const at = `/cases/${one.reference}/plan/copy`;
  const missing = await dev.submit(at, { ...on('30', '1', 'givenOn'), language: 'Slovak' });
  assert.match(missing.html, /Say how it was given/);
  assert.match(missing.html, /Slovak/);
  await dev.submit(at, { ...on('30', '1', 'givenOn'), format: 'large_print', language: 'Slovak' });
  assert.match(
    (await dev.get(`/cases/${one.reference}`)).html,
    /The child has a copy \(printed large, in Slovak, 30 January 2024\)/,
  );
});

test('weekly progress shows every open child of the team, what was done, and takes a note', async () => {
  const shown = await nadine.get('/progress');
  assert.match(shown.html, /Tamsin Marsh/);
  assert.match(shown.html, /Session on 24 January 2024: Trust/);
  assert.match(shown.html, /Assessment authorised: high/);
  assert.match(shown.html, /Action done: Change your number/);
  assert.match(shown.html, /No progress note yet/);
  const at = `/cases/${one.reference}/progress`;
  assert.match((await nadine.submit(at, {})).html, /Write this week’s note/);
  assert.equal((await nadine.submit(at, { words: 'Quieter week. Nan helps.' })).goesTo, `/progress#${one.reference}`);
  assert.match((await nadine.get('/progress')).html, /Nadine Okoro: Quieter week/);
});

test('a case is passed on with a reason; the worker before keeps no hold on it', async () => {
  const at = `/cases/${one.reference}/allocate`;
  const shown = await nadine.get(at);
  assert.match(shown.html, /Dev Rathore \(1 open case\)/);
  const over = tokens(shown.page, 'over');
  const sent = { over, ...on('30', '1', 'since'), reason: 'She asked for a woman' };
  assert.match((await nadine.submit(at, sent)).html, /Choose who will hold the case/);
  assert.match((await nadine.submit(at, { ...sent, holder: 'dev' })).html, /Dev Rathore holds this case already/);
  assert.equal((await nadine.submit(at, { ...sent, holder: 'lucia' })).status, 303);
  assert.match((await nadine.submit(at, { ...sent, holder: 'meilin' })).html, /Somebody else changed this/);
  assert.match((await nadine.get(`/cases/${one.reference}`)).html, /Lucia Horváthová/);
  assert.doesNotMatch((await dev.get('/cases?whose=mine')).html, /Tamsin/);
  assert.match((await dev.get('/cases?whose=team')).html, /Tamsin/);
});

test('the child’s page shows Evolve’s part, what happened by day, and what may be done next', async () => {
  const { reference } = await partnership.arrange((tx) =>
    tx.selectFrom('child').select('reference').where('id', '=', one.childId).executeTakeFirstOrThrow(),
  );
  const { html } = await dev.get(`/children/${reference}`);
  assert.match(html, new RegExp(`${one.reference}, open`));
  assert.match(html, /Direct work: session/);
  assert.match(html, /Safety plan written/);
  assert.match(html, /Record direct work/);
  const gwen = await partnership.signedIn('gwen');
  assert.equal((await gwen.get(`/children/${reference}`)).status, 404);
});
