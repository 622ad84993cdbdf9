import { ageOn, type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import type { WorkerId } from '../platform/web/world.ts';
import { type Level, levelWords } from '../risk/index.ts';

/**
 * Why a case closes. The first two say that the risk was reduced and need the level that
 * proves it. Every other one keeps the true level, names who now holds the risk, and is never counted as success.
 */
export const closingReasons = {
  RISK_REDUCED_LOW: 'Risk reduced to low',
  NO_RISK: 'No risk identified',
  MOVED_AREA: 'Moved to another area',
  TURNED_18_ADULT_PATHWAY: 'Turned 18, adult pathway',
  TRANSFERRED_SERVICE: 'Transferred to another service',
  CUSTODY: 'In custody',
  DIED: 'The child has died',
  NOT_ENGAGED_RISK_HELD_ELSEWHERE: 'We could not engage the child; risk held elsewhere',
  OPENED_IN_ERROR: 'Opened in error',
} as const;
export type ClosingReason = keyof typeof closingReasons;

/** The authorised level that each success needs. */
const levelFor = { RISK_REDUCED_LOW: 'LOW', NO_RISK: 'NONE' } as const satisfies Partial<Record<ClosingReason, Level>>;
type Success = keyof typeof levelFor;
export const isSuccess = (reason: ClosingReason): reason is Success => reason in levelFor;

/** The session a child is offered on leaving. A child owes no reason for declining it. */
export const feedbackOutcomes = {
  held: 'Held',
  declined: 'Offered, and the child declined',
  could_not_be_reached: 'Offered, and the child could not be reached',
} as const;
export type Feedback = keyof typeof feedbackOutcomes;

export type ClosingFacts = {
  /** The latest authorised level of this spell. */
  level: Level | undefined;
  /** An assessment completed since then that no manager has authorised or returned yet. */
  waitsForAuthorisation: boolean;
  feedback: Feedback | undefined;
  bornOn: PlainDate | undefined;
  diedOn: PlainDate | undefined;
};

export type ProposedClosing = { reason: ClosingReason; riskHeldBy: string | undefined };

/** What must hold before anybody proposes. The feedback session may still be to come. */
export function mayPropose(facts: ClosingFacts, proposed: ProposedClosing, today: PlainDate): Refusal | undefined {
  return (
    deathIsNamed(facts, proposed) ??
    successNeedsItsLevel(facts, proposed) ??
    somebodyHoldsTheRisk(proposed) ??
    isOldEnough(facts, proposed, today)
  );
}

/** What must hold when the second person closes: everything again, as it is on that day, and the session offered. */
export function mayClose(
  facts: ClosingFacts,
  proposal: ProposedClosing & { proposedBy: WorkerId },
  by: WorkerId,
  today: PlainDate,
): Refusal | undefined {
  return aSecondPerson(proposal, by) ?? mayPropose(facts, proposal, today) ?? feedbackWasOffered(facts, proposal);
}

export function aSecondPerson({ proposedBy }: { proposedBy: WorkerId }, by: WorkerId): Refusal | undefined {
  return proposedBy === by ? refuse('You proposed this closing: somebody else decides it') : undefined;
}

function deathIsNamed({ diedOn }: ClosingFacts, { reason }: ProposedClosing): Refusal | undefined {
  if (!diedOn || reason === 'DIED' || reason === 'OPENED_IN_ERROR') return undefined;
  return refuse('The record says that this child has died: close the case for that reason', 'reason');
}

function successNeedsItsLevel(facts: ClosingFacts, { reason }: ProposedClosing): Refusal | undefined {
  if (!isSuccess(reason)) return undefined;
  const needed = levelFor[reason];
  if (facts.waitsForAuthorisation)
    return refuse('A later assessment waits to be authorised: that comes first', 'reason');
  if (facts.level === needed) return undefined;
  const now = facts.level
    ? `The authorised level is ${levelWords[facts.level].toLowerCase()}.`
    : 'No level is authorised.';
  return refuse(
    `${now} “${closingReasons[reason]}” needs an authorised assessment of ${levelWords[needed].toLowerCase()}.`,
    'reason',
  );
}

function somebodyHoldsTheRisk({ reason, riskHeldBy }: ProposedClosing): Refusal | undefined {
  if (isSuccess(reason) || reason === 'DIED' || riskHeldBy) return undefined;
  return refuse('Say who now holds the risk: the person or the service, and that they know', 'riskHeldBy');
}

function isOldEnough({ bornOn }: ClosingFacts, { reason }: ProposedClosing, today: PlainDate): Refusal | undefined {
  if (reason !== 'TURNED_18_ADULT_PATHWAY' || !bornOn || ageOn(bornOn, today) >= 18) return undefined;
  return refuse('This child is not 18 yet', 'reason');
}

function feedbackWasOffered({ feedback }: ClosingFacts, { reason }: ProposedClosing): Refusal | undefined {
  if (feedback || !isSuccess(reason)) return undefined;
  return refuse('Offer the child the feedback session first, and record what came of it');
}

/** After a death nothing is offered. */
export function mayOffer(
  { diedOn }: { diedOn: PlainDate | null },
  proposed: Pick<ProposedClosing, 'reason'> | null,
): Refusal | undefined {
  return diedOn || proposed?.reason === 'DIED' ? refuse('This child has died: nothing is offered') : undefined;
}
