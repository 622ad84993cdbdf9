import type { legalStatuses, protectionCategories, StatusKind } from '../../people/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import type { CastMember } from './cast.ts';
import type {
  StoryAcknowledgement,
  StoryAgreement,
  StoryDecision,
  StoryMatch,
  StoryPartnerRequest,
  StoryRating,
  StoryReferral,
  StoryScreening,
  StoryStrategyDiscussion,
} from './story-referrals.ts';
import type {
  StoryAllocation,
  StoryAssessment,
  StoryAuthorisation,
  StoryCase,
  StoryClosure,
  StoryDirectWork,
  StoryPlan,
} from './story-work.ts';

export type * from './story-referrals.ts';
export type * from './story-work.ts';

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
    /** Decided: it waits for Evolve's manager. */
    decidedForEvolve: string;
  };
};

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

type StoryKinship = { childKey: string; otherKey: string; relation: 'sibling' | 'twin' };

/** Half-open: in force from `from` up to, and not on, `until`. */
export type StoryStatus = {
  childKey: string;
  kind: StatusKind;
  from: PlainDate;
  until?: PlainDate;
  /** Category of a protection plan. */
  category?: keyof typeof protectionCategories;
  /** Legal status of a looked-after child. */
  legalStatus?: keyof typeof legalStatuses;
  socialWorker?: string;
};

/** From this day only the named workers see the child. */
export type StoryRestriction = { childKey: string; from: PlainDate; allowed: string[]; reason: string; by: string };
/** From this day this worker may not see the child. */
export type StoryExclusion = { childKey: string; from: PlainDate; worker: string; reason: string; by: string };
