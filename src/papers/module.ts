import { module } from '../platform/module.ts';

export const papers = module({
  name: 'papers',
  says: 'Documents: one model, made into pages, PDF, Word and spreadsheets',
});
