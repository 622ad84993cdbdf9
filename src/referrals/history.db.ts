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
    .innerJoin('referral as r', 'r.id', 'c.referralId')
    .innerJoin('referral_rating as rated', 'rated.referralId', 'c.referralId')
    .leftJoin('decision as d', 'd.referralId', 'c.referralId')
    .leftJoin('decision_outcome as o', 'o.subjectId', 'c.subjectId')
    .select(['r.reference', 'r.receivedAt', 'r.source', 'rated.brag'])
    .select(['d.decidedAt', 'o.outcome'])
    .where('c.childId', '=', child)
    .orderBy('r.receivedAt', 'desc')
    .$castTo<ChildsReferral>()
    .execute();
}
