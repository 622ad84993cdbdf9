import type { Tx } from '../db/index.ts';

export type CastMember = { key: string; name: string; title: string; agency: string };

/** The workers of the partnership by agency, those with most colleagues first. */
export async function listCast(tx: Tx): Promise<CastMember[]> {
  return tx
    .selectFrom('worker')
    .innerJoin('agency', 'agency.id', 'worker.agency_id')
    .select(['worker.key', 'worker.name', 'worker.title', 'agency.name as agency'])
    .where('worker.id', 'in', (from) => from.selectFrom('worker_role').select('worker_id'))
    .orderBy((by) => by.fn.countAll().over((over) => over.partitionBy('agency.id')), 'desc')
    .orderBy('agency.name')
    .orderBy('worker.title')
    .execute();
}
