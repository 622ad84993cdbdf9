import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import type { Kind } from '../../src/platform/testing/expected.ts';
import { NOW } from '../../src/platform/testing/house.ts';
import { insert } from '../../src/platform/testing/rows.ts';
import { tokenIn, type Visitor } from '../../src/platform/testing/visitor.ts';
import { arrangeSubjects, type Subject } from '../../src/testing/arranged.ts';
import { testHouse } from '../../src/testing/open.ts';
import { listEntries } from './matrix/shown.ts';

const house = await testHouse({ holds: 'partnership' });
let subjects: Record<Kind, Subject>;
before(async () => {
  subjects = await arrangeSubjects(house);
});
const signedIn = (key: string) => house.signedIn(key);

test('a try to break the glass of a record that stays shut is on record under that child, though it is refused', async () => {
  for (const [key, kind] of [
    ['meilin', 'restricted'],
    ['gwen', 'excluded'],
  ] as const) {
    const { child } = subjects[kind];
    const reason = 'Brought to the station by police';
    const answer = await (await signedIn(key)).submit('/break-glass', { reference: child.reference, reason });
    assert.equal(answer.status, 422, kind);
    const tried = (await listEntries(house, key)).filter(({ act }) => act.startsWith('broke the glass'));
    assert.deepEqual(
      tried.map(({ kind, children }) => ({ kind, children })),
      [{ kind: 'refusal', children: [child.id] }],
      kind,
    );
  }
});

test('an address typed otherwise is in the audit as it is meant, so that who tried is found', async () => {
  const { reference } = subjects['other team’s'].child;
  const meilin = await signedIn('meilin');
  for (const path of [
    `/children/${reference.replace('C', '%43')}`,
    `/%63hildren/${reference}`,
    `/children/${reference}?x=1`,
  ]) {
    assert.equal((await meilin.get(path)).status, 404, path);
    assert.equal((await listEntries(house, 'meilin')).at(-1)?.subject, `/children/${reference}`, path);
  }
  const looked = await (await signedIn('seun')).get(`/audit/looks?reference=${reference}`);
  const refused = [...looked.page.querySelectorAll('tbody tr')].filter((row) =>
    /Mei-Lin.*Refused/s.test(row.textContent ?? ''),
  );
  assert.equal(refused.length, 3);
});

test('the lists of the MASH name in the audit every child whose referral they show', async () => {
  const asha = await signedIn('asha');
  const { rows } = await house.arrange((tx) =>
    sql<{ reference: string; child: string }>`select r.reference, c.child_id child
      from subject_child c join referral r on r.id = c.referral_id`.execute(tx),
  );
  const named: string[] = [];
  for (const path of ['/mash', '/mash?list=to-acknowledge', '/mash?list=decided']) {
    const { html } = await asha.get(path);
    const children = (await listEntries(house, 'asha')).at(-1)?.children ?? [];
    const shown = rows.filter(({ reference }) => html.includes(reference));
    named.push(...shown.map(({ child }) => child));
    assert.deepEqual(
      shown.filter(({ child }) => !children.includes(child)),
      [],
      path,
    );
  }
  assert.ok(new Set(named).size > 1, 'too few to prove it');
});

test('who looked is told by address and reference: not what was read, searched for or written', async () => {
  const { own } = subjects;
  const dev = await signedIn('dev');
  const words = 'Heard at the bus station';
  await dev.get('/children?name=Zwillingerown&born-day=1&born-month=6&born-year=2009');
  await dev.get(`/children/${own.child.reference}`);
  await dev.submit(`/cases/${own.case.reference}/progress`, { words });
  const seun = await signedIn('seun');
  for (const query of [`reference=${own.child.reference}`, `worker=${house.workerId('dev')}`]) {
    const { page } = await seun.get(`/audit/looks?${query}`);
    const told = page.querySelector('tbody')?.textContent ?? '';
    assert.match(told, new RegExp(own.child.reference), query);
    assert.doesNotMatch(told, /Zwillinger|Kind 1|2009|bus station|MEDIUM|Two phones/i, query);
  }
});

test('where the audit cannot be written nothing is shown and nothing is done', async ({ mock }) => {
  mock.method(console, 'error', () => {});
  const owner = new pg.Client({ connectionString: house.url });
  await owner.connect();
  const { own } = subjects;
  const [dev, seun] = [await signedIn('dev'), await signedIn('seun')];
  const form = `/cases/${own.case.reference}/progress`;
  const shown = await dev.get(form);
  const tokens = { _csrf: tokenIn(shown, '_csrf'), _once: tokenIn(shown, '_once') };
  const notes = () => house.arrange((tx) => tx.selectFrom('progress_note').select('words').execute());
  const earlier = (await notes()).length;
  await owner.query('revoke insert on audit_entry from throughline_app');
  await owner.query(
    'revoke insert (actor, worker_id, kind, act, subject, children, detail) on audit_entry from throughline_app',
  );
  try {
    const looks: [Visitor, string][] = [
      [dev, `/children/${own.child.reference}`],
      [dev, '/cases'],
      [dev, '/children?name=Zwillinger'],
      [dev, '/children/C-2222222'],
      [seun, `/audit/looks?reference=${own.child.reference}`],
    ];
    for (const [visitor, path] of looks) {
      const { status, html } = await visitor.get(path);
      assert.equal(status, 500, path);
      assert.doesNotMatch(html, /Zwillinger|Ondine|C-[2-9A-Z]{7}/, path);
    }
    assert.equal((await dev.post(form, { words: 'Not on record', ...tokens })).status, 500);
    const nobody = await house.inject({ method: 'GET', url: '/sign-in' });
    assert.equal(nobody.statusCode, 200);
  } finally {
    await owner.query(
      'grant insert (actor, worker_id, kind, act, subject, children, detail) on audit_entry to throughline_app',
    );
    await owner.end();
  }
  assert.equal((await notes()).length, earlier);
  assert.equal((await dev.get(`/children/${own.child.reference}`)).status, 200);
});

test('when it was is said by the database: an entry dated or numbered by hand is refused', async () => {
  for (const forged of [{ at: NOW }, { wrote: '1' }, { workerId: house.workerId('gwen') }, { actor: 'console:gwen' }]) {
    await house.asIn('asha', async (tx, me) => {
      const entry = { actor: me, workerId: me, kind: 'look', act: 'a', subject: '/', ...forged };
      await assert.rejects(insert(tx, 'audit_entry', entry, 'is new'), { code: '42501' }, JSON.stringify(forged));
    });
  }
});
