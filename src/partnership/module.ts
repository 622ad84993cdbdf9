import { module } from '../platform/module.ts';
import { plantCommand } from './plant.command.ts';

export const partnership = module({
  name: 'partnership',
  says: 'The fictional partnership: one cast and one year, planted as records',
  commands: [plantCommand],
});
