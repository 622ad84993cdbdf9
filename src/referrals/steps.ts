import { isRefusal } from '../platform/kernel/index.ts';
import type { World } from '../platform/web/world.ts';
import { whatStopsDeciding } from './decision.ts';
import { isAllocatedTo, type SentChild } from './queue.ts';
import { type ReceivedReferral, ratingOf } from './received.ts';
import { ask } from './request.ts';

/** Something the reader may do next with a referral: a link, or why it cannot be done yet. */
export type Step = { says: string; path: string; butFirst?: string };

/** What the reader may do next, in the order it is usually done. A decided referral asks for nothing more. */
export function nextSteps(
  referral: ReceivedReferral,
  children: readonly Pick<SentChild, 'worker'>[],
  world: World,
): Step[] {
  if (referral.decision || referral.channel === 'import') return [];
  const at = (page: string) => `/mash/${referral.reference}/${page}`;
  const steps: (Step | false)[] = [
    isToAcknowledge(referral, children, world) && { says: 'Acknowledge', path: at('acknowledge') },
    world.may('referrals.screen') && { says: sayScreen(referral), path: at('screen') },
    world.may('referrals.screen') && {
      says: 'Record the family’s agreement, or the reason to go without',
      path: at('agreement'),
    },
    world.may('referrals.screen') && {
      says: 'Ask partners',
      path: at('ask-partners'),
      ...butFirst(ask(referral.agreement, ratingOf(referral), world.now)),
    },
    world.may('referrals.discuss') && {
      says: 'Record a strategy discussion, or why none is held',
      path: at('strategy-discussion'),
    },
    mayShutOut(referral, children, world) && { says: 'Say that it concerns the child’s worker', path: at('concerns') },
    mayDecide(children, world) && { says: 'Decide', path: at('decide'), ...butFirst(stopsMeDeciding(referral, world)) },
  ];
  return steps.filter((step) => step !== false);
}

const butFirst = (outcome: unknown) => (isRefusal(outcome) ? { butFirst: outcome.refused } : {});

/** A MASH manager decides any referral; the manager of the children's workers decides about those children. */
const mayDecide = (children: readonly Pick<SentChild, 'worker'>[], world: World): boolean =>
  world.may('referrals.decide') &&
  (world.may('referrals.queue') || children.every((child) => isAllocatedTo(world, [child])));

export function stopsMeDeciding(referral: ReceivedReferral, { worker, may }: World) {
  const { authorId, discussions, concerns } = referral;
  return whatStopsDeciding(
    { authorId, brag: ratingOf(referral), discussed: discussions.length > 0, concernsWorker: concerns.length > 0 },
    { id: worker.id, atMash: may('referrals.queue') },
  );
}

function isToAcknowledge(
  { acknowledgements }: ReceivedReferral,
  children: readonly Pick<SentChild, 'worker'>[],
  world: World,
) {
  const mine = world.may('referrals.acknowledge') && isAllocatedTo(world, children);
  return mine && !acknowledgements.some(({ by }) => by === world.worker.name);
}

const mayShutOut = ({ concerns }: ReceivedReferral, children: readonly Pick<SentChild, 'worker'>[], { may }: World) =>
  may('referrals.match') && concerns.length === 0 && children.some(({ worker }) => worker !== undefined);

const sayScreen = ({ screenings }: ReceivedReferral): string =>
  screenings.length === 0 ? 'Rate it' : 'Screen it again, or recommend';
