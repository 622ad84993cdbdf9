import { module } from '../platform/module.ts';

export const performance = module({
  name: 'performance',
  says: 'Collects measures and reports them, each with its definition',
});
