import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { plainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import { testHouse } from '../../testing/open.ts';
import { recordAliases, recordChildren, recordIdentifiers } from '../recording.db.ts';
import { arrangeChildren, at, byConsole, type TestChildren } from '../testing/children.ts';
import { rememberLikely } from './likely.db.ts';
import type { Pair } from './pair.ts';
import { findPair, listPairs, listPairsOf, sayOfPairs, undoSaid } from './pairs.db.ts';
import { listSweeps, startSweep, sweep, sweepSlice } from './sweep.db.ts';

const partnership = await testHouse();
let children: TestChildren;
before(async () => {
  children = await arrangeChildren(partnership);
  await partnership.arrange((tx) =>
    rememberLikely(
      tx,
      Object.values(children).map(({ id }) => id),
      at,
    ),
  );
});

const bornOn = plainDate('2010-05-01');
/** A second record of the child, under a name spelt differently. */
async function recordTwice(givenNames: string, familyName: string): Promise<[ChildId, ChildId]> {
  return partnership.arrange(async (tx) => {
    const both = [givenNames, `${givenNames}e`].map(
      (name) => ({ givenNames: name, familyName, sex: 'F', bornOn }) as const,
    );
    const [one, other] = await recordChildren(tx, both, byConsole);
    assert.ok(one && other);
    await rememberLikely(tx, [other.id], at);
    return [one.id, other.id];
  });
}
const sides = ({ left, right }: Pair) =>
  [left, right].map(({ known, ring }) => known?.givenNames ?? `ring ${ring}`).toSorted();
const all = (key: string) =>
  partnership.asIn(key, async (tx) => {
    const pairs: Pair[] = [];
    for (let more = true; more; ) {
      const last = pairs.at(-1);
      const next = await listPairs(tx, last && { doubt: last.doubt, id: last.id }, 25);
      pairs.push(...next.flatMap((pair) => pair ?? []));
      more = next.length === 25;
    }
    return pairs;
  });

test('whoever works a sweep’s list is shown everybody not closed to them, and of the others whom to ring', async () => {
  const shown = (await all('gwen')).map(sides);
  assert.ok(shown.some(([one, other]) => one === 'Mine' && other === 'Twin'));
  assert.ok(shown.some(([, other]) => other === 'ring Elaine Thackray'));
  assert.doesNotMatch(JSON.stringify(await all('gwen')), /Restricted/);
});

test('nobody else is shown the list', async () => {
  for (const key of ['asha', 'bartosz', 'elaine', 'nadine', 'helen', 'yusuf', 'ilinca', 'seun', 'kit', 'ellis'])
    assert.deepEqual(await all(key), [], key);
});

test('of one child’s pairs, whoever matches is shown those they are involved with, and of the others whom to ring', async () => {
  const of = (key: string, child: ChildId) => partnership.asIn(key, (tx) => listPairsOf(tx, child));
  assert.deepEqual(await of('asha', children.mine.id), [], 'no referral about them is with her');
  assert.deepEqual(await of('bartosz', children.mine.id), [], 'he does not match');
  assert.ok((await of('gwen', children.mine.id)).length >= 3);
});

test('the app’s own role reads nothing of how anybody was judged, nor calls what compares', async () => {
  await partnership.asIn('gwen', async (tx) => {
    for (const asked of [
      sql`select * from likely_pair`,
      sql`select * from sweep_slice`,
      sql`select * from guard.identities_to_judge(${[children.restricted.id]}::uuid[])`,
      sql`select * from guard.pairs_to_judge(${[children.restricted.id]}::uuid[], false)`,
      sql`select * from guard.show_pairs(null, null, null, null, 9)`,
      sql`select guard.remember_likely('[]', now())`,
    ]) {
      await sql`savepoint before`.execute(tx);
      await assert.rejects(asked.execute(tx), { code: '42501' });
      await sql`rollback to before`.execute(tx);
    }
  });
});

test('the comparing role reads no table', async () => {
  const { rows } = await partnership.arrange((tx) =>
    sql<{ name: string }>`select c.relname name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm') and n.nspname !~ '^(pg_|information_schema)'
        and has_any_column_privilege('throughline_matching', c.oid, 'select, insert')
        and has_schema_privilege('throughline_matching', n.oid, 'usage')`.execute(tx),
  );
  assert.deepEqual(rows, []);
});

test('what was said is not asked again until more is known, and then what is new is said', async () => {
  const [one, other] = await recordTwice('Ros', 'Merrow');
  const pairOf = (pairs: Pair[]) => pairs.find((pair) => sides(pair).includes('Ros'));
  const waiting = pairOf(await all('gwen'));
  assert.ok(waiting?.likely && waiting.waits);
  await partnership.as('gwen', (tx, by) =>
    sayOfPairs(tx, [{ one: other, other: one, same: false, reason: 'Cousins' }], { by, at }),
  );
  assert.equal(pairOf(await all('gwen')), undefined);
  await partnership.arrange((tx) => rememberLikely(tx, [one, other], at));
  assert.equal(pairOf(await all('gwen')), undefined, 'judged again over the same');

  await partnership.arrange(async (tx) => {
    await recordAliases(tx, [{ childId: one, givenNames: 'Rose', familyName: 'Merrow', kind: 'known_as' }], byConsole);
    for (const childId of [one, other])
      await recordIdentifiers(tx, [{ childId, kind: 'NHS', value: '9434765919' }], byConsole);
    await rememberLikely(tx, [one], at);
  });
  const again = pairOf(await all('gwen'));
  assert.equal(again?.said?.reason, 'Cousins');
  assert.match(
    again?.said?.since.join('; ') ?? '',
    /C-\w+: another name, a number; C-\w+: a number|C-\w+: a number; C-\w+: another name, a number/,
  );
});

test('what was said is undone with a reason by whoever may say it, and waits again', async () => {
  const [one, other] = await recordTwice('Una', 'Merrow');
  const find = async () => (await all('gwen')).find((pair) => sides(pair).includes('Una'));
  const pair = await find();
  assert.ok(pair);
  await partnership.as('gwen', (tx, by) =>
    sayOfPairs(tx, [{ one, other, same: true, reason: 'One school photo' }], { by, at }),
  );
  assert.equal(await find(), undefined);
  const said = await partnership.asIn('gwen', (tx) => findPair(tx, pair.id));
  assert.equal(said?.said?.same, true);
  for (const key of ['asha', 'bartosz', 'kit'])
    await assert.rejects(
      partnership.asIn(key, (tx, by) => undoSaid(tx, said?.said?.id ?? '', 'Wrong', { by, at })),
      { code: '42501' },
    );
  await partnership.as('gwen', (tx, by) => undoSaid(tx, said?.said?.id ?? '', 'Two photos', { by, at }));
  assert.ok(await find());
});

test('of a record closed to them nobody says anything, whoever asks', async () => {
  for (const [key, closed] of [
    ['gwen', children.restricted],
    ['asha', children.restricted],
    ['bartosz', children.excluded],
  ] as const)
    await assert.rejects(
      partnership.asIn(key, (tx, by) =>
        sayOfPairs(tx, [{ one: closed.id, other: children.mine.id, same: true, reason: 'R' }], { by, at }),
      ),
      { code: '42501' },
      key,
    );
});

test('a sweep killed half way goes on from there; done again it finds nothing twice, and loses nothing', async () => {
  const held = async () => {
    const { rows } = await partnership.arrange((tx) =>
      sql<{
        pairs: number;
        all: number;
      }>`select count(*) "all", count(distinct (left_id, right_id, evidence)) pairs from likely_pair`.execute(tx),
    );
    return rows[0];
  };
  const start = () => partnership.as('gwen', (tx, by) => startSweep(tx, by, at));
  const progress = () =>
    partnership.asIn('gwen', async (tx) => (await listSweeps(tx)).map(({ share, finished }) => [share, finished]));
  await partnership.arrange(async (tx) => {
    const family = Array.from(
      { length: 5 },
      (_, n) => ({ givenNames: `Ottilie ${n}`, familyName: 'Vetch', sex: 'F', bornOn }) as const,
    );
    await recordChildren(tx, family, byConsole);
  });
  await start();
  const now = () => at;
  assert.ok(await sweepSlice(partnership.house, now, 3));
  const killed = { house: partnership.house, now: () => assert.fail('the power went') };
  await assert.rejects(sweep(killed.house, killed.now));
  const [half] = await progress();
  assert.ok(half && Number(half[0]) > 0 && half[1] === false);
  await sweep(partnership.house, now);
  assert.deepEqual((await progress())[0], [100, true]);
  const first = await held();
  await start();
  await sweep(partnership.house, now);
  assert.deepEqual(await held(), first);
  assert.equal(first?.all, first?.pairs);

  const vetches = (await all('gwen')).filter((pair) => sides(pair).every((name) => name.startsWith('Ottilie')));
  assert.equal(vetches.length, 10, 'each with each');
});

test('who may not sweep starts none, and is not told how far one has come', async () => {
  for (const key of ['asha', 'elaine', 'ilinca', 'kit']) {
    await assert.rejects(
      partnership.asIn(key, (tx, by) => startSweep(tx, by, at)),
      { code: '42501' },
      key,
    );
    assert.deepEqual(await partnership.asIn(key, listSweeps), [], key);
  }
});
