import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import { plainDate } from '../platform/kernel/index.ts';
import { excludeEverybody, restrictTo } from '../platform/testing/closed.ts';
import { type Arranged, type Asked, type Kind, kinds, type With } from '../platform/testing/expected.ts';
import type { TestHouse } from '../platform/testing/house.ts';
import type { Visitor } from '../platform/testing/visitor.ts';
import type { ChildId, TeamId, WorkerId } from '../platform/web/world.ts';
import { type Given, rooms } from './expected.ts';

export type Subject = Given['subject'];
type Subjects = Record<Kind, Subject>;
type Name = Arranged['name'];

const day = plainDate;
const OPENED = day('2023-03-01');

/** A child of every kind. Of the cast: Bartosz and Dev hold the own ones, Farrah and Lucia the colleague’s. */
export async function arrangeSubjects(test: TestHouse): Promise<Subjects> {
  const [north, elsewhere] = [await addTeam(test, 'evolve-north', 'rmbc'), await addTeam(test, 'elsewhere', undefined)];
  const own = await heldByDev(test);
  const closed = { ...own, decidedLongAgo: true };
  const { urgent: _urgent, ...ours } = own;
  const how: Record<Kind, Omit<Arranged, 'name'>> = {
    own,
    'colleague’s': { ...ours, worker: test.workerId('farrah'), holder: test.workerId('lucia') },
    'other team’s': { ...north, decidedLongAgo: true },
    'other agency’s': { ...elsewhere, decidedLongAgo: true },
    restricted: own,
    excluded: own,
    closed: { ...closed, closedOn: day('2024-01-05') },
    'long closed': { ...closed, closedOn: day('2023-08-01') },
    'adult and closed': { ...closed, closedOn: day('2024-01-05') },
  };
  const subjects: Partial<Subjects> = {};
  for (const [place, kind] of kinds.entries()) {
    const bornOn = day(kind === 'adult and closed' ? '2006-01-04' : '2009-06-01');
    const name = { givenNames: `Kind ${place + 1}`, familyName: `Zwillinger${kind.replace(/\W/g, '')}`, bornOn };
    subjects[kind] = await arrangeSubject(test, { name, ...how[kind] });
  }
  const all = subjects as Subjects;
  await restrictTo(test, all.restricted.child.id, 'colin', 'grace');
  await excludeEverybody(test, all.excluded.child.id);
  return all;
}

/** One more like the own one, under a name of its own. */
export async function arrangeOwn(test: TestHouse, name: Name): Promise<Subject> {
  return arrangeSubject(test, { name, ...(await heldByDev(test)) });
}

/** A child of every kind, and what stands by itself. */
export async function arrangeAll(test: TestHouse): Promise<Omit<Asked<Given>, 'key' | 'others'>> {
  const subjects = await arrangeSubjects(test);
  const papers = await inEveryRoom<Given['papers']>({}, (room) => room.papers?.(test, subjects));
  return { subjects, papers };
}

/** Who asks for what is theirs, a colleague’s or another agency’s. */
export async function asking(test: TestHouse, given: Omit<Asked<Given>, 'key' | 'others'>) {
  const workers = await test.arrange((tx) => tx.selectFrom('worker').select(['key', 'agencyId']).execute());
  const agencies = new Map(workers.map(({ key, agencyId }) => [key, agencyId]));
  return (key: string): Asked<Given> => ({
    ...given,
    key,
    others(among) {
      const isNear = (one: string) => agencies.get(one) === agencies.get(key);
      const apart = among.filter((one) => one !== key);
      return { colleague: apart.find(isNear) ?? '', elsewhere: apart.find((one) => !isNear(one)) ?? '' };
    },
  });
}

/** What an attempt is made with, but whom it is about and who makes it. */
export async function whatIsGiven(
  test: TestHouse,
  { subjects, papers }: Omit<Asked<Given>, 'key' | 'others'>,
): Promise<Omit<With<Given>, 's' | 'me'>> {
  const idsOf = async (table: 'team' | 'agency') => {
    const rows = await test.arrange((tx) => tx.selectFrom(table).select(['id', 'code']).execute());
    return (code: string) => rows.find((row) => row.code === code)?.id ?? '';
  };
  const arranged = Object.values(subjects).map(({ child }) => child.id);
  const { childId: also } = await test.arrange((tx) =>
    tx
      .selectFrom('child_worker')
      .select('childId')
      .where('workerId', '=', test.workerId('bartosz'))
      .where('childId', 'not in', (of) => of.selectFrom('child_worker_end').select('childId'))
      .where('childId', 'not in', arranged)
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return { workers: test.workerId, team: await idsOf('team'), agency: await idsOf('agency'), papers, also };
}

/** Records of the story about a child whom Dev works with, and what else visitors go to. */
export async function findStory(test: TestHouse, meet: (key: string) => Promise<Visitor>): Promise<Given['story']> {
  const child = await test.arrange(async (tx) => {
    const { rows } = await sql<{ id: ChildId; reference: string }>`
      select c.id, c.reference from child c join evolve_case e on e.child_id = c.id join open_case o on o.case_id = e.id
      join safety_plan p on p.case_id = e.id
      join plan_action x on x.plan_id = p.id and x.id not in (select action_id from plan_action_done)
      where (select worker_id from allocation where case_id = e.id order by since desc limit 1) = ${test.workerId('dev')}
      order by e.reference`.execute(tx);
    if (!rows[0]) throw new Error('in the story Dev works with nobody');
    return rows[0];
  });
  return inEveryRoom<Given['story']>({ child }, (room, story) => room.story?.(test, story, meet));
}

const arrangeSubject = (test: TestHouse, how: Arranged): Promise<Subject> =>
  inEveryRoom<Subject>({}, (room, s) => room.subject?.(test, how, s));

/** Each room adds its own to what those below it have. */
async function inEveryRoom<Whole extends object>(
  begun: Partial<Whole>,
  add: (room: (typeof rooms)[number], whole: Whole) => Promise<object> | undefined,
): Promise<Whole> {
  const whole = { ...begun } as Whole;
  for (const room of rooms) Object.assign(whole, await add(room, whole));
  return whole;
}

async function heldByDev(test: TestHouse) {
  const findTeam = async (code: string) => {
    const { id } = await test.arrange((tx) =>
      tx.selectFrom('team').select('id').where('code', '=', code).executeTakeFirstOrThrow(),
    );
    return id as TeamId;
  };
  const teams = { workerTeam: await findTeam('locality'), team: await findTeam('evolve') };
  return {
    ...{ openedOn: OPENED, ...teams, urgent: true },
    ...{ worker: test.workerId('bartosz'), holder: test.workerId('dev') },
  };
}

/** A team in which nobody of the cast works, with one who does social work and holds cases; of an agency, or of its own. */
async function addTeam(test: TestHouse, code: string, agency: string | undefined) {
  return test.arrange(async (tx) => {
    const agencyId = agency ? await findAgency(tx, agency) : await addAgency(tx, code);
    const { id: team } = await tx
      .insertInto('team')
      .values({ code, name: code, agencyId })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: worker } = await tx
      .insertInto('worker')
      .values({ key: `nora-${code}`, name: 'Nora', title: 'Works elsewhere', agencyId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx.insertInto('team_member').values({ teamId: team, workerId: worker, since: OPENED }).execute();
    for (const role of ['social_worker', 'evolve_practitioner'])
      await tx.insertInto('worker_role').values({ workerId: worker, role, since: OPENED }).execute();
    const both = { worker: worker as WorkerId, holder: worker as WorkerId };
    return { openedOn: OPENED, ...both, workerTeam: team as TeamId, team: team as TeamId };
  });
}

async function findAgency(tx: Tx, code: string): Promise<string> {
  const { id } = await tx.selectFrom('agency').select('id').where('code', '=', code).executeTakeFirstOrThrow();
  return id;
}

async function addAgency(tx: Tx, code: string): Promise<string> {
  const { id } = await tx
    .insertInto('agency')
    .values({ code, name: code, kind: 'statutory_partner' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
