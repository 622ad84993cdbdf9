import type { PlainDate } from '../../platform/kernel/index.ts';
import type { Brag } from '../../platform/service-hours.ts';
import type { Outcome as Decided } from '../../referrals/index.ts';

export type StoryReferral = {
  key: string;
  receivedAt: Date;
  channel: 'online' | 'phone' | 'police_notice';
  /** Census code of the source. */
  source: string;
  /** The member of the cast who sent it, or who wrote it down from a call. */
  enteredBy: string;
  referrer: { name: string; role: string; agency: string; relationship: string };
  subjects: StorySubject[];
  concern: string;
  strengths: string;
  hopedFor: string;
  suspected: 'CCE' | 'CSE' | 'BOTH' | 'OTHER';
  /** The referrer's view of the level of need, 1 to 4. */
  needLevel: 1 | 2 | 3 | 4;
  immediateDanger: boolean;
  /** Since when, and whether the police know. */
  missingNow?: string;
  familyTold: boolean;
  whyNotTold?: string;
};

/** A child as the referrer knew them: a record of who was meant, not yet of who it is. */
export type StorySubject = {
  key: string;
  givenName: string;
  familyName: string;
  bornOn?: PlainDate;
  expectedOn?: PlainDate;
  sex: 'F' | 'M' | 'U';
  school?: string;
  address?: string;
  /** Who it turned out to be. A subject still waiting has nobody yet in `matches`. */
  childKey?: string;
};

export type StoryMatch = {
  subjectKey: string;
  childKey: string;
  same: boolean;
  reason: string;
  by: string;
  at: Date;
};

/** The family's agreement, or the lawful reason to go without it: recorded before any partner is asked. */
export type StoryAgreement = {
  referralKey: string;
  agreed: boolean;
  reason?: 'RISK_TO_CHILD' | 'PREJUDICE_INVESTIGATION' | 'UNJUSTIFIED_DELAY' | 'CANNOT_CONTACT';
  words: string;
  by: string;
  at: Date;
};

export type StoryPartnerRequest = {
  referralKey: string;
  to: string;
  asks: string;
  by: string;
  at: Date;
  answer?: { words: string; at: Date };
};

/** An allocated child's worker or their manager has seen the referral. */
export type StoryAcknowledgement = { referralKey: string; by: string; at: Date };

/** What the story's referrals come to. */
export type Outcome = Exclude<Decided, 'CE_SCREENING_REQUIRED' | 'MACE_LIST' | 'NRM_CONSIDER' | 'DUPLICATE_OF'>;

/** How urgent: the screener's first look. A referral without one is unrated. */
export type StoryRating = { referralKey: string; brag: Brag; by: string; at: Date };

/** What the screener found, and recommends to the MASH manager. */
export type StoryScreening = { referralKey: string; recommends: Outcome; words: string; by: string; at: Date };

export type StoryStrategyDiscussion = { referralKey: string; at: Date; words: string; by: string };

export type StoryDecision = {
  key: string;
  referralKey: string;
  outcome: Outcome;
  reason: string;
  lawfulBasis: 's17' | 's47' | 'PUBLIC_TASK';
  askedOfReferrer: string;
  /** A MASH manager, or for a child with an allocated worker that worker's manager. */
  by: string;
  at: Date;
};
