import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { plainDate } from '../platform/kernel/index.ts';
import type { TeamId } from '../platform/web/world.ts';
import { testHouse } from '../testing/open.ts';
import { describeAllocated, listAllocated } from './allocated.db.ts';
import { findChild, listChildren } from './children.db.ts';
import { recordAddresses, recordAliases, recordChild, recordDetail } from './recording.db.ts';
import { addStatuses, allocateWorkers, recordStatuses } from './recording-care.db.ts';
import { arrangeChildren, at, byConsole, type TestChildren } from './testing/children.ts';

const day = plainDate;
const refused = { code: '42501' };

const partnership = await testHouse();
let children: TestChildren;
before(async () => {
  children = await arrangeChildren(partnership);
});

const seenBy = (key: string) =>
  partnership.asIn(key, async (tx) => {
    const seen = await listChildren(
      tx,
      Object.values(children).map(({ id }) => id),
    );
    return seen.map(({ givenNames }) => givenNames);
  });

test('a child is seen by the allocated social worker and the manager of that team, restricted and excluded apart', async () => {
  assert.deepEqual(await seenBy('bartosz'), ['Mine']);
  assert.deepEqual(await seenBy('farrah'), ['Twin']);
  assert.deepEqual(await seenBy('elaine'), ['Excluded', 'Mine', 'Restricted', 'Twin']);
});

test('a list of allocated children is of one’s own, and of a manager the team’s', async () => {
  const listedBy = (key: string, teams: readonly string[], oversees: boolean) =>
    partnership.asIn(key, async (tx, id) => {
      const team = await tx.selectFrom('team').select('id').where('code', 'in', teams).execute();
      const today = day('2024-01-30');
      const worker = { id, teams: team.map((one) => one.id as TeamId) };
      const all = await listAllocated(tx, { worker, today, may: () => oversees });
      return (await describeAllocated(tx, all, today)).map(({ child }) => child.givenNames).toSorted();
    });
  assert.deepEqual(await listedBy('bartosz', ['locality'], false), ['Mine'], 'not ended, restricted or excluded');
  assert.deepEqual(await listedBy('elaine', ['locality'], true), ['Excluded', 'Mine', 'Restricted', 'Twin']);
});

test('nobody else sees a child, whatever their role', async () => {
  for (const key of [
    'asha',
    'gwen',
    'dev',
    'nadine',
    'helen',
    'ben',
    'callum',
    'ilinca',
    'seun',
    'bridget',
    'ellis',
    'kit',
  ])
    assert.deepEqual(await seenBy(key), [], key);
});

test('a sibling is linked only for a reader who sees both children', async () => {
  const linked = (key: string) => partnership.asIn(key, (tx) => tx.selectFrom('kinship').select('relation').execute());
  assert.equal((await linked('elaine')).length, 2);
  assert.equal((await linked('bartosz')).length, 0);
});

test('a confidential address is seen by the social worker and not by everyone who sees the child', async () => {
  await partnership.arrange((tx) =>
    recordAddresses(tx, [{ childId: children.mine.id, address: 'The Refuge', confidential: true }], byConsole),
  );
  await partnership.arrange((tx) =>
    tx
      .insertInto('break_glass')
      .values({ workerId: partnership.workerId('dev'), childId: children.mine.id, reason: 'Found at the station' })
      .execute(),
  );
  const addresses = (key: string) =>
    partnership.asIn(key, (tx) => tx.selectFrom('child_address').select('address').execute());
  assert.equal((await addresses('bartosz')).length, 1);
  assert.deepEqual(await seenBy('dev'), ['Mine']);
  assert.equal((await addresses('dev')).length, 0);
});

test('a screener records a new child whole, and cannot add to the child afterwards', async () => {
  const detail = { givenNames: 'New', familyName: 'Child', sex: 'U' } as const;
  const child = await partnership.as('asha', async (tx, asha) => {
    const known = await recordChild(tx, detail, { by: asha, at });
    await recordAliases(tx, [{ childId: known.id, givenNames: 'N', familyName: 'C', kind: 'known_as' }], {
      by: asha,
      at,
    });
    return known;
  });
  assert.equal((await partnership.arrange((tx) => findChild(tx, child.reference)))?.givenNames, 'New');
  await assert.rejects(
    partnership.asIn('asha', (tx, asha) => recordDetail(tx, child.id, 2, detail, 'Spelling', { by: asha, at })),
    refused,
  );
});

test('nobody records a child under another’s name, without the permission, or corrects a child they do not see', async () => {
  const { mine, other } = children;
  const detail = { givenNames: 'Mine', familyName: 'Tarne', sex: 'F' } as const;
  const asha = { by: partnership.workerId('asha'), at };
  await assert.rejects(
    partnership.asIn('tomasz', (tx) => recordChild(tx, detail, asha)),
    refused,
  );
  await assert.rejects(
    partnership.asIn('ben', (tx, by) => recordChild(tx, detail, { by, at })),
    refused,
  );
  await assert.rejects(
    partnership.asIn('bartosz', (tx, by) => recordDetail(tx, other.id, 2, detail, 'Spelling', { by, at })),
    refused,
  );
  await partnership.asIn('bartosz', (tx, by) => recordDetail(tx, mine.id, 2, detail, 'Spelling', { by, at }));
});

test('a status is added by whoever may add to the record, and not from a day to come; its end and allocated workers come by import', async () => {
  const status = { childId: children.mine.id, kind: 'CIN', since: day('2023-01-01'), source: 'typed' } as const;
  const add = (key: string, since = status.since) =>
    partnership.asIn(key, (tx, by) => addStatuses(tx, [{ ...status, since }], { by, at }));
  await add('elaine');
  await assert.rejects(add('elaine', day('2024-01-31')), refused);
  await assert.rejects(add('ben'), refused);
  await assert.rejects(
    partnership.asIn('elaine', (tx, by) => recordStatuses(tx, [{ ...status, endedOn: day('2023-06-01') }], { by, at })),
    refused,
  );
  const allocation = {
    childId: children.mine.id,
    workerId: partnership.workerId('elaine'),
    teamId: null,
    since: day('2023-01-01'),
  };
  await assert.rejects(
    partnership.asIn('elaine', (tx, by) => allocateWorkers(tx, [allocation], { by, at })),
    refused,
  );
});
