import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, TeamId, WorkerId } from '../platform/web/world.ts';
import type { ChildNow } from './child.ts';
import type { Status } from './status.ts';

const now = (tx: Tx) =>
  tx
    .selectFrom('child_now')
    .select([
      'id',
      'reference',
      'given_names as givenNames',
      'family_name as familyName',
      'born_on as bornOn',
      'expected_on as expectedOn',
      'sex',
      'ethnicity',
      'first_language as firstLanguage',
      'interpreter',
      'disabilities',
      'died_on as diedOn',
      'version',
    ])
    .$castTo<ChildNow>();

export async function findChild(tx: Tx, reference: string): Promise<ChildNow | undefined> {
  return now(tx).where('reference', '=', reference).executeTakeFirst();
}

export async function findChildById(tx: Tx, id: ChildId): Promise<ChildNow | undefined> {
  return now(tx).where('id', '=', id).executeTakeFirst();
}

/** Those of these children whom the reader may see, by name. */
export async function listChildren(tx: Tx, ids: readonly ChildId[]): Promise<ChildNow[]> {
  if (ids.length === 0) return [];
  return now(tx)
    .where('id', '=', sql<string>`any (${ids}::uuid[])`)
    .orderBy('family_name')
    .orderBy('given_names')
    .orderBy('id')
    .execute();
}

/** The same, to look one up. */
export async function mapChildren(tx: Tx, ids: readonly ChildId[]): Promise<Map<ChildId, ChildNow>> {
  return new Map((await listChildren(tx, ids)).map((child) => [child.id, child]));
}

const statuses = (tx: Tx, ids: readonly ChildId[]) =>
  tx
    .selectFrom('child_status as s')
    .leftJoin('child_status_end as e', 'e.status_id', 's.id')
    .select([
      's.id',
      's.child_id as childId',
      's.kind',
      's.since',
      'e.ended_on as endedOn',
      's.category',
      's.legal_status as legalStatus',
    ])
    .where('s.child_id', '=', sql<string>`any (${ids}::uuid[])`)
    .$castTo<Status>();

/** Statuses in force on the day, of those of these children whom the reader may see. */
export async function currentStatuses(tx: Tx, ids: readonly ChildId[], today: PlainDate): Promise<Status[]> {
  if (ids.length === 0) return [];
  return statuses(tx, ids)
    .where('s.since', '<=', today)
    .where((eb) => eb.or([eb('e.ended_on', 'is', null), eb('e.ended_on', '>', today)]))
    .orderBy('s.kind')
    .execute();
}

/** Every status one child has had, the latest first. */
export async function listStatuses(tx: Tx, child: ChildId): Promise<Status[]> {
  return statuses(tx, [child]).orderBy('s.since', 'desc').orderBy('s.kind').execute();
}

export type AllocatedWorker = {
  childId: ChildId;
  workerId: WorkerId;
  name: string;
  teamId: TeamId | null;
  team: string | null;
  since: PlainDate;
};

/** The social workers allocated on the day, of those of these children whom the reader may see. */
export async function allocatedWorkers(tx: Tx, ids: readonly ChildId[], today: PlainDate): Promise<AllocatedWorker[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('child_worker as a')
    .innerJoin('worker as w', 'w.id', 'a.worker_id')
    .leftJoin('team as t', 't.id', 'a.team_id')
    .leftJoin('child_worker_end as e', 'e.child_worker_id', 'a.id')
    .select(['a.child_id as childId', 'a.worker_id as workerId', 'w.name', 'a.team_id as teamId', 't.name as team'])
    .select('a.since')
    .where('a.child_id', '=', sql<string>`any (${ids}::uuid[])`)
    .where('a.since', '<=', today)
    .where((eb) => eb.or([eb('e.ended_on', 'is', null), eb('e.ended_on', '>', today)]))
    .orderBy('a.since', 'desc')
    .$castTo<AllocatedWorker>()
    .execute();
}
