import { module, type Role, roles } from '../module.ts';

const everyone = Object.keys(roles) as Role[];

export const access = module({
  name: 'platform/access',
  says: 'What may you do here: workers, roles, restrictions, exclusions, break-glass',
  permissions: {
    home: { says: 'Have a first page', roles: everyone },
    'access.restrict': {
      says: 'Restrict a record to named workers, or exclude one',
      roles: ['information_governance'],
    },
    'access.break-glass': {
      says: 'Open a record for sixty minutes with a reason that somebody else reviews',
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
    'access.review-break-glass': { says: 'Review why somebody broke the glass', roles: ['information_governance'] },
  },
});
