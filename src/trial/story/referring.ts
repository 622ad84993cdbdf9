import { addDays, ageOn, londonDay, type PlainDate } from '../../platform/kernel/index.ts';
import { inServiceHours } from '../../platform/service-hours.ts';
import { type Chance, itemAt } from './chance.ts';
import type { People } from './people.ts';
import { compose } from './phrases.ts';
import { SCHOOLS } from './places.ts';
import type { Referred, Wanted } from './referred.ts';
import { someSender } from './referrers.ts';
import { screen, screener } from './screening.ts';
import { partWay, someTime } from './service-time.ts';
import { workingDayOnOrBefore } from './spell.ts';
import type { Outcome, StoryChild, StoryReferral, StoryStatus, StorySubject } from './story.ts';
import {
  ASKED,
  BECAUSE,
  HOPED,
  HOPED_FOR_FAMILY,
  NOTICED,
  SAID,
  SINCE,
  STRENGTHS,
  WHY_NOT_TOLD,
  YOUNG,
} from './words/referrals.ts';

/** One referral from its receipt to its decision. For a child with an allocated worker, that worker's manager decides. */
export function refer(
  people: People,
  told: Referred,
  chance: Chance,
  wanted: Wanted,
  statuses: readonly StoryStatus[],
): string {
  const first = itemAt(wanted.children, 0);
  const at = someTime(chance, wanted.decidedOn, '12:15', '16:20');
  const receivedAt = received(chance, wanted);
  const referral = write(people, chance, wanted, receivedAt);
  const worker = wanted.red ? undefined : allocatedWorker(first, londonDay(receivedAt), statuses);
  told.referrals.push(referral);
  match(told, chance, referral, wanted.children, at);
  if (worker) acknowledge(told, referral, worker, at);
  else screen(told, chance, referral, wanted, at);
  const key = `decision-${wanted.key}`;
  const said = decision(chance, wanted, first.givenName);
  told.decisions.push({ key, referralKey: referral.key, ...said, by: worker ? 'elaine' : 'gwen', at });
  return key;
}

/** As the referrer knew the child: now and then by another spelling, or without the birth date. */
export function subject(people: People, chance: Chance, child: StoryChild, key: string): StorySubject {
  const other = people.aliases.find(({ childKey, kind }) => childKey === child.key && kind !== 'former_name');
  const { givenName, familyName } = other && chance.happens(0.4) ? other : child;
  const school = SCHOOLS.find((one) => one.key === child.schoolKey)?.name;
  const address = people.homes.get(child.householdKey)?.household.address;
  return {
    key,
    givenName,
    familyName,
    ...(child.bornOn && chance.happens(0.9) ? { bornOn: child.bornOn } : {}),
    ...(child.expectedOn ? { expectedOn: child.expectedOn } : {}),
    sex: child.sex,
    ...(school ? { school } : {}),
    ...(address && chance.happens(0.8) ? { address } : {}),
    childKey: child.key,
  };
}

export function allocatedWorker(child: StoryChild, day: PlainDate, statuses: readonly StoryStatus[]) {
  const inForce = ({ from, until }: StoryStatus) => from <= day && (!until || until > day);
  return statuses.find((status) => status.childKey === child.key && status.socialWorker && inForce(status))
    ?.socialWorker;
}

function write(people: People, chance: Chance, wanted: Wanted, receivedAt: Date): StoryReferral {
  const first = itemAt(wanted.children, 0);
  const familyTold = chance.happens(wanted.red ? 0.3 : 0.75);
  const key = `referral-${wanted.key}`;
  const sender = someSender(people, chance, first);
  const subjects = wanted.children.map((child, at) => subject(people, chance, child, `${key}-subject-${at + 1}`));
  const name = itemAt(subjects, 0).givenName;
  return {
    key,
    receivedAt,
    ...sender,
    // Once the MASH has closed, a call is taken by the emergency duty team.
    enteredBy: sender.channel === 'online' || inServiceHours(receivedAt) ? sender.enteredBy : 'yusuf',
    subjects,
    ...said(chance, wanted, first, name, londonDay(receivedAt)),
    suspected: wanted.suspected,
    needLevel: need(wanted),
    immediateDanger: wanted.red && chance.happens(0.3),
    familyTold,
    ...(familyTold ? {} : { whyNotTold: compose(chance, name, WHY_NOT_TOLD) }),
  };
}

function said(chance: Chance, { suspected }: Wanted, { bornOn }: StoryChild, name: string, on: PlainDate) {
  const young = suspected === 'OTHER' && bornOn !== undefined && ageOn(bornOn, on) < 5;
  return {
    concern: compose(chance, name, young ? YOUNG.noticed : NOTICED[suspected], SINCE, young ? YOUNG.said : SAID),
    strengths: compose(chance, name, young ? YOUNG.strengths : STRENGTHS),
    hopedFor: compose(chance, name, suspected === 'OTHER' ? HOPED_FOR_FAMILY : HOPED),
  };
}

/** Most are decided within one working day of receipt; a few are not. Some come after the MASH has closed. */
function received(chance: Chance, { decidedOn, red }: Wanted): Date {
  const ways = [
    ['morning', 30],
    ['yesterday', 53],
    ['evening', 9],
    ['late', 8],
  ] as const;
  const way = red ? 'morning' : chance.weighted(ways);
  if (way === 'morning') return someTime(chance, decidedOn, '08:35', '11:20');
  if (way === 'evening') return someTime(chance, addDays(decidedOn, -1), '18:30', '23:40');
  const before = workingDayOnOrBefore(addDays(decidedOn, way === 'late' ? -chance.between(3, 6) : -1));
  return someTime(chance, before, '08:50', '16:20');
}

function match(told: Referred, chance: Chance, referral: StoryReferral, children: StoryChild[], decidedAt: Date) {
  const at = partWay(referral.receivedAt, decidedAt, 0.1);
  const by = screener(chance);
  referral.subjects.forEach(({ key, bornOn }, place) => {
    const reason = bornOn ? 'Same name and birth date' : 'Same name and school; birth date confirmed by telephone';
    told.matches.push({ subjectKey: key, childKey: itemAt(children, place).key, same: true, reason, by, at });
  });
}

function acknowledge(told: Referred, { key, receivedAt }: StoryReferral, worker: string, decidedAt: Date): void {
  told.acknowledgements.push(
    { referralKey: key, by: worker, at: partWay(receivedAt, decidedAt, 0.2) },
    { referralKey: key, by: 'elaine', at: partWay(receivedAt, decidedAt, 0.35) },
  );
}

function decision(chance: Chance, wanted: Wanted, name: string) {
  const reason = compose(chance, name, BECAUSE[wanted.outcome]);
  const lawfulBasis = LAWFUL[need(wanted)];
  const askedOfReferrer = compose(chance, name, ASKED);
  return {
    outcome: wanted.outcome,
    reason: reason.charAt(0).toUpperCase() + reason.slice(1),
    lawfulBasis,
    askedOfReferrer,
  };
}

function need({ outcome, red }: Wanted): 1 | 2 | 3 | 4 {
  return red ? 4 : NEED[outcome];
}

const LAWFUL = { 1: 'PUBLIC_TASK', 2: 'PUBLIC_TASK', 3: 's17', 4: 's47' } as const;
const NEED: Record<Outcome, 1 | 2 | 3 | 4> = {
  ALLOCATE_EVOLVE: 3,
  EVOLVE_CONSULTATION: 2,
  ASSESSMENT: 3,
  STRATEGY_DISCUSSION: 4,
  SECTION_47: 4,
  EARLY_HELP: 2,
  ADVICE: 1,
  NO_FURTHER_ACTION: 1,
  INTEL_ONLY: 2,
  TRANSFER_OUT: 2,
};
