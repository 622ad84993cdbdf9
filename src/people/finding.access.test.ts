import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import type { TestHouse } from '../platform/testing/house.ts';
import type { ChildId, TeamId } from '../platform/web/world.ts';
import { testHouse } from '../testing/open.ts';
import { findChildren } from './finding.db.ts';
import type { Search } from './finding.ts';
import { recordAliases, recordChildren, recordDetail, recordIdentifiers } from './recording.db.ts';
import { allocateWorkers } from './recording-care.db.ts';
import { arrangeChildren, at, byConsole, type TestChildren } from './testing/children.ts';

const day = plainDate;
const nothing: Search = { name: null, bornOn: null, number: null };
const partnership = await testHouse();
let children: TestChildren;
let farrah: { workerId: ReturnType<TestHouse['workerId']>; teamId: TeamId | null; since: ReturnType<typeof day> };

before(async () => {
  children = await arrangeChildren(partnership);
  farrah = { workerId: partnership.workerId('farrah'), teamId: null, since: day('2023-01-01') };
});

const namesFound = (key: string, search: Partial<Search>) =>
  partnership.asIn(key, async (tx) => {
    const found = await findChildren(tx, { ...nothing, ...search }, undefined, 50);
    return found.map((one) => one?.child.givenNames);
  });

async function giveToFarrah(givenNames: string, familyName: string, bornOn: string): Promise<ChildId> {
  return partnership.arrange(async (tx) => {
    const [known] = await recordChildren(tx, [{ givenNames, familyName, sex: 'F', bornOn: day(bornOn) }], byConsole);
    assert.ok(known);
    await allocateWorkers(tx, [{ childId: known.id, ...farrah }], byConsole);
    return known.id;
  });
}

test('a search finds only children the reader sees: not restricted, excluded, past or unknown ones', async () => {
  assert.deepEqual(await namesFound('bartosz', { name: 'tarn' }), ['Mine']);
  assert.deepEqual(await namesFound('farrah', { name: 'tarn' }), ['Twin']);
  assert.deepEqual(await namesFound('elaine', { name: 'tarn' }), ['Excluded', 'Mine', 'Restricted', 'Twin']);
  assert.deepEqual(await namesFound('dev', { name: 'tarn' }), []);
  assert.deepEqual(await namesFound('bartosz', { bornOn: day('2010-05-01') }), ['Mine']);
  for (const key of ['other', 'past', 'restricted', 'excluded'] as const)
    assert.deepEqual(await namesFound('bartosz', { number: children[key].reference }), [], key);
  assert.deepEqual(await namesFound('bartosz', { number: children.mine.reference }), ['Mine']);
});

test('who may not search is refused by the database, whatever they see', async () => {
  for (const key of ['ben', 'callum', 'ilinca', 'seun', 'ellis', 'kit'])
    await assert.rejects(namesFound(key, { name: 'tarn' }), { code: '42501' }, key);
});

test('a name is found in any order, by a part, in a close spelling and without its accents', async () => {
  await giveToFarrah('Siobhán Zofia', "O'Dwyer-Zieliński", '2011-01-01');
  await giveToFarrah('Muhammad', 'Al-Hakimi', '2011-01-02');
  await giveToFarrah('Аліна', 'Шевченко', '2011-01-03');
  const first = async (name: string) => (await namesFound('farrah', { name }))[0];
  for (const name of ['odwyer siobhan', 'Zielinski', 'ZOFIA', 'siob', 'Shiobhan', 'o’dwyer', 'zielinsky odwyer'])
    assert.equal(await first(name), 'Siobhán Zofia', name);
  for (const name of ['hakimi', 'Mohammad', 'al hakimi']) assert.equal(await first(name), 'Muhammad', name);
  assert.equal(await first('шевченко'), 'Аліна');
  assert.deepEqual(await namesFound('farrah', { name: 'siobhan hakimi' }), []);
  assert.deepEqual(await namesFound('farrah', { name: '100%_\\' }), []);
});

test('the nearest spelling comes first', async () => {
  await giveToFarrah('Cara', 'Smyth', '2011-02-01');
  await giveToFarrah('Dora', 'Smith', '2011-02-02');
  assert.deepEqual(await namesFound('farrah', { name: 'smith' }), ['Dora', 'Cara']);
  assert.deepEqual(await namesFound('farrah', { name: 'smyth' }), ['Cara', 'Dora']);
});

test('a child is found by an alias, by any number, and by the name as put right but not as it was', async () => {
  const id = await giveToFarrah('Wrong', 'Namely', '2011-03-01');
  await partnership.arrange(async (tx) => {
    await recordAliases(tx, [{ childId: id, givenNames: 'Jazz', familyName: 'Quill', kind: 'known_as' }], byConsole);
    await recordIdentifiers(tx, [{ childId: id, kind: 'NHS', value: '999 000 4321' }], byConsole);
    await recordDetail(
      tx,
      id,
      2,
      { givenNames: 'Right', familyName: 'Namely', sex: 'F', bornOn: day('2011-03-01') },
      'Misheard',
      byConsole,
    );
  });
  const found = await partnership.asIn('farrah', (tx) =>
    findChildren(tx, { ...nothing, name: 'quill' }, undefined, 50),
  );
  assert.deepEqual(
    found.map((one) => [one?.child.givenNames, one?.alias]),
    [['Right', 'Jazz Quill']],
  );
  assert.deepEqual(await namesFound('farrah', { number: '9990004321' }), ['Right']);
  assert.deepEqual(await namesFound('bartosz', { number: '9990004321' }), []);
  assert.deepEqual(await namesFound('farrah', { name: 'right' }), ['Right']);
  assert.deepEqual(await namesFound('farrah', { name: 'wrong namely' }), []);
});

test('everything asked for must hold', async () => {
  await giveToFarrah('Ida', 'Vale', '2011-04-01');
  assert.deepEqual(await namesFound('farrah', { name: 'vale', bornOn: day('2011-04-01') }), ['Ida']);
  assert.deepEqual(await namesFound('farrah', { name: 'vale', bornOn: day('2011-04-02') }), []);
});

test('somebody of eighteen is found while a worker is involved, and leaves the search of one who broke the glass', async () => {
  const id = await giveToFarrah('Grown', 'Person', '2006-01-30');
  assert.deepEqual(await namesFound('farrah', { name: 'grown' }), ['Grown']);
  const [closed, young] = await partnership.arrange((tx) =>
    recordChildren(
      tx,
      [
        { givenNames: 'Closed', familyName: 'Adult', sex: 'F', bornOn: day('2006-01-30') },
        { givenNames: 'Closed', familyName: 'Young', sex: 'F', bornOn: day('2006-01-31') },
      ],
      byConsole,
    ),
  );
  assert.ok(closed && young);
  const found = await partnership.asIn('dev', async (tx, dev) => {
    const reason = 'Found at the bus station';
    for (const child of [id, closed.id, young.id])
      await tx.insertInto('break_glass').values({ workerId: dev, childId: child, reason }).execute();
    const all = [
      await findChildren(tx, { ...nothing, name: 'closed' }, undefined, 50),
      await findChildren(tx, { ...nothing, name: 'grown' }, undefined, 50),
    ];
    return all.flat().map((one) => one?.child.familyName);
  });
  assert.deepEqual(found, ['Young', 'Person']);
});

test('a reader of very many children, asked by the index, finds what a reader of few finds', async () => {
  const wide = { ...farrah, workerId: partnership.workerId('jerome') };
  await partnership.arrange(async (tx) => {
    const many = Array.from(
      { length: 1001 },
      (_, n) => ({ givenNames: `Q${n}`, familyName: 'Crowd', sex: 'F' }) as const,
    );
    const named = [
      { givenNames: 'Clara', familyName: 'Smyth-Ó Briain', sex: 'F' },
      { givenNames: 'Wrong', familyName: 'Person', sex: 'F' },
    ] as const;
    const known = await recordChildren(tx, [...named, ...many], byConsole);
    await allocateWorkers(
      tx,
      known.map(({ id }) => ({ childId: id, ...wide })),
      byConsole,
    );
    const [clara, wrong] = known;
    assert.ok(clara && wrong);
    await recordAliases(
      tx,
      [{ childId: clara.id, givenNames: 'Kestrel', familyName: 'Vane', kind: 'known_as' }],
      byConsole,
    );
    await recordDetail(tx, wrong.id, 2, { givenNames: 'Right', familyName: 'Person', sex: 'F' }, 'Misheard', byConsole);
  });
  for (const name of ['clara smith', 'briain', 'clar', 'kestral', 'o briain clara', 'vane kestrel'])
    assert.equal((await namesFound('jerome', { name }))[0], 'Clara', name);
  assert.deepEqual(await namesFound('jerome', { name: 'right person' }), ['Right']);
  assert.ok(!(await namesFound('jerome', { name: 'wrong person' })).includes('Right'));
});

test('as many are found as are asked for, and more after the last of them', async () => {
  await partnership.arrange(async (tx) => {
    const many = Array.from(
      { length: 60 },
      (_, n) => ({ givenNames: `Many ${n}`, familyName: 'Fold', sex: 'F' }) as const,
    );
    const known = await recordChildren(tx, many, { by: null, at });
    await allocateWorkers(
      tx,
      known.map(({ id }) => ({ childId: id, ...farrah })),
      byConsole,
    );
  });
  await partnership.asIn('farrah', async (tx) => {
    const one = await findChildren(tx, { ...nothing, name: 'fold' }, undefined, 50);
    const two = await findChildren(tx, { ...nothing, name: 'fold' }, one.at(-1)?.child.reference, 50);
    assert.deepEqual([one.length, two.length], [50, 10]);
    assert.equal(new Set([...one, ...two].map((found) => found?.child.id)).size, 60);
  });
});
