import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

export type CastMember = { key: string; name: string; title: string; agency: string; roles: string[] };

/** Everybody who may sign in to the trial, in the order they were planted: along the thread, from concern to answer. */
export async function listCast(tx: Tx): Promise<CastMember[]> {
  const { rows } = await sql<CastMember>`
    select w.key, w.name, w.title, a.name agency, array_agg(r.role) roles
    from worker w join agency a on a.id = w.agency_id join worker_role r on r.worker_id = w.id
    where r.since <= guard.today() and (r.until is null or r.until >= guard.today())
    group by w.id, a.name order by w.ordinal limit 100`.execute(tx);
  return rows;
}
