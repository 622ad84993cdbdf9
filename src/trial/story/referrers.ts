import { CAST } from './cast.ts';
import type { Chance } from './chance.ts';
import { familyName, someFamily, someGivenName } from './names.ts';
import { homeOf, type People } from './people.ts';
import { SCHOOLS } from './places.ts';
import type { StoryChild, StoryReferral } from './story.ts';

type Sender = Pick<StoryReferral, 'channel' | 'source' | 'enteredBy' | 'referrer'>;

const SCHOOL_CAST: Record<string, string> = { thornholme: 'ben', beckside: 'harriet' };

/** Who tells: a member of the cast where one works there, otherwise a caller whose words the MASH writes down. */
export function someSender(people: People, chance: Chance, child: StoryChild): Sender {
  const kind = chance.weighted([
    ['school', child.schoolKey ? 40 : 0],
    ['police', 24],
    ['family', 12],
    ['health', 10],
    ['doctor', 6],
    ['other', 6],
    ['missing', child.schoolKey ? 2 : 0],
  ] as const);
  if (kind === 'school') return fromSchool(chance, child);
  if (kind === 'doctor') return fromCast('qadir', '3A', 'General practitioner', 'Family doctor');
  if (kind === 'missing') return fromCast('jerome', '5B', 'Missing advocate', 'Missing advocate');
  if (kind === 'family') return fromFamily(people, chance, child);
  if (kind === 'police') return notice(chance);
  return written(chance, kind === 'health' ? chance.pick(HEALTH) : chance.pick(OTHERS));
}

export function fromCast(key: string, source: string, role: string, relationship: string): Sender {
  const member = CAST.find((one) => one.key === key);
  const referrer = {
    name: member?.name ?? key,
    role,
    agency: AGENCY[key] ?? 'Rotherham Metropolitan Borough Council',
    relationship,
  };
  return { channel: 'online', source, enteredBy: key, referrer };
}

export function written(
  chance: Chance,
  [source, role, agency, relationship]: readonly [string, string, string, string],
): Sender {
  return {
    channel: 'phone',
    source,
    enteredBy: chance.pick(['asha', 'tomasz']),
    referrer: { name: someone(chance), role, agency, relationship },
  };
}

function fromSchool(chance: Chance, { schoolKey }: StoryChild): Sender {
  const key = schoolKey && SCHOOL_CAST[schoolKey];
  if (key) return fromCast(key, '2A', key === 'ben' ? 'Teacher' : 'Designated safeguarding lead', 'At school with us');
  const school = SCHOOLS.find((one) => one.key === schoolKey)?.name ?? 'School';
  return { ...written(chance, ['2A', 'Designated safeguarding lead', school, 'At school with us']) };
}

function fromFamily(people: People, chance: Chance, child: StoryChild): Sender {
  const adult = homeOf(people, child).household.adults[0];
  const sender = written(chance, ['1A', 'Family', 'None', adult?.relationship ?? 'Aunt']);
  return adult ? { ...sender, referrer: { ...sender.referrer, name: adult.name } } : sender;
}

function notice(chance: Chance): Sender {
  const sender = written(chance, ['6', 'Response officer', 'South Yorkshire Police', 'Attended an incident']);
  return { ...sender, channel: 'police_notice' };
}

const AGENCY: Record<string, string> = {
  ben: 'Thornholme Academy',
  harriet: 'Beckside High School',
  qadir: 'Larkfield Surgery',
};
const HEALTH = [
  ['3E', 'Children’s emergency nurse', 'The Rotherham NHS Foundation Trust', 'Seen in the emergency department'],
  ['3B', 'Health visitor', 'The Rotherham NHS Foundation Trust', 'Visits the family'],
  ['3C', 'School nurse', 'The Rotherham NHS Foundation Trust', 'Seen at drop-in'],
  [
    '3F',
    'Community mental health nurse',
    'Rotherham Doncaster and South Humber NHS Foundation Trust',
    'Seen in clinic',
  ],
] as const;
const OTHERS = [
  ['4', 'Housing officer', 'Rotherham Metropolitan Borough Council', 'Tenancy visit'],
  ['5D', 'Early help worker', 'Rotherham Metropolitan Borough Council', 'Lead professional'],
  ['8', 'Family worker', 'Rotherham Rise', 'Supports a parent'],
  ['1B', 'Neighbour', 'None', 'Lives near by'],
  ['7', 'Probation practitioner', 'Probation Service', 'Works with an adult of the household'],
] as const;

function someone(chance: Chance): string {
  const family = someFamily(chance);
  const sex = chance.happens(0.65) ? 'F' : 'M';
  return `${someGivenName(chance, family, sex, new Set())} ${familyName(family, sex)}`;
}
