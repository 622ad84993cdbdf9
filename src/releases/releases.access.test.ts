import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Answer } from '../platform/testing/visitor.ts';
import { testHouse } from '../testing/open.ts';

const house = await testHouse({ holds: 'partnership' });

const as = (key: string) => house.signedIn(key);
const anybody = (url: string) => house.inject({ url });
const words = ({ page }: Answer) => page.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
const files = ['csv', 'xlsx', 'ods', 'docx', 'pdf'];

async function compose(tables: string[], more: Record<string, string> = {}): Promise<string> {
  const ilinca = await as('ilinca');
  const query = new URLSearchParams(tables.map((table) => ['table', table]));
  const composed = await ilinca.submit(`/releases/compose?${query}`, { title: 'Assessments by type', ...more });
  assert.equal(composed.status, 303, composed.html);
  return composed.goesTo?.split('/').at(-1) ?? '';
}
const settle = async (key: string, reference: string, decision = 'approve', reason = '') =>
  (await as(key)).submit(`/releases/${reference}`, { decision, reason });

test('figures not released yet are nowhere for those who see none: no page, no file, no list, and no row', async () => {
  const reference = await compose(['assessments.type']);
  for (const key of ['ellis', 'bridget', 'seun', 'kit', 'ben', 'amina', 'dev', 'asha', 'bartosz']) {
    const visitor = await as(key);
    assert.equal((await visitor.get(`/releases/${reference}`)).status, 403, key);
    assert.equal((await visitor.get('/releases')).status, 403, key);
    const rows = await house.as(key, async (tx) => ({
      figures: (await tx.selectFrom('release_figure').selectAll().execute()).length,
      releases: (await tx.selectFrom('release').selectAll().execute()).length,
    }));
    assert.deepEqual(rows, { figures: 0, releases: 0 }, key);
  }
  assert.equal((await anybody(`/published/${reference}`)).statusCode, 404);
  assert.doesNotMatch((await anybody('/published')).body, new RegExp(reference));
  for (const file of files)
    assert.equal((await anybody(`/published/${reference}/${reference}.${file}`)).statusCode, 404, file);
  assert.match(words(await (await as('helen')).get(`/releases/${reference}`)), /141/);
});

test('nobody approves what they composed; a second person does, and then everybody reads it in every form', async () => {
  const reference = await compose(['closures.reason']);
  assert.match((await settle('ilinca', reference)).html, /Somebody who approves figures decides this/);
  assert.match((await settle('helen', reference, 'decline')).html, /Say why, for whoever composed it/);
  assert.equal((await settle('helen', reference)).status, 303);
  assert.match((await settle('nadine', reference)).html, /settled already: released/);

  const page = await anybody(`/published/${reference}`);
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /Risk reduced to low/);
  for (const file of files) {
    const answer = await anybody(`/published/${reference}/${reference}.${file}`);
    assert.equal(answer.statusCode, 200, file);
    assert.ok(answer.rawPayload.length > 200, file);
  }
  assert.match((await anybody('/published')).body, new RegExp(reference));
});

test('what was declined is never published', async () => {
  const reference = await compose(['assessments.type.level']);
  assert.equal((await settle('helen', reference, 'decline', 'The period is wrong')).status, 303);
  assert.equal((await anybody(`/published/${reference}`)).statusCode, 404);
  assert.match((await settle('nadine', reference)).html, /settled already: not approved/);
});

test('a withdrawn release keeps its listing and reason and loses its figures; a correction says what changed', async () => {
  const reference = await compose(['referred.quarter']);
  await settle('helen', reference);
  const helen = await as('helen');
  await helen.submit(`/releases/${reference}/withdraw`, { reason: 'A quarter was counted twice.' });
  const page = await anybody(`/published/${reference}`);
  assert.match(page.body, /Withdrawn on 30 January 2024: A quarter was counted twice/);
  assert.doesNotMatch(page.body, /January to March/);
  assert.match((await anybody('/published')).body, /A quarter was counted twice/);
  for (const file of files)
    assert.equal((await anybody(`/published/${reference}/${reference}.${file}`)).statusCode, 404, file);

  const ilinca = await as('ilinca');
  const at = '/releases/compose?table=referred.quarter';
  const silent = await ilinca.submit(at, { title: 'Again', corrects: reference });
  assert.match(silent.html, /Say what changed/);
  const corrected = await compose(['referred.quarter'], { corrects: reference, whatChanged: 'The second quarter' });
  assert.doesNotMatch((await anybody(`/published/${reference}`)).body, /Corrected by/, 'not before it is approved');
  await settle('nadine', corrected);
  assert.match((await anybody(`/published/${corrected}`)).body, /This corrects[\s\S]*The second quarter/);
  for (const body of [
    (await anybody(`/published/${reference}`)).body,
    (await anybody('/published')).body,
    (await ilinca.get('/releases')).html,
    (await ilinca.get(`/releases/${reference}`)).html,
  ])
    assert.match(body.replaceAll(/<[^>]*>/g, ''), new RegExp(`Corrected by ${corrected}`));
});

test('withdrawing from a second window says that it is withdrawn, by whom, and keeps what was typed', async () => {
  const reference = await compose(['referred.quarter']);
  await settle('helen', reference);
  const [helen, nadine] = [await as('helen'), await as('nadine')];
  await helen.submit(`/releases/${reference}/withdraw`, { reason: 'A quarter was counted twice.' });
  const late = await nadine.submit(`/releases/${reference}/withdraw`, { reason: 'Typed in the second window.' });
  assert.equal(late.status, 422);
  assert.match(late.html, /It is withdrawn already: by Helen Ackroyd\./);
  assert.match(late.html, /Typed in the second window\./);
});

test('settling from a second window says so, and keeps the reason that was typed', async () => {
  const reference = await compose(['referred.quarter']);
  await settle('helen', reference);
  const late = await settle('nadine', reference, 'decline', 'Typed in the second window.');
  assert.match(late.html, /settled already: released/);
  assert.match(late.html, /Typed in the second window\./);
});

test('whoever approves sees the tables, what is hidden and why, and what is in no table, before the decision', async () => {
  const reference = await compose(['assessments.type.age'], {
    title: 'Assessments\u0001 of 2023',
    summary: 'Of 341 assessments, most were of boys.\r\n\r\nNo child is named.',
  });
  const page = words(await (await as('helen')).get(`/releases/${reference}`));
  const order = [
    /Assessments of 2023/,
    /341 is in no table: nothing has checked it\./,
    /cells are hidden: which, and why/,
    /\(few children\)/,
    /No child is named/,
    /Counted: assessments/,
    /What do you decide\?/,
  ].map((what) => page.search(what));
  assert.ok(!order.includes(-1), `${order}`);
  assert.deepEqual(
    order.toSorted((a, b) => a - b),
    order,
  );
});

test('no number of a hidden cell is kept where a reader of figures, or anybody, could read it', async () => {
  const reference = await compose(['assessments.type.age']);
  const { rows } = await house.arrange((tx) =>
    sql<{ symbol: string | null; value: number | null }>`select f.symbol, f.value from release_figure f
      join release r on r.id = f.release_id where r.reference = ${reference}`.execute(tx),
  );
  assert.ok(rows.some(({ symbol }) => symbol === 'c'));
  assert.ok(rows.every(({ symbol, value }) => (symbol === null) !== (value === null)));
  const small = rows.filter(({ value }) => value !== null && value > 0 && value <= 2);
  assert.deepEqual(small, []);
  await assert.rejects(
    house.house.as('app', { worker: house.workerId('helen') }, (tx) =>
      tx.selectFrom('release_record').selectAll().execute(),
    ),
    /permission denied/,
  );
});

test('records that change after freezing are said, and what was frozen stays as it was', async () => {
  const reference = await compose(['caseload.type']);
  const before = words(await (await as('ilinca')).get(`/releases/${reference}`));
  assert.doesNotMatch(before, /changed since/);
  // A wrong fact about one open child is put right.
  await house.arrange((tx) =>
    sql`insert into child_detail (child_id, version, given_names, family_name, born_on, sex, ethnicity, reason, recorded_at)
      select child_id, version + 1, given_names, family_name, born_on, case sex when 'F' then 'M' else 'F' end, ethnicity, 'R', now()
      from child_detail where child_id = (select child_id from open_case order by case_id limit 1)
      order by version desc limit 1`.execute(tx),
  );
  const says =
    /records of 1 child behind it changed since it was frozen. Today would be counted otherwise: 1 of “Children open to Evolve”\./;
  for (const key of ['ilinca', 'gwen', 'helen']) {
    assert.match(words(await (await as(key)).get(`/releases/${reference}`)), says, key);
    assert.match(words(await (await as(key)).get('/releases')), says, key);
  }
  await settle('helen', reference);
  assert.doesNotMatch((await anybody(`/published/${reference}`)).body, /changed since/);
  const asked = (key: string) =>
    house.as(key, async (tx) => {
      const { rows } = await sql<{ records: number }>`select r.records from release x
        cross join guard.release_changes(x.id, '[]') r where x.reference = ${reference}`.execute(tx);
      return rows.some(({ records }) => records > 0);
    });
  assert.deepEqual([await asked('gwen'), await asked('ellis'), await asked('kit')], [true, false, false]);
});

test('ward and school are refused in the room; another question is answered in words that hide what they must', async () => {
  const ilinca = await as('ilinca');
  assert.match(words(await ilinca.get('/answers/new?question=ward')), /not answered in the room/);
  assert.match(
    (await ilinca.submit('/answers/new?question=school', {}).catch(() => ilinca.get('/answers/new?question=school')))
      .html,
    /not answered in the room/,
  );
  await as('helen');
  const asked = words(await ilinca.get('/answers/new?question=looked-after-or-send'));
  assert.match(asked, /Helen Ackroyd/);
  assert.match(
    asked,
    /Special educational needs and disabilities \(SEND\): \d+ of \d+ \(\d+\.\d%\)|fewer than 10|not more than/,
  );
  const frozen = await ilinca.submit('/answers/new?question=looked-after-or-send', {});
  assert.equal(frozen.status, 303);
  const reference = frozen.goesTo?.split('/').at(-1) ?? '';
  await settle('helen', reference);
  const { body } = await anybody(`/published/${reference}`);
  assert.match(body, /<h1[^>]*>Of children at risk of exploitation/);
  for (const line of [
    />Base: \d+ \(children at risk of exploitation\)\.</,
    />Definition: [^<]+ Left out: /,
    />As at 30 January 2024\.</,
  ])
    assert.match(body, line);
  const list = (await anybody('/published')).body.replaceAll(/<[^>]*>/g, '');
  assert.match(list, /how many are both\?As at 30 January 2024\. Released/);
  assert.doesNotMatch(list, /Answer to a question of members/);
  assert.match((await ilinca.get('/releases')).html, /how many are both\?/);

  const again = '/answers/new?question=looked-after-or-send';
  const silent = await ilinca.submit(again, { corrects: reference });
  assert.match(silent.html, /Say what changed since the answer it corrects/);
  const corrected = await ilinca.submit(again, { corrects: reference, whatChanged: 'One child was counted twice' });
  const correction = corrected.goesTo?.split('/').at(-1) ?? '';
  await settle('helen', correction);
  assert.match(
    (await anybody(`/published/${reference}`)).body.replaceAll(/<[^>]*>/g, ''),
    new RegExp(`Corrected by ${correction}`),
  );
  assert.match((await anybody(`/published/${correction}`)).body, /This corrects[\s\S]*One child was counted twice/);
  const deeds = await house.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select('act')
      .where('kind', '=', 'deed')
      .where('subject', '=', '/answers/new')
      .execute(),
  );
  assert.deepEqual(
    deeds.map(({ act }) => act),
    [reference, correction].map((one) => `froze an answer to a question ${one}`),
  );
});

test('whoever composed is told on their first page what became of it; a member’s leads to what is published', async () => {
  const reference = await compose(['closures.quarter']);
  await settle('helen', reference, 'decline', 'The period is wrong');
  assert.match(
    words(await (await as('ilinca')).get('/')),
    /\d+ releases? of yours (was|were) not approved in the last seven days/,
  );
  assert.doesNotMatch(words(await (await as('helen')).get('/')), /of yours/);
  const ellis = await (await as('ellis')).get('/');
  assert.match(words(ellis), /Published figures/);
  assert.doesNotMatch(words(ellis), /opens no page/);
  assert.match((await anybody('/sign-in')).body, /href="\/published"/);
});

test('what is made for the partnership is read in the ledger by those who see figures, and published nowhere', async () => {
  const ilinca = await as('ilinca');
  const at = '/releases/compose?profile=partnership&table=closures.quarter';
  const reference = (await ilinca.submit(at, { title: 'For the partnership' })).goesTo?.split('/').at(-1) ?? '';
  assert.equal((await settle('helen', reference)).status, 303);
  assert.equal((await anybody(`/published/${reference}`)).statusCode, 404);
  assert.equal((await anybody(`/published/${reference}/${reference}.csv`)).statusCode, 404);
  assert.doesNotMatch((await anybody('/published')).body, new RegExp(reference));
  assert.match(words(await ilinca.get(`/releases/${reference}`)), /Released/);
});
