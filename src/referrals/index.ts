export { type Agreement, agree } from './agreement.ts';
export { decide, type LawfulBasis, lawfulBases, NOT_RECORDED, type Outcome, whatStopsDeciding } from './decision.ts';
export { type NewDecision, recordDecisions } from './decisions.db.ts';
export { type Draft, type DraftId, expiryOf } from './draft.ts';
export { type EvolveDecision, listImportedEvolveDecisions } from './imports/referral-rows.db.ts';
export { compareReferralsFile } from './imports/referrals.db.ts';
export { type ReferralsFile, readReferrals, referralColumns } from './imports/referrals.ts';
export { type NewMatch, recordMatches } from './matches.db.ts';
export { markSame } from './matching.ts';
export { type NewReferral, recordDraft, recordReferrals } from './recording.db.ts';
export { type Author, type Referral, submitReferral } from './referral.ts';
export { ask } from './request.ts';
export { type NewAnswer, type NewRequest, recordAnswers, recordRequests } from './requests.db.ts';
export { screen } from './screening.ts';
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
export { type Asked, type Section, sectionsFor } from './sections/index.ts';
export { sourceOfAgency, workplaces } from './source.ts';
