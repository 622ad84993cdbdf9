import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, World } from '../platform/web/world.ts';
import type { ChildNow } from './child.ts';
import { currentStatuses, mapChildren } from './children.db.ts';
import type { Status } from './status.ts';

export type Allocated = { childId: ChildId; since: PlainDate; workers: string[] };
export type AllocatedChild = Allocated & { child: ChildNow; statuses: Status[] };

type Reader = Pick<World, 'today' | 'may'> & { worker: Pick<World['worker'], 'id' | 'teams'> };

/** One's own children; of a manager, those of the workers in the teams they manage. */
export async function listAllocated(tx: Tx, { worker, today, may }: Reader): Promise<Allocated[]> {
  const teams = may('people.oversee-allocated') ? worker.teams : [];
  const { rows } = await sql<Allocated>`
    select a.child_id, min(a.since) as since, array_agg(distinct w.name order by w.name) as workers
    from child_worker a join worker w on w.id = a.worker_id
    where (a.worker_id = ${worker.id} or a.team_id = any (${teams}::uuid[])) and a.since <= ${today}
      and not exists (select from child_worker_end e where e.child_worker_id = a.id and e.ended_on <= ${today})
      and a.child_id = any ((select guard.my_children())::uuid[])
    group by a.child_id`.execute(tx);
  return rows;
}

/** The same as they are listed: who they are, and what stands for them today. */
export async function describeAllocated<One extends Allocated>(
  tx: Tx,
  all: readonly One[],
  today: PlainDate,
): Promise<(One & AllocatedChild)[]> {
  const ids = all.map(({ childId }) => childId);
  const children = await mapChildren(tx, ids);
  const statuses = await currentStatuses(tx, ids, today);
  return all.flatMap((one) => {
    const child = children.get(one.childId);
    return child ? [{ ...one, child, statuses: statuses.filter(({ childId }) => childId === one.childId) }] : [];
  });
}
