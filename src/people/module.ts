import { module } from '../platform/module.ts';

export const people = module({
  name: 'people',
  says: 'Children, the adults around them, and finding a child without seeing more than you may',
  permissions: {
    'people.see-child': {
      says: 'Open the record of a child one is involved with',
      roles: [
        'mash_screener',
        'mash_manager',
        'edt',
        'social_worker',
        'social_work_manager',
        'evolve_practitioner',
        'evolve_manager',
        'head_of_service',
        'missing_advocate',
      ],
    },
    'people.find-child': {
      says: 'Search among the children one may see',
      roles: [
        'mash_screener',
        'mash_manager',
        'edt',
        'social_worker',
        'social_work_manager',
        'evolve_practitioner',
        'evolve_manager',
        'head_of_service',
        'missing_advocate',
      ],
    },
    'people.record-child': {
      says: 'Record a child who is not known yet',
      roles: ['mash_screener', 'mash_manager', 'edt', 'social_work_manager', 'evolve_manager'],
    },
    'people.correct': {
      says: 'Correct or add to who a child is',
      roles: [
        'mash_screener',
        'mash_manager',
        'social_worker',
        'social_work_manager',
        'evolve_practitioner',
        'evolve_manager',
      ],
    },
    'people.see-confidential-address': {
      says: 'See where a child lives in confidence',
      roles: ['mash_manager', 'edt', 'social_worker', 'social_work_manager'],
    },
  },
});
