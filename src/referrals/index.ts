export { type Draft, type DraftId, expiryOf } from './draft.ts';
export { type EvolveDecision, listEvolveDecisions } from './imports/referral-rows.db.ts';
export { compareReferralsFile } from './imports/referrals.db.ts';
export { readReferrals, referralColumns } from './imports/referrals.ts';
export { type NewReferral, recordDraft, recordReferrals } from './recording.db.ts';
export { type Author, type Referral, submitReferral } from './referral.ts';
export { type Asked, type Section, sectionsFor } from './sections/index.ts';
export { type Caller, sourceOfAgency, type Workplace, workplaces } from './source.ts';
