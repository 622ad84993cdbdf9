export { type EvolveDecision, listEvolveDecisions } from './imports/referral-rows.db.ts';
export { compareReferralsFile } from './imports/referrals.db.ts';
export { readReferrals, referralColumns } from './imports/referrals.ts';
