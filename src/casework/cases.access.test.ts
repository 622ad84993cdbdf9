import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { listChildren } from '../people/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { addDays, plainDate } from '../platform/kernel/index.ts';
import { exclude, restrictTo } from '../platform/testing/closed.ts';
import { NOW, TODAY } from '../platform/testing/house.ts';
import { testHouse } from '../testing/open.ts';
import { listAllocations } from './allocations.db.ts';
import { findCase, listCasesOf, listOpenCases } from './cases.db.ts';
import { closeCases, type NewClosure } from './closings.db.ts';
import { listDirectWork, recordDirectWork } from './direct-work.db.ts';
import { listPlans, writePlans } from './plans.db.ts';
import { type Arranged, addTeam, arrangeCases, teamId } from './testing/arrange.ts';

const partnership = await testHouse();
let cases: Record<
  'own' | 'colleagues' | 'unallocated' | 'otherTeam' | 'restricted' | 'excluded' | 'closed' | 'longClosed',
  Arranged
>;
before(async () => {
  await addTeam(partnership, 'another');
  const [own, colleagues, unallocated, otherTeam, restricted, excluded, closed, longClosed] = await arrangeCases(
    partnership,
    [
      { name: 'Own', to: 'dev', levels: [{ level: 'MEDIUM', on: plainDate('2023-09-12') }] },
      { name: 'Colleagues', to: 'lucia' },
      { name: 'Unallocated' },
      { name: 'Elsewhere', team: 'another' },
      { name: 'Restricted', to: 'dev' },
      { name: 'Excluded', to: 'lucia' },
      { name: 'Closed', to: 'dev' },
      { name: 'Closed long ago', to: 'dev', openedOn: plainDate('2022-01-04') },
    ],
  );
  assert.ok(own && colleagues && unallocated && otherTeam && restricted && excluded && closed && longClosed);
  cases = { own, colleagues, unallocated, otherTeam, restricted, excluded, closed, longClosed };
  await restrictTo(partnership, restricted.childId, 'nadine');
  await exclude(partnership, excluded.childId, 'dev');
  await partnership.arrange(async (tx) => {
    const dev = partnership.workerId('dev');
    for (const one of Object.values(cases)) {
      const on = { caseId: one.id, childId: one.childId, by: dev, at: NOW };
      await recordDirectWork(tx, [
        { ...on, on: plainDate('2024-01-10'), kind: 'visit', topic: 'Trust', words: 'We walked.' },
      ]);
      await writePlans(tx, [{ ...on, version: 1, writtenOn: plainDate('2024-01-11'), sections: { concerns: 'Debt' } }]);
    }
    await closeCases(tx, [imported(closed, addDays(TODAY, -10)), imported(longClosed, addDays(TODAY, -85))]);
  });
});

const refused = { code: '42501' };
const imported = ({ id, childId }: Arranged, closedOn: typeof TODAY): NewClosure => ({
  caseId: id,
  childId,
  reason: 'MOVED_AREA',
  level: null,
  closedOn,
  at: NOW,
  importKey: `closure|${id}`,
});

/** Who sees what, case by case: `read` is everything, `see` the case and the plan but not what was said, `-` nothing. */
const columns = ['own', 'colleagues', 'unallocated', 'otherTeam', 'restricted', 'excluded', 'closed', 'longClosed'];
const expected = {
  dev: 'read read read - - - - -',
  lucia: 'read read read - - read - -',
  karim: 'read read read - - read - -',
  nadine: 'read read read - read read read -',
  colin: 'read read read - - read read -',
  helen: 'read read read - - read read -',
};
const nobody = [
  'asha',
  'gwen',
  'yusuf',
  'bartosz',
  'ben',
  'callum',
  'amina',
  'ilinca',
  'seun',
  'ellis',
  'kit',
  'anwen',
  'jerome',
];

async function whatIsSeen(tx: Tx, one: Arranged): Promise<'read' | 'see' | '-'> {
  const record = await findCase(tx, one.reference);
  const [plans, work, holders] = [
    await listPlans(tx, one.id),
    await listDirectWork(tx, one.id, { atMost: 10 }),
    await listAllocations(tx, one.id),
  ];
  if (!record) {
    assert.deepEqual([plans, work, holders, await listChildren(tx, [one.childId])], [[], [], [], []]);
    return '-';
  }
  assert.equal(plans.length, 1);
  return work.length === 1 ? 'read' : 'see';
}

for (const [key, sees] of Object.entries(expected)) {
  test(`${key} sees of each case what their team, their role and the lists that narrow it allow`, async () => {
    const seen = await partnership.asIn(key, async (tx) => {
      const found: Record<string, string> = {};
      for (const [name, one] of Object.entries(cases)) found[name] = await whatIsSeen(tx, one);
      return columns.map((name) => found[name]).join(' ');
    });
    assert.equal(seen, sees);
  });
}

for (const key of nobody) {
  test(`${key} sees no Evolve case of a child they are not involved with`, async () => {
    await partnership.asIn(key, async (tx) => {
      for (const one of Object.values(cases)) assert.equal(await whatIsSeen(tx, one), '-');
      assert.deepEqual(await listOpenCases(tx, { teams: [await teamId(tx, 'evolve')] }), []);
    });
  });
}

test('an allocated social worker reads the case with the child; the MASH sees that there is one, and the plan', async () => {
  await partnership.arrange((tx) =>
    tx
      .insertInto('child_worker')
      .values({
        childId: cases.own.childId,
        workerId: partnership.workerId('bartosz'),
        since: plainDate('2023-01-01'),
        recordedAt: NOW,
      })
      .execute(),
  );
  await partnership.asIn('bartosz', async (tx) => assert.equal(await whatIsSeen(tx, cases.own), 'read'));
  await partnership.asIn('gwen', async (tx, gwen) => {
    await tx
      .insertInto('break_glass')
      .values({ workerId: gwen, childId: cases.own.childId, reason: 'A call from the hospital about injuries' })
      .execute();
    assert.equal(await whatIsSeen(tx, cases.own), 'see');
    assert.deepEqual((await findCase(tx, cases.own.reference))?.levels.series, []);
    assert.equal((await listCasesOf(tx, cases.own.childId)).length, 1);
  });
});

test('the caseload of a worker states its own scope: what is allocated to them, not all they may see', async () => {
  await partnership.asIn('dev', async (tx, dev) => {
    assert.deepEqual(
      (await listOpenCases(tx, { worker: dev })).map(({ id }) => id),
      [cases.own.id],
    );
    const team = await listOpenCases(tx, { teams: [await teamId(tx, 'evolve')] });
    assert.equal(team.length, 3);
  });
});

/** A visit, as whoever does it, on whichever case: the one deed that stands for all that work on a case. */
const visit = (key: string, one: Arranged) =>
  partnership.asIn(key, (tx, by) =>
    recordDirectWork(tx, [
      { caseId: one.id, childId: one.childId, on: TODAY, kind: 'visit', topic: 'Trust', words: 'We met.', by, at: NOW },
    ]),
  );

test('work is recorded by the team on its open cases, as oneself, and by nobody else', async () => {
  await visit('dev', cases.own);
  await visit('dev', cases.colleagues);
  await visit('nadine', cases.own);
  for (const [key, one] of [
    ['dev', cases.otherTeam],
    ['dev', cases.restricted],
    ['dev', cases.excluded],
    ['dev', cases.closed],
    ['nadine', cases.closed],
    ['helen', cases.own],
    ['asha', cases.own],
    ['kit', cases.own],
  ] as const) {
    await assert.rejects(visit(key, one), refused, `${key} could`);
  }
  await assert.rejects(
    partnership.asIn('dev', (tx) =>
      recordDirectWork(tx, [
        {
          caseId: cases.own.id,
          childId: cases.own.childId,
          on: TODAY,
          kind: 'visit',
          topic: 'x',
          words: 'x',
          by: partnership.workerId('lucia'),
          at: NOW,
        },
      ]),
    ),
    refused,
  );
});

test('breaking the glass opens a case to reading, and to nothing more', async () => {
  await partnership.asIn('dev', async (tx, dev) => {
    await tx
      .insertInto('break_glass')
      .values({ workerId: dev, childId: cases.otherTeam.childId, reason: 'Covering tonight for the other team' })
      .execute();
    assert.equal(await whatIsSeen(tx, cases.otherTeam), 'read');
    await assert.rejects(
      recordDirectWork(tx, [
        {
          caseId: cases.otherTeam.id,
          childId: cases.otherTeam.childId,
          on: TODAY,
          kind: 'call',
          topic: 'x',
          words: 'x',
          by: dev,
          at: NOW,
        },
      ]),
      refused,
    );
  });
});

test('no row of a case is changed or taken away', async () => {
  for (const table of [
    'evolve_case',
    'allocation',
    'direct_work',
    'safety_plan',
    'closure',
    'closure_proposal',
    'waiting_for_evolve',
  ]) {
    for (const text of [`delete from ${table}`, `update ${table} set child_id = child_id`]) {
      await assert.rejects(
        partnership.asIn('nadine', (tx) => sql.raw(text).execute(tx)),
        /permission denied|does not exist/,
      );
    }
  }
});
