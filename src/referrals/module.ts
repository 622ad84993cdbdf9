import { module } from '../platform/module.ts';

export const referrals = module({
  name: 'referrals',
  says: 'Concerns arriving at the Multi-Agency Safeguarding Hub; screening; the decision and its reason',
});
