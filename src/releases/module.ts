import { module } from '../platform/module.ts';
import { answerPage } from './pages/answer.tsx';
import { checkFiguresPage } from './pages/check-figures.tsx';
import { composePage } from './pages/compose.tsx';
import { ledgerPage } from './pages/ledger.tsx';
import { publishedFile, publishedList, publishedPaper } from './pages/published.tsx';
import { releasePage } from './pages/release.tsx';
import { withdrawRelease } from './pages/withdraw.tsx';
import { fileWithin, paperWithin } from './pages/within.tsx';
import { commands } from './paper.command.ts';
import { listSettled, listToApprove } from './waiting.db.ts';

export const releases = module({
  name: 'releases',
  says: 'The one door by which figures leave: protected, attacked together with all before, approved, published',
  permissions: {
    'figures.check': {
      says: 'Check the figures of a paper that is pasted in, which is not kept',
      roles: ['performance_analyst', 'governance_advisor'],
    },
    'figures.release': { says: 'Compose figures, and freeze them for release', roles: ['performance_analyst'] },
    'figures.approve': {
      says: 'Approve figures that somebody else composed, or withdraw released ones',
      roles: ['head_of_service', 'evolve_manager'],
    },
  },
  commands,
  pages: [checkFiguresPage, withdrawRelease, paperWithin, fileWithin],
  openPages: [publishedList, publishedPaper, publishedFile],
  waiting: [
    { may: 'figures.approve', ask: listToApprove },
    { may: 'figures.release', ask: listSettled },
  ],
  nav: [
    { says: 'Check figures', path: '/check-figures', may: 'figures.check' },
    { says: 'Releases', path: '/releases', may: 'figures.see' },
  ],
  collects: (rooms) => [composePage(rooms), answerPage(rooms), ledgerPage(rooms), releasePage(rooms)],
});
