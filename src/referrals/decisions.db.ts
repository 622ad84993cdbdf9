import { randomUUID } from 'node:crypto';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { inParts, type Tx } from '../platform/db/index.ts';
import type { WorkerId } from '../platform/web/world.ts';
import type { Decision } from './decision.ts';

export async function findDecision(tx: Tx, referralId: string): Promise<Decision | undefined> {
  return tx
    .selectFrom('decision as d')
    .leftJoin('worker as w', 'w.id', 'd.decided_by')
    .select((eb) => [
      'd.reason',
      'd.lawful_basis as lawfulBasis',
      'd.asked_of_referrer as askedOfReferrer',
      'w.name as by',
      'd.decided_at as at',
      jsonArrayFrom(
        eb
          .selectFrom('decision_outcome as o')
          .select(['o.subject_id as subjectId', 'o.outcome'])
          .whereRef('o.decision_id', '=', 'd.id'),
      ).as('outcomes'),
    ])
    .where('d.referral_id', '=', referralId)
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
  }
}

type Decided = NewDecision & { id: string };

const decisionRow = ({ id, referralId, reason, lawfulBasis, askedOfReferrer, by, at }: Decided) => ({
  id,
  referral_id: referralId,
  reason,
  lawful_basis: lawfulBasis,
  asked_of_referrer: askedOfReferrer,
  decided_by: by,
  decided_at: at,
});

const outcomeRows = ({ id, referralId, outcomes }: Decided) =>
  outcomes.map(({ subjectId, outcome }) => ({
    decision_id: id,
    referral_id: referralId,
    subject_id: subjectId,
    outcome,
  }));
