import type { PlainDate } from '../../platform/kernel/index.ts';
import type { CastMember } from './cast.ts';

/**
 * What happened in the fictional partnership: flat lists joined by keys, as records and never as totals.
 * Whoever plants it replays the lists in order of time through the rooms' own rules; `chronicle.ts` gives that order.
 * A `Date` is a moment; a `PlainDate` a day in England. Worker keys are those of the cast.
 */
export type Story = {
  today: PlainDate;
  now: Date;
  workers: readonly CastMember[];
  schools: StorySchool[];
  children: StoryChild[];
  aliases: StoryAlias[];
  households: StoryHousehold[];
  kinships: StoryKinship[];
  statuses: StoryStatus[];
  referrals: StoryReferral[];
  matches: StoryMatch[];
  agreements: StoryAgreement[];
  partnerRequests: StoryPartnerRequest[];
  acknowledgements: StoryAcknowledgement[];
  ratings: StoryRating[];
  screenings: StoryScreening[];
  strategyDiscussions: StoryStrategyDiscussion[];
  decisions: StoryDecision[];
  cases: StoryCase[];
  allocations: StoryAllocation[];
  assessments: StoryAssessment[];
  authorisations: StoryAuthorisation[];
  plans: StoryPlan[];
  directWork: StoryDirectWork[];
  closures: StoryClosure[];
  restrictions: StoryRestriction[];
  exclusions: StoryExclusion[];
  /** Who is who for tests and tours: keys of children, cases and referrals by what is special about them. */
  notable: Notable;
};

export type Notable = {
  twins: [string, string];
  hyphenated: string;
  apostrophe: string;
  changedName: string;
  unbornSibling: string;
  restricted: [string, string];
  excluded: string;
  nowAdult: string;
  notYetAssessedAtYearEnd: string;
  reallocated: string[];
  closureWaiting: string;
  queue: {
    knownChild: string;
    twins: string;
    urgentLastNight: string;
    allocatedChild: string;
    waitingForManager: string;
    dueToday: string;
    unrated: string[];
  };
};

export type ExploitationType = 'CCE' | 'CSE' | 'BOTH' | 'NO_RISK';
export type Level = 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE';

export type StorySchool = { key: string; name: string; kind: 'primary' | 'secondary' | 'special' | 'college' };

export type StoryChild = {
  key: string;
  givenName: string;
  familyName: string;
  /** Not yet born: the day expected instead. Never both. */
  bornOn?: PlainDate;
  expectedOn?: PlainDate;
  sex: 'F' | 'M' | 'U';
  /** Census code, as the child or a parent gave it; NOBT while nobody has been asked. */
  ethnicity: string;
  firstLanguage: string;
  interpreter: boolean;
  /** Census codes; empty when none is recorded. */
  disabilities: string[];
  householdKey: string;
  schoolKey?: string;
  /** From the range kept for tests: never issued to anybody. */
  nhsNumber?: string;
  socialCareId: string;
};

export type StoryAlias = {
  childKey: string;
  givenName: string;
  familyName: string;
  kind: 'known_as' | 'former_name' | 'other_spelling';
  since?: PlainDate;
};

export type StoryHousehold = {
  key: string;
  address: string;
  ward: string;
  adults: { name: string; relationship: string; parentalResponsibility: boolean }[];
};

export type StoryKinship = { childKey: string; otherKey: string; relation: 'sibling' | 'twin' };

/** Half-open: in force from `from` up to, and not on, `until`. */
export type StoryStatus = {
  childKey: string;
  kind: 'CIN' | 'CP' | 'LAC' | 'EHCP' | 'SEN_SUPPORT';
  from: PlainDate;
  until?: PlainDate;
  /** Category of a protection plan. */
  category?: 'NEG' | 'PHY' | 'SAB' | 'EMO' | 'MUL';
  /** Legal status of a looked-after child. */
  legalStatus?: 'C1' | 'C2' | 'V2';
  socialWorker?: string;
};

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

export type Brag = 'RED' | 'AMBER' | 'GREEN' | 'BLUE';
export type Outcome =
  | 'ALLOCATE_EVOLVE'
  | 'EVOLVE_CONSULTATION'
  | 'ASSESSMENT'
  | 'STRATEGY_DISCUSSION'
  | 'EARLY_HELP'
  | 'ADVICE'
  | 'NO_FURTHER_ACTION'
  | 'INTEL_ONLY'
  | 'TRANSFER_OUT';

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

/** One child's spell with Evolve. */
export type StoryCase = {
  key: string;
  childKey: string;
  decisionKey: string;
  openedOn: PlainDate;
  openedBy: string;
};

export type StoryAllocation = {
  caseKey: string;
  to: string;
  from: PlainDate;
  until?: PlainDate;
  by: string;
  reason: string;
};

export type StoryAssessment = {
  key: string;
  caseKey: string;
  childKey: string;
  /** The assessment this one reviews; none for the first. */
  previousKey?: string;
  completedOn: PlainDate;
  author: string;
  type: ExploitationType;
  level: Level;
  cceLevel: Level;
  cseLevel: Level;
  /** Absent where no risk is identified. */
  standing?: 'at_risk' | 'experiencing';
  modes: string[];
  answers: StoryAnswer[];
  /** Where the practitioner's own judgement differs from the instrument's suggestion. */
  reasonForDifference?: string;
  analysis: string;
  protective: string[];
  voice: StoryVoice;
};

export type StoryAnswer = {
  indicator: string;
  present: 'yes' | 'possible' | 'no' | 'not_known';
  recency?: 'current' | 'recent' | 'historic';
  basis?: 'fact' | 'third_party' | 'professional_concern';
  evidence?: string;
  sourceAgency?: string;
};

/** What the child said, or why it is not here. */
export type StoryVoice =
  | {
      heard: true;
      ownWords: string;
      verbatim: boolean;
      seen?: { on: PlainDate; by: string; alone: boolean };
      whatMatters: string;
      agreesWithConcerns: 'yes' | 'partly' | 'no' | 'not_asked';
      sharedBack: string;
    }
  | { heard: false; because: string };

/** The level of record. An assessment without one waits for the manager. */
export type StoryAuthorisation = { assessmentKey: string; by: string; on: PlainDate };

export type StoryPlan = {
  caseKey: string;
  childKey: string;
  version: number;
  writtenOn: PlainDate;
  by: string;
  assessmentKey?: string;
  sections: {
    concerns: string;
    goals: string;
    warningSigns: string;
    safePeopleAndPlaces: string;
    online: string;
    goingMissing: string;
    home: string;
    school: string;
    contact: string;
  };
  actions: { what: string; who: string; by: PlainDate; status: 'to_do' | 'done' }[];
  reviewOn: PlainDate;
  copyForChild?: { on: PlainDate; format: string };
};

export type StoryDirectWork = {
  caseKey: string;
  on: PlainDate;
  by: string;
  kind: 'session' | 'call' | 'visit' | 'not_met';
  topic: string;
  words: string;
};

export type ClosureReason =
  | 'RISK_REDUCED_LOW'
  | 'NO_RISK'
  | 'MOVED_AREA'
  | 'TURNED_18_ADULT_PATHWAY'
  | 'TRANSFERRED_SERVICE'
  | 'CUSTODY'
  | 'NOT_ENGAGED_RISK_HELD_ELSEWHERE'
  | 'OPENED_IN_ERROR';

export type StoryClosure = {
  caseKey: string;
  childKey: string;
  reason: ClosureReason;
  words: string;
  /** Who now holds the risk, when it was not reduced. */
  riskHeldBy?: string;
  proposedOn: PlainDate;
  proposedBy: string;
  feedback?: {
    offeredOn: PlainDate;
    outcome: 'held' | 'declined' | 'could_not_be_reached';
    by: string;
    words?: string;
  };
  /** A second person; absent while the proposal waits. */
  closedOn?: PlainDate;
  closedBy?: string;
};

/** From this day only the named workers see the child. */
export type StoryRestriction = { childKey: string; from: PlainDate; allowed: string[]; reason: string; by: string };
/** From this day this worker may not see the child. */
export type StoryExclusion = { childKey: string; from: PlainDate; worker: string; reason: string; by: string };
