import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { modules } from '../../src/modules.ts';
import { type Role, roles } from '../../src/platform/module.ts';
import type { About } from '../../src/platform/testing/expected.ts';
import { cast } from '../../src/platform/testing/needs.ts';
import { tokenIn } from '../../src/platform/testing/visitor.ts';
import { homePage } from '../../src/platform/web/home.tsx';
import { arrangeAll, asking } from '../../src/testing/arranged.ts';
import { pages } from '../../src/testing/expected.ts';
import { testHouse } from '../../src/testing/open.ts';
import { addressesOf } from './matrix/addresses.ts';
import { listEntries, mapWhose, notNamed, referencesIn } from './matrix/shown.ts';

const offered = [
  homePage(modules),
  ...modules.flatMap((room) => [...(room.pages ?? []), ...(room.collects?.(modules) ?? [])]),
];

const house = await testHouse({ holds: 'partnership' });
let given: Awaited<ReturnType<typeof arrangeAll>>;
let asked: Awaited<ReturnType<typeof asking>>;
let pagesOf: Record<number, string>;
before(async () => {
  given = await arrangeAll(house);
  asked = await asking(house, given);
  const meilin = await house.signedIn('meilin');
  // The same words for what is not there and for what is hidden.
  pagesOf = { 403: (await meilin.get('/mash')).html, 404: (await meilin.get('/children/C-2222222')).html };
});

test('what is expected names every page of every room, and no page that is not there', () => {
  assert.deepEqual([...pages.keys()].toSorted(), offered.map(({ path }) => path).toSorted());
});

for (const role of Object.keys(roles) as Role[]) {
  test(`${roles[role]}: every page and every command, whoever it is about, and each is audited`, async () => {
    const visitor = await house.signedIn(cast[role]);
    const csrf = tokenIn(await visitor.get('/'), '_csrf');
    const wrong: string[] = [];
    const shown = new Map<string, string[]>();
    let tries = 1;
    for (const { path, takesPosts } of offered) {
      const page = pages.get(path);
      assert.ok(page, `${path} is in no room’s testing/expected.ts`);
      const row = page.needs[role];
      const ask = async (about: About, address: string) => {
        const expected = row ? (row.includes(about) ? 'opens' : 404) : 403;
        for (const method of takesPosts ? (['GET', 'POST'] as const) : (['GET'] as const)) {
          const { status, html } = await answer(visitor.cookie, method, address, csrf);
          const got = opens[method].includes(status) ? 'opens' : status;
          if (got !== expected) wrong.push(`${role} · ${method} ${path} · ${about}: ${got}, expected ${expected}`);
          if (got === 'opens') shown.set(address, [...(shown.get(address) ?? []), ...referencesIn(html)]);
          else if (html !== pagesOf[status]) wrong.push(`${role} · ${method} ${path} · ${about}: says more than no`);
          tries++;
        }
      };
      const addresses = addressesOf(page, asked(cast[role]));
      const arranged = addresses.map(([about]) => about);
      if (arranged.length === 0 || row?.some((about) => !arranged.includes(about)))
        wrong.push(`${role} · ${path}: of ${row ?? 'anybody'} only ${arranged} is arranged, to ask for`);
      // Who may not open the page at all is refused before anything is looked for, of which their own is proof enough.
      await Promise.all((row ? addresses : addresses.slice(0, 1)).map(([about, address]) => ask(about, address)));
    }
    assert.deepEqual(wrong, []);
    const entries = await listEntries(house, cast[role]);
    assert.equal(entries.length, tries, 'as many entries in the audit as were asked for');
    assert.deepEqual(notNamed(shown, entries, await mapWhose(house)), []);
  });
}

test('whoever is told that a record was met, and may not see it, is told that alone', async () => {
  const { dev } = given.papers.notices;
  const { cookie } = await house.signedIn('dev');
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
  const { statusCode, body } = await house.inject({
    method,
    url,
    headers: { cookie, ...(method === 'POST' && form) },
    ...(method === 'POST' && { payload: new URLSearchParams({ _csrf: csrf }).toString() }),
  });
  return { status: statusCode, html: body };
}
