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
      'givenNames',
      'familyName',
      'bornOn',
      'expectedOn',
      'sex',
      'ethnicity',
      'firstLanguage',
      'interpreter',
      'disabilities',
      'diedOn',
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
    .orderBy('familyName')
    .orderBy('givenNames')
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
    .leftJoin('child_status_end as e', 'e.statusId', 's.id')
    .select(['s.id', 's.childId', 's.kind', 's.since', 'e.endedOn', 's.category', 's.legalStatus'])
    .where('s.childId', '=', sql<string>`any (${ids}::uuid[])`)
    .$castTo<Status>();

/** Statuses in force on the day, of those of these children whom the reader may see. */
export async function currentStatuses(tx: Tx, ids: readonly ChildId[], today: PlainDate): Promise<Status[]> {
  if (ids.length === 0) return [];
  return statuses(tx, ids)
    .where('s.since', '<=', today)
    .where((eb) => eb.or([eb('e.endedOn', 'is', null), eb('e.endedOn', '>', today)]))
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
    .innerJoin('worker as w', 'w.id', 'a.workerId')
    .leftJoin('team as t', 't.id', 'a.teamId')
    .leftJoin('child_worker_end as e', 'e.childWorkerId', 'a.id')
    .select(['a.childId', 'a.workerId', 'w.name', 'a.teamId', 't.name as team'])
    .select('a.since')
    .where('a.childId', '=', sql<string>`any (${ids}::uuid[])`)
    .where('a.since', '<=', today)
    .where((eb) => eb.or([eb('e.endedOn', 'is', null), eb('e.endedOn', '>', today)]))
    .orderBy('a.since', 'desc')
    .$castTo<AllocatedWorker>()
    .execute();
}
