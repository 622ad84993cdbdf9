import type { ChildNow } from '../people/index.ts';
import type { Id, PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, TeamId, Worker, WorkerId } from '../platform/web/world.ts';
import type { ChildsDanger } from '../referrals/index.ts';
import type { ExploitationType, LevelOn } from '../risk/index.ts';
import type { Allocation } from './allocation.ts';
import type { CaseFacts } from './case.ts';
import type { ClosingFacts, ClosingReason, Feedback } from './closing.ts';
import { type AuthorisedLevel, type PlanStanding, planStanding } from './plan.ts';
import type { Dates } from './progress.ts';

export type CaseId = Id<'evolve_case'>;

/** A case as its rows now say. */
export type CaseNow = {
  id: CaseId;
  reference: string;
  childId: ChildId;
  teamId: TeamId;
  teamName: string;
  lawfulBasis: string;
  openedOn: PlainDate;
  previousReference: string | null;
  allocation: Allocation | null;
  firstAllocatedOn: PlainDate | null;
  plan: { id: string; version: number; writtenOn: PlainDate } | null;
  notedOn: PlainDate | null;
  feedback: Feedback | null;
  proposal: Proposal | null;
  closure: { reason: ClosingReason; closedOn: PlainDate; closedBy: string | null; riskHeldBy: string | null } | null;
};
export type Proposal = {
  id: string;
  reason: ClosingReason;
  words: string;
  riskHeldBy: string | null;
  proposedOn: PlainDate;
  proposedBy: WorkerId;
  proposedByName: string;
};

/** The case with the child it is about and the levels of the spell. */
export type CaseRecord = CaseNow & { child: ChildNow; levels: Levels; danger: ChildsDanger | undefined };

/** What a referrer or the MASH said of danger leads until somebody has assessed the child since. */
export const standingDanger = ({ series }: Levels, said: ChildsDanger | undefined): ChildsDanger | undefined =>
  said && !series.some(({ completedOn }) => completedOn >= said.on) ? said : undefined;

/** The levels of record of one spell in order of completion, and what still waits for a manager. */
export type Levels = {
  series: readonly (AuthorisedLevel & { type: ExploitationType })[];
  /** Its practitioner's own level of every assessment, authorised, waiting or returned. */
  own: readonly LevelOn[];
  waitingSince: PlainDate | undefined;
};

export function factsOf({ allocation, levels, proposal, feedback, closure }: CaseRecord): CaseFacts {
  return {
    allocated: allocation !== null,
    assessed: levels.series.length > 0 ? 'authorised' : levels.waitingSince ? 'waiting' : 'not_yet',
    proposed: proposal !== null,
    feedback: feedback ?? undefined,
    closedOn: closure?.closedOn,
  };
}

export function closingFactsOf({ levels, feedback, child }: CaseRecord): ClosingFacts {
  return {
    level: levels.series.at(-1)?.level,
    waitsForAuthorisation: levels.waitingSince !== undefined,
    feedback: feedback ?? undefined,
    bornOn: child.bornOn ?? undefined,
    diedOn: child.diedOn ?? undefined,
  };
}

export function datesOf({
  openedOn,
  allocation,
  firstAllocatedOn,
  levels,
  plan,
  notedOn,
  child,
  danger,
}: CaseRecord): Dates {
  return {
    openedOn,
    isHeld: allocation !== null,
    allocatedOn: firstAllocatedOn ?? undefined,
    levels,
    waitingSince: levels.waitingSince,
    planWrittenOn: plan?.writtenOn,
    notedOn: notedOn ?? undefined,
    diedOn: child.diedOn ?? undefined,
    inDanger: danger !== undefined,
  };
}

/** Whether this worker may do something on the case, as the policies see it: they hold it, or their team does. */
export const worksOn = ({ allocation, teamId }: CaseNow, worker: Worker): boolean =>
  allocation?.workerId === worker.id || worker.teams.includes(teamId);

export const planStandingOf = ({ levels, plan }: CaseRecord): PlanStanding => planStanding(levels, plan?.writtenOn);
