import { module } from '../platform/module.ts';
import { checkFiguresCommand } from './check-figures/index.ts';
import { importComparators, importNeighbours } from './comparators/comparators.command.ts';
import { comparePage } from './comparators/pages/compare.tsx';
import { attackCommand } from './disclosure/attack.command.ts';
import { protectCommand } from './disclosure/protect.command.ts';
import { checkFiguresPage } from './pages/check-figures.tsx';
import { figurePage } from './pages/figure.tsx';
import { reportPage } from './pages/report.tsx';
import { reports } from './report.ts';

export const performance = module({
  name: 'performance',
  says: 'Collects what the rooms count and reports it, each figure with its definition',
  permissions: {
    'figures.see': {
      says: 'See the figures of reports, counted over the whole partnership',
      roles: ['performance_analyst', 'head_of_service', 'evolve_manager', 'mash_manager'],
    },
    'figures.check': {
      says: 'Check the figures of a paper that is pasted in, which is not kept',
      roles: ['performance_analyst', 'governance_advisor'],
    },
    'figures.open': {
      says: 'Open a figure to those of its records one may see',
      roles: ['head_of_service', 'evolve_manager', 'mash_manager'],
    },
  },
  nav: [
    { says: 'Annual report', path: '/reports/child-exploitation', may: 'figures.see' },
    { says: 'Compare', path: '/reports/compare', may: 'figures.see' },
    { says: 'Check figures', path: '/check-figures', may: 'figures.check' },
  ],
  pages: [checkFiguresPage()],
  collects: (rooms) => [
    ...reports.flatMap((report) => [reportPage(report, rooms), figurePage(report, rooms)]),
    comparePage(rooms),
  ],
  commands: [protectCommand, attackCommand, checkFiguresCommand(), importComparators, importNeighbours],
});
