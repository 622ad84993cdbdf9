import { type Brag, inServiceHours, mashDecisionDue, momentAfter, serviceTimeLeft } from '../platform/service-hours.ts';
import type { World } from '../platform/web/world.ts';
import { type Danger, dangerRank, isInDanger } from './danger.ts';

/** Below danger and RED unrated comes first: nobody has yet said how soon. */
const order: readonly (Brag | null)[] = [null, 'red', 'amber', 'green', 'blue'];

/** What a referral's place in the queue depends on. */
export type Queued = Danger & {
  id: string;
  brag: Brag | null;
  receivedAt: Date;
  /** When it went to the children's allocated workers: only where every child on it has one. */
  sentToWorkersAt: Date | null;
  /** Each of those workers, or their manager, has seen it. */
  acknowledged: boolean;
  /** The concern is about one of those workers. */
  concernsWorker: boolean;
};

/** A child on a referral: when somebody said who they are, the social worker they have, and who has acknowledged it. */
export type SentChild = {
  matchedAt: Date | null;
  worker: { workerId: string; teamId: string | null } | undefined;
};
export type Acknowledged = { by: string; managesTeams: readonly string[] };

/** The reader is a child's social worker, or manages the team of one. */
export function isAllocatedTo({ worker, may }: World, children: readonly Pick<SentChild, 'worker'>[]): boolean {
  const managed: readonly string[] = may('referrals.decide') ? worker.teams : [];
  return children.some(
    ({ worker: social }) => social?.workerId === worker.id || (social?.teamId && managed.includes(social.teamId)),
  );
}

/** It goes to the workers once every child on it is known and has one; each of them, or their manager, acknowledges it. */
export function sentToWorkers(
  children: readonly SentChild[],
  acknowledgements: readonly Acknowledged[],
): Pick<Queued, 'sentToWorkersAt' | 'acknowledged'> {
  const times = children.map(({ matchedAt, worker }) => (matchedAt && worker ? matchedAt.getTime() : Number.NaN));
  const last = Math.max(...times);
  if (Number.isNaN(last) || children.length === 0) return { sentToWorkersAt: null, acknowledged: false };
  const seenFor = ({ worker }: SentChild) =>
    acknowledgements.some(
      ({ by, managesTeams }) => worker?.workerId === by || (worker?.teamId && managesTeams.includes(worker.teamId)),
    );
  return { sentToWorkersAt: new Date(last), acknowledged: children.every(seenFor) };
}

/** A referral's place in the queue: danger, then RED, then by rating, then by time left, for what came first is due first. */
export type QueueKey = { danger: number; rating: number; receivedAt: number; id: string };
type Keyed = Danger & Pick<Queued, 'brag' | 'receivedAt' | 'id'>;
export const queueKey = ({ brag, receivedAt, id, ...said }: Keyed): QueueKey => ({
  danger: dangerRank({ ...said, brag }),
  rating: order.indexOf(brag),
  receivedAt: receivedAt.getTime(),
  id,
});
export const byQueueKey = (a: QueueKey, b: QueueKey): number =>
  a.danger - b.danger ||
  a.rating - b.rating ||
  a.receivedAt - b.receivedAt ||
  Number(a.id > b.id) - Number(a.id < b.id);

export const inQueueOrder = (a: Queued, b: Queued): number => byQueueKey(queueKey(a), queueKey(b));

/**
 * `mash` screens and decides it; `to_acknowledge` has gone to the child's worker and is still watched here; `with_worker`
 * has been acknowledged, and the worker's manager decides it.
 */
export type Place = 'mash' | 'to_acknowledge' | 'with_worker';

/** RED stays at the MASH. What concerns the worker, or is not acknowledged in time, comes back to duty here. */
export function placeOf(queued: Queued, now: Date): Place {
  if (!queued.sentToWorkersAt || queued.brag === 'red' || queued.concernsWorker) return 'mash';
  if (queued.acknowledged) return 'with_worker';
  return now > acknowledgeBy(queued.sentToWorkersAt) ? 'mash' : 'to_acknowledge';
}

export const acknowledgeBy = (sentAt: Date): Date => momentAfter('C1.allocated', sentAt);

/** Why it is back at the MASH although the child has a worker; undefined where there is nothing to say. */
export function sayDuty(queued: Queued, now: Date): string | undefined {
  if (!queued.sentToWorkersAt || placeOf(queued, now) !== 'mash') return undefined;
  if (queued.brag === 'red') return 'RED: decided here, though the child has an allocated worker';
  return queued.concernsWorker
    ? 'To duty: it concerns the child’s worker'
    : 'To duty: not acknowledged by the child’s worker in time';
}

export type Urgency = Danger & { brag: Brag | null; needLevel: number | null };

/** What cannot wait for the morning: immediate danger or missing now, acute need, or rated RED. */
const isUrgent = ({ brag, needLevel, ...said }: Urgency): boolean =>
  isInDanger(said) || needLevel === 4 || brag === 'red';

/** The emergency duty team takes what is urgent: what came while the MASH was closed, and all of it while it is. */
export const isForDutyTeam = (referral: Urgency & { receivedAt: Date }, now: Date): boolean =>
  isUrgent(referral) && (!inServiceHours(referral.receivedAt) || !inServiceHours(now));

export const isLate = (receivedAt: Date, now: Date): boolean => now > mashDecisionDue(receivedAt);

/** Of one working day, in hours of service: `2 h 10 min left`, `late by 35 min`. */
export function sayTimeLeft(receivedAt: Date, now: Date): string {
  const due = mashDecisionDue(receivedAt);
  const minutes = serviceTimeLeft(now, due);
  if (now <= due) return minutes === 0 ? 'due now' : `${sayDuration(minutes)} left`;
  return minutes === 0 ? 'late' : `late by ${sayDuration(-minutes)}`;
}

export function sayDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
