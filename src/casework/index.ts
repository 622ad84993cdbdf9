export { allocate } from './allocation.ts';
export { allocateCases, type NewAllocation } from './allocations.db.ts';
export { caseState, caseStates, dayWithinCase, type Engagement, engagements, mayOpen } from './case.ts';
export type { CaseId, CaseNow, CaseRecord } from './case-record.ts';
export { findCase, listCasesOf, listOpenCases } from './cases.db.ts';
export {
  type ClosingFacts,
  type ClosingReason,
  closingReasons,
  type Feedback,
  feedbackOutcomes,
  isSuccess,
  mayClose,
  mayOffer,
  mayPropose,
} from './closing.ts';
export {
  closeCases,
  type NewClosure,
  type NewFeedback,
  type NewProposal,
  proposeClosings,
  recordFeedback,
} from './closings.db.ts';
export {
  type NewContribution,
  type NewDirectWork,
  recordContributions,
  recordDirectWork,
} from './direct-work.db.ts';
export { type ContributionTo, type WorkKind, workKinds } from './direct-work.ts';
export { coversTopics, type Ratings } from './feedback.ts';
export { type NewCase, type NewEngagement, type Opened, openCases, recordEngagements } from './opening.db.ts';
export {
  type ActionEnd,
  type CopyFormat,
  copyFormats,
  mayAddAction,
  type PlanSection,
  planSections,
  type Sections,
  sectionsForChild,
} from './plan.ts';
export {
  addActions,
  endActions,
  type NewAction,
  type NewActionEnd,
  type NewCopy,
  type NewPlan,
  recordCopies,
  writePlans,
} from './plans.db.ts';
export { type NewProgressNote, noteProgress } from './progress.db.ts';
