import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { ChildNow } from './child.ts';
import { mapChildren } from './children.db.ts';
import type { Search } from './finding.ts';

/** A child found, and the alias by which when it was not by their own name. */
type Found = { child: ChildNow; alias: string | null };
export type FoundPage = { found: Found[]; more: boolean };

const AT_ONCE = 50;

/** Among the children the reader may see, the likeliest first, from after the child with the reference `after`. */
export async function findChildren(tx: Tx, search: Search, after: string | null): Promise<FoundPage> {
  const { rows } = await sql<{ childId: ChildId; alias: string | null }>`
    select child_id, alias from guard.find_children(${search.name}, ${search.bornOn}, ${search.number}, ${after}, ${AT_ONCE + 1})`.execute(
    tx,
  );
  const children = await mapChildren(
    tx,
    rows.map(({ childId }) => childId),
  );
  const found = rows.slice(0, AT_ONCE).flatMap(({ childId, alias }) => {
    const child = children.get(childId);
    return child ? [{ child, alias }] : [];
  });
  return { found, more: rows.length > AT_ONCE };
}
