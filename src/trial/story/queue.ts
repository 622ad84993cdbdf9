import { ageOn, plainDate } from '../../platform/kernel/index.ts';
import { chanceFor } from './chance.ts';
import { of } from './evolve-children.ts';
import { familyCalled } from './names.ts';
import type { People } from './people.ts';
import {
  aboutTwins,
  at,
  beforeBirth,
  fromDoctor,
  fromTeacher,
  newFamily,
  notYetIdentified,
  send,
  type Told,
} from './queue-unrated.ts';
import type { Referred } from './referred.ts';
import { fromCast, written } from './referrers.ts';
import { allocatedWorker, refer } from './referring.ts';
import { type Spell, TODAY } from './spell.ts';
import type { Notable, StoryChild, StoryStatus } from './story.ts';

/** What waits at the MASH at ten in the morning of the trial's day, a Tuesday. */
export function liveQueue(
  people: People,
  told: Referred,
  spells: Spell[],
  childOf: Map<string, StoryChild>,
  statuses: StoryStatus[],
  unborn: string,
  leaveAlone: ReadonlySet<string>,
): Notable['queue'] {
  const story: Told = { people, told, statuses, chance: chanceFor('queue') };
  const free = spells.filter((spell) => !leaveAlone.has(of(childOf, spell).key));
  const closed = free.filter(
    ({ end }) => end?.closedOn && end.closedOn > '2023-06-01' && end.reason !== 'TURNED_18_ADULT_PATHWAY',
  );
  const known = closed
    .map((spell) => of(childOf, spell))
    .find((child) => isYoung(child) && !allocatedWorker(child, TODAY, statuses));
  const open = free.filter(({ end }) => !end).map((spell) => of(childOf, spell));
  const allocated = open.find((child) => isYoung(child) && allocatedWorker(child, TODAY, statuses));
  const expected = people.children.find(({ key }) => key === unborn);
  if (!known || !allocated || !expected) throw new Error('nobody for the queue');
  return {
    dueToday: dueToday(story),
    waitingForManager: waitingForManager(story),
    knownChild: aboutKnown(story, known),
    allocatedChild: aboutAllocated(story, allocated),
    urgentLastNight: lastNight(story),
    unrated: [fromDoctor(story), fromTeacher(story), notYetIdentified(story), beforeBirth(story, expected)],
    twins: aboutTwins(story),
    decidedForEvolve: decidedYesterday(story),
  };
}

/** Friday at 16:45, after the Friday close: counts from Monday, so it is due today at five. */
function dueToday(story: Told): string {
  const child = newFamily(story, '2010-03-14');
  const key = send(
    story,
    'due-today',
    [child],
    at('26', '16:45'),
    written(story.chance, ['3C', 'School nurse', 'The Rotherham NHS Foundation Trust', 'Seen at drop-in']),
    {
      concern: `${child.givenName} came to drop-in with a swollen wrist and two phones, and said that “they take turns checking” on where ${child.givenName} is. This is the second visit this month.`,
      strengths: 'Comes to drop-in by choice, and likes the receptionist.',
      hopedFor: 'To know what others hold before anybody speaks to the group.',
      suspected: 'CCE',
      needLevel: 3,
      familyTold: false,
      whyNotTold: 'No answer on either number before we closed.',
    },
  );
  const { agreements, partnerRequests, ratings } = story.told;
  ratings.push({ referralKey: key, brag: 'amber', by: 'asha', at: at('29', '08:52') });
  agreements.push({
    referralKey: key,
    agreed: false,
    reason: 'CANNOT_CONTACT',
    words: 'Mother’s and father’s numbers rung three times each on Monday morning; the delay would be too long.',
    by: 'asha',
    at: at('29', '11:20'),
  });
  const asks = `What do you hold about ${child.givenName} and this address in the last year?`;
  partnerRequests.push(
    {
      referralKey: key,
      to: 'callum',
      asks,
      by: 'asha',
      at: at('29', '11:26'),
      answer: {
        words: 'Stopped with two older boys in December; no further action was taken. The car is of interest to us.',
        at: at('29', '14:05'),
      },
    },
    { referralKey: key, to: 'ruth', asks, by: 'asha', at: at('29', '11:27') },
  );
  return key;
}

function waitingForManager(story: Told): string {
  const child = newFamily(story, '2009-11-02');
  child.schoolKey = 'beckside';
  const key = send(
    story,
    'for-decision',
    [child],
    at('29', '09:40'),
    fromCast('harriet', '2A', 'Designated safeguarding lead', 'At school with us'),
    {
      concern: `A friend showed staff messages in which an adult tells ${child.givenName} to bring “the rest of what you owe” to the bus interchange on Friday. ${child.givenName} has stopped eating with friends.`,
      strengths: 'Mum works with us and is at the school gate every day.',
      hopedFor: 'Specialist help, and for the adult to be stopped.',
      suspected: 'CCE',
      needLevel: 3,
      familyTold: true,
    },
  );
  const { agreements, matches, partnerRequests, ratings, screenings } = story.told;
  ratings.push({ referralKey: key, brag: 'amber', by: 'tomasz', at: at('29', '09:58') });
  matches.push({
    subjectKey: `${key}-subject-1`,
    childKey: child.key,
    same: true,
    reason: 'Not known to us before; recorded from this referral, and Mother confirmed name and birth date',
    by: 'tomasz',
    at: at('29', '10:21'),
  });
  agreements.push({
    referralKey: key,
    agreed: true,
    words: 'Mother agreed by telephone to partners being asked, and wants to be told what is found.',
    by: 'tomasz',
    at: at('29', '10:20'),
  });
  partnerRequests.push({
    referralKey: key,
    to: 'amina',
    asks: `Is ${child.givenName} known to you?`,
    by: 'tomasz',
    at: at('29', '10:24'),
    answer: { words: 'On the waiting list since November, for sleep and worry.', at: at('29', '13:10') },
  });
  screenings.push({
    referralKey: key,
    recommends: 'ALLOCATE_EVOLVE',
    words:
      'Targeted over an invented debt; school, mother and partners agree. Evolve is the right team, and can start this week.',
    by: 'tomasz',
    at: at('29', '16:12'),
  });
  return key;
}

function aboutKnown(story: Told, child: StoryChild): string {
  const key = send(
    story,
    'known-child',
    [child],
    at('29', '14:10'),
    written(story.chance, ['6', 'Neighbourhood officer', 'South Yorkshire Police', 'Attended an incident']),
    {
      channel: 'police_notice',
      concern: `Officers spoke to ${child.givenName} outside the retail park with two adults who would not give their names. ${child.givenName} was quiet, and glad of a lift home.`,
      strengths: 'Father came to the door and thanked the officers.',
      hopedFor: 'For those who know the family to be told.',
      suspected: 'CCE',
      needLevel: 2,
      familyTold: true,
    },
  );
  story.told.ratings.push({ referralKey: key, brag: 'green', by: 'asha', at: at('29', '15:02') });
  return key;
}

function aboutAllocated(story: Told, child: StoryChild): string {
  const key = send(
    story,
    'allocated-child',
    [child],
    at('29', '15:30'),
    fromCast('qadir', '3A', 'General practitioner', 'Family doctor'),
    {
      concern: `${child.givenName} came to surgery with somebody who answered every question and would not wait outside. ${child.givenName} asked the nurse for the number of the social worker.`,
      strengths: 'Comes to appointments.',
      hopedFor: 'That the social worker rings today.',
      suspected: 'CSE',
      needLevel: 3,
      familyTold: false,
      whyNotTold: 'It was not safe to ask with the other person in the room.',
    },
  );
  story.told.matches.push({
    subjectKey: `${key}-subject-1`,
    childKey: child.key,
    same: true,
    reason: 'Same name and address; the surgery confirmed the birth date',
    by: 'asha',
    at: at('29', '15:52'),
  });
  return key;
}

function lastNight(story: Told): string {
  const child = newFamily(story, '2010-08-21');
  const key = send(
    story,
    'last-night',
    [child],
    at('29', '22:40'),
    {
      ...written(story.chance, ['6', 'Response officer', 'South Yorkshire Police', 'Attended an incident']),
      enteredBy: 'yusuf',
    },
    {
      channel: 'police_notice',
      concern: `${child.givenName} was found at ten at night in a house used for dealing, frightened and hungry, with three adults. Officers brought ${child.givenName} to Grandmother’s, where ${child.givenName} is now.`,
      strengths: 'Grandmother will keep her door locked and has a neighbour with her.',
      hopedFor: 'A strategy discussion first thing.',
      suspected: 'CCE',
      needLevel: 4,
      immediateDanger: true,
      familyTold: true,
    },
  );
  const { agreements, partnerRequests, ratings } = story.told;
  ratings.push({ referralKey: key, brag: 'red', by: 'yusuf', at: at('29', '22:55') });
  agreements.push({
    referralKey: key,
    agreed: false,
    reason: 'RISK_TO_CHILD',
    words: `It is not known who at home is part of it: asking there first would put ${child.givenName} at greater risk.`,
    by: 'yusuf',
    at: at('29', '23:05'),
  });
  const asks = `What do you hold about ${child.givenName}, and about the adults who were in the house?`;
  for (const to of ['callum', 'ruth'])
    partnerRequests.push({ referralKey: key, to, asks, by: 'asha', at: at('30', '09:12') });
  return key;
}

/** Decided yesterday for Evolve, whose manager has yet to open a case. */
function decidedYesterday({ people, told, chance, statuses }: Told): string {
  const child = newFamily({ people, told, chance, statuses }, '2010-05-11', familyCalled('Đặng'));
  const wanted = { key: '2024-for-evolve', children: [child], suspected: 'CSE', outcome: 'ALLOCATE_EVOLVE' } as const;
  refer(
    people,
    told,
    chance,
    { ...wanted, children: [child], decidedOn: plainDate('2024-01-29'), red: false },
    statuses,
  );
  return `referral-${wanted.key}`;
}

function isYoung({ bornOn }: StoryChild): boolean {
  return bornOn !== undefined && ageOn(bornOn, TODAY) < 17;
}
