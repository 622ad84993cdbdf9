import { module } from '../platform/module.ts';
import { countables, measures } from './measures.ts';
import { askForReview } from './pages/ask-early-review.tsx';
import { assess } from './pages/assess/begin.tsx';
import { completeAssessment } from './pages/assess/complete.tsx';
import { assessContext } from './pages/assess/context.tsx';
import { assessDomain } from './pages/assess/domain.tsx';
import { judge } from './pages/assess/judge.tsx';
import { setAside } from './pages/assess/set-aside.tsx';
import { seeSuggestion } from './pages/assess/suggestion.tsx';
import { assessVoice } from './pages/assess/voice.tsx';
import { authoriseAssessment } from './pages/authorise.tsx';
import { blankForm } from './pages/blank.tsx';
import { correctLevel } from './pages/correct.tsx';
import { listAssessments } from './pages/list.tsx';
import { levelsHeardPanel } from './pages/parts/levels-heard-panel.tsx';
import { riskPanel } from './pages/parts/risk-panel.tsx';
import { returnAssessment } from './pages/return.tsx';
import { showAssessment } from './pages/show.tsx';
import { unfinishedAssessments } from './pages/unfinished.tsx';
import { waitingForAuthorisation } from './pages/waiting.tsx';
import { riskTimeline } from './timeline.db.ts';
import { waitingForAuthor, waitingForManager } from './waiting.db.ts';

export const risk = module({
  name: 'risk',
  says: 'Exploitation risk assessments, their levels, and the twelve-week review',
  permissions: {
    'assessments.see': {
      says: 'See the risk assessments of the children one sees',
      roles: ['evolve_practitioner', 'evolve_manager', 'social_worker', 'social_work_manager', 'head_of_service'],
    },
    'assessments.hear-level': {
      says: 'Hear at the front door what level a child’s risk was found to be, and when',
      roles: ['mash_screener', 'mash_manager', 'edt'],
    },
    'assessments.make': {
      says: 'Assess the risk to a child',
      roles: ['evolve_practitioner', 'evolve_manager'],
    },
    'assessments.authorise': {
      says: 'Authorise or return the assessments of others',
      roles: ['evolve_manager'],
    },
    'assessments.ask-early': {
      says: 'Ask for a review before it is due',
      roles: ['evolve_practitioner', 'evolve_manager', 'social_worker', 'social_work_manager', 'head_of_service'],
    },
  },
  pages: [
    listAssessments,
    assess,
    assessDomain,
    assessContext,
    assessVoice,
    judge,
    seeSuggestion,
    completeAssessment,
    setAside,
    askForReview,
    waitingForAuthorisation,
    unfinishedAssessments,
    blankForm,
    showAssessment,
    authoriseAssessment,
    returnAssessment,
    correctLevel,
  ],
  nav: [{ says: 'Authorise', path: '/assessments/waiting', may: 'assessments.authorise' }],
  waiting: [waitingForManager, waitingForAuthor],
  timeline: riskTimeline,
  panels: [riskPanel, levelsHeardPanel],
  measures,
  countables,
});
