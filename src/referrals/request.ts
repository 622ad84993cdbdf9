import { type Refusal, refuse } from '../platform/kernel/index.ts';
import { type Brag, partnerAnswerDue } from '../platform/service-hours.ts';
import type { Agreement } from './agreement.ts';
import { sayDuration } from './queue.ts';

/** What one agency was asked, and what it answered. That it holds nothing is an answer. */
export type PartnerRequest = {
  id: string;
  agency: string;
  childNamed: string;
  asks: string;
  requestedAt: Date;
  requestedBy: string;
  dueAt: Date;
  answer: PartnerAnswer | null;
};
export type PartnerAnswer = { holdsInformation: boolean; words: string; by: string; at: Date };

/** Asking comes after agreement, or a lawful reason, and never where there is no safeguarding concern (Haringey 2013). */
export function ask(
  agreement: Agreement | undefined,
  brag: Brag | null,
  now: Date,
): { agreementId: string; dueAt: Date } | Refusal {
  if (!agreement) return refuse('Record the family’s agreement, or the lawful reason to go without it, before asking');
  if (!brag) return refuse('Rate the referral first: how soon partners answer follows from its rating');
  const dueAt = partnerAnswerDue(brag, now);
  return dueAt ? { agreementId: agreement.id, dueAt } : refuse('A BLUE referral asks partners nothing');
}

type Answered = Pick<PartnerAnswer, 'holdsInformation'> & { words: string | null };

/** To hold nothing is an answer of its own; what is held is said. */
export function answer({
  holdsInformation,
  words,
}: Answered): Pick<PartnerAnswer, 'holdsInformation' | 'words'> | Refusal {
  if (holdsInformation && !words) return refuse('Enter what you hold', 'words');
  return { holdsInformation, words: words ?? '' };
}

/** A partner's clock is the wall's: at RED it runs day and night. */
export function sayAnswerDue({ dueAt, answer }: Pick<PartnerRequest, 'dueAt' | 'answer'>, now: Date): string {
  if (answer) return answer.at > dueAt ? 'Answered late' : 'Answered';
  const minutes = Math.round((dueAt.getTime() - now.getTime()) / 60_000);
  return minutes < 0 ? `late by ${sayDuration(-minutes)}` : `${sayDuration(minutes)} left`;
}

export const isAnswerLate = ({ dueAt, answer }: Pick<PartnerRequest, 'dueAt' | 'answer'>, now: Date): boolean =>
  !answer && now > dueAt;
