import { sql } from 'kysely';
import type { House, Tx } from '../../platform/db/index.ts';
import { londonDay } from '../../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../../platform/web/world.ts';
import { judgeSome } from './likely.db.ts';

const AT_ONCE = 200;

type Slice = { sweepId: string; ordinal: number; children: ChildId[] };

/**
 * Compares everybody with everybody, for each sweep somebody started and that is not finished: a slice in a transaction,
 * with how far it came. Stopped anywhere it goes on from there; done again it finds nothing new.
 */
export async function sweep(house: House, now: () => Date): Promise<void> {
  while (await sweepSlice(house, now, AT_ONCE));
}

/** @returns whether there is more to do. */
export async function sweepSlice(house: House, now: () => Date, atOnce: number): Promise<boolean> {
  const at = now();
  return house.as('matching', { today: londonDay(at) }, async (tx) => {
    // Where several processes do jobs one sweeps at a time: the other finds the next slice, or nothing.
    await sql`select pg_advisory_xact_lock(hashtextextended('sweep', 0))`.execute(tx);
    const { rows } = await sql<Slice>`select * from guard.next_slice(${atOnce})`.execute(tx);
    const [slice] = rows;
    if (!slice) return false;
    const isLast = slice.children.length < atOnce;
    await judgeSome(tx, slice.children, at, true);
    await sql`select guard.end_slice(${slice.sweepId}, ${slice.ordinal}, ${slice.children}::uuid[], ${isLast}, ${at})`.execute(
      tx,
    );
    return true;
  });
}

export type Sweep = { id: string; startedBy: string | null; startedAt: Date; share: number; finished: boolean };

/** The latest ten. */
export async function listSweeps(tx: Tx): Promise<Sweep[]> {
  const { rows } = await sql<Sweep>`select id, started_by, started_at, share, finished
    from guard.sweeps()`.execute(tx);
  return rows;
}

export async function startSweep(tx: Tx, by: WorkerId | null, at: Date): Promise<void> {
  await tx.insertInto('sweep').values({ startedBy: by, startedAt: at }).execute();
}
