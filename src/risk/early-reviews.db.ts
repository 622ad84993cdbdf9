import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import { londonDay, type PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { EarlyReviewTrigger } from './review.ts';

export type EarlyReview = {
  childId: ChildId;
  trigger: EarlyReviewTrigger;
  words: string;
  happenedOn: PlainDate;
  askedBy: string;
  askedOn: PlainDate;
  answered: boolean;
};

type NewEarlyReview = {
  childId: ChildId;
  trigger: EarlyReviewTrigger;
  words: string;
  happenedOn: PlainDate;
  askedBy: WorkerId;
  askedAt: Date;
};

export async function askForEarlyReview(
  tx: Tx,
  { childId, trigger, words, happenedOn, askedBy, askedAt }: NewEarlyReview,
): Promise<void> {
  await tx.insertInto('early_review').values({ childId, trigger, words, happenedOn, askedBy, askedAt }).execute();
}

/** Every early review asked for these children, the oldest first. */
export async function listEarlyReviews(tx: Tx, children: readonly ChildId[]): Promise<EarlyReview[]> {
  if (children.length === 0) return [];
  const rows = await earlyReviews(tx).where('e.childId', '=', sql<string>`any (${children}::uuid[])`).execute();
  return rows.map(({ askedAt, ...rest }) => ({ ...rest, askedOn: londonDay(askedAt) }));
}

const earlyReviews = (tx: Tx) =>
  tx
    .selectFrom('early_review as e')
    .innerJoin('worker as w', 'w.id', 'e.askedBy')
    .leftJoin('early_review_answered as done', 'done.earlyReviewId', 'e.id')
    .select([
      'e.childId',
      'e.trigger',
      'e.words',
      'e.happenedOn',
      'e.askedAt',
      'w.name as askedBy',
      sql<boolean>`done.assessment_id is not null`.as('answered'),
    ])
    .orderBy('e.askedAt')
    .$castTo<Omit<EarlyReview, 'askedOn'> & { askedAt: Date }>();

/** The assessment now completed answers every early review asked for before it. */
export async function answerEarlyReviews(tx: Tx, child: ChildId, assessment: string): Promise<void> {
  await sql`insert into early_review_answered (early_review_id, child_id, assessment_id)
    select e.id, e.child_id, ${assessment} from early_review e where e.child_id = ${child}
      and not exists (select from early_review_answered done where done.early_review_id = e.id)`.execute(tx);
}
