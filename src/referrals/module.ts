import { module } from '../platform/module.ts';
import { measures } from './measures.ts';

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
  },
  measures,
});
