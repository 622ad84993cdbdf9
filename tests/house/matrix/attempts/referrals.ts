import { randomUUID } from 'node:crypto';
import { addDays } from '../../../../src/platform/kernel/index.ts';
import { NOW, TODAY } from '../../../../src/platform/testing/house.ts';
import type { Named, Row } from '../adding.ts';
import type { Kind } from '../subjects.ts';
import { type Attempt, itself, ofTheirOwn, ofTheTeams, onReferral, recorded, type With } from './attempt.ts';

const [DRAFT, REFERRAL, DECISION] = [randomUUID(), randomUUID(), randomUUID()];
/** Those whose referral nobody has decided. */
const undecided: readonly Kind[] = ['restricted', 'excluded'];

const draft = (author: string): Row => ({
  id: DRAFT,
  author_id: author,
  started_at: NOW,
  expires_on: addDays(TODAY, 14),
});
const referral = ({ agency }: With, author: string): Row => ({
  id: REFERRAL,
  reference: 'R-FORGED',
  received_at: NOW,
  channel: 'online',
  source: '2A',
  author_id: author,
  agency_id: agency('thornholme'),
  suspected: 'CCE',
  draft_id: DRAFT,
  recorded_at: NOW,
});
const rated = (a: With): Named => [
  'screening',
  { ...onReferral(a), brag: 'amber', screened_by: a.workers('tomasz'), screened_at: NOW },
];
const discussed = (a: With): Named => [
  'strategy_discussion',
  { ...onReferral(a), words: 'Held', recorded_by: a.workers('tomasz'), recorded_at: NOW },
];
const decision = (a: With, by: string): Row => ({
  id: DECISION,
  ...onReferral(a),
  reason: 'Met',
  lawful_basis: 's17',
  decided_by: by,
  decided_at: NOW,
});

export const referrals: Record<string, Attempt> = {
  // The referrer's side
  referral_draft: itself('ben', ({ me }) => draft(me), ['author_id']),
  referral_draft_section: {
    ...itself('ben', () => ({ draft_id: DRAFT, section: 'concern', answers: '{}', saved_at: NOW }), []),
    first: (_, owner) => [['referral_draft', draft(owner)]],
    refusedTo: ['kit', 'harriet', 'asha'],
  },
  referral: {
    ...itself('ben', (a) => referral(a, a.me), ['author_id']),
    first: (_, owner) => [['referral_draft', draft(owner)]],
    refusedTo: ['kit', 'harriet', 'asha'],
  },
  referral_subject: {
    ...itself('ben', () => ({ referral_id: REFERRAL, ordinal: 1, sex: 'F' }), []),
    first: (a, owner) => [
      ['referral_draft', draft(owner)],
      ['referral', referral(a, owner)],
    ],
    refusedTo: ['kit', 'harriet', 'asha'],
  },

  // The MASH's side
  subject_match: ofTheTeams(
    'asha',
    (a) => {
      const who = { subject_id: a.s.subjects[1], child_id: a.s.child.id, same: false };
      return { ...onReferral(a), ...who, reason: 'R', matched_by: a.me, matched_at: NOW };
    },
    'matched_by',
  ),
  subject_match_undone: ofTheTeams(
    'asha',
    ({ s, me }) => ({ match_id: s.match, reason: 'R', undone_by: me, undone_at: NOW }),
    'undone_by',
  ),
  concerned_worker: ofTheTeams(
    'asha',
    (a) => ({ ...onReferral(a), worker_id: a.workers('bartosz'), ...recorded(a.me) }),
    'recorded_by',
  ),
  screening: ofTheTeams(
    'asha',
    (a) => ({ ...onReferral(a), brag: 'amber', screened_by: a.me, screened_at: NOW }),
    'screened_by',
  ),
  agreement: ofTheTeams(
    'asha',
    (a) => ({ ...onReferral(a), agreed: true, words: 'W', ...recorded(a.me) }),
    'recorded_by',
  ),
  partner_request: ofTheTeams(
    'asha',
    (a) => ({
      ...onReferral(a),
      agreement_id: a.s.agreement,
      agency_id: a.agency('trft'),
      child_named: 'N',
      asks: 'A',
      due_at: NOW,
      requested_by: a.me,
      requested_at: NOW,
    }),
    'requested_by',
  ),
  strategy_discussion: ofTheTeams('asha', (a) => ({ ...onReferral(a), words: 'W', ...recorded(a.me) }), 'recorded_by'),
  partner_answer: {
    by: 'amina',
    row: ({ s, me }) => {
      const answered = { answered_by: me, answered_at: NOW };
      return { request_id: s.requests.rdash, holds_information: false, words: '', ...answered };
    },
    signed: ['answered_by'],
    refusedAbout: ['excluded'],
    refusedTo: ['kit', 'callum', 'asha'],
  },
  acknowledgement: ofTheirOwn(
    'bartosz',
    (a) => ({ ...onReferral(a), acknowledged_by: a.me, acknowledged_at: NOW }),
    'acknowledged_by',
  ),
  decision: {
    by: 'gwen',
    row: (a) => decision(a, a.me),
    first: (a) => [rated(a), discussed(a)],
    signed: ['decided_by'],
    refusedAbout: undecided,
    refusedTo: ['kit', 'asha', 'bartosz', 'nadine'],
  },
  decision_outcome: {
    by: 'gwen',
    row: (a) => ({ ...onReferral(a), decision_id: DECISION, subject_id: a.s.subjects[0], outcome: 'ADVICE' }),
    first: (a, owner) => [rated(a), ['decision', decision(a, owner)]],
    signed: [],
    refusedAbout: undecided,
    refusedTo: ['kit', 'asha', 'bartosz', 'nadine'],
  },
  contact_notice_seen: {
    ...itself(
      'nadine',
      ({ papers, me }) => ({ notice_id: papers.notices.nadine?.own, words: 'Rang', seen_by: me, seen_at: NOW }),
      ['seen_by'],
    ),
    refusedTo: ['kit', 'colin', 'asha'],
  },
};
