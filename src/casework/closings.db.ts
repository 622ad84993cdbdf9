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
    const rows = some.map((one) => ({
      case_id: one.caseId,
      child_id: one.childId,
      offered_on: one.offeredOn,
      outcome: one.outcome,
      run_by: one.runBy ?? null,
      activities: one.activities ?? null,
      services: one.services ?? null,
      support: one.support ?? null,
      words: one.words ?? null,
      ratings: JSON.stringify(one.ratings ?? {}),
      may_quote: one.mayQuote ?? null,
      recorded_by: one.by,
      recorded_at: one.at,
    }));
    await tx.insertInto('exit_feedback').values(rows).execute();
  }
}

export type FeedbackRow = Omit<NewFeedback, 'caseId' | 'childId' | 'by' | 'at'> & { ratings: Ratings; by: string };
export async function listFeedback(tx: Tx, caseId: CaseId): Promise<FeedbackRow[]> {
  return tx
    .selectFrom('exit_feedback as f')
    .innerJoin('worker as w', 'w.id', 'f.recorded_by')
    .select(['f.offered_on as offeredOn', 'f.outcome', 'f.run_by as runBy', 'f.activities', 'f.services', 'f.support'])
    .select(['f.words', 'f.ratings', 'f.may_quote as mayQuote', 'w.name as by'])
    .where('f.case_id', '=', caseId)
    .orderBy('f.offered_on', 'desc')
    .orderBy('f.recorded_at', 'desc')
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
    const rows = some.map(({ caseId, childId, reason, words, riskHeldBy = null, proposedOn, by, at }) => ({
      id: randomUUID(),
      case_id: caseId,
      child_id: childId,
      reason,
      words,
      risk_held_by: riskHeldBy,
      proposed_on: proposedOn,
      proposed_by: by,
      recorded_at: at,
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
    .values({
      proposal_id: proposalId,
      child_id: childId,
      reason,
      declined_by: by,
      declined_on: on,
      recorded_at: at,
    })
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
    const rows = some.map((one) => ({
      case_id: one.caseId,
      child_id: one.childId,
      proposal_id: one.proposalId ?? null,
      proposed_by: one.proposedBy ?? null,
      reason: one.reason,
      level_at_closing: one.level,
      risk_held_by: one.riskHeldBy ?? null,
      closed_on: one.closedOn,
      closed_by: one.by ?? null,
      recorded_at: one.at,
      ...(one.importKey && { import_key: one.importKey }),
    }));
    await tx.insertInto('closure').values(rows).execute();
  }
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
    .innerJoin('worker as w', 'w.id', 'p.proposed_by')
    .leftJoin('closure_declined as d', 'd.proposal_id', 'p.id')
    .leftJoin('worker as x', 'x.id', 'd.declined_by')
    .select(['p.reason', 'p.words', 'p.proposed_on as proposedOn', 'w.name as proposedBy'])
    .select(['d.declined_on as declinedOn', 'x.name as declinedBy', 'd.reason as declinedBecause'])
    .where('p.case_id', '=', caseId)
    .orderBy('p.recorded_at', 'desc')
    .$castTo<PastProposal>()
    .execute();
}
