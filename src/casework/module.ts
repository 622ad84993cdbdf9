import { module } from '../platform/module.ts';
import { importAssessments } from './imports/assessments.command.ts';
import { importClosures } from './imports/closures.command.ts';
import { importReferrals } from './imports/referrals.command.ts';
import { countables, measures } from './measures.ts';
import { planActions } from './pages/actions.tsx';
import { allocateCase } from './pages/allocate.tsx';
import { proposeClosing } from './pages/close.tsx';
import { closuresWaiting } from './pages/closures.tsx';
import { recordContribution } from './pages/contribution.tsx';
import { decideClosing } from './pages/decide-closing.tsx';
import { recordWork } from './pages/direct-work.tsx';
import { endAction } from './pages/end-action.tsx';
import { recordEngagement } from './pages/engagement.tsx';
import { exitFeedback } from './pages/feedback.tsx';
import { caseload } from './pages/list.tsx';
import { noteDecision } from './pages/note-decision.tsx';
import { noteProgress } from './pages/note-progress.tsx';
import { openCase } from './pages/open.tsx';
import { evolvePanel } from './pages/panel.tsx';
import { writePlan } from './pages/plan.tsx';
import { planCopy, planCopyFile } from './pages/plan-copy.tsx';
import { weeklyProgress } from './pages/progress.tsx';
import { showCase } from './pages/show.tsx';
import { toOpen } from './pages/to-open.tsx';
import { listHappenings } from './timeline.db.ts';
import { listEscalated, listMyDue, listToAllocate, listToClose, listToOpen } from './waiting.db.ts';

export const casework = module({
  name: 'casework',
  says: 'Evolve: opening from a decision, plans, direct work, closing',
  permissions: {
    'cases.see': {
      says: 'See that a child has an Evolve case, who holds it, the safety plan and how it ended',
      roles: [
        'evolve_practitioner',
        'evolve_manager',
        'head_of_service',
        'social_worker',
        'social_work_manager',
        'mash_screener',
        'mash_manager',
        'edt',
      ],
    },
    'cases.read': {
      says: 'Read direct work, progress, feedback and what was proposed',
      roles: ['evolve_practitioner', 'evolve_manager', 'head_of_service', 'social_worker', 'social_work_manager'],
    },
    'cases.caseload': {
      says: 'List open cases, one’s own or the team’s',
      roles: ['evolve_practitioner', 'evolve_manager', 'head_of_service'],
    },
    'cases.oversee': {
      says: 'See how many cases each worker of the team holds, and whose reviews are far too late',
      roles: ['evolve_manager', 'head_of_service'],
    },
    'cases.hold': { says: 'Be allocated a case', roles: ['evolve_practitioner', 'evolve_manager'] },
    'cases.work': {
      says: 'Work on an open case: direct work, plan, progress, feedback, proposing to close',
      roles: ['evolve_practitioner', 'evolve_manager'],
    },
    'cases.open': { says: 'Open a case from a decision, or answer it otherwise', roles: ['evolve_manager'] },
    'cases.allocate': { says: 'Allocate a case to somebody of the team', roles: ['evolve_manager'] },
    'cases.close': { says: 'Close a case that somebody else proposed to close', roles: ['evolve_manager'] },
  },
  pages: [
    caseload,
    toOpen,
    openCase,
    noteDecision,
    showCase,
    allocateCase,
    recordWork,
    recordContribution,
    recordEngagement,
    writePlan,
    planCopy,
    planCopyFile,
    planActions,
    endAction,
    weeklyProgress,
    noteProgress,
    exitFeedback,
    proposeClosing,
    closuresWaiting,
    decideClosing,
  ],
  nav: [
    { says: 'Caseload', path: '/cases', may: 'cases.caseload' },
    { says: 'To open', path: '/cases/to-open', may: 'cases.open' },
    { says: 'Weekly progress', path: '/progress', may: 'cases.caseload' },
    { says: 'Closures', path: '/closures', may: 'cases.close' },
  ],
  waiting: [
    { may: 'cases.hold', ask: listMyDue },
    { may: 'cases.open', ask: listToOpen },
    { may: 'cases.allocate', ask: listToAllocate },
    { may: 'cases.oversee', ask: listEscalated },
    { may: 'cases.close', ask: listToClose },
  ],
  timeline: (tx, child) => listHappenings(tx, child),
  panels: [evolvePanel],
  measures,
  countables,
  commands: [importReferrals, importAssessments, importClosures],
});
