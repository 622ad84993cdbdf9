import { module } from '../platform/module.ts';
import { measures } from './measures.ts';

export const casework = module({
  name: 'casework',
  says: 'Evolve: opening from a decision, plans, direct work, closing',
  measures,
});
