import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { ChildsDanger } from './danger.ts';

/** The latest referral about each of these children that says danger or was rated RED, of those the reader may see. */
export async function mapDangers(tx: Tx, children: readonly ChildId[]): Promise<Map<ChildId, ChildsDanger>> {
  if (children.length === 0) return new Map();
  const { rows } = await sql<ChildsDanger & { childId: ChildId }>`
    select distinct on (c.child_id) c.child_id, r.immediate_danger, r.missing_now, rated.brag,
      (r.received_at at time zone 'Europe/London')::date as on
    from subject_child c
    join referral r on r.id = c.referral_id
    join referral_rating rated on rated.referral_id = r.id
    where c.child_id = any (${children}::uuid[])
      and (r.immediate_danger or r.missing_now = 'yes' or rated.brag = 'red')
    order by c.child_id, r.received_at desc`.execute(tx);
  return new Map(rows.map(({ childId, ...danger }) => [childId, danger]));
}
