import type { Tx } from './db/index.ts';
import type { Lead, Module } from './module.ts';
import type { ChildId } from './web/world.ts';

/** Below all that leads. */
export const LAST = 9;

/** The gravest of what any room says leads, for each of these children of whom one does. */
export async function leadsFrom(
  rooms: readonly Module[],
  tx: Tx,
  children: readonly ChildId[],
): Promise<ReadonlyMap<ChildId, Lead>> {
  const found = new Map<ChildId, Lead>();
  for (const { leads } of rooms)
    for (const [child, lead] of (await leads?.(tx, children)) ?? []) {
      const held = found.get(child);
      if (!held || lead.rank < held.rank) found.set(child, lead);
    }
  return found;
}
