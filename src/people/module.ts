import { module } from '../platform/module.ts';

export const people = module({
  name: 'people',
  says: 'Children, the adults around them, and finding a child without seeing more than you may',
});
