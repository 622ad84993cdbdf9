import { module } from '../platform/module.ts';
import { measures } from './measures.ts';

export const risk = module({
  name: 'risk',
  says: 'Exploitation risk assessments, their levels, and the twelve-week review',
  measures,
});
