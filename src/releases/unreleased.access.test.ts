import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { modules } from '../modules.ts';
import type { Tx } from '../platform/db/index.ts';
import { TODAY } from '../platform/testing/house.ts';
import { tokenIn } from '../platform/testing/visitor.ts';
import { homePage } from '../platform/web/home.tsx';
import { testHouse } from '../testing/open.ts';
import { CAST } from '../trial/story/cast.ts';
import { listLedgerFigures } from './ledger-figures.db.ts';
import { arrangeRelease, arrangeStandings, type Ledgered, type Standing } from './testing/standings.ts';

const house = await testHouse({ holds: 'partnership' });
let ledger: Record<Standing, Ledgered>;
before(async () => {
  ledger = await arrangeStandings(house);
});

const seesFigures = ['performance_analyst', 'head_of_service', 'evolve_manager', 'mash_manager'];
/** One of each who see none: members, scrutiny, partners, practitioners. */
const outside = [...new Map(CAST.map(({ key, roles }) => [roles.join(), { key, roles }])).values()].flatMap(
  ({ key, roles }) => (roles.some((role) => seesFigures.includes(role)) ? [] : key),
);
const unreleased = ['waiting', 'found', 'declined', 'for the partnership', 'for a provider', 'internal'] as const;
const files = ['csv', 'xlsx', 'ods', 'docx', 'pdf'];
/** Nobody: an address asked by somebody who is not signed in. */
const NOBODY = '';
const claims = (key: string): Record<string, string> => ({
  today: TODAY,
  ...(key !== NOBODY && { worker: house.workerId(key) }),
});

/** Of which releases somebody reads a row, table by table, by asking the database itself. */
async function readBy(key: string): Promise<Record<string, Standing[]>> {
  const names = new Map(Object.entries(ledger).map(([name, { id }]) => [id, name as Standing]));
  const tables = ['summary', 'table', 'figure', 'attack', 'approval', 'declined', 'withdrawn'].map(
    (one) => `release_${one}`,
  );
  const parts = [
    sql`select 'release' "table", id from release`,
    ...tables.map((table) => sql`select ${table}, release_id from ${sql.table(table)}`),
    ...Object.values(ledger).map(
      ({ id }) => sql`select 'records', ${id}::uuid from guard.release_records(${id}) where record is not null`,
    ),
  ];
  return house.house.as('app', claims(key), async (tx) => {
    const { rows } = await sql<{ table: string; id: string }>`${sql.join(parts, sql` union `)}`.execute(tx);
    const read = Map.groupBy(rows, ({ table }) => table);
    const list = (table: string) => (read.get(table) ?? []).map(({ id }) => names.get(id) ?? 'published').toSorted();
    return Object.fromEntries(['release', ...tables, 'records'].map((table) => [table, list(table)]));
  });
}

test('the database itself shows those who see no figures what is published, and of what was withdrawn the listing', async () => {
  for (const key of [NOBODY, ...outside])
    assert.deepEqual(
      await readBy(key),
      {
        release: ['published', 'withdrawn'],
        release_summary: ['published'],
        release_table: ['published'],
        release_figure: ['published'],
        release_attack: [],
        release_approval: ['published', 'withdrawn'],
        release_declined: [],
        release_withdrawn: ['withdrawn'],
        records: [],
      },
      key || 'nobody',
    );
});

test('those who see figures read the whole ledger; the records behind it, by keys, whoever composes or approves', async () => {
  const all = Object.keys(ledger).toSorted();
  for (const [key, records] of [
    ['ilinca', all],
    ['helen', all],
    ['nadine', all],
    ['gwen', []],
  ] as const) {
    const read = await readBy(key);
    assert.deepEqual([read.release, read.release_figure, read.records], [all, all, records], key);
  }
});

test('a table of one’s own, named as one of the house, fools no policy', async () => {
  for (const key of [NOBODY, 'ellis', 'gwen'])
    await house.house
      .as('app', claims(key), async (tx) => {
        const read = async () => {
          const { rows } = await sql<{ id: string }>`select id from public.release
            union all select release_id from public.release_figure
            union all select ${ledger.waiting.id}::uuid from guard.release_records(${ledger.waiting.id})`.execute(tx);
          return rows.map(({ id }) => id).toSorted();
        };
        const earlier = await read();
        const ids = Object.values(ledger).map(({ id }) => sql`(${id}::uuid)`);
        const me = key === NOBODY ? null : house.workerId(key);
        await sql`create temp table release_approval (release_id) as values ${sql.join(ids)}`.execute(tx);
        await sql`create temp table release as select id, 'public' profile, ${me}::uuid composed_by from (values ${sql.join(ids)}) of (id)`.execute(
          tx,
        );
        await sql`create temp table worker_role as select ${me}::uuid worker_id, unnest(array['head_of_service', 'performance_analyst']) "role",
          date '2020-01-01' since, null::date "until"`.execute(tx);
        await sql`create temp table release_withdrawn (release_id uuid)`.execute(tx);
        await sql`grant select on pg_temp.release_approval, pg_temp.release, pg_temp.worker_role, pg_temp.release_withdrawn
          to throughline_guard`.execute(tx);
        await sql`select set_config('search_path', 'pg_temp, public', true)`.execute(tx);
        assert.deepEqual(await read(), earlier, key || 'nobody');
        throw new TakenBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof TakenBack)) throw error;
      });
});
class TakenBack extends Error {}

test('a paper is held against what stands published and nothing else, whoever checks it, the console too', async () => {
  const held = async (tx: Tx) => (await listLedgerFigures(tx)).map(({ value }) => value);
  for (const key of [NOBODY, 'bridget', 'ilinca', 'helen'])
    assert.deepEqual(await house.house.as('app', claims(key), held), [ledger.published.figure], key || 'nobody');
  assert.deepEqual(await house.arrange(held), [ledger.published.figure]);
});

test('a correction names what it corrects to those alone who may know of that', async () => {
  const { reference } = await arrangeRelease(house, { corrects: ledger.waiting.id, approvedBy: 'helen' });
  const { body } = await house.inject({ url: `/published/${reference}` });
  assert.match(body, /Zinnober R question/);
  assert.ok(!body.includes(ledger.waiting.reference) && !body.includes('what changed'));
  const ilinca = await (await house.signedIn('ilinca')).get(`/releases/${reference}`);
  assert.ok(ilinca.html.includes(ledger.waiting.reference));
});

const pages = [
  homePage(modules),
  ...modules.flatMap((room) => [...(room.pages ?? []), ...(room.collects?.(modules) ?? [])]),
];
const openPages = modules.flatMap((room) => room.openPages ?? []);
const fill = (path: string, value: string) => path.replaceAll(/:\w+/g, encodeURIComponent(value));

/** Every address of the house, as if each thing it is about were this release. */
const everywhere = ({ reference }: Ledgered) => [...pages, ...openPages].map(({ path }) => fill(path, reference));

/** Every address where a release stands or might. */
function addressesOf({ reference, id }: Ledgered): string[] {
  const at = `/published/${reference}`;
  return [
    ...[...pages, ...openPages].flatMap(({ path }) =>
      /^\/(releases|published).*:/.test(path) ? [fill(path, reference), fill(path, id)] : [],
    ),
    ...files.flatMap((file) => [
      `${at}/${reference}.${file}`,
      `${at}/${id}.${file}`,
      `/published/x/${reference}.${file}`,
    ]),
    ...[
      `${at}/`,
      `${at}?profile=internal`,
      `${at}/${reference}.json`,
      `${at}/${reference}.csv/`,
      `${at}%2f${reference}.csv`,
    ],
    ...[`/published?reference=${reference}`, `/published/${reference.toLowerCase()}`, `/published/${reference}%20`],
    `/published/${encodeURIComponent(`${reference}' or '1'='1`)}`,
  ];
}

test('no address of the house, whatever is asked of it, shows those who see no figures a word of what is not released', async () => {
  const marks = unreleased.flatMap((name) => ledger[name].marks);
  const said: string[] = [];
  let opened = 0;
  for (const key of [NOBODY, 'ellis', 'bridget', 'amina', 'dev', 'seun']) {
    const cookie = key === NOBODY ? '' : (await house.signedIn(key)).cookie;
    // What is published is answered as nobody, whoever asks: of those signed in one is enough.
    const about = key === NOBODY || key === 'ellis' ? unreleased.flatMap((name) => addressesOf(ledger[name])) : [];
    for (const url of [...everywhere(ledger.waiting), ...about]) {
      const { body, statusCode, headers } = await house.inject({ url, headers: { cookie } });
      // What was asked for comes back in the address of the sign-in page.
      const told = body + (statusCode === 303 ? '' : JSON.stringify(headers));
      if (statusCode === 200) opened++;
      for (const mark of marks) if (told.includes(mark)) said.push(`${key || 'nobody'} ${url}: ${mark}`);
    }
  }
  assert.deepEqual(said, []);
  assert.ok(opened > 30, `only ${opened} pages opened`);
});

test('nor by a form: none of them composes, answers, approves, declines or withdraws, or learns why not', async () => {
  const about = unreleased.flatMap((name) => [
    `/releases/${ledger[name].reference}`,
    `/releases/${ledger[name].reference}/withdraw`,
  ]);
  const addresses = ['/releases/F-2222222', ...about, '/releases/compose', '/answers/new?question=type'];
  const form = { decision: 'approve', reason: 'R', title: 'T' };
  for (const key of outside) {
    const visitor = await house.signedIn(key);
    const _csrf = tokenIn(await visitor.get('/'), '_csrf');
    const answers = await Promise.all(addresses.map((address) => visitor.post(address, { ...form, _csrf })));
    assert.deepEqual(new Set(answers.map(({ status, html }) => `${status} ${html}`)).size, 1, key);
    assert.equal(answers[0]?.status, 403, key);
  }
});

test('what is not published is to everybody as if it were not there: status, words, headers, and for every method', async () => {
  const plain = async (url: string, method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST') => {
    const { statusCode, body, headers } = await house.inject({ url, method });
    const { date: _, ...rest } = headers;
    return { statusCode, body, rest };
  };
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST'] as const)
    for (const name of unreleased) {
      const { reference } = ledger[name];
      const says = `${method} ${name}`;
      assert.deepEqual(
        await plain(`/published/${reference}`, method),
        await plain('/published/F-2222222', method),
        says,
      );
      for (const file of files)
        assert.deepEqual(
          await plain(`/published/${reference}/${reference}.${file}`, method),
          await plain(`/published/F-2222222/F-2222222.${file}`, method),
          `${says} ${file}`,
        );
    }
});

test('nothing of a release is kept by a browser or a proxy, so that what is withdrawn is gone', async () => {
  const { reference } = ledger.published;
  for (const url of [
    `/published/${reference}`,
    ...files.map((file) => `/published/${reference}/${reference}.${file}`),
  ]) {
    const { headers, statusCode } = await house.inject({ url });
    assert.deepEqual([statusCode, headers['cache-control'], headers.etag], [200, 'no-store', undefined], url);
  }
  const gone = ledger.withdrawn;
  for (const file of files) {
    const { statusCode, body } = await house.inject({ url: `/published/${gone.reference}/${gone.reference}.${file}` });
    assert.equal(statusCode, 404, file);
    assert.ok(!body.includes(gone.reference), file);
  }
  const { body } = await house.inject({ url: `/published/${gone.reference}` });
  // An answer says its figures in words, so its words go with them.
  for (const mark of ['Zinnober withdrawn summary', String(gone.figure), gone.figure.toLocaleString('en-GB')])
    assert.ok(!body.includes(mark), mark);
});

test('a look at figures that are not released is in the audit, by whom and of which', async () => {
  const { reference } = ledger.waiting;
  for (const key of ['ilinca', 'gwen', 'helen']) {
    await (await house.signedIn(key)).get(`/releases/${reference}`);
    const looks = await house.house.as('auditor', {}, (tx) =>
      tx
        .selectFrom('audit_entry')
        .select('subject')
        .where('workerId', '=', house.workerId(key))
        .where('kind', '=', 'look')
        .where('subject', '=', `/releases/${reference}`)
        .execute(),
    );
    assert.equal(looks.length, 1, key);
  }
});

test('which question was answered, and which figures were composed to be looked at, is in the audit', async () => {
  const ilinca = await house.signedIn('ilinca');
  await ilinca.get('/answers/new?question=ward');
  await ilinca.get('/releases/compose?from=2023-01-01&to=2023-01-31&profile=internal&table=referred.sex');
  const looks = await house.house.as('auditor', {}, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select('detail')
      .where('workerId', '=', house.workerId('ilinca'))
      .where('subject', 'in', ['/answers/new', '/releases/compose'])
      .execute(),
  );
  assert.deepEqual(
    looks.map(({ detail }) => detail),
    [{ question: 'ward' }, { composition: 'from=2023-01-01&to=2023-01-31&profile=internal&table=referred.sex' }],
  );
});
