import type { ClosingReason, WorkKind } from '../../casework/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import type { ChildVoice, ExploitationType, IndicatorAnswer, Level, Mode, Standing } from '../../risk/index.ts';

/** One child's spell with Evolve. */
export type StoryCase = {
  key: string;
  childKey: string;
  decisionKey: string;
  openedOn: PlainDate;
  openedBy: string;
};

export type StoryAllocation = {
  caseKey: string;
  to: string;
  from: PlainDate;
  until?: PlainDate;
  by: string;
  reason: string;
};

export type StoryAssessment = {
  key: string;
  caseKey: string;
  childKey: string;
  /** The assessment this one reviews; none for the first. */
  previousKey?: string;
  completedOn: PlainDate;
  author: string;
  type: ExploitationType;
  level: Level;
  cceLevel: Level;
  cseLevel: Level;
  /** Absent where no risk is identified. */
  standing?: Standing;
  modes: Mode[];
  answers: IndicatorAnswer[];
  /** Where the practitioner's own judgement differs from the instrument's suggestion. */
  reasonForDifference?: string;
  analysis: string;
  /** Codes of the instrument's protective factors. */
  protective: string[];
  voice: ChildVoice;
};

/** The level of record. An assessment without one waits for the manager. */
export type StoryAuthorisation = { assessmentKey: string; by: string; on: PlainDate };

export type StoryPlan = {
  caseKey: string;
  childKey: string;
  version: number;
  writtenOn: PlainDate;
  by: string;
  assessmentKey?: string;
  sections: {
    concerns: string;
    goals: string;
    warningSigns: string;
    safePeopleAndPlaces: string;
    online: string;
    goingMissing: string;
    home: string;
    school: string;
    contact: string;
  };
  actions: { what: string; who: string; by: PlainDate; status: 'to_do' | 'done' }[];
  reviewOn: PlainDate;
  copyForChild?: { on: PlainDate; format: string };
};

export type StoryDirectWork = {
  caseKey: string;
  on: PlainDate;
  by: string;
  kind: WorkKind;
  topic: string;
  words: string;
};

/** In the story no child dies. */
export type ClosureReason = Exclude<ClosingReason, 'DIED'>;

export type StoryClosure = {
  caseKey: string;
  childKey: string;
  reason: ClosureReason;
  words: string;
  /** Who now holds the risk, when it was not reduced. */
  riskHeldBy?: string;
  proposedOn: PlainDate;
  proposedBy: string;
  feedback?: {
    offeredOn: PlainDate;
    outcome: 'held' | 'declined' | 'could_not_be_reached';
    by: string;
    words?: string;
  };
  /** A second person; absent while the proposal waits. */
  closedOn?: PlainDate;
  closedBy?: string;
};
