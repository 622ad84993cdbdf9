import type { Tx } from '../platform/db/index.ts';
import type { Brag } from '../platform/service-hours.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { Outcome } from './decision.ts';

/** A referral about one child, as a line of their history. */
export type ChildsReferral = {
  reference: string;
  receivedAt: Date;
  source: string;
  brag: Brag | null;
  decidedAt: Date | null;
  outcome: Outcome | null;
};

/** Those the reader may see, the latest first. */
export async function listReferralsOf(tx: Tx, child: ChildId): Promise<ChildsReferral[]> {
  return tx
    .selectFrom('subject_child as c')
    .innerJoin('referral as r', 'r.id', 'c.referral_id')
    .innerJoin('referral_rating as rated', 'rated.referral_id', 'c.referral_id')
    .leftJoin('decision as d', 'd.referral_id', 'c.referral_id')
    .leftJoin('decision_outcome as o', 'o.subject_id', 'c.subject_id')
    .select(['r.reference', 'r.received_at as receivedAt', 'r.source', 'rated.brag'])
    .select(['d.decided_at as decidedAt', 'o.outcome'])
    .where('c.child_id', '=', child)
    .orderBy('r.received_at', 'desc')
    .$castTo<ChildsReferral>()
    .execute();
}
