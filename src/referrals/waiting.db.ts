import type { Tx } from '../platform/db/index.ts';
import type { Waiting, WaitingLine } from '../platform/module.ts';
import { waitingLine } from '../platform/web/waiting-line.ts';
import type { World } from '../platform/web/world.ts';
import { isInDanger } from './danger.ts';
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
  const [unrated, rated] = [here.filter(({ brag }) => !brag), here.filter(({ brag }) => brag)];
  return [
    inDanger(here, '/mash'),
    line('referral to rate', 'referrals to rate', unrated, '/mash', world),
    line('rated referral that waits for a decision', 'rated referrals that wait for a decision', rated, '/mash', world),
  ].flat();
}

async function outOfHours(tx: Tx, world: World): Promise<WaitingLine[]> {
  const urgent = (await listUndecided(tx, world.today)).filter((one) => isForDutyTeam(one, world.now));
  return [
    inDanger(urgent, '/edt'),
    line('urgent referral, out of hours', 'urgent referrals, out of hours', urgent, '/edt', world),
  ].flat();
}

async function aboutMyChildren(tx: Tx, world: World): Promise<WaitingLine[]> {
  const mine = (await listUndecided(tx, world.today)).filter(({ children }) => isAllocatedTo(world, children));
  const about = 'about allocated children, not yet decided';
  return [
    inDanger(mine, '/referrals/allocated'),
    line(`referral ${about}`, `referrals ${about}`, mine, '/referrals/allocated', world),
  ].flat();
}

async function toAnswer(tx: Tx, { now }: World): Promise<WaitingLine[]> {
  const { waiting } = await listMyRequests(tx);
  const late = waiting.filter((one) => isAnswerLate(one, now)).length;
  const [one, several] = ['request that your agency is to answer', 'requests that your agency is to answer'];
  return waitingLine({ count: waiting.length, late, one, several, path: '/requests' });
}

async function asContact(tx: Tx, { worker }: World): Promise<WaitingLine[]> {
  const count = (await listMyNotices(tx, worker.id)).filter(({ answer }) => answer === null).length;
  return waitingLine({
    count,
    one: 'referral: say whether it is about a record you are the contact for',
    several: 'referrals: say whether each is about a record you are the contact for',
    path: '/mash/contact-notices',
  });
}

/** Counted apart, and above all else that waits. */
const inDanger = (all: readonly Listed[], path: string): WaitingLine[] =>
  waitingLine({
    count: all.filter(isInDanger).length,
    one: 'referral says that a child is in immediate danger or missing now',
    several: 'referrals say that a child is in immediate danger or missing now',
    path,
    danger: true,
  });

function line(one: string, several: string, all: readonly Listed[], path: string, { now }: World): WaitingLine[] {
  const late = all.filter(({ receivedAt }) => isLate(receivedAt, now)).length;
  return waitingLine({ count: all.length, late, one, several, path });
}
