import { matchCommand } from '@throughline/record-linkage';
import { module } from '../platform/module.ts';
import { listStatuses } from './children.db.ts';
import { importSend } from './imports/send.command.ts';
import { comparePair } from './matching/pages/pair.tsx';
import { listLikelyPairs } from './matching/pages/pairs.tsx';
import { undoPair } from './matching/pages/undo-pair.tsx';
import { likelyPanel, sameAsPanel } from './matching/panel.tsx';
import { sweepJob } from './matching/sweep.job.ts';
import { countables, describes, measures } from './measures.ts';
import { addToChild } from './pages/add.tsx';
import { allocatedChildren } from './pages/allocated.tsx';
import { breakGlassPage } from './pages/break-glass.tsx';
import { childPage } from './pages/child.tsx';
import { correctChild } from './pages/correct.tsx';
import { findChildPage } from './pages/find.tsx';
import { childHistory } from './pages/history.tsx';
import { statusEntries } from './timeline.ts';

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
    'people.list-allocated': {
      says: 'List the children allocated to oneself, or to the workers of teams one manages',
      roles: ['social_worker', 'social_work_manager'],
    },
    'people.oversee-allocated': {
      says: 'Have the children of the workers in one’s teams as one’s own list',
      roles: ['social_work_manager'],
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
    'people.match': {
      says: 'Say whether two records are of the same child',
      roles: ['mash_screener', 'mash_manager'],
    },
    'people.sweep': {
      says: 'Compare everybody on record with everybody else, and work through the pairs found',
      roles: ['mash_manager'],
    },
    'people.see-confidential-address': {
      says: 'See where a child lives in confidence',
      roles: ['mash_manager', 'edt', 'social_worker', 'social_work_manager'],
    },
  },
  pages: [
    findChildPage,
    childHistory,
    correctChild,
    addToChild,
    breakGlassPage,
    listLikelyPairs,
    comparePair,
    undoPair,
  ],
  collects: (rooms) => [childPage(rooms), allocatedChildren(rooms)],
  nav: [
    { says: 'Find a child', path: '/children', may: 'people.find-child' },
    { says: 'Same child?', path: '/same-child', may: 'people.sweep' },
    { says: 'Allocated children', path: '/children/allocated', may: 'people.list-allocated' },
  ],
  timeline: async (tx, child) => statusEntries(await listStatuses(tx, child)),
  panels: [sameAsPanel, likelyPanel],
  describes,
  countables,
  commands: [importSend, { ...matchCommand, name: 'match' }],
  jobs: [sweepJob],
  measures,
});
