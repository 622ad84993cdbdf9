import { module } from '../platform/module.ts';
import { plantCommand } from './plant.command.ts';

export const trial = module({
  name: 'trial',
  says: 'The fictional partnership: one cast and one year, planted as records',
  commands: [plantCommand],
});
