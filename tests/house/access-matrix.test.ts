import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { modules } from '../../src/modules.ts';
import { type Role, roles } from '../../src/platform/module.ts';
import type { TestHouse } from '../../src/platform/testing/house.ts';
import { tokenIn, Visitor } from '../../src/platform/testing/visitor.ts';
import { homePage } from '../../src/platform/web/home.tsx';
import { openServer, openTestHouse } from '../../src/testing/open.ts';
import { type Asked, addressesOf } from './matrix/addresses.ts';
import { arrangePapers } from './matrix/papers.ts';
import { listEntries, mapWhose, notNamed, referencesIn } from './matrix/shown.ts';
import { arrangeSubjects } from './matrix/subjects.ts';
import { type About, table } from './matrix/table.ts';

const one: Record<Role, string> = {
  referrer: 'ben',
  mash_screener: 'asha',
  mash_manager: 'gwen',
  edt: 'yusuf',
  partner: 'amina',
  social_worker: 'bartosz',
  social_work_manager: 'elaine',
  evolve_practitioner: 'dev',
  evolve_manager: 'nadine',
  head_of_service: 'helen',
  missing_advocate: 'jerome',
  police_intelligence: 'anwen',
  performance_analyst: 'ilinca',
  information_governance: 'seun',
  governance_advisor: 'bridget',
  councillor: 'ellis',
  system_administrator: 'kit',
};

const pages = [
  homePage(modules),
  ...modules.flatMap((room) => [...(room.pages ?? []), ...(room.collects?.(modules) ?? [])]),
];

let house: TestHouse;
let server: FastifyInstance;
let given: Asked;
let pagesOf: Record<number, string>;
before(async () => {
  house = await openTestHouse('partnership');
  server = await openServer(house);
  const subjects = await arrangeSubjects(house);
  const makers = Object.entries(one).flatMap(([role, key]) => (table['/referrals/new']?.[role as Role] ? key : []));
  const contacts = Object.entries(one).flatMap(([role, key]) =>
    table['/mash/contact-notices']?.[role as Role] ? key : [],
  );
  given = { subjects, papers: await arrangePapers(house, { makers: [...makers, 'harriet'], contacts, subjects }) };
  const meilin = await Visitor.signedIn(server, 'meilin');
  // The same words for what is not there and for what is hidden.
  pagesOf = { 403: (await meilin.get('/mash')).html, 404: (await meilin.get('/children/C-2222222')).html };
});
after(async () => {
  await server.close();
  await house.close();
});

test('the table names every page of every room, and no page that is not there', () => {
  assert.deepEqual(Object.keys(table).toSorted(), pages.map(({ path }) => path).toSorted());
});

for (const role of Object.keys(roles) as Role[]) {
  test(`${roles[role]}: every page and every command, whoever it is about, and each is audited`, async () => {
    const visitor = await Visitor.signedIn(server, one[role]);
    const csrf = tokenIn(await visitor.get('/'), '_csrf');
    const wrong: string[] = [];
    const shown = new Map<string, string[]>();
    let asked = 1;
    for (const { path, takesPosts } of pages) {
      const row = table[path]?.[role];
      const ask = async (about: About, address: string) => {
        const expected = row ? (row.includes(about) ? 'opens' : 404) : 403;
        for (const method of takesPosts ? (['GET', 'POST'] as const) : (['GET'] as const)) {
          const { status, html } = await answer(visitor.cookie, method, address, csrf);
          const got = opens[method].includes(status) ? 'opens' : status;
          if (got !== expected) wrong.push(`${role} · ${method} ${path} · ${about}: ${got}, expected ${expected}`);
          if (got === 'opens') shown.set(address, [...(shown.get(address) ?? []), ...referencesIn(html)]);
          else if (html !== pagesOf[status]) wrong.push(`${role} · ${method} ${path} · ${about}: says more than no`);
          asked++;
        }
      };
      const addresses = Object.entries(addressesOf(path, one[role], given)) as [About, string][];
      // Who may not open the page at all is refused before anything is looked for, of which their own is proof enough.
      await Promise.all((row ? addresses : addresses.slice(0, 1)).map(([about, address]) => ask(about, address)));
    }
    assert.deepEqual(wrong, []);
    const entries = await listEntries(house, one[role]);
    assert.equal(entries.length, asked, 'as many entries in the audit as were asked for');
    assert.deepEqual(notNamed(shown, entries, await mapWhose(house)), []);
  });
}

test('whoever is told that a record was met, and may not see it, is told that alone', async () => {
  const { dev } = given.papers.notices;
  const { cookie } = await Visitor.signedIn(server, 'dev');
  const told = async (kind: 'own' | 'restricted' | 'excluded') =>
    (await answer(cookie, 'GET', `/mash/contact-notices/${dev?.[kind]}`, '')).html;
  assert.match(await told('own'), /Kind 1/);
  for (const kind of ['restricted', 'excluded'] as const)
    assert.doesNotMatch(await told(kind), /Kind \d|Zwillinger|Two phones|C-[2-9A-Z]{7}/, kind);
});

/** A look opens with 200. A post with nothing filled in is taken and asked again (422), or done and goes on (303, 409). */
const opens = { GET: [200], POST: [303, 409, 422] };

async function answer(cookie: string, method: 'GET' | 'POST', url: string, csrf: string) {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const { statusCode, body } = await server.inject({
    method,
    url,
    headers: { cookie, ...(method === 'POST' && form) },
    ...(method === 'POST' && { payload: new URLSearchParams({ _csrf: csrf }).toString() }),
  });
  return { status: statusCode, html: body };
}
