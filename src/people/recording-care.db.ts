import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, TeamId, WorkerId } from '../platform/web/world.ts';
import { inParts, type Recorded, type Recording, recordedOf, who } from './recorded.ts';
import type { StatusKind } from './status.ts';

export type NewStatus = {
  id?: string | undefined;
  childId: ChildId;
  kind: StatusKind;
  since: PlainDate;
  /** Known from the beginning where an import carries it; otherwise `endStatuses` says it later. */
  endedOn?: PlainDate | null | undefined;
  category?: string | null | undefined;
  legalStatus?: string | null | undefined;
  /** Where it was read: an import's file kind, or the story of the trial. */
  source: string;
};
/** @returns how many were new: a child's status of one kind from one day is recorded once. */
export async function recordStatuses(
  tx: Tx,
  statuses: readonly NewStatus[],
  recording: Recording<NewStatus>,
): Promise<number> {
  let added = 0;
  for (const some of inParts(statuses)) {
    const given = new Map(some.map((one) => [one.id ?? randomUUID(), one]));
    const rows = [...given].map(([id, one]) => ({
      id,
      childId: one.childId,
      kind: one.kind,
      since: one.since,
      category: one.category ?? null,
      legalStatus: one.legalStatus ?? null,
      source: one.source,
      ...who(recordedOf(recording, one)),
    }));
    const inserted = await tx
      .insertInto('child_status')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['childId', 'kind', 'since']).doNothing())
      .returning('id')
      .execute();
    added += inserted.length;
    const ended = inserted.flatMap(({ id }) => {
      const one = given.get(id);
      return one?.endedOn ? [{ ...one, statusId: id, endedOn: one.endedOn }] : [];
    });
    await endStatuses(tx, ended, (one) => recordedOf(recording, one));
  }
  return added;
}

/** What a worker learns, one at a time: of a child recorded a moment ago too, whom they do not see yet. */
export async function addStatuses(
  tx: Tx,
  statuses: readonly Pick<NewStatus, 'childId' | 'kind' | 'since' | 'source'>[],
  recorded: Recorded,
): Promise<void> {
  if (statuses.length === 0) return;
  await tx
    .insertInto('child_status')
    .values(statuses.map(({ childId, kind, since, source }) => ({ childId, kind, since, source, ...who(recorded) })))
    .execute();
}

export type StatusEnd = { statusId: string; childId: ChildId; endedOn: PlainDate; source: string };
export async function endStatuses<T extends StatusEnd>(
  tx: Tx,
  ends: readonly T[],
  recording: Recording<T>,
): Promise<void> {
  for (const some of inParts(ends)) {
    const rows = some.map((one) => ({
      statusId: one.statusId,
      childId: one.childId,
      endedOn: one.endedOn,
      source: one.source,
      ...who(recordedOf(recording, one)),
    }));
    await tx.insertInto('child_status_end').values(rows).execute();
  }
}

export type NewAllocation = {
  id?: string | undefined;
  childId: ChildId;
  workerId: WorkerId;
  teamId: TeamId | null;
  since: PlainDate;
  /** Allocated up to, and not on, this day. */
  endedOn?: PlainDate | null | undefined;
};
/** @returns the ids of the allocations, in the order given. */
export async function allocateWorkers(
  tx: Tx,
  all: readonly NewAllocation[],
  recording: Recording<NewAllocation>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const some of inParts(all)) {
    const given = some.map((one) => ({ ...one, id: one.id ?? randomUUID() }));
    const rows = given.map((one) => ({
      id: one.id,
      childId: one.childId,
      workerId: one.workerId,
      teamId: one.teamId,
      since: one.since,
      ...who(recordedOf(recording, one)),
    }));
    await tx.insertInto('child_worker').values(rows).execute();
    const ended = given.flatMap((one) => (one.endedOn ? [{ ...one, allocationId: one.id, endedOn: one.endedOn }] : []));
    await endAllocations(tx, ended, (one) => recordedOf(recording, one));
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

export type AllocationEnd = { allocationId: string; childId: ChildId; endedOn: PlainDate };
export async function endAllocations<T extends AllocationEnd>(
  tx: Tx,
  ends: readonly T[],
  recording: Recording<T>,
): Promise<void> {
  for (const some of inParts(ends)) {
    const rows = some.map((one) => ({
      childWorkerId: one.allocationId,
      childId: one.childId,
      endedOn: one.endedOn,
      ...who(recordedOf(recording, one)),
    }));
    await tx.insertInto('child_worker_end').values(rows).execute();
  }
}
