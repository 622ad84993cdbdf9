import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testHouse } from '../../src/testing/open.ts';

const house = await testHouse();

type Cookie = { name: string; value: string; httpOnly?: boolean; sameSite?: string; path?: string; maxAge?: number };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const named = (cookies: Cookie[], name: string) => cookies.find((cookie) => cookie.name === name);

/** Somebody at a browser that may hold cookies already. */
async function signIn(worker: string, typed: Record<string, string> = {}, holds = '') {
  const page = await house.inject({ url: '/sign-in', headers: { cookie: holds } });
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const secret = named(page.cookies, '_csrf')?.value ?? '';
  const cookie = `_csrf=${secret}; ${holds}`;
  const payload = new URLSearchParams({ _csrf, worker, ...typed }).toString();
  const answer = await house.inject({ method: 'POST', url: '/sign-in', payload, headers: { cookie, ...FORM } });
  const session = named(answer.cookies, 'session')?.value ?? '';
  return { answer, session, _csrf, cookie: `_csrf=${secret}; session=${session}` };
}
const opens = async (session: string) =>
  (await house.inject({ url: '/', headers: { cookie: `session=${session}` } })).statusCode === 200;

test('a session’s cookie is for this house alone, and no script reads it', async () => {
  const { answer } = await signIn('asha');
  const { httpOnly, sameSite, path, maxAge } = named(answer.cookies, 'session') ?? {};
  assert.deepEqual(
    { httpOnly, sameSite, path, maxAge },
    { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: undefined },
  );
});

test('signing in makes a session of its own: one that was planted is not taken, and one that was held ends', async () => {
  const planted = 'a'.repeat(43);
  const first = await signIn('asha', {}, `session=${planted}`);
  assert.notEqual(first.session, planted);
  assert.equal(await opens(planted), false);
  assert.equal(await opens(first.session), true);
  const second = await signIn('gwen', {}, `session=${first.session}`);
  assert.equal(await opens(first.session), false, 'whoever was signed in here before is signed out');
  assert.equal(await opens(second.session), true);
});

test('after signing out the session opens nothing, and what was said to one is not shown to the next', async () => {
  const { cookie, session, _csrf } = await signIn('asha');
  const headers = { cookie: `${cookie}; said=The%20case%20is%20closed`, ...FORM };
  const out = await house.inject({
    method: 'POST',
    url: '/sign-out',
    payload: `_csrf=${encodeURIComponent(_csrf)}`,
    headers,
  });
  assert.equal(out.statusCode, 303);
  assert.equal(await opens(session), false);
  assert.deepEqual([named(out.cookies, 'session')?.value, named(out.cookies, 'said')?.value], ['', '']);
});

test('a session ends by itself, and nonsense is no session', async () => {
  const { session } = await signIn('asha');
  for (const one of ['', 'x', 'x'.repeat(5000), '%00', session.slice(0, -1), session.toUpperCase()])
    assert.equal(await opens(one), false, one.slice(0, 20));
  const { rows } = await house.arrange((tx) =>
    sql<{ hours: number }>`select max(extract(epoch from expires_at - opened_at)) / 3600 hours from session`.execute(
      tx,
    ),
  );
  assert.equal(rows[0]?.hours, 12);
  await house.arrange((tx) =>
    sql`insert into session (token_hash, worker_id, opened_at, expires_at)
      values (sha256('over'), ${house.workerId('asha')}, now() - interval '2 hours', now() - interval '1 second')`.execute(
      tx,
    ),
  );
  assert.equal(await opens('over'), false);
});

test('the database holds no token that could be replayed', async () => {
  const { session } = await signIn('asha');
  const { rows } = await house.arrange((tx) =>
    sql<{ all: string }>`select session::text "all" from session`.execute(tx),
  );
  assert.ok(rows.length > 0 && rows.every(({ all }) => !all.includes(session)));
});

test('signing in leads on within the house, and nowhere else', async () => {
  const lead = async (next: string) => (await signIn('asha', { next })).answer.headers.location;
  for (const within of ['/cases/E-2222222', '/cases?whose=team&late=yes']) assert.equal(await lead(within), within);
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a?b=//c',
    '',
  ];
  for (const next of [...elsewhere, '/a\r\nSet-Cookie: x=y', '/\tevil', '/ /evil', '\\\\evil', '/@evil', '/a#b'])
    assert.equal(await lead(next), '/', JSON.stringify(next));
});

test('a sentence about a deed is text, wherever it came from', async () => {
  const { cookie } = await signIn('asha');
  const said = encodeURIComponent('<script>alert(1)</script>\r\nSet-Cookie: session=mine');
  const { body, headers, statusCode } = await house.inject({
    url: '/',
    headers: { cookie: `${cookie}; said=${said}` },
  });
  assert.equal(statusCode, 200);
  assert.doesNotMatch(body, /<script>alert/);
  assert.doesNotMatch(String(headers['set-cookie']), /session=mine/);
  for (const bad of ['%E0%A4%A', '%', 'a%00b', 'x'.repeat(3000)])
    assert.equal(
      (await house.inject({ url: '/', headers: { cookie: `${cookie}; said=${bad}` } })).statusCode,
      200,
      bad.slice(0, 9),
    );
});

test('nobody signs in as nobody, twice, or with what cannot be read', async () => {
  for (const worker of ['', 'nobody-here', "asha' or 1=1", '\0', 'a\0sha', 'x'.repeat(10_000)]) {
    const { answer, session } = await signIn(worker);
    assert.ok([303, 400].includes(answer.statusCode), JSON.stringify(worker.slice(0, 20)));
    assert.equal(session, '');
  }
});
