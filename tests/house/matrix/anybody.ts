import fc from 'fast-check';
import type { Tx } from '../../../src/platform/db/index.ts';
import { addDays, type PlainDate } from '../../../src/platform/kernel/index.ts';
import { type Role, roles } from '../../../src/platform/module.ts';
import { NOW, type TestHouse, TODAY } from '../../../src/platform/testing/house.ts';

const times = ['now', 'until yesterday', 'from tomorrow'] as const;
type Time = (typeof times)[number];
const ties = [
  ...[
    'allocated',
    'allocated until yesterday',
    'allocated from tomorrow',
    'the glass broken',
    'the glass broken before',
  ],
  ...['excluded', 'once excluded', 'restricted', 'restricted to them and others', 'once restricted'],
] as const;

/** Somebody who might work here: some roles, teams and children, each held now, before, or not yet. */
export type Anybody = {
  agency: string;
  roles: { role: Role; time: Time }[];
  teams: { team: string; time: Time }[];
  children: { child: number; tie: string }[];
};

export const anybody = (children: number): fc.Arbitrary<Anybody> => {
  const time = fc.constantFrom(...times);
  return fc.record({
    agency: fc.constantFrom('rmbc', 'rdash', 'syp', 'thornholme'),
    roles: fc.uniqueArray(fc.record({ role: fc.constantFrom(...(Object.keys(roles) as Role[])), time }), {
      minLength: 1,
      maxLength: 3,
      selector: ({ role }) => role,
    }),
    teams: fc.uniqueArray(fc.record({ team: fc.constantFrom('evolve', 'locality', 'mash', 'evolve-north'), time }), {
      maxLength: 2,
      selector: ({ team }) => team,
    }),
    children: fc.uniqueArray(fc.record({ child: fc.nat(children - 1), tie: fc.constantFrom(...ties) }), {
      maxLength: 10,
      selector: ({ child, tie }) => `${child} ${tie}`,
    }),
  });
};

const LONG_AGO = addDays(TODAY, -400);
const during: Record<Time, { since: PlainDate; until: PlainDate | null }> = {
  now: { since: LONG_AGO, until: null },
  'until yesterday': { since: LONG_AGO, until: addDays(TODAY, -1) },
  'from tomorrow': { since: addDays(TODAY, 1), until: null },
};

/** As the console. @returns the worker's id. */
export async function employ(tx: Tx, test: TestHouse, who: Anybody, children: readonly string[]): Promise<string> {
  const code = (table: 'agency' | 'team', wanted: string) =>
    tx.selectFrom(table).select('id').where('code', '=', wanted);
  const agency = await code('agency', who.agency).executeTakeFirstOrThrow();
  const { id } = await tx
    .insertInto('worker')
    .values({ key: 'anybody', name: 'Anybody', title: 'Anything', agencyId: agency.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const { role, time } of who.roles)
    await tx
      .insertInto('worker_role')
      .values({ workerId: id, role, ...during[time] })
      .execute();
  for (const { team, time } of who.teams) {
    const { id: teamId } = await code('team', team).executeTakeFirstOrThrow();
    await tx
      .insertInto('team_member')
      .values({ workerId: id, teamId, ...during[time] })
      .execute();
  }
  for (const { child, tie } of who.children) await tieTo(tx, test, id, children[child] ?? '', tie);
  return id;
}

async function tieTo(tx: Tx, test: TestHouse, workerId: string, childId: string, tie: string): Promise<void> {
  const seun = test.workerId('seun');
  if (tie.startsWith('allocated')) {
    const since = tie.endsWith('from tomorrow') ? addDays(TODAY, 1) : LONG_AGO;
    const { id } = await tx
      .insertInto('child_worker')
      .values({ childId, workerId, since, recordedAt: NOW })
      .returning('id')
      .executeTakeFirstOrThrow();
    const end = { childWorkerId: id, childId, endedOn: TODAY, recordedAt: NOW };
    if (tie.endsWith('yesterday')) await tx.insertInto('child_worker_end').values(end).execute();
  } else if (tie.startsWith('the glass')) {
    const past = { openedAt: new Date('2020-01-01T10:00Z'), closesAt: new Date('2020-01-01T11:00Z') };
    await tx
      .insertInto('break_glass')
      .values({ workerId, childId, reason: 'At the hospital', ...(tie.endsWith('before') && past) })
      .execute();
  } else if (tie.endsWith('excluded')) {
    const { id } = await tx
      .insertInto('exclusion')
      .values({ workerId, childId, reason: 'A neighbour', excludedBy: seun, excludedAt: NOW })
      .returning('id')
      .executeTakeFirstOrThrow();
    const lifted = { exclusionId: id, reason: 'Moved', liftedBy: seun, liftedAt: NOW };
    if (tie.startsWith('once')) await tx.insertInto('exclusion_lifted').values(lifted).execute();
  } else {
    const { id } = await tx
      .insertInto('restriction')
      .values({ childId, reason: 'A relative', contactId: seun, restrictedBy: seun, restrictedAt: NOW })
      .returning('id')
      .executeTakeFirstOrThrow();
    const allowed = { restrictionId: id, workerId, allowedBy: seun, allowedAt: NOW };
    const lifted = { restrictionId: id, reason: 'Left', liftedBy: seun, liftedAt: NOW };
    if (tie.includes('to them')) await tx.insertInto('restriction_allowed').values(allowed).execute();
    if (tie.startsWith('once')) await tx.insertInto('restriction_lifted').values(lifted).execute();
  }
}
