import { type Refusal, refuse } from '../platform/kernel/index.ts';

/** Lawful reasons to ask partners without the family's agreement. */
export const reasonsWithoutAgreement = {
  RISK_TO_CHILD: 'Asking would put the child at greater risk',
  RISK_TO_OTHERS: 'Asking would put somebody else at risk',
  PREJUDICE_INVESTIGATION: 'Asking would prejudice the prevention or investigation of a serious crime',
  LOSS_OF_EVIDENCE: 'Asking could lose evidence',
  UNJUSTIFIED_DELAY: 'Waiting for an answer would delay help without good reason',
  CANNOT_CONTACT: 'Nobody with parental responsibility can be reached',
  NOT_COMPETENT: 'Nobody who can be reached is able to decide',
  OTHER: 'Another lawful reason',
} as const;
type ReasonWithoutAgreement = keyof typeof reasonsWithoutAgreement;

/**
 * Whether the family agrees to partners being asked; kept apart from the lawful basis for processing, and never in the
 * way of a decision. The latest one stands.
 */
export type Agreement = {
  id: string;
  agreed: boolean;
  reason: ReasonWithoutAgreement | null;
  words: string;
  by: string;
  at: Date;
};

type Agreed = Pick<Agreement, 'agreed' | 'reason' | 'words'>;

export function agree({ agreed, reason, words }: Agreed): Agreed | Refusal {
  if (!agreed && !reason) return refuse('Choose the lawful reason to ask without the family’s agreement', 'reason');
  return { agreed, reason: agreed ? null : reason, words };
}

export function sayAgreement({ agreed, reason }: Agreed): string {
  return agreed ? 'The family agrees' : `Without agreement: ${reason ? reasonsWithoutAgreement[reason] : ''}`;
}
