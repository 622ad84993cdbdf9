import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { ChildNow } from './child.ts';
import { mapChildren } from './children.db.ts';
import type { Search } from './finding.ts';

/** A child found, and the alias by which when it was not by their own name. */
export type Found = { child: ChildNow; alias: string | null };

/** Among the children the reader may see, the likeliest first, from after the child with the reference `after`. */
export async function findChildren(
  tx: Tx,
  search: Search,
  after: string | undefined,
  atMost: number,
): Promise<(Found | undefined)[]> {
  const { rows } = await sql<{ childId: ChildId; alias: string | null }>`
    select child_id, alias from guard.find_children(${search.name}, ${search.bornOn}, ${search.number}, ${after ?? null}, ${atMost})`.execute(
    tx,
  );
  const children = await mapChildren(
    tx,
    rows.map(({ childId }) => childId),
  );
  return rows.map(({ childId, alias }) => {
    const child = children.get(childId);
    return child && { child, alias };
  });
}
