import { type PlainDate, type Refusal, refuse, sayDay } from '../platform/kernel/index.ts';
import { lawfulBases } from '../referrals/index.ts';
import type { Feedback } from './closing.ts';

export type CaseStep = 'allocate' | 'work' | 'offer_feedback' | 'propose_closing' | 'decide_closing';

/** The life of a case, each state derived from its rows. Pages and posts read the same steps. */
export const caseStates = {
  opened: { says: 'Waiting to be allocated', steps: ['allocate', 'work', 'propose_closing'] },
  allocated: {
    says: 'Allocated, first assessment to be made',
    steps: ['allocate', 'work', 'offer_feedback', 'propose_closing'],
  },
  assessing: {
    says: 'First assessment waits to be authorised',
    steps: ['allocate', 'work', 'offer_feedback', 'propose_closing'],
  },
  active: { says: 'Active', steps: ['allocate', 'work', 'offer_feedback', 'propose_closing'] },
  closure_proposed: {
    says: 'Closing proposed',
    steps: ['allocate', 'work', 'offer_feedback', 'decide_closing'],
  },
  feedback_offered: {
    says: 'Closing proposed, feedback session offered',
    steps: ['allocate', 'work', 'offer_feedback', 'decide_closing'],
  },
  closed: { says: 'Closed', steps: [] },
} as const satisfies Record<string, { says: string; steps: readonly CaseStep[] }>;
export type CaseState = keyof typeof caseStates;

export type CaseFacts = {
  allocated: boolean;
  /** Of assessments completed in this spell: none, one still waiting for a manager, one that is authorised. */
  assessed: 'not_yet' | 'waiting' | 'authorised';
  proposed: boolean;
  feedback: Feedback | undefined;
  closedOn: PlainDate | undefined;
};

export function caseState(facts: CaseFacts): CaseState {
  if (facts.closedOn) return 'closed';
  if (facts.proposed) return facts.feedback ? 'feedback_offered' : 'closure_proposed';
  if (facts.assessed === 'authorised') return 'active';
  if (facts.assessed === 'waiting') return 'assessing';
  return facts.allocated ? 'allocated' : 'opened';
}

export const mayStep = (state: CaseState, step: CaseStep): boolean =>
  (caseStates[state].steps as readonly CaseStep[]).includes(step);

const notNow: Record<CaseStep, string> = {
  allocate: 'Nobody can be allocated to this case now',
  work: 'Nothing more can be recorded on this case',
  offer_feedback: 'Allocate the case before you record a feedback session',
  propose_closing: 'Closing is already proposed: a second person decides it',
  decide_closing: 'Nobody has proposed to close this case',
};

/** Why this step cannot be taken now; undefined when it can. */
export function whyNot(facts: CaseFacts, step: CaseStep): Refusal | undefined {
  if (facts.closedOn)
    return refuse(`This case was closed on ${sayDay(facts.closedOn)}. Work with the child again is a new case.`);
  return mayStep(caseState(facts), step) ? undefined : refuse(notNow[step]);
}

/** The family's agreement to work with Evolve: kept apart from the lawful basis, and its absence blocks nothing. */
export const engagements = {
  child_and_family: 'The child and their family agree',
  child: 'The child agrees',
  family: 'The parent or carer agrees',
  not_asked: 'They have not been asked yet',
  not_agreed: 'They do not agree at present',
} as const;
export type Engagement = keyof typeof engagements;

/** The child's latest spell, as whoever opens a new one may know it. */
export type Before = { closedOn: PlainDate | null; reference: string | undefined };

/** One open case at a time: what comes in beside it is noted on it. Opening again is a new case. */
export function mayOpen(before: Before | undefined): Refusal | undefined {
  if (!before || before.closedOn) return undefined;
  return refuse(`This child already has an open case${before.reference ? `, ${before.reference}` : ''}.`);
}

/** Something done is recorded on a day between the opening and today. */
export function dayWithinCase(day: PlainDate, { openedOn }: { openedOn: PlainDate }, today: PlainDate, beside: string) {
  if (day > today) return refuse('Enter today or an earlier day', beside);
  if (day < openedOn) return refuse(`Enter a day on or after the case was opened, ${sayDay(openedOn)}`, beside);
  return undefined;
}

/** The basis for processing, as the decision recorded it: never consent, and never the family's agreement to engage. */
const saidBases: Record<string, string> = {
  ...lawfulBases,
  NOT_RECORDED: 'Not recorded in the file it was imported from',
};
export const sayLawfulBasis = (basis: string): string => saidBases[basis] ?? basis;
