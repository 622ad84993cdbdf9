import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { modules } from '../../src/modules.ts';
import { recordIdentifiers, recordKinships } from '../../src/people/index.ts';
import { plainDate } from '../../src/platform/kernel/index.ts';
import type { Role } from '../../src/platform/module.ts';
import { excludeEverybody, restrictTo } from '../../src/platform/testing/closed.ts';
import { NOBODY } from '../../src/platform/testing/expected.ts';
import { NOW } from '../../src/platform/testing/house.ts';
import { arrangeOwn, type Subject } from '../../src/testing/arranged.ts';
import { pages, rooms } from '../../src/testing/expected.ts';
import { testHouse } from '../../src/testing/open.ts';
import { CAST } from '../../src/trial/story/cast.ts';

/** Not those who wrote the referral or were asked about it, who keep the lists, or who may see the record. */
const keys = [
  'asha',
  'gwen',
  'yusuf',
  'bartosz',
  'elaine',
  'dev',
  'lucia',
  'nadine',
  'helen',
  'jerome',
  'anwen',
  'ilinca',
];
const others = CAST.filter(({ key }) => keys.includes(key));

const house = await testHouse({ holds: 'partnership' });
let own: Subject;
let earlier: Map<string, string>;
let hidden: Subject[];

before(async () => {
  own = await arrangeOwn(house, { givenNames: 'Ondine', familyName: 'Quarrell', bornOn: plainDate('2009-06-01') });
  earlier = await look();
  hidden = [
    await arrangeOwn(house, { givenNames: 'Wren', familyName: 'Xanthopoulou', bornOn: plainDate('2012-02-11') }),
    await arrangeOwn(house, { givenNames: 'Iolo', familyName: 'Featherstonehaugh', bornOn: plainDate('2011-11-30') }),
  ];
  const [restricted, excluded] = hidden.map(({ child }) => child.id);
  if (!restricted || !excluded) throw new Error('two children are hidden');
  await house.arrange(async (tx) => {
    const by = { by: null, at: NOW };
    const twin = { childId: own.child.id, relation: 'twin' as const };
    await recordKinships(tx, [{ ...twin, otherId: restricted }], by);
    await recordKinships(tx, [{ ...twin, otherId: excluded }], by);
    await recordIdentifiers(tx, [{ childId: restricted, kind: 'LA_CHILD_ID', value: '7777777' }], by);
  });
  await restrictTo(house, restricted, 'colin', 'grace');
  await excludeEverybody(house, excluded);
});

/** Every page that is about nobody in particular, every search that could find them, and the record of their twin. */
function addressesFor(roles: readonly Role[]): string[] {
  const lists = [...pages].flatMap(([path, { needs, place }]) =>
    roles.some((role) => needs[role]?.includes(NOBODY)) && !place.countsEverybody ? path : [],
  );
  return [...lists, ...rooms.flatMap((room) => room.traces?.(own) ?? [])];
}

async function look(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const { key, roles } of others) {
    const visitor = await house.signedIn(key);
    for (const address of addressesFor(roles)) {
      const { statusCode, body } = await house.inject({ url: address, headers: { cookie: visitor.cookie } });
      seen.set(`${key} ${address}`, `${statusCode} ${body.replaceAll(/(name="_(?:csrf|once)" value=")[^"]*/g, '$1')}`);
    }
  }
  return seen;
}

test('a child restricted to others, or from whom one is excluded, leaves no trace on any list, count, search or twin’s page', async () => {
  const now = await look();
  const changed = [...earlier].filter(([page, html]) => now.get(page) !== html).map(([page]) => page);
  assert.deepEqual(changed, []);
  assert.ok(
    [...earlier.values()].filter((page) => page.startsWith('200')).length > 200,
    'too few pages open to prove it',
  );
});

test('a figure opens to no record of theirs, in whatever period it is asked for', async () => {
  const ids = [...new Set(modules.flatMap((room) => room.measures ?? []).map(({ id }) => id))];
  const references = hidden.flatMap((one) => [one.child.reference, one.case.reference, one.waiting.reference]);
  const shows: string[] = [];
  for (const key of ['gwen', 'nadine', 'helen']) {
    const { cookie } = await house.signedIn(key);
    for (const id of ids) {
      const url = `/reports/child-exploitation/figures/${id}?from=2023-01-01&to=2024-01-30`;
      const { statusCode, body } = await house.inject({ url, headers: { cookie } });
      assert.equal(statusCode, 200, url);
      if (references.some((one) => body.includes(one))) shows.push(`${key} ${id}`);
    }
  }
  assert.deepEqual(shows, []);
});

test('a partner reads what the MASH wrote to their agency, and nothing of what stands behind it', async () => {
  const { html } = await (await house.signedIn('amina')).get(`/requests/${own.requests.rdash}`);
  assert.match(html, /Quarrell/);
  const behind = [own.child.reference, own.case.reference, own.referral.reference, own.referral.id, own.child.id];
  const said = ['Ondine', 'Her mother agreed', 'Two phones', 'Ben Oyelaran', 'Bartosz', own.match, own.agreement];
  for (const one of [...behind, ...said]) assert.ok(!html.includes(one), one);
});

test('a search goes on after a record one may not see as after one that is not there', async () => {
  const visitor = await house.signedIn('nadine');
  const after = async (reference: string) =>
    (await visitor.get(`/children?name=a&after=${reference}`)).page.querySelector('main')?.textContent;
  for (const { child } of hidden) assert.equal(await after(child.reference), await after('C-2222222'));
});
