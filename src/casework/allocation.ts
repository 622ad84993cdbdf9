import { dueAfter } from '../platform/clocks.ts';
import { type PlainDate, type Refusal, refuse, sayCount, sayDay } from '../platform/kernel/index.ts';
import type { WorkerId } from '../platform/web/world.ts';

/** Who holds a case now. */
export type Allocation = { id: string; workerId: WorkerId; workerKey: string; workerName: string; since: PlainDate };

/** A worker of the team with what they already carry, for whoever allocates. */
export type Holder = { id: WorkerId; key: string; name: string; openCases: number };

/** From the first allocation of this spell (clock C7). */
export const firstAssessmentDue = (allocatedOn: PlainDate): PlainDate => dueAfter('C7', allocatedOn);

export function allocate(
  held: { openedOn: PlainDate; allocation: Pick<Allocation, 'workerId' | 'workerName' | 'since'> | null },
  to: { id: WorkerId; name: string; since: PlainDate },
  today: PlainDate,
): Refusal | undefined {
  const { openedOn, allocation } = held;
  if (to.id === allocation?.workerId) return refuse(`${allocation.workerName} holds this case already`, 'worker');
  const earliest = allocation ? allocation.since : openedOn;
  if (to.since < earliest)
    return refuse(
      `Enter ${sayDay(earliest)} or later: ${allocation ? `${allocation.workerName} holds it from then` : 'it was opened then'}`,
      'since',
    );
  return to.since > today
    ? refuse('Allocate from today or an earlier day, so that nobody is left without', 'since')
    : undefined;
}

export const sayHolder = ({ name, openCases }: Holder): string => `${name} (${sayCount(openCases, 'open case')})`;

/** Said of a worker who may not see this child. Why not stays with information governance. */
export const cannotHold = ({ name }: { name: string }, beside: string): Refusal =>
  refuse(`${name} cannot hold this case. Choose somebody else.`, beside);
