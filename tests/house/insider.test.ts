import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { plainDate } from '../../src/platform/kernel/index.ts';
import { tokenIn, type Visitor } from '../../src/platform/testing/visitor.ts';
import { withoutData } from '../../src/platform/web/server.tsx';
import { arrangeOwn, type Subject } from '../../src/testing/arranged.ts';
import { testHouse } from '../../src/testing/open.ts';
import { listEntries } from './matrix/shown.ts';

const house = await testHouse({ holds: 'partnership' });
let own: Subject;
let another: Subject;
before(async () => {
  own = await arrangeOwn(house, { givenNames: 'Ondine', familyName: 'Quarrell', bornOn: plainDate('2009-06-01') });
  another = await arrangeOwn(house, { givenNames: 'Wren', familyName: 'Xanthos', bornOn: plainDate('2012-02-11') });
});

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const signedIn = (key: string) => house.signedIn(key);
const count = async (table: 'screening' | 'break_glass' | 'submission' | 'partner_request') => {
  const { rows } = await house.arrange((tx) =>
    sql<{ n: number }>`select count(*) n from ${sql.table(table)}`.execute(tx),
  );
  return rows[0]?.n ?? 0;
};
/** As a browser would send it, or as no browser would. */
const send = (visitor: Visitor, options: InjectOptions & { url: string }) =>
  house.inject({ ...options, headers: { cookie: visitor.cookie, ...options.headers } });
const rate = () => `/mash/${own.referral.reference}/screen`;

test('a form without its browser’s token, or with another browser’s, does nothing', async () => {
  const [asha, gwen] = [await signedIn('asha'), await signedIn('gwen')];
  const [shown, foreign] = [await asha.get(rate()), await gwen.get(rate())];
  const typed = { brag: 'amber', _once: tokenIn(shown, '_once') };
  const earlier = await count('screening');
  assert.equal((await asha.post(rate(), typed)).status, 403);
  assert.equal((await asha.post(rate(), { ...typed, _csrf: tokenIn(foreign, '_csrf') })).status, 403);
  assert.equal((await asha.post(rate(), { ...typed, _csrf: '' })).status, 403);
  assert.equal(await count('screening'), earlier);
});

test('a form of somebody else’s, sent again by another, is not taken for theirs and leads nowhere', async () => {
  const [asha, gwen] = [await signedIn('asha'), await signedIn('gwen')];
  const _once = randomUUID();
  const done = await asha.post(rate(), { brag: 'amber', _once, _csrf: tokenIn(await asha.get(rate()), '_csrf') });
  assert.equal(done.status, 303);
  const elsewhere = { _once, _csrf: tokenIn(await gwen.get('/break-glass'), '_csrf') };
  const reason = 'Brought to the station by police';
  const glass = await gwen.post('/break-glass', { ...elsewhere, reference: 'C-2222222', reason });
  assert.deepEqual([glass.status, glass.goesTo], [422, undefined]);
  const ben = await signedIn('ben');
  const replayed = await ben.post(rate(), { brag: 'amber', _once, _csrf: tokenIn(await ben.get('/'), '_csrf') });
  assert.deepEqual([replayed.status, replayed.goesTo], [403, undefined]);
});

test('a form sent twice is one deed; gone back to and sent with other words it is another', async () => {
  const asha = await signedIn('asha');
  const shown = await asha.get(rate());
  const tokens = { _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') };
  const earlier = await count('screening');
  for (const brag of ['red', 'red', 'amber']) assert.equal((await asha.post(rate(), { brag, ...tokens })).status, 303);
  assert.equal(await count('screening'), earlier + 2);
});

test('what a form does not ask is not taken: not who did it, when, or about whom', async () => {
  const asha = await signedIn('asha');
  const forged = {
    screened_by: house.workerId('gwen'),
    screened_at: '2020-01-01',
    referral_id: another.referral.id,
    screenedBy: house.workerId('gwen'),
    screenedAt: '2020-01-01',
    referralId: another.referral.id,
    by: house.workerId('gwen'),
    id: another.referral.id,
  };
  assert.equal((await asha.submit(rate(), { brag: 'green', ...forged })).status, 303);
  const row = await house.arrange((tx) =>
    tx.selectFrom('screening').selectAll().where('brag', '=', 'green').orderBy('screenedAt', 'desc').executeTakeFirst(),
  );
  assert.equal(row?.referralId, own.referral.id);
  assert.equal(row?.screenedBy, house.workerId('asha'));
  assert.notEqual(row?.screenedAt.getUTCFullYear(), 2020);
});

test('a choice that is not on the list is not a choice', async () => {
  const [asha, nadine, seun] = [await signedIn('asha'), await signedIn('nadine'), await signedIn('seun')];
  for (const brag of ['constructor', '__proto__', 'toString', 'purple'])
    assert.equal((await asha.submit(rate(), { brag })).status, 422, brag);
  const earlier = await count('partner_request');
  const asked = { agencies: randomUUID(), childNamed: 'N', asks: 'A' };
  assert.equal((await asha.submit(`/mash/${own.referral.reference}/ask-partners`, asked)).status, 422);
  assert.equal(await count('partner_request'), earlier);
  const allocated = { holder: 'bartosz', 'since-day': '30', 'since-month': '1', 'since-year': '2024', reason: 'R' };
  assert.equal((await nadine.submit(`/cases/${own.case.reference}/allocate`, allocated)).status, 422);
  const restricted = { reference: own.child.reference, reason: 'R', contact: house.workerId('seun') };
  assert.equal((await seun.submit('/access/restrictions/new', restricted)).status, 422, 'not in one’s own favour');
});

test('an address put together of two records opens neither', async () => {
  const [dev, asha] = [await signedIn('dev'), await signedIn('asha')];
  const paths: [Visitor, string][] = [
    [dev, `/cases/${own.case.reference}/actions/${another.action}`],
    [asha, `/mash/${own.referral.reference}/children/1/undo/${another.match}`],
    [asha, `/mash/${own.referral.reference}/children/2/undo/${own.match}`],
    [asha, `/mash/${own.referral.reference}/children/2/${another.child.reference}`],
    [asha, `/mash/${own.referral.reference}/children/3/new`],
    [dev, `/assessments/${own.case.reference}`],
    [dev, `/cases/${own.child.reference}`],
  ];
  for (const [visitor, path] of paths) assert.equal((await visitor.get(path)).status, 404, path);
});

test('what cannot be read is answered with one plain page, and what is too much is not taken', async () => {
  const [asha, nadine, seun] = [await signedIn('asha'), await signedIn('nadine'), await signedIn('seun')];
  const dashes = '-'.repeat(36);
  const figure = '/reports/child-exploitation/figures/assessments.completed?from=2023-01-01&to=2023-12-31';
  const unreadable: [Visitor, string][] = [
    ...[
      '/children?name=%00',
      '/children/%00',
      '/children/C-%00',
      '/children?name=Khan&x=%00',
      '/children/%',
      '/children/%E0%A4%A',
    ].map((path): [Visitor, string] => [asha, path]),
    ...[
      `/cases/to-open?after=2024-01-01~${dashes}`,
      '/cases/to-open?after=9999-99-99~x',
      `${figure}&after=${dashes}`,
    ].map((path): [Visitor, string] => [nadine, path]),
    [nadine, '/reports/child-exploitation?from=9999-01-01&to=9999-12-31'],
    [nadine, `/cases/open/${dashes}`],
    [nadine, `/children/${'x'.repeat(5000)}`],
    [seun, '/audit/looks?reference=%00'],
    [seun, '/audit/looks?reference=C-2222222&before=99999999999999999999'],
  ];
  for (const [visitor, url] of unreadable) {
    const { statusCode, body } = await send(visitor, { url });
    assert.ok(statusCode < 500, `${statusCode} ${url.slice(0, 80)}`);
    assert.match(body, /<h1/, url.slice(0, 80));
    assert.doesNotMatch(body, /invalid|syntax|at \w+ \(|node_modules/);
  }
  const _csrf = tokenIn(await asha.get('/break-glass'), '_csrf');
  const post = (payload: string, headers: Record<string, string> = FORM) =>
    send(asha, { method: 'POST', url: '/break-glass', payload, headers });
  const form = (typed: Record<string, string>) => new URLSearchParams({ _csrf, ...typed }).toString();
  assert.equal((await post(form({ reason: 'x'.repeat(2_000_000) }))).statusCode, 413);
  assert.equal((await post(form({ reason: '\0\0', reference: '\0' }))).statusCode, 422);
  assert.equal((await post(form({ reason: 'x'.repeat(1001) }))).statusCode, 422);
  assert.equal(
    (await post(form(Object.fromEntries([...Array(20_000).keys()].map((n) => [`a${n}`, '']))))).statusCode,
    413,
  );
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x'])
    assert.equal((await post(form({}), { 'content-type': type, 'csrf-token': _csrf })).statusCode, 415, type);
  assert.equal(await count('break_glass'), 0);
});

test('a sign-in without a body is no sign-in, and no error', async () => {
  const answer = await house.inject({ method: 'POST', url: '/sign-in' });
  assert.ok(answer.statusCode < 500, String(answer.statusCode));
});

test('what is logged of trouble says where it was, and nothing of what was typed', () => {
  const said = withoutData(Object.assign(new Error('no such day: "Tamsin Marsh"'), { code: '22P02' }));
  assert.match(said, /^Error 22P02\n {4}at /);
  assert.doesNotMatch(said, /Tamsin/);
});

test('what looks like SQL is a name that nobody has', async () => {
  const asha = await signedIn('asha');
  const typed = ["' or 1=1 --", "'; drop table child; --", "') union select id from child --"];
  for (const name of typed) {
    const { status, page } = await asha.get(`/children?name=${encodeURIComponent(name)}`);
    assert.equal(status, 200, name);
    assert.equal(page.querySelectorAll('tbody tr').length, 0, name);
  }
});

test('only looking and posting are answered; a look without a body is a look, and audited', async () => {
  const nadine = await signedIn('nadine');
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)
    assert.equal((await send(nadine, { method, url: `/children/${own.child.reference}` })).statusCode, 404, method);
  assert.equal((await send(nadine, { method: 'POST', url: '/cases', headers: FORM })).statusCode, 404);
  const head = await send(nadine, { method: 'HEAD', url: `/children/${own.child.reference}` });
  assert.deepEqual([head.statusCode, head.body], [200, '']);
  const entry = (await listEntries(house, 'nadine')).at(-1);
  assert.deepEqual([entry?.kind, entry?.subject], ['look', `/children/${own.child.reference}`]);
  assert.ok(entry?.children.includes(own.child.id));
});

test('no file beyond the assets is served', async () => {
  const asha = await signedIn('asha');
  const up = [
    '/assets/../package.json',
    '/assets/%2e%2e/package.json',
    '/assets/..%2fpackage.json',
    '/assets/..%5cpackage.json',
  ];
  for (const url of [
    ...up,
    '/assets/',
    '/assets/%00',
    '/assets/house.css/',
    '/package.json',
    '//etc/passwd',
    '/assets//etc/passwd',
  ]) {
    const { statusCode, body } = await send(asha, { url });
    assert.ok([400, 403, 404].includes(statusCode), `${statusCode} ${url}`);
    assert.doesNotMatch(body, /throughline"|root:/, url);
  }
});
