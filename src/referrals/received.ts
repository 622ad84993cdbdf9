import { type StatusKind, sayName } from '../people/index.ts';
import { type Refusal, refuse } from '../platform/kernel/index.ts';
import type { Brag } from '../platform/service-hours.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { Agreement } from './agreement.ts';
import { sources } from './codes.ts';
import type { Danger } from './danger.ts';
import type { Decision } from './decision.ts';
import type { Referral, Subject } from './referral.ts';
import type { PartnerRequest } from './request.ts';
import type { Screening, StrategyDiscussion } from './screening.ts';

/** A child as the referrer knew them, and who somebody has since said it is. */
export type ReferredChild = Subject & {
  id: string;
  /** Their place on the referral, from 1: how a page of theirs is addressed. */
  place: number;
  match: Match | null;
};

/** "Same person": who said so, and why. */
export type Match = { id: string; childId: ChildId; reason: string; by: string | null; at: Date };

type Told = Pick<Referral, 'receivedAt' | 'suspected' | 'whyNotTold' | 'referrer' | 'answers'> & Danger;

/** A referral as those who work with it see it; one from an earlier system may lack what this one asks for. */
export type ReceivedReferral = Told & {
  id: string;
  reference: string;
  channel: Referral['channel'] | 'import';
  source: string;
  authorId: WorkerId | null;
  concern: string | null;
  needLevel: Referral['needLevel'] | null;
  familyTold: boolean | null;
  children: ReferredChild[];
  screenings: Screening[];
  /** The latest. */
  agreement: Agreement | undefined;
  requests: PartnerRequest[];
  discussions: StrategyDiscussion[];
  acknowledgements: { by: string; at: Date }[];
  /** Workers the concern is about: none of them sees it. */
  concerns: string[];
  decision: Decision | undefined;
};

/** Rating, agreement and partners' answers lead to a decision: once there is one, nothing is added before it. */
export function whatStopsScreening({
  decision,
  channel,
}: Pick<ReceivedReferral, 'decision' | 'channel'>): Refusal | undefined {
  if (decision) return refuse('This referral has been decided: nothing is added to what led to the decision');
  return channel === 'import'
    ? refuse('This referral is history from an earlier system: make it anew to work with it')
    : undefined;
}

export const ratingOf = ({ screenings }: Pick<ReceivedReferral, 'screenings'>): Brag | null =>
  screenings.at(-1)?.brag ?? null;

/** Those on record whom somebody has said they are: what an audit of this referral names. */
export const knownChildren = ({ children }: Pick<ReceivedReferral, 'children'>): ChildId[] =>
  children.flatMap(({ match }) => (match ? [match.childId] : []));

/** A nickname is a name where it is all that is known. */
export function nameReferred(
  child: Pick<ReferredChild, 'givenNames' | 'familyName' | 'alsoKnownAs' | 'expectedOn'>,
): string {
  const known = child.givenNames || child.familyName || child.expectedOn;
  return known || !child.alsoKnownAs ? sayName(child) : `Known as ${child.alsoKnownAs}`;
}

const statusTold = {
  specialNeeds: { support: 'SEN_SUPPORT', plan: 'EHCP' },
  careStatus: { in_need: 'CIN', protection: 'CP', looked_after: 'LAC' },
} as const satisfies Record<string, Record<string, StatusKind>>;

/** The plans and statuses a referrer said a child has; of what they did not know or were not asked, none. */
export function statusesTold(answers: ReceivedReferral['answers'], place: number): StatusKind[] {
  const said = answers.filter(({ key }) => key === 'children')[place - 1]?.answers;
  const given = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  return Object.entries(statusTold).flatMap(([question, kinds]) => {
    const kind = Object.entries(kinds).find(([answer]) => answer === given[question])?.[1];
    return kind ? [kind] : [];
  });
}

export const sayChannel = {
  online: 'sent online',
  phone: 'by telephone',
  police_notice: 'a police notice',
  email: 'by e-mail',
  import: 'brought in from an earlier system',
} as const satisfies Record<ReceivedReferral['channel'], string>;

export const saySource = (source: string): string => (sources.codes as Record<string, string>)[source] ?? source;
