import { module } from '../platform/module.ts';
import { checkFiguresCommand } from './check-figures/index.ts';
import { importComparators, importNeighbours } from './comparators/comparators.command.ts';
import { comparePage } from './comparators/pages/compare.tsx';
import { attackCommand } from './disclosure/attack.command.ts';
import { protectCommand } from './disclosure/protect.command.ts';
import { checkFiguresPage } from './pages/check-figures.tsx';
import { figurePage } from './pages/figure.tsx';
import { reportPage } from './pages/report.tsx';
import { listLedgerFigures } from './releases/ledger-figures.db.ts';
import { answerPage } from './releases/pages/answer.tsx';
import { composePage } from './releases/pages/compose.tsx';
import { ledgerPage } from './releases/pages/ledger.tsx';
import { publishedFile, publishedList, publishedPaper } from './releases/pages/published.tsx';
import { releasePage } from './releases/pages/release.tsx';
import { withdrawRelease } from './releases/pages/withdraw.tsx';
import { fileWithin, paperWithin } from './releases/pages/within.tsx';
import { listSettled, listToApprove } from './releases/waiting.db.ts';
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
    'figures.release': { says: 'Compose figures, and freeze them for release', roles: ['performance_analyst'] },
    'figures.approve': {
      says: 'Approve figures that somebody else composed, or withdraw released ones',
      roles: ['head_of_service', 'evolve_manager'],
    },
  },
  commands: [
    protectCommand,
    attackCommand,
    checkFiguresCommand(listLedgerFigures),
    importComparators,
    importNeighbours,
  ],
  pages: [checkFiguresPage(listLedgerFigures), withdrawRelease, paperWithin, fileWithin],
  openPages: [publishedList, publishedPaper, publishedFile],
  waiting: [
    { may: 'figures.approve', ask: listToApprove },
    { may: 'figures.release', ask: listSettled },
  ],
  nav: [
    { says: 'Annual report', path: '/reports/child-exploitation', may: 'figures.see' },
    { says: 'Compare', path: '/reports/compare', may: 'figures.see' },
    { says: 'Check figures', path: '/check-figures', may: 'figures.check' },
    { says: 'Releases', path: '/releases', may: 'figures.see' },
  ],
  collects: (rooms) => [
    ...reports.flatMap((report) => [reportPage(report, rooms), figurePage(report, rooms)]),
    comparePage(rooms),
    composePage(rooms),
    answerPage(rooms),
    ledgerPage(rooms),
    releasePage(rooms),
  ],
});
