import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inParts, type Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, TeamId, WorkerId, World } from '../platform/web/world.ts';
import type { Holder } from './allocation.ts';
import type { CaseId } from './case-record.ts';

/** Those of a team who hold cases, with how many of its open ones each has now. */
export async function listHolders(tx: Tx, team: TeamId, { today }: World): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select w.id, w.key, w.name, (
      select count(*) from allocation a join open_case o on o.case_id = a.case_id where a.worker_id = w.id
        and not exists (select from allocation_end e where e.allocation_id = a.id)
    ) as open_cases
    from worker w
    where exists (
      select from team_member m
      join worker_role r on r.worker_id = m.worker_id
      join role_permission p on p.role = r.role and p.permission = 'cases.hold'
      where m.worker_id = w.id and m.team_id = ${team}
        and m.since <= ${today} and (m.until is null or m.until >= ${today})
        and r.since <= ${today} and (r.until is null or r.until >= ${today}))
    order by w.name`.execute(tx);
  return rows;
}

/** Whether this worker could hold a case of this child: no more than yes or no. */
export async function canHold(tx: Tx, team: TeamId, child: ChildId, worker: WorkerId): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select guard.can_hold(${team}, ${child}, ${worker}) as yes`.execute(tx);
  return rows[0]?.yes === true;
}

export type HeldBy = { name: string; since: PlainDate; endedOn: PlainDate | null; reason: string; by: string };
/** Everybody who has held the case, the latest first. */
export async function listAllocations(tx: Tx, caseId: CaseId): Promise<HeldBy[]> {
  return tx
    .selectFrom('allocation as a')
    .innerJoin('worker as w', 'w.id', 'a.workerId')
    .innerJoin('worker as b', 'b.id', 'a.allocatedBy')
    .leftJoin('allocation_end as e', 'e.allocationId', 'a.id')
    .select(['w.name', 'a.since', 'e.endedOn', 'a.reason', 'b.name as by'])
    .where('a.caseId', '=', caseId)
    .orderBy('a.since', 'desc')
    .orderBy('a.recordedAt', 'desc')
    .$castTo<HeldBy>()
    .execute();
}

export type NewAllocation = {
  caseId: CaseId;
  childId: ChildId;
  workerId: WorkerId;
  since: PlainDate;
  /** Known from the beginning only in a story told afterwards. */
  endedOn?: PlainDate | undefined;
  reason: string;
  by: WorkerId;
  at: Date;
};
type Link = { id: string; since: PlainDate | undefined; isEnded: boolean };

/** Each replaces the one before it on its case, which ends that day. Those of one case are given in order of time. */
export async function allocateCases(tx: Tx, all: readonly NewAllocation[]): Promise<void> {
  const last = await lastAllocations(tx, [...new Set(all.map(({ caseId }) => caseId))]);
  const turns = Map.groupBy(withTurn(all), ({ turn }) => turn);
  for (const [, some] of [...turns].toSorted(([a], [b]) => a - b)) {
    for (const part of inParts(some)) await allocateOnce(tx, part, last);
  }
}

async function allocateOnce(tx: Tx, some: readonly NewAllocation[], last: Map<CaseId, Link>): Promise<void> {
  const rows = some.map((one) => ({ id: randomUUID(), one, before: last.get(one.caseId) }));
  await endAllocations(
    tx,
    rows.flatMap(({ one, before }) => (before && !before.isEnded ? [{ ...one, id: before.id, on: one.since }] : [])),
  );
  await tx
    .insertInto('allocation')
    .values(
      rows.map(({ id, one: { caseId, childId, workerId, since, reason, by, at }, before }) => ({
        ...{ id, caseId, childId, workerId, since, reason },
        replacesId: before?.id,
        allocatedBy: by,
        recordedAt: at,
      })),
    )
    .execute();
  await endAllocations(
    tx,
    rows.flatMap(({ id, one }) => (one.endedOn ? [{ ...one, id, on: one.endedOn }] : [])),
  );
  for (const { id, one } of rows) last.set(one.caseId, { id, since: one.since, isEnded: one.endedOn !== undefined });
}

type End = { id: string; childId: ChildId; on: PlainDate; by: WorkerId; at: Date };
async function endAllocations(tx: Tx, ends: readonly End[]): Promise<void> {
  if (ends.length === 0) return;
  const rows = ends.map(({ id, childId, on, by, at }) => ({
    ...{ childId },
    allocationId: id,
    endedOn: on,
    endedBy: by,
    recordedAt: at,
  }));
  await tx.insertInto('allocation_end').values(rows).execute();
}

/** The one on each case that nothing has replaced yet. */
async function lastAllocations(tx: Tx, cases: readonly CaseId[]): Promise<Map<CaseId, Link>> {
  const { rows } = await sql<Link & { caseId: CaseId }>`
    select a.id, a.case_id, a.since, e.allocation_id is not null as is_ended
    from allocation a left join allocation_end e on e.allocation_id = a.id
    where a.case_id = any (${cases}::uuid[])
      and not exists (select from allocation later where later.replaces_id = a.id)`.execute(tx);
  return new Map(rows.map((row) => [row.caseId, row]));
}

function withTurn<T extends { caseId: CaseId }>(all: readonly T[]): (T & { turn: number })[] {
  const seen = new Map<CaseId, number>();
  return all.map((one) => {
    const turn = seen.get(one.caseId) ?? 0;
    seen.set(one.caseId, turn + 1);
    return { ...one, turn };
  });
}
