import type { Tx } from '../platform/db/index.ts';
import type { Waiting, WaitingLine } from '../platform/module.ts';
import type { World } from '../platform/web/world.ts';
import { listMyNotices } from './notices.db.ts';
import { type Listed, listUndecided } from './queue.db.ts';
import { isAllocatedTo, isForDutyTeam, isLate, placeOf } from './queue.ts';
import { isAnswerLate } from './request.ts';
import { listMyRequests } from './requests.db.ts';

/** What waits on each worker's first page for the MASH's side of a referral: how many, how many late, never who. */
export const waiting: readonly Waiting[] = [
  { may: 'referrals.queue', ask: atMash },
  { may: 'referrals.out-of-hours', ask: outOfHours },
  { may: 'referrals.acknowledge', ask: aboutMyChildren },
  { may: 'referrals.answer', ask: toAnswer },
  { may: 'referrals.be-contact', ask: asContact },
];

async function atMash(tx: Tx, world: World): Promise<WaitingLine[]> {
  const here = (await listUndecided(tx, world.today)).filter((one) => placeOf(one, world.now) === 'mash');
  const unrated = here.filter(({ brag }) => brag === null);
  return [
    line('to rate', unrated, '/mash', world),
    line(
      'rated, waiting for a decision',
      here.filter(({ brag }) => brag !== null),
      '/mash',
      world,
    ),
  ].flat();
}

async function outOfHours(tx: Tx, world: World): Promise<WaitingLine[]> {
  const urgent = (await listUndecided(tx, world.today)).filter((one) => isForDutyTeam(one, world.now));
  return line('urgent, out of hours', urgent, '/edt', world);
}

async function aboutMyChildren(tx: Tx, world: World): Promise<WaitingLine[]> {
  const mine = (await listUndecided(tx, world.today)).filter(({ children }) => isAllocatedTo(world, children));
  return line('about allocated children, not yet decided', mine, '/referrals/allocated', world);
}

async function toAnswer(tx: Tx, { now }: World): Promise<WaitingLine[]> {
  const { waiting } = await listMyRequests(tx);
  const late = waiting.filter((one) => isAnswerLate(one, now)).length;
  return waiting.length > 0 ? [{ says: 'your agency is asked', count: waiting.length, late, path: '/requests' }] : [];
}

async function asContact(tx: Tx, { worker }: World): Promise<WaitingLine[]> {
  const count = (await listMyNotices(tx, worker.id)).filter(({ answer }) => answer === null).length;
  return count > 0 ? [{ says: 'to say whether it is your record', count, late: 0, path: '/mash/contact-notices' }] : [];
}

function line(says: string, all: readonly Listed[], path: string, { now }: World): WaitingLine[] {
  const late = all.filter(({ receivedAt }) => isLate(receivedAt, now)).length;
  return all.length > 0 ? [{ says, count: all.length, late, path }] : [];
}
