import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import type { Recorded } from '../recorded.ts';
import { endStatuses, recordStatuses } from '../recording-care.db.ts';
import type { Status } from '../status.ts';
import type { Recognition } from './recognise.ts';
import { type SaidStatus, type StatusesToWrite, statusesBeside } from './statuses.ts';

/** Every status held of the children found, and how each status of the file stands to them. */
export async function compareStatuses(tx: Tx, { found }: Recognition, said: readonly SaidStatus[]) {
  const ids = [...found.values()].flatMap(({ held }) => held?.id ?? []);
  const held = await tx
    .selectFrom('child_status as s')
    .leftJoin('child_status_end as e', 'e.statusId', 's.id')
    .select(['s.id', 's.childId', 's.kind', 's.since', 's.category', 's.legalStatus'])
    .select('e.endedOn')
    .where('s.childId', '=', sql<string>`any (${ids}::uuid[])`)
    .$castTo<Status>()
    .execute();
  return statusesBeside(
    held,
    said.map((record) => ({ record, id: found.get(record.childId)?.held?.id })),
  );
}

export async function recordSaidStatuses(
  tx: Tx,
  { added, ended }: StatusesToWrite,
  ids: ReadonlyMap<string, ChildId>,
  source: string,
  recorded: Recorded,
): Promise<{ statuses: number; 'ends of statuses': number }> {
  const statuses = added.flatMap(({ childId, from, until, ...status }) => {
    const id = ids.get(childId);
    return id ? [{ ...status, childId: id, since: from, endedOn: until, source }] : [];
  });
  await recordStatuses(tx, statuses, recorded);
  const ends = ended.map(({ status, endedOn }) => ({ statusId: status.id, childId: status.childId, endedOn, source }));
  await endStatuses(tx, ends, recorded);
  return { statuses: statuses.length, 'ends of statuses': ends.length };
}
