import { module } from '../platform/module.ts';
import { dangerRank, sayChildsDanger } from './danger.ts';
import { mapDangers } from './dangers.db.ts';
import { listUnfinished } from './drafts.db.ts';
import { importAnnexA } from './imports/annex-a.command.ts';
import { countables, measures } from './measures.ts';
import { acknowledge } from './pages/acknowledge.tsx';
import { allocated } from './pages/allocated.tsx';
import { answerRequest } from './pages/answer.tsx';
import { askPartners } from './pages/ask-partners.tsx';
import { checkReferral } from './pages/check.tsx';
import { compareChild } from './pages/compare.tsx';
import { sayWhomItConcerns } from './pages/concerns.tsx';
import { answerContactNotice } from './pages/contact-notice.tsx';
import { listContactNotices } from './pages/contact-notices.tsx';
import { decideReferral } from './pages/decide.tsx';
import { showDraft } from './pages/draft.tsx';
import { listEntries } from './pages/entries.tsx';
import { answerEntry } from './pages/entry.tsx';
import { listMine } from './pages/mine.tsx';
import { recordNewChild } from './pages/new-child.tsx';
import { outOfHours } from './pages/out-of-hours.tsx';
import { showOwn } from './pages/own.tsx';
import { queue } from './pages/queue.tsx';
import { receivedPage } from './pages/received.tsx';
import { recordAgreement } from './pages/record-agreement.tsx';
import { removeEntry } from './pages/remove-entry.tsx';
import { listAgencyRequests } from './pages/requests.tsx';
import { screenReferral } from './pages/screen.tsx';
import { answerSection } from './pages/section.tsx';
import { showSent } from './pages/sent.tsx';
import { startReferral } from './pages/start.tsx';
import { recordStrategyDiscussion } from './pages/strategy-discussion.tsx';
import { undoWhoThisIs } from './pages/undo-match.tsx';
import { referralsPanel, referralsTimeline } from './panel.tsx';
import { child, family } from './sections/index.ts';
import { waiting } from './waiting.db.ts';

export const referrals = module({
  name: 'referrals',
  says: 'Concerns arriving at the Multi-Agency Safeguarding Hub; screening; the decision and its reason',
  permissions: {
    'referrals.make': {
      says: 'Make a referral, and hear what was decided on one’s own',
      roles: [
        'referrer',
        'partner',
        'mash_screener',
        'mash_manager',
        'edt',
        'social_worker',
        'social_work_manager',
        'evolve_practitioner',
        'evolve_manager',
        'missing_advocate',
        'police_intelligence',
      ],
    },
    'referrals.write-down': {
      says: 'Write down a referral that somebody makes by telephone',
      roles: ['mash_screener', 'mash_manager', 'edt'],
    },
    'referrals.see': {
      says: 'Read the referrals about the children one is involved with, and what was decided',
      roles: [
        'mash_screener',
        'mash_manager',
        'edt',
        'social_worker',
        'social_work_manager',
        'evolve_practitioner',
        'evolve_manager',
        'head_of_service',
      ],
    },
    'referrals.queue': {
      says: 'Work with every referral that waits for a decision, or was decided in the last 28 days',
      roles: ['mash_screener', 'mash_manager'],
    },
    'referrals.out-of-hours': { says: 'Work with urgent referrals that cannot wait for the morning', roles: ['edt'] },
    'referrals.screen': {
      says: 'Rate a referral, recommend, record agreement and ask partners',
      roles: ['mash_screener', 'mash_manager', 'edt'],
    },
    'referrals.match': {
      says: 'Say who a referred child is, or record a new child',
      roles: ['mash_screener', 'mash_manager', 'edt'],
    },
    'referrals.discuss': {
      says: 'Record a strategy discussion, or why none is held',
      roles: ['mash_screener', 'mash_manager', 'edt', 'social_work_manager'],
    },
    'referrals.read-answers': {
      says: 'Read what partners were asked about a referral, and what they answered',
      roles: ['mash_screener', 'mash_manager', 'edt', 'social_work_manager'],
    },
    'referrals.answer': { says: 'Answer what one’s agency is asked about a referral', roles: ['partner'] },
    'referrals.acknowledge': {
      says: 'Acknowledge a referral about a child one is allocated to, or whose worker one manages',
      roles: ['social_worker', 'social_work_manager'],
    },
    'referrals.decide': {
      says: 'Decide a referral made by somebody else',
      roles: ['mash_manager', 'social_work_manager'],
    },
    'referrals.be-contact': {
      says: 'Be told that a referral may be about a record one is the contact for',
      roles: [
        'mash_screener',
        'mash_manager',
        'social_worker',
        'social_work_manager',
        'evolve_practitioner',
        'evolve_manager',
        'head_of_service',
        'information_governance',
      ],
    },
  },
  pages: [
    startReferral,
    showDraft,
    ...[child, family].flatMap((section) => [listEntries(section), answerEntry(section), removeEntry(section)]),
    answerSection,
    checkReferral,
    showSent,
    listMine,
    showOwn,
    queue,
    screenReferral,
    recordAgreement,
    askPartners,
    recordStrategyDiscussion,
    decideReferral,
    recordNewChild,
    undoWhoThisIs,
    compareChild,
    listContactNotices,
    answerContactNotice,
    acknowledge,
    sayWhomItConcerns,
    allocated,
    outOfHours,
    listAgencyRequests,
    answerRequest,
  ],
  collects: (rooms) => [receivedPage(rooms)],
  nav: [
    { says: 'MASH', path: '/mash', may: 'referrals.queue' },
    { says: 'Out of hours', path: '/edt', may: 'referrals.out-of-hours' },
    { says: 'Referrals to acknowledge', path: '/referrals/allocated', may: 'referrals.acknowledge' },
    { says: 'Requests', path: '/requests', may: 'referrals.answer' },
    { says: 'Refer a child', path: '/referrals/new', may: 'referrals.make' },
    { says: 'Your referrals', path: '/referrals/mine', may: 'referrals.make' },
  ],
  waiting: [{ may: 'referrals.make', ask: listUnfinished }, ...waiting],
  timeline: referralsTimeline,
  panels: [referralsPanel],
  async leads(tx, children) {
    const dangers = await mapDangers(tx, children);
    return new Map([...dangers].map(([id, said]) => [id, { rank: dangerRank(said), says: sayChildsDanger(said) }]));
  },
  measures,
  countables,
  commands: [importAnnexA],
});
