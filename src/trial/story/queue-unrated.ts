import { londonMoment, plainDate } from '../../platform/kernel/index.ts';
import type { chanceFor } from './chance.ts';
import type { FamilyOrigin } from './names.ts';
import { addAdults, homeOf, newChild, newHome, type People } from './people.ts';
import type { Referred } from './referred.ts';
import { fromCast, written } from './referrers.ts';
import { subject } from './referring.ts';
import type { StoryChild, StoryReferral, StoryStatus } from './story.ts';

export type Told = { people: People; told: Referred; statuses: StoryStatus[]; chance: ReturnType<typeof chanceFor> };
export type Words = Pick<StoryReferral, 'concern' | 'strengths' | 'hopedFor' | 'suspected' | 'needLevel'> &
  Partial<StoryReferral>;

export const at = (day: string, time: string) => londonMoment(plainDate(`2024-01-${day}`), time);

export function fromDoctor(story: Told): string {
  const child = newFamily(story, '2008-12-05');
  return send(
    story,
    'unrated-doctor',
    [child],
    at('30', '08:47'),
    fromCast('qadir', '3A', 'General practitioner', 'Family doctor'),
    {
      concern: `${child.givenName} asked for help to sleep, and said that somebody met in a game has a picture and “keeps wanting more”.`,
      strengths: 'Told Mum last night, and came in with her.',
      hopedFor: 'To have the picture taken down.',
      suspected: 'CSE',
      needLevel: 3,
      familyTold: true,
    },
  );
}

export function fromTeacher(story: Told): string {
  const child = newFamily(story, '2009-09-17');
  child.schoolKey = 'thornholme';
  return send(story, 'unrated-teacher', [child], at('30', '09:12'), fromCast('ben', '2A', 'Teacher', 'Form tutor'), {
    concern: `${child.givenName} was dropped at the gate by a car none of us know, for the third time since Thursday, and cried in form when a message came.`,
    strengths: 'Has two good friends, who walked in with {name} and told me.'.replace('{name}', child.givenName),
    hopedFor: 'Advice on what to say to home, and what not to.',
    suspected: 'CSE',
    needLevel: 3,
    familyTold: false,
    whyNotTold: 'I do not yet know who it is safe to tell.',
  });
}

/** A caller who gives no name, about a child not fully known. */
export function notYetIdentified(story: Told): string {
  const { chance, told } = story;
  const sender = written(chance, ['9', 'Member of the public', 'None', 'Lives near by']);
  told.referrals.push({
    key: 'referral-queue-unknown',
    receivedAt: at('30', '09:50'),
    ...sender,
    enteredBy: 'tomasz',
    referrer: { ...sender.referrer, name: 'A caller who gave no name' },
    subjects: [
      {
        key: 'referral-queue-unknown-subject-1',
        givenName: 'JJ',
        familyName: 'Not known',
        sex: 'M',
        address: 'A flat on Ropery Lane',
      },
    ],
    concern:
      'A boy of about fourteen, called JJ by the others, has been at the flat for three days. Adults come and go at night. The caller heard him ask to go home.',
    strengths: 'No information.',
    hopedFor: 'Somebody to see that he is safe.',
    suspected: 'CCE',
    needLevel: 4,
    immediateDanger: false,
    missingNow: 'For three days, the caller thinks. They have not rung the police, and were asked to.',
    familyTold: false,
    whyNotTold: 'It is not known who the family is.',
  });
  return 'referral-queue-unknown';
}

export function beforeBirth(story: Told, expected: StoryChild): string {
  return send(
    story,
    'unborn',
    [expected],
    at('30', '09:55'),
    written(story.chance, ['3F', 'Community midwife', 'The Rotherham NHS Foundation Trust', 'Booked for care']),
    {
      concern:
        'Mother is expecting in April and is worried that the people who threaten an older child of hers know where she sleeps. She asked for this to be written down.',
      strengths: 'Keeps every appointment; a sister is moving in.',
      hopedFor: 'A plan for the baby before the birth.',
      suspected: 'OTHER',
      needLevel: 3,
      familyTold: true,
    },
  );
}

/** Same surname, address, school and birthday: two children all the same, and both on record from an earlier plan. */
export function aboutTwins(story: Told): string {
  const first = newFamily(story, '2011-04-09');
  const second = newChild(story.people, story.chance, homeOf(story.people, first), plainDate('2011-04-09'), 'M');
  for (const twin of [first, second]) {
    twin.schoolKey = 'beckside';
    const days = { from: plainDate('2021-09-20'), until: plainDate('2022-02-14') };
    story.statuses.push({ childKey: twin.key, kind: 'CIN', ...days });
  }
  return send(
    story,
    'twins',
    [first, second],
    at('30', '09:35'),
    fromCast('harriet', '2A', 'Designated safeguarding lead', 'At school with us'),
    {
      concern: `${first.givenName} and ${second.givenName} have both come in with new coats and no lunch. ${second.givenName} told a friend that “they let you work it off”.`,
      strengths: 'They look after each other. No information about home.',
      hopedFor: 'That each is seen on their own.',
      suspected: 'CCE',
      needLevel: 3,
      familyTold: true,
    },
  );
}

export function newFamily({ people, chance }: Told, bornOn: string, family?: FamilyOrigin): StoryChild {
  const home = newHome(people, chance, family);
  addAdults(chance, home);
  return newChild(people, chance, home, plainDate(bornOn));
}

export function send(
  { people, told, chance }: Told,
  key: string,
  children: StoryChild[],
  receivedAt: Date,
  sender: Pick<StoryReferral, 'channel' | 'source' | 'enteredBy' | 'referrer'>,
  words: Words,
): string {
  const referral: StoryReferral = {
    key: `referral-queue-${key}`,
    receivedAt,
    ...sender,
    subjects: children.map((child, place) => ({
      ...subject(people, chance, child, `referral-queue-${key}-subject-${place + 1}`),
      givenName: child.givenName,
    })),
    immediateDanger: false,
    familyTold: false,
    ...words,
  };
  told.referrals.push(referral);
  return referral.key;
}
