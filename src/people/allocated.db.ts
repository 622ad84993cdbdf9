import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, World } from '../platform/web/world.ts';
import type { ChildNow } from './child.ts';
import { currentStatuses, mapChildren } from './children.db.ts';
import type { Status } from './status.ts';

export type AllocatedChild = { child: ChildNow; statuses: Status[]; since: PlainDate; workers: string[] };
export type PlaceInList = { since: PlainDate; id: string };

type Reader = Pick<World, 'today' | 'may'> & { worker: Pick<World['worker'], 'id' | 'teams'> };

/** One's own children; of a manager, those of the workers in the teams they manage. The longest allocated first. */
export async function listAllocated(
  tx: Tx,
  { worker, today, may }: Reader,
  after: PlaceInList | undefined,
  atMost: number,
): Promise<(AllocatedChild | undefined)[]> {
  const teams = may('people.oversee-allocated') ? worker.teams : [];
  const { rows } = await sql<{ childId: ChildId; since: PlainDate; workers: string[] }>`
    select a.child_id, min(a.since) as since, array_agg(distinct w.name order by w.name) as workers
    from child_worker a join worker w on w.id = a.worker_id
    where (a.worker_id = ${worker.id} or a.team_id = any (${teams}::uuid[])) and a.since <= ${today}
      and not exists (select from child_worker_end e where e.child_worker_id = a.id and e.ended_on <= ${today})
    group by a.child_id
    having ${after?.since ?? null}::date is null
      or (min(a.since), a.child_id) > (${after?.since ?? null}::date, ${after?.id ?? null}::uuid)
    order by 2, 1 limit ${atMost}`.execute(tx);
  const ids = rows.map(({ childId }) => childId);
  const children = await mapChildren(tx, ids);
  const statuses = await currentStatuses(tx, ids, today);
  return rows.map(({ childId, since, workers }) => {
    const child = children.get(childId);
    return child && { child, since, workers, statuses: statuses.filter((one) => one.childId === childId) };
  });
}
