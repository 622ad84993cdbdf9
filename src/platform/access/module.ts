import { module, type Role, roles, type WaitingLine } from '../module.ts';
import { waitingLine } from '../web/waiting-line.ts';
import { openingMoments } from './break-glass.db.ts';
import { isReviewLate } from './break-glass.ts';
import { excludeWorker } from './pages/exclude.tsx';
import { exclusions } from './pages/exclusions.tsx';
import { liftExclusionPage } from './pages/lift-exclusion.tsx';
import { liftRestrictionPage } from './pages/lift-restriction.tsx';
import { restrictRecord } from './pages/restrict.tsx';
import { restriction } from './pages/restriction.tsx';
import { restrictions } from './pages/restrictions.tsx';
import { reviewBreakGlass } from './pages/review.tsx';
import { breakGlassReviews } from './pages/reviews.tsx';

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
  pages: [
    restrictions,
    restrictRecord,
    restriction,
    liftRestrictionPage,
    exclusions,
    excludeWorker,
    liftExclusionPage,
    breakGlassReviews,
    reviewBreakGlass,
  ],
  nav: [
    { says: 'Restricted records', path: '/access/restrictions', may: 'access.restrict' },
    { says: 'Excluded workers', path: '/access/exclusions', may: 'access.restrict' },
    { says: 'Emergency openings', path: '/break-glass/reviews', may: 'access.review-break-glass' },
  ],
  waiting: [
    {
      may: 'access.review-break-glass',
      async ask(tx): Promise<WaitingLine[]> {
        const openings = await openingMoments(tx);
        const late = openings.filter(isReviewLate).length;
        const [one, several] = ['opening in an emergency to review', 'openings in an emergency to review'];
        return waitingLine({ count: openings.length, late, one, several, path: '/break-glass/reviews' });
      },
    },
  ],
});
