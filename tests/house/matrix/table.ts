import type { Role } from '../../../src/platform/module.ts';
import type { Kind } from './subjects.ts';

/** A page that is about no record in particular. */
export const NOBODY = 'nobody';
export type About = Kind | typeof NOBODY;

/**
 * Who opens what. A role that is not named is told that the page is not theirs (403), whatever it is about. To a role
 * that is named the page opens for these kinds, and for every other kind there is nothing there (404).
 */
export type Row = Partial<Record<Role, readonly About[]>>;

const none: readonly About[] = [];
const open: readonly About[] = [NOBODY];
const own: readonly About[] = ['own'];
/** One's own, and those of everybody in one's team. */
const team: readonly About[] = ['own', 'colleague’s'];
/** And for twelve weeks after it was closed. */
const teamAndClosed: readonly About[] = [...team, 'closed'];

const everybody: Row = {
  referrer: open,
  mash_screener: open,
  mash_manager: open,
  edt: open,
  partner: open,
  social_worker: open,
  social_work_manager: open,
  evolve_practitioner: open,
  evolve_manager: open,
  head_of_service: open,
  missing_advocate: open,
  police_intelligence: open,
  performance_analyst: open,
  information_governance: open,
  governance_advisor: open,
  councillor: open,
  system_administrator: open,
};

/** The MASH sees a child while a referral is with it, the duty team while one cannot wait. */
const whoeverIsWithTheChild = {
  mash_screener: team,
  mash_manager: team,
  edt: own,
  social_worker: own,
  social_work_manager: team,
  evolve_practitioner: team,
  evolve_manager: teamAndClosed,
  head_of_service: teamAndClosed,
} satisfies Row;
const { edt: _edt, head_of_service: _head, ...whoeverAnswersForTheRecord } = whoeverIsWithTheChild;

const { mash_screener: _screener, mash_manager: _manager, edt: _duty, ...whoeverWorksOn } = whoeverIsWithTheChild;
/** A record may turn out to be of somebody else’s child: whoever works the list of a sweep is told who everybody is. */
const everybodyNotClosed: readonly About[] = [
  ...teamAndClosed,
  ...(['other team’s', 'other agency’s', 'long closed'] as const),
];
const assesses: Row = { evolve_practitioner: team, evolve_manager: teamAndClosed };
const authorises: Row = { evolve_manager: teamAndClosed };
/** On a closed one whoever still sees it is told that nothing more is recorded; `forged-rows` has that refused. */
const worksOnTheCase: Row = { evolve_practitioner: team, evolve_manager: teamAndClosed };
const managesTheCase: Row = { evolve_manager: teamAndClosed };
const screens: Row = { mash_screener: team, mash_manager: team, edt: own };

const makers = [
  ...['referrer', 'partner', 'mash_screener', 'mash_manager', 'edt', 'social_worker', 'social_work_manager'],
  ...['evolve_practitioner', 'evolve_manager', 'missing_advocate', 'police_intelligence'],
] as readonly Role[];
const forMakers = (kinds: readonly About[]): Row => Object.fromEntries(makers.map((role) => [role, kinds]));
const refers = forMakers(open);
/** One that has expired says so. */
const writesTheirDraft = forMakers(['own', 'closed']);
/** What somebody sent they can read, also when the child's record is closed to them since. */
const readsWhatTheySent = forMakers(['own', 'restricted', 'excluded']);

/** Whoever is told that their record was met opens the notice, though the record itself may be closed to them. */
const contacts: readonly About[] = ['own', 'restricted', 'excluded'];
const isContact = (kinds: readonly About[]): Row => ({
  mash_screener: kinds,
  mash_manager: kinds,
  social_worker: kinds,
  social_work_manager: kinds,
  evolve_practitioner: kinds,
  evolve_manager: kinds,
  head_of_service: kinds,
  information_governance: kinds,
});
const governs = (kinds: readonly About[]): Row => ({ information_governance: kinds });
const seesFigures: Row = { mash_manager: open, evolve_manager: open, head_of_service: open, performance_analyst: open };
const looksForChildren: Row = {
  ...Object.fromEntries(Object.keys(whoeverIsWithTheChild).map((role) => [role, open])),
  missing_advocate: open,
};
const { missing_advocate: _advocate, ...breaksTheGlass } = looksForChildren;

/** Each page, for looking and for posting alike. Written from who needs what for their work, not from the code. */
export const table: Record<string, Row> = {
  '/': everybody,

  // Raising a concern: one's own drafts and what one sent, nobody else's.
  '/referrals/new': refers,
  '/referrals/mine': refers,
  '/referrals/drafts/:draft': writesTheirDraft,
  '/referrals/drafts/:draft/children': writesTheirDraft,
  '/referrals/drafts/:draft/children/:entry': writesTheirDraft,
  '/referrals/drafts/:draft/children/:entry/remove': writesTheirDraft,
  '/referrals/drafts/:draft/family': writesTheirDraft,
  '/referrals/drafts/:draft/family/:entry': writesTheirDraft,
  '/referrals/drafts/:draft/family/:entry/remove': writesTheirDraft,
  '/referrals/drafts/:draft/:section': writesTheirDraft,
  '/referrals/drafts/:draft/check': writesTheirDraft,
  '/referrals/mine/:reference': readsWhatTheySent,
  '/referrals/:reference/sent': readsWhatTheySent,

  // At the MASH. A referral is read by whoever is with the child; screening and deciding are apart.
  '/mash': { mash_screener: open, mash_manager: open },
  '/edt': { edt: open },
  '/referrals/allocated': { social_worker: open, social_work_manager: open },
  '/mash/:reference': whoeverIsWithTheChild,
  '/mash/:reference/screen': screens,
  '/mash/:reference/agreement': screens,
  '/mash/:reference/ask-partners': screens,
  '/mash/:reference/strategy-discussion': { ...screens, social_work_manager: team },
  '/mash/:reference/decide': { mash_manager: team, social_work_manager: team },
  '/mash/:reference/acknowledge': { social_worker: own, social_work_manager: team },
  '/mash/:reference/concerns': screens,
  '/mash/:reference/children/:place/new': screens,
  '/mash/:reference/children/:place/:candidate': screens,
  '/mash/:reference/children/:place/undo/:match': screens,
  '/mash/contact-notices': isContact(open),
  '/mash/contact-notices/:id': isContact(contacts),
  '/requests': { partner: open },
  // What was written to an agency has been sent: it is taken back from whoever is excluded, and from nobody else.
  '/requests/:id': { partner: ['own', 'restricted'] },

  // A child.
  '/children': looksForChildren,
  '/children/:reference': { ...whoeverIsWithTheChild, missing_advocate: none },
  '/children/:reference/history': { ...whoeverIsWithTheChild, missing_advocate: none },
  '/children/:reference/correct': whoeverAnswersForTheRecord,
  '/children/:reference/add': whoeverAnswersForTheRecord,
  // Two records of one child: said at the MASH; the list of everybody’s is for its manager.
  '/same-child': { mash_manager: open },
  '/same-child/:pair': { mash_screener: team, mash_manager: everybodyNotClosed },
  '/same-child/:pair/undo': { mash_screener: none, mash_manager: everybodyNotClosed },
  '/children/allocated': { social_worker: open, social_work_manager: open },
  '/break-glass': breaksTheGlass,

  // Risk: not for the front door, nor for the duty team.
  '/children/:reference/assessments': whoeverWorksOn,
  '/children/:reference/early-review': whoeverWorksOn,
  '/assessments/:reference': whoeverWorksOn,
  '/children/:reference/assess': assesses,
  '/children/:reference/assess/evidence/:domain': assesses,
  '/children/:reference/assess/context': assesses,
  '/children/:reference/assess/voice': assesses,
  '/children/:reference/assess/judgement': assesses,
  '/children/:reference/assess/suggestion': assesses,
  '/children/:reference/assess/complete': assesses,
  '/children/:reference/assess/set-aside': assesses,
  '/assessments/unfinished': { evolve_practitioner: open, evolve_manager: open },
  '/assessments/blank': { evolve_practitioner: open, evolve_manager: open },
  '/assessments/waiting': { evolve_manager: open },
  '/assessments/:reference/authorise': authorises,
  '/assessments/:reference/return': authorises,
  '/assessments/:reference/correct': authorises,

  // Evolve. That there is a case, who holds it and the plan are seen with the child.
  '/cases': { evolve_practitioner: open, evolve_manager: open, head_of_service: open },
  '/progress': { evolve_practitioner: open, evolve_manager: open, head_of_service: open },
  '/cases/to-open': { evolve_manager: open },
  '/closures': { evolve_manager: open },
  '/cases/:reference': whoeverIsWithTheChild,
  '/cases/open/:subject': managesTheCase,
  '/cases/note/:subject': managesTheCase,
  '/cases/:reference/allocate': managesTheCase,
  '/closures/:reference': managesTheCase,
  '/cases/:reference/direct-work': worksOnTheCase,
  '/cases/:reference/contribution': worksOnTheCase,
  '/cases/:reference/engagement': worksOnTheCase,
  '/cases/:reference/plan': worksOnTheCase,
  '/cases/:reference/plan/copy': worksOnTheCase,
  '/cases/:reference/actions': worksOnTheCase,
  '/cases/:reference/actions/:action': worksOnTheCase,
  '/cases/:reference/progress': worksOnTheCase,
  '/cases/:reference/feedback': worksOnTheCase,
  '/cases/:reference/close': worksOnTheCase,

  // Figures: counts for those who answer for them; the analyst sees no child.
  '/reports/child-exploitation': seesFigures,
  '/reports/child-exploitation/figures/:figure': seesFigures,
  '/reports/compare': seesFigures,
  '/releases': seesFigures,
  '/releases/:reference': seesFigures,
  '/releases/:reference/paper': seesFigures,
  '/releases/:reference/files/:file': seesFigures,
  '/releases/:reference/withdraw': { head_of_service: open, evolve_manager: open },
  '/releases/compose': { performance_analyst: open },
  '/answers/new': { performance_analyst: open },
  '/check-figures': { performance_analyst: open, governance_advisor: open },

  // Information governance: who may see what, and who looked; never what a record holds.
  '/access/restrictions': governs(open),
  '/access/restrictions/new': governs(open),
  '/access/restrictions/:id': governs(own),
  '/access/restrictions/:id/lift': governs(own),
  '/access/exclusions': governs(open),
  '/access/exclusions/new': governs(open),
  '/access/exclusions/:id/lift': governs(own),
  '/break-glass/reviews': governs(open),
  '/break-glass/reviews/:id': governs(own),
  '/audit/looks': governs(open),
};
