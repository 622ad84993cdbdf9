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

export async function askForEarlyReview(tx: Tx, asked: NewEarlyReview): Promise<void> {
  await tx
    .insertInto('early_review')
    .values({
      child_id: asked.childId,
      trigger: asked.trigger,
      words: asked.words,
      happened_on: asked.happenedOn,
      asked_by: asked.askedBy,
      asked_at: asked.askedAt,
    })
    .execute();
}

/** Every early review asked for these children, the oldest first. */
export async function listEarlyReviews(tx: Tx, children: readonly ChildId[]): Promise<EarlyReview[]> {
  if (children.length === 0) return [];
  const rows = await earlyReviews(tx).where('e.child_id', '=', sql<string>`any (${children}::uuid[])`).execute();
  return rows.map(({ askedAt, ...rest }) => ({ ...rest, askedOn: londonDay(askedAt) }));
}

const earlyReviews = (tx: Tx) =>
  tx
    .selectFrom('early_review as e')
    .innerJoin('worker as w', 'w.id', 'e.asked_by')
    .leftJoin('early_review_answered as done', 'done.early_review_id', 'e.id')
    .select([
      'e.child_id as childId',
      'e.trigger',
      'e.words',
      'e.happened_on as happenedOn',
      'e.asked_at as askedAt',
      'w.name as askedBy',
      sql<boolean>`done.assessment_id is not null`.as('answered'),
    ])
    .orderBy('e.asked_at')
    .$castTo<Omit<EarlyReview, 'askedOn'> & { askedAt: Date }>();

/** The assessment now completed answers every early review asked for before it. */
export async function answerEarlyReviews(tx: Tx, child: ChildId, assessment: string): Promise<void> {
  await sql`insert into early_review_answered (early_review_id, child_id, assessment_id)
    select e.id, e.child_id, ${assessment} from early_review e where e.child_id = ${child}
      and not exists (select from early_review_answered done where done.early_review_id = e.id)`.execute(tx);
}
