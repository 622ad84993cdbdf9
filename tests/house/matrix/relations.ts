/**
 * What a value in a column says about a row, to whoever reads it:
 * - `child`: about this child, so the reader is involved with the child, and the child is not closed to them;
 * - `not closed`: names a child who may be unknown to the reader, and is never one closed to them;
 * - `referral`: of this referral, so the reader works with it, and no child on it is closed to them;
 * - `referral or mine`: or they wrote it;
 * - `request`: asked of the reader's agency, or of a referral they work with;
 * - `me`: the reader's own, and nobody else's, whatever it is about;
 * - `draft`, `match`, `said`, `opening`: belongs to a row of that sort, which the reader sees;
 * - `referred`: a child, or somebody on a referral of whom nobody has said yet which child they are;
 * - `referred or mine`: or on a referral the reader wrote;
 * - `governance`: read by whoever keeps that list, and by nobody else;
 * - `figures`: read by those who see figures, and by nobody else;
 * - `listing`: of a release, read by those who see figures, and by everybody once it is published;
 * - `published`: the same, until it is withdrawn;
 * - `everybody`: known to everyone signed in.
 */
export type Means =
  | 'child'
  | 'not closed'
  | 'referral'
  | 'referral or mine'
  | 'request'
  | 'me'
  | 'draft'
  | 'match'
  | 'said'
  | 'referred'
  | 'referred or mine'
  | 'opening'
  | 'governance'
  | 'figures'
  | 'listing'
  | 'published'
  | 'everybody';

const child = { child_id: 'child' } as const;
const referral = { referral_id: 'referral' } as const;
const governance = { reason: 'governance' } as const;

/** Every table and view the app may read, with the columns that say who or what a row is about. */
export const relations: Record<string, Readonly<Record<string, Means>>> = {
  partnership: { name: 'everybody' },
  agency: { id: 'everybody' },
  team: { id: 'everybody' },
  team_member: { team_id: 'everybody' },
  worker: { id: 'everybody' },
  worker_role: { role: 'everybody' },
  role_permission: { role: 'everybody' },

  restriction: governance,
  restriction_allowed: { worker_id: 'governance' },
  restriction_lifted: governance,
  exclusion: governance,
  exclusion_lifted: governance,
  break_glass: { worker_id: 'opening' },
  break_glass_review: { opened_by: 'opening' },
  submission: { worker_id: 'me' },

  child: { id: 'child' },
  child_now: { id: 'child' },
  child_detail: child,
  child_alias: child,
  child_identifier: child,
  child_address: child,
  child_school: child,
  child_adult: child,
  kinship: { child_id: 'child', other_id: 'child' },
  child_status: child,
  child_status_end: child,
  child_worker: child,
  child_worker_end: child,
  // That two records are of one child is read where both are seen.
  pair_said: { left_id: 'child', right_id: 'child' },
  pair_undone: { said_id: 'said' },

  referral_draft: { author_id: 'me' },
  referral_draft_section: { draft_id: 'draft' },
  referral: { id: 'referral or mine' },
  referral_subject: { referral_id: 'referral or mine' },
  referral_rating: { referral_id: 'referral or mine' },
  undecided_referral: referral,
  // Who a referred child is, or is not: those ruled out need not be the reader's.
  subject_match: { referral_id: 'referral', child_id: 'not closed' },
  subject_child: { referral_id: 'referral', child_id: 'not closed' },
  subject_match_undone: { match_id: 'match' },
  concerned_worker: referral,
  acknowledgement: referral,
  screening: referral,
  agreement: referral,
  strategy_discussion: referral,
  decision: referral,
  decision_outcome: referral,
  partner_request: { id: 'request' },
  partner_answer: { request_id: 'request' },
  // The contact of a record is told that it was met, whatever else they may see.
  contact_notice: { contact_id: 'me' },
  contact_notice_seen: { seen_by: 'me' },

  assessment_draft: { child_id: 'child', author_id: 'me' },
  assessment_draft_section: { draft_id: 'draft' },
  assessment_draft_set_aside: { draft_id: 'draft' },
  assessment: child,
  indicator_answer: child,
  authorisation: child,
  authorisation_correction: child,
  assessment_returned: child,
  early_review: child,
  early_review_answered: child,

  evolve_case: child,
  open_case: child,
  engagement: child,
  decision_noted: child,
  allocation: child,
  allocation_end: child,
  direct_work: child,
  contribution: child,
  safety_plan: child,
  plan_action: child,
  plan_action_done: child,
  plan_copy: child,
  progress_note: child,
  exit_feedback: child,
  closure_proposal: child,
  closure_declined: child,
  closure: child,

  comparator: { measure: 'figures' },
  comparator_now: { measure: 'figures' },
  neighbour: { model: 'figures' },

  'fact.protection_plan': child,
  release: { id: 'listing' },
  release_summary: { release_id: 'published' },
  release_table: { release_id: 'published' },
  release_figure: { release_id: 'published' },
  release_attack: { release_id: 'figures' },
  release_approval: { release_id: 'listing' },
  release_declined: { release_id: 'figures' },
  release_withdrawn: { release_id: 'listing' },

  'fact.referred_to_evolve': { child_id: 'referred' },
  'fact.child_described': child,
  'fact.referral_received': { child_id: 'referred or mine' },
  'fact.assessment_completed': child,
  'fact.case_closed': child,
  'fact.caseload': child,
  'fact.child_assessed': child,
};
