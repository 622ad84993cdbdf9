import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Given as Below } from '../../people/testing/expected.ts';
import { addDays } from '../../platform/kernel/index.ts';
import { itself, ofTheirOwn, ofTheTeams } from '../../platform/testing/attempts.ts';
import {
  type About,
  expectations,
  me,
  type Names,
  type Needs,
  nothing,
  ofEach,
  type Place,
  pages,
  type With,
} from '../../platform/testing/expected.ts';
import { NOW, TODAY } from '../../platform/testing/house.ts';
import { open, own, team, whoeverIsWithTheChild } from '../../platform/testing/needs.ts';
import type { Row, RowOf } from '../../platform/testing/rows.ts';
import { contacts, makers, papers, story, subject } from './arranged.ts';
import * as seen from './seen.ts';

export type Given = Below & {
  subject: Awaited<ReturnType<typeof subject>>;
  papers: Awaited<ReturnType<typeof papers>>;
  facts: Awaited<ReturnType<typeof seen.facts>>;
  story: Awaited<ReturnType<typeof story>>;
};

const maker = (kinds: readonly About[]): Needs => Object.fromEntries(makers.map((role) => [role, kinds]));
const contact = (kinds: readonly About[]): Needs => Object.fromEntries(contacts.map((role) => [role, kinds]));
const refers = maker(open);
/** One that has expired says so. */
const writesTheirDraft = maker(['own', 'closed']);
/** What somebody sent they can read, also when the child’s record is closed to them since. */
const readsWhatTheySent = maker(['own', 'restricted', 'excluded']);
const screens: Needs = { mash_screener: team, mash_manager: team, edt: own };
const managesSocialWork: Needs = { social_worker: open, social_work_manager: open };

const onDraft = (entry = 'a', section: 'children' | 'family' = 'children'): Place<Given> => ({
  fill({ key, others, papers: { drafts } }) {
    const of = (id: string | undefined) => ({ draft: id, entry, section: 'concern' });
    const { colleague, elsewhere } = others(Object.keys(drafts));
    return {
      own: of(drafts[key]?.open),
      closed: of(drafts[key]?.expired),
      'colleague’s': of(drafts[colleague]?.open),
      'other agency’s': of(drafts[elsewhere]?.open),
    };
  },
  visited: (on) => ({ draft: on.draft, entry: on.entries[section], section: 'concern' }),
});
type Theirs = (papers: Given['papers']) => Given['papers']['sent'];
/** What each of these workers has of each kind, and what a colleague and somebody elsewhere have. */
const ofTheirs = (named: 'reference' | 'id', all: Theirs): Place<Given> => ({
  fill({ key, others, papers }) {
    const has = all(papers);
    const { colleague, elsewhere } = others(Object.keys(has));
    return {
      own: { [named]: has[key]?.own },
      restricted: { [named]: has[key]?.restricted },
      excluded: { [named]: has[key]?.excluded },
      'colleague’s': { [named]: has[colleague]?.own },
      'other agency’s': { [named]: has[elsewhere]?.own },
    };
  },
});
const ofSent = ofTheirs('reference', ({ sent }) => sent);
const onSent: Place<Given> = { ...ofSent, visited: ({ sent }) => ({ reference: sent }) };
const onNotice = ofTheirs('id', ({ notices }) => notices);
/** The own ones are those asked of the agency of Amina, who answers for it. */
const onRequest: Place<Given> = {
  fill: ({ subjects }) => ({
    own: { id: subjects.own.requests.rdash },
    'other agency’s': { id: subjects.own.requests.syp },
    restricted: { id: subjects.restricted.requests.rdash },
    excluded: { id: subjects.excluded.requests.rdash },
  }),
  visited: ({ request }) => ({ id: request }),
};
/** The second child on it is like the one on record. */
const onReferral = (visited: (on: Given['story']) => Names) =>
  ofEach<Given>((s) => ({ reference: s.referral.reference, place: '2', candidate: s.child.reference }), visited);
const onCompared = onReferral((story) => story.compared);
const onAllocated = onReferral((story) => ({ reference: story.allocated }));
const onRated = onReferral((story) => ({ reference: story.rated }));
const onMatched = ofEach<Given>(
  (s) => ({ reference: s.referral.reference, place: '1', match: s.match }),
  ({ matched }) => ({ ...matched }),
);

const [DRAFT, REFERRAL, DECISION] = [randomUUID(), randomUUID(), randomUUID()];
const onReferralOf = ({ s }: With<Given>) => ({ referralId: s.referral.id });
const draft = (author: string): Row => ({
  ...{ id: DRAFT, authorId: author, startedAt: NOW, expiresOn: addDays(TODAY, 14) },
});
const section = (): Row => ({ draftId: DRAFT, section: 'concern', answers: '{}', savedAt: NOW });
const referral = ({ agency }: With<Given>, author: string): Row => ({
  ...{ id: REFERRAL, reference: 'R-FORGED', receivedAt: NOW, channel: 'online', source: '2A', authorId: author },
  ...{ agencyId: agency('thornholme'), suspected: 'CCE', draftId: DRAFT, recordedAt: NOW },
});
const afterTheDraft = {
  refusedTo: ['kit', 'harriet', 'asha'],
  first: (_: With<Given>, owner: string): RowOf[] => [['referral_draft', draft(owner)]],
};
const isNot = ({ s }: With<Given>) => ({ subjectId: s.subjects[1], childId: s.child.id, same: false });
const rated = (a: With<Given>): RowOf => [
  'screening',
  { ...onReferralOf(a), brag: 'amber', screenedBy: a.workers('tomasz'), screenedAt: NOW },
];
const discussed = (a: With<Given>): RowOf => [
  'strategy_discussion',
  { ...onReferralOf(a), words: 'Held', recordedBy: a.workers('tomasz'), recordedAt: NOW },
];
const decision = (a: With<Given>): Row => ({
  ...{ id: DECISION, ...onReferralOf(a), reason: 'Met', lawfulBasis: 's17', decidedAt: NOW },
});
/** Those whose referral nobody has decided; by whom it is not decided. */
const undecided = {
  refusedAbout: ['restricted', 'excluded'] as const,
  refusedTo: ['kit', 'asha', 'bartosz', 'nadine'],
};

export const expected = expectations<Given>({
  pages: [
    // Raising a concern: one's own drafts and what one sent, nobody else's.
    pages('ben', nothing, { '/referrals/new': refers, '/referrals/mine': refers }),
    pages('ben', onDraft(), {
      '/referrals/drafts/:draft': writesTheirDraft,
      '/referrals/drafts/:draft/children': writesTheirDraft,
      '/referrals/drafts/:draft/family': writesTheirDraft,
      '/referrals/drafts/:draft/:section': writesTheirDraft,
      '/referrals/drafts/:draft/check': writesTheirDraft,
      '/referrals/drafts/:draft/children/:entry': writesTheirDraft,
    }),
    pages('ben', onDraft('b'), { '/referrals/drafts/:draft/children/:entry/remove': writesTheirDraft }),
    pages('ben', onDraft('a', 'family'), { '/referrals/drafts/:draft/family/:entry': writesTheirDraft }),
    pages('ben', onDraft('b', 'family'), { '/referrals/drafts/:draft/family/:entry/remove': writesTheirDraft }),
    pages('ben', onSent, {
      '/referrals/mine/:reference': readsWhatTheySent,
      '/referrals/:reference/sent': readsWhatTheySent,
    }),

    // At the MASH. A referral is read by whoever is with the child; screening and deciding are apart.
    pages('asha', nothing, { '/mash': { mash_screener: open, mash_manager: open } }),
    pages('yusuf', nothing, { '/edt': { edt: open } }),
    pages('bartosz', nothing, { '/referrals/allocated': managesSocialWork }),
    pages('asha', onCompared, {
      '/mash/:reference': whoeverIsWithTheChild,
      '/mash/:reference/screen': screens,
      '/mash/:reference/agreement': screens,
      '/mash/:reference/ask-partners': screens,
      '/mash/:reference/strategy-discussion': { ...screens, social_work_manager: team },
      '/mash/:reference/children/:place/new': screens,
      '/mash/:reference/children/:place/:candidate': screens,
    }),
    pages('asha', onMatched, { '/mash/:reference/children/:place/undo/:match': screens }),
    pages('asha', onAllocated, { '/mash/:reference/concerns': screens }),
    pages('elaine', onAllocated, {
      '/mash/:reference/acknowledge': { social_worker: own, social_work_manager: team },
    }),
    pages('gwen', onRated, { '/mash/:reference/decide': { mash_manager: team, social_work_manager: team } }),
    // Whoever is told that their record was met opens the notice, though the record itself may be closed to them.
    pages('nadine', nothing, { '/mash/contact-notices': contact(open) }),
    pages('nadine', onNotice, { '/mash/contact-notices/:id': contact(['own', 'restricted', 'excluded']) }),
    pages('ruth', nothing, { '/requests': { partner: open } }),
    // What was written to an agency has been sent: it is taken back from whoever is excluded, and from nobody else.
    pages('ruth', onRequest, { '/requests/:id': { partner: ['own', 'restricted'] } }),
  ],

  tables: {
    // The referrer's side
    referral_draft: {
      reads: { authorId: me },
      adds: itself('ben', 'authorId', ({ me }) => draft(me), { mayBeAhead: ['expiresOn'] }),
    },
    referral_draft_section: { reads: { draftId: seen.ofMyDraft }, adds: itself('ben', [], section, afterTheDraft) },
    referral: {
      reads: { id: seen.ofReferralOrMine },
      adds: itself('ben', 'authorId', (a) => referral(a, a.me), afterTheDraft),
    },
    referral_subject: {
      reads: { referralId: seen.ofReferralOrMine },
      adds: itself('ben', [], () => ({ referralId: REFERRAL, ordinal: 1, sex: 'F' }), {
        ...afterTheDraft,
        first: (a, owner) => [...afterTheDraft.first(a, owner), ['referral', referral(a, owner)]],
      }),
    },
    referral_rating: { reads: { referralId: seen.ofReferralOrMine } },

    // The MASH's side
    undecided_referral: { reads: { referralId: seen.ofReferral } },
    // Who a referred child is, or is not: those ruled out need not be the reader's.
    subject_match: {
      reads: { referralId: seen.ofReferral, childId: seen.notClosed },
      adds: ofTheTeams(
        'asha',
        'matchedBy',
        (a) => ({ ...onReferralOf(a), ...isNot(a), reason: 'R', matchedAt: NOW }),
        // Matching runs over everything on record: who a referred child is may be somebody unknown to the MASH.
        { mayName: { childId: ['other team’s'] } },
      ),
    },
    subject_child: { reads: { referralId: seen.ofReferral, childId: seen.notClosed } },
    subject_match_undone: {
      reads: { matchId: seen.ofMatch },
      adds: ofTheTeams('asha', 'undoneBy', ({ s }) => ({ matchId: s.match, reason: 'R', undoneAt: NOW })),
      untold: true,
    },
    concerned_worker: {
      reads: { referralId: seen.ofReferral },
      adds: ofTheTeams('asha', 'recordedBy', (a) => ({
        ...{ ...onReferralOf(a), workerId: a.workers('bartosz'), recordedAt: NOW },
      })),
      untold: true,
    },
    screening: {
      reads: { referralId: seen.ofReferral },
      adds: ofTheTeams('asha', 'screenedBy', (a) => ({ ...onReferralOf(a), brag: 'amber', screenedAt: NOW })),
    },
    agreement: {
      reads: { referralId: seen.ofReferral },
      adds: ofTheTeams('asha', 'recordedBy', (a) => ({
        ...{ ...onReferralOf(a), agreed: true, words: 'W', recordedAt: NOW },
      })),
    },
    partner_request: {
      reads: { id: seen.ofRequest },
      adds: ofTheTeams('asha', 'requestedBy', (a) => ({
        ...{ ...onReferralOf(a), agreementId: a.s.agreement, agencyId: a.agency('trft') },
        ...{ childNamed: 'N', asks: 'A', dueAt: NOW, requestedAt: NOW },
      })),
    },
    partner_answer: {
      reads: { requestId: seen.ofRequest },
      adds: itself(
        'amina',
        'answeredBy',
        ({ s }) => ({ requestId: s.requests.rdash, holdsInformation: false, words: '', answeredAt: NOW }),
        { refusedAbout: ['excluded'], refusedTo: ['kit', 'callum', 'asha'] },
      ),
      untold: true,
    },
    strategy_discussion: {
      reads: { referralId: seen.ofReferral },
      adds: ofTheTeams('asha', 'recordedBy', (a) => ({ ...onReferralOf(a), words: 'W', recordedAt: NOW })),
    },
    acknowledgement: {
      reads: { referralId: seen.ofReferral },
      adds: ofTheirOwn('bartosz', 'acknowledgedBy', (a) => ({ ...onReferralOf(a), acknowledgedAt: NOW })),
    },
    decision: {
      reads: { referralId: seen.ofReferral },
      adds: itself('gwen', 'decidedBy', decision, { ...undecided, first: (a) => [rated(a), discussed(a)] }),
    },
    decision_outcome: {
      reads: { referralId: seen.ofReferral },
      adds: itself(
        'gwen',
        [],
        (a) => ({ ...onReferralOf(a), decisionId: DECISION, subjectId: a.s.subjects[0], outcome: 'ADVICE' }),
        { ...undecided, first: (a, owner) => [rated(a), ['decision', { ...decision(a), decidedBy: owner }]] },
      ),
    },
    outcome_beside: {
      reads: { referralId: seen.ofReferral },
      adds: itself(
        'gwen',
        [],
        (a) => ({ ...onReferralOf(a), decisionId: DECISION, subjectId: a.s.subjects[0], outcome: 'MACE_LIST' }),
        { ...undecided, first: (a, owner) => [rated(a), ['decision', { ...decision(a), decidedBy: owner }]] },
      ),
    },
    // The contact of a record is told that it was met, whatever else they may see.
    contact_notice: { reads: { contactId: me } },
    contact_notice_seen: {
      reads: { seenBy: me },
      adds: itself(
        'nadine',
        'seenBy',
        ({ papers }) => ({ noticeId: papers.notices.nadine?.own, words: 'Rang', seenAt: NOW }),
        { refusedTo: ['kit', 'colin', 'asha'] },
      ),
      untold: true,
    },
    'fact.referred_to_evolve': { reads: { childId: seen.referred } },
    'fact.referral_received': { reads: { childId: seen.referredOrMine } },
  },

  guard: {
    'guard.heard_by_author(uuid)': ({ s }) => sql`guard.heard_by_author(${s.referral.id})`,
    'guard.children_asked_about(uuid)': ({ s }) => sql`guard.children_asked_about(${s.requests.syp})`,
    'guard.i_may_decide(uuid)': ({ s }) => sql`guard.i_may_decide(${s.referral.id})`,
    'guard.i_may_ask_who(uuid)': 'says whether one matches on a referral one works with, of whomever it is',
  },

  traces: ({ referral, child }) => [
    '/mash?list=to-acknowledge',
    '/mash?list=decided',
    `/mash/${referral.reference}`,
    `/mash/${referral.reference}/children/2/${child.reference}`,
  ],

  subject,
  papers,
  facts: seen.facts,
  story,
});
