import { type Id, isRefusal, type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import type { Completion } from './assessment.ts';
import { type Floor, goesBelowFloor } from './floors.ts';
import { checkJudgement, type Direction, type Judgement, overrideDirection } from './judgement.ts';

/** One row each time a manager authorises; a correction is a later row, and the last is the one of record. */
export type Authorisation = {
  by: Id<'worker'>;
  on: PlainDate;
  judgement: Judgement;
  reason: string | undefined;
  direction: Direction;
  belowFloor: boolean;
};

/** The practitioner's judgement is never changed: a manager who sees it otherwise, or goes below a floor, says why. */
export function authorise(
  completion: Completion,
  floor: Pick<Floor, 'level' | 'because'>,
  manager: Id<'worker'>,
  decision: { judgement: Judgement; reason: string | undefined },
  today: PlainDate,
): Authorisation | Refusal {
  const { judgement, reason } = decision;
  const refused =
    notTheirOwn(completion, manager) ??
    isComplete(completion, today) ??
    checkJudgement(judgement) ??
    belowFloorIsExplained(floor, decision) ??
    overrideIsExplained(completion, decision);
  if (refused) return refused;
  return {
    by: manager,
    on: today,
    judgement,
    reason: reason?.trim() || undefined,
    direction: overrideDirection(completion.judgement.level, judgement.level),
    belowFloor: goesBelowFloor(judgement.level, floor),
  };
}

export type Correction = Authorisation & { reason: string };

/** A level of record put right: always with a reason, and only where something of it changes. */
export function correct(
  completion: Completion,
  recorded: Judgement,
  floor: Pick<Floor, 'level' | 'because'>,
  manager: Id<'worker'>,
  decision: Decision,
  today: PlainDate,
): Correction | Refusal {
  const authorised = authorise(completion, floor, manager, decision, today);
  if (isRefusal(authorised)) return authorised;
  const { judgement, reason } = authorised;
  if (isSameJudgement(judgement, recorded) && isSameModes(judgement, recorded))
    return refuse('This is the level of record already: change what was wrong');
  return reason ? { ...authorised, reason } : refuse('Say why the level of record was wrong', 'reason');
}

type Decision = Parameters<typeof authorise>[3];

export function notTheirOwn({ author }: Pick<Completion, 'author'>, manager: Id<'worker'>): Refusal | undefined {
  return author === manager ? refuse('Nobody authorises their own assessment: another manager has to') : undefined;
}

function isComplete({ completedOn }: Pick<Completion, 'completedOn'>, today: PlainDate): Refusal | undefined {
  return completedOn > today ? refuse('An assessment is authorised once it is complete') : undefined;
}

function belowFloorIsExplained(
  floor: Pick<Floor, 'level' | 'because'>,
  { judgement, reason }: Decision,
): Refusal | undefined {
  if (!goesBelowFloor(judgement.level, floor) || reason?.trim()) return undefined;
  return refuse(`Say why you go below the floor. ${floor.because.join('. ')}`, 'reason');
}

function overrideIsExplained(
  completion: Pick<Completion, 'judgement'>,
  { judgement, reason }: Decision,
): Refusal | undefined {
  if (isSameJudgement(judgement, completion.judgement) || reason?.trim()) return undefined;
  return refuse("Say why your judgement differs from the practitioner's", 'reason');
}

export const ofRecord = (authorisations: readonly Authorisation[]): Judgement | undefined =>
  authorisations.at(-1)?.judgement;

/** Ways of exploiting may be added without a reason; levels by type are compared where both hold them. */
const isSameJudgement = (one: Judgement, other: Judgement) =>
  one.type === other.type &&
  one.level === other.level &&
  one.standing === other.standing &&
  (!one.byType || !other.byType || (one.byType.cce === other.byType.cce && one.byType.cse === other.byType.cse));

const isSameModes = (one: Judgement, other: Judgement) => one.modes.toSorted().join() === other.modes.toSorted().join();
