import { module } from '../platform/module.ts';
import { measures } from './measures.ts';

export const risk = module({
  name: 'risk',
  says: 'Exploitation risk assessments, their levels, and the twelve-week review',
  permissions: {
    'assessments.see': {
      says: 'See the risk assessments of the children one sees',
      roles: ['evolve_practitioner', 'evolve_manager', 'social_worker', 'social_work_manager', 'head_of_service'],
    },
    'assessments.make': {
      says: 'Assess the risk to a child',
      roles: ['evolve_practitioner', 'evolve_manager'],
    },
    'assessments.authorise': {
      says: 'Authorise or return the assessments of others',
      roles: ['evolve_manager'],
    },
    'assessments.ask-early': {
      says: 'Ask for a review before it is due',
      roles: ['evolve_practitioner', 'evolve_manager', 'social_worker', 'social_work_manager', 'head_of_service'],
    },
  },
  measures,
});
