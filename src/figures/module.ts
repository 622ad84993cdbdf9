import { module } from '../platform/module.ts';
import { reports } from './child-exploitation.ts';
import { importComparators, importNeighbours } from './comparators/comparators.command.ts';
import { comparePage } from './comparators/pages/compare.tsx';
import { figurePage } from './pages/figure.tsx';
import { reportPage } from './pages/report.tsx';

export const figures = module({
  name: 'figures',
  says: 'Collects what the rooms count and reports it, each figure with its definition, beside those of other areas',
  permissions: {
    'figures.see': {
      says: 'See the figures of reports, counted over the whole partnership',
      roles: ['performance_analyst', 'head_of_service', 'evolve_manager', 'mash_manager'],
    },
    'figures.open': {
      says: 'Open a figure to those of its records one may see',
      roles: ['head_of_service', 'evolve_manager', 'mash_manager'],
    },
  },
  commands: [importComparators, importNeighbours],
  nav: [
    { says: 'Annual report', path: '/reports/child-exploitation', may: 'figures.see' },
    { says: 'Compare', path: '/reports/compare', may: 'figures.see' },
  ],
  collects: (rooms) => [
    ...reports.flatMap((report) => [reportPage(report, rooms), figurePage(report, rooms)]),
    comparePage(rooms),
  ],
});
