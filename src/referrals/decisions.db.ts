import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inParts, type Tx } from '../platform/db/index.ts';
import type { WorkerId } from '../platform/web/world.ts';
import type { Decision } from './decision.ts';

export async function findDecision(tx: Tx, referralId: string): Promise<Decision | undefined> {
  return tx
    .selectFrom('decision as d')
    .leftJoin('worker as w', 'w.id', 'd.decidedBy')
    .select(['d.reason', 'd.lawfulBasis', 'd.askedOfReferrer', 'w.name as by', 'd.decidedAt as at'])
    .select(
      sql<Decision['outcomes']>`(select coalesce(jsonb_agg(jsonb_build_object('subjectId', o.subject_id,
        'outcome', o.outcome, 'besides', array(select b.outcome from outcome_beside b where b.subject_id = o.subject_id
          order by b.outcome))), '[]') from decision_outcome o where o.decision_id = d.id)`.as('outcomes'),
    )
    .where('d.referralId', '=', referralId)
    .$castTo<Decision>()
    .executeTakeFirst();
}

export type NewDecision = Omit<Decision, 'by'> & {
  referralId: string;
  /** Nobody: an import does not know. */
  by: WorkerId | null;
};

/** One decision for a referral: a second one is refused by its key, and the page shows the first. */
export async function recordDecisions(tx: Tx, all: readonly NewDecision[]): Promise<void> {
  for (const some of inParts(all)) {
    const decided = some.map((one) => ({ ...one, id: randomUUID() }));
    await tx.insertInto('decision').values(decided.map(decisionRow)).execute();
    await tx.insertInto('decision_outcome').values(decided.flatMap(outcomeRows)).execute();
    const besides = decided.flatMap(besideRows);
    if (besides.length > 0) await tx.insertInto('outcome_beside').values(besides).execute();
  }
}

type Decided = NewDecision & { id: string };

const decisionRow = ({ id, referralId, reason, lawfulBasis, askedOfReferrer, by, at }: Decided) => ({
  id,
  referralId,
  reason,
  lawfulBasis,
  askedOfReferrer,
  decidedBy: by,
  decidedAt: at,
});

const outcomeRows = ({ id, referralId, outcomes }: Decided) =>
  outcomes.map(({ subjectId, outcome }) => ({
    decisionId: id,
    referralId,
    subjectId,
    outcome,
  }));

const besideRows = ({ id, referralId, outcomes }: Decided) =>
  outcomes.flatMap(({ subjectId, besides = [] }) =>
    besides.map((outcome) => ({ decisionId: id, referralId, subjectId, outcome })),
  );
