export type { Outcome } from './decision.ts';
export { type NewDecision, recordDecisions } from './decisions.db.ts';
export { type EvolveDecision, listEvolveDecisions } from './imports/referral-rows.db.ts';
export { compareReferralsFile } from './imports/referrals.db.ts';
export { readReferrals, referralColumns } from './imports/referrals.ts';
export { type NewMatch, recordMatches } from './matches.db.ts';
export { type NewAnswer, type NewRequest, recordAnswers, recordRequests } from './requests.db.ts';
export {
  type NewAcknowledgement,
  type NewAgreement,
  type NewDiscussion,
  type NewScreening,
  recordAcknowledgements,
  recordAgreements,
  recordDiscussions,
  recordScreenings,
} from './screenings.db.ts';
