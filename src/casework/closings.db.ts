import { randomUUID } from 'node:crypto';
import { inParts, type Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { Level } from '../risk/index.ts';
import type { CaseId } from './case-record.ts';
import type { ClosingReason, Feedback } from './closing.ts';
import type { Ratings } from './feedback.ts';

export type NewFeedback = {
  caseId: CaseId;
  childId: ChildId;
  offeredOn: PlainDate;
  outcome: Feedback;
  runBy?: string | null | undefined;
  activities?: string | null | undefined;
  services?: string | null | undefined;
  support?: string | null | undefined;
  words?: string | null | undefined;
  ratings?: Ratings | undefined;
  mayQuote?: boolean | null | undefined;
  by: WorkerId;
  at: Date;
};
export async function recordFeedback(tx: Tx, all: readonly NewFeedback[]): Promise<void> {
  for (const some of inParts(all)) {
    await tx.insertInto('exit_feedback').values(some.map(feedbackRow)).execute();
  }
}

function feedbackRow({
  caseId,
  childId,
  offeredOn,
  outcome,
  runBy,
  ratings = {},
  mayQuote,
  by,
  at,
  ...said
}: NewFeedback) {
  const { activities, services, support, words } = said;
  return {
    ...{ caseId, childId, offeredOn, outcome, runBy, activities, services, support, words, mayQuote },
    ratings: JSON.stringify(ratings),
    recordedBy: by,
    recordedAt: at,
  };
}

export type FeedbackRow = Omit<NewFeedback, 'caseId' | 'childId' | 'by' | 'at'> & { ratings: Ratings; by: string };
export async function listFeedback(tx: Tx, caseId: CaseId): Promise<FeedbackRow[]> {
  return tx
    .selectFrom('exit_feedback as f')
    .innerJoin('worker as w', 'w.id', 'f.recordedBy')
    .select(['f.offeredOn', 'f.outcome', 'f.runBy', 'f.activities', 'f.services', 'f.support'])
    .select(['f.words', 'f.ratings', 'f.mayQuote', 'w.name as by'])
    .where('f.caseId', '=', caseId)
    .orderBy('f.offeredOn', 'desc')
    .orderBy('f.recordedAt', 'desc')
    .$castTo<FeedbackRow>()
    .execute();
}

export type NewProposal = {
  caseId: CaseId;
  childId: ChildId;
  reason: ClosingReason;
  words: string;
  riskHeldBy?: string | null | undefined;
  proposedOn: PlainDate;
  by: WorkerId;
  at: Date;
};
/** @returns the proposals' ids in the order given. */
export async function proposeClosings(tx: Tx, all: readonly NewProposal[]): Promise<string[]> {
  const ids: string[] = [];
  for (const some of inParts(all)) {
    const rows = some.map(({ caseId, childId, reason, words, riskHeldBy, proposedOn, by, at }) => ({
      ...{ caseId, childId, reason, words, riskHeldBy, proposedOn },
      id: randomUUID(),
      proposedBy: by,
      recordedAt: at,
    }));
    await tx.insertInto('closure_proposal').values(rows).execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}

export async function declineClosing(
  tx: Tx,
  { proposalId, childId, reason }: { proposalId: string; childId: ChildId; reason: string },
  { by, on, at }: { by: WorkerId; on: PlainDate; at: Date },
): Promise<void> {
  await tx
    .insertInto('closure_declined')
    .values({ proposalId, childId, reason, declinedBy: by, declinedOn: on, recordedAt: at })
    .execute();
}

export type NewClosure = {
  caseId: CaseId;
  childId: ChildId;
  reason: ClosingReason;
  /** The authorised level on the day; null where the child was never assessed. */
  level: Level | null;
  riskHeldBy?: string | null | undefined;
  closedOn: PlainDate;
  at: Date;
} & (
  | { proposalId: string; proposedBy: WorkerId; by: WorkerId; importKey?: undefined }
  | { proposalId?: undefined; proposedBy?: undefined; by?: undefined; importKey: string }
);
/** A second person closes what somebody proposed; or a file says that it was closed. */
export async function closeCases(tx: Tx, all: readonly NewClosure[]): Promise<void> {
  for (const some of inParts(all)) {
    await tx.insertInto('closure').values(some.map(closureRow)).execute();
  }
}

function closureRow({ caseId, childId, reason, riskHeldBy, closedOn, ...one }: NewClosure) {
  const { proposalId, proposedBy, importKey } = one;
  return {
    ...{ caseId, childId, reason, riskHeldBy, closedOn, proposalId, proposedBy, importKey },
    levelAtClosing: one.level,
    closedBy: one.by,
    recordedAt: one.at,
  };
}

export type PastProposal = {
  reason: ClosingReason;
  words: string;
  proposedOn: PlainDate;
  proposedBy: string;
  declinedOn: PlainDate | null;
  declinedBy: string | null;
  declinedBecause: string | null;
};
/** Everything that was proposed for a case, the latest first, and why it was declined where it was. */
export async function listProposals(tx: Tx, caseId: CaseId): Promise<PastProposal[]> {
  return tx
    .selectFrom('closure_proposal as p')
    .innerJoin('worker as w', 'w.id', 'p.proposedBy')
    .leftJoin('closure_declined as d', 'd.proposalId', 'p.id')
    .leftJoin('worker as x', 'x.id', 'd.declinedBy')
    .select(['p.reason', 'p.words', 'p.proposedOn', 'w.name as proposedBy'])
    .select(['d.declinedOn', 'x.name as declinedBy', 'd.reason as declinedBecause'])
    .where('p.caseId', '=', caseId)
    .orderBy('p.recordedAt', 'desc')
    .$castTo<PastProposal>()
    .execute();
}
