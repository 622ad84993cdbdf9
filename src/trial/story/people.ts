import { addDays, addMonths, ageOn, type PlainDate } from '../../platform/kernel/index.ts';
import type { Chance } from './chance.ts';
import {
  type FamilyOrigin,
  familyName,
  languageOf,
  type Sex,
  someEthnicity,
  someFamily,
  someGivenName,
  withoutMarks,
} from './names.ts';
import { someAddress, someSchool } from './places.ts';
import { TODAY } from './spell.ts';
import type { Story, StoryChild, StoryHousehold } from './story.ts';

/** Everybody's children and homes, grown as the story meets them. */
export type People = Pick<Story, 'children' | 'aliases' | 'households' | 'kinships'> & { homes: Map<string, Home> };
export type Home = { household: StoryHousehold; family: FamilyOrigin; members: StoryChild[] };

export function noPeople(): People {
  return { children: [], aliases: [], households: [], kinships: [], homes: new Map() };
}

export function newHome(people: People, chance: Chance, family: FamilyOrigin = someFamily(chance)): Home {
  const household = { key: `household-${people.households.length + 1}`, ...someAddress(chance), adults: [] };
  const home = { household, family, members: [] };
  people.households.push(household);
  people.homes.set(household.key, home);
  return home;
}

export function addAdults(chance: Chance, { household, family }: Home): void {
  const mother = `${someGivenName(chance, family, 'F', new Set())} ${familyName(family, 'F')}`;
  const father = `${someGivenName(chance, family, 'M', new Set())} ${familyName(family, 'M')}`;
  const shape = chance.weighted([
    ['mother', 45],
    ['both', 35],
    ['grandmother', 8],
    ['father', 7],
    ['stepfather', 5],
  ]);
  const adult = (name: string, relationship: string, parentalResponsibility = true) =>
    household.adults.push({ name, relationship, parentalResponsibility });
  if (shape === 'grandmother') return void adult(mother, 'Grandmother', chance.happens(0.5));
  if (shape !== 'father') adult(mother, 'Mother');
  if (shape === 'both' || shape === 'father') adult(father, 'Father');
  if (shape === 'stepfather') adult(father, "Mother's partner", false);
}

/** A child of this home, related to those already in it. */
export function newChild(people: People, chance: Chance, home: Home, bornOn: PlainDate, sex?: Sex): StoryChild {
  const asSex = sex ?? (chance.happens(0.5) ? 'F' : 'M');
  const atHome = [...home.members.map(({ givenName }) => givenName), ...home.household.adults.map(firstName)];
  const taken = new Set(atHome);
  const number = people.children.length + 1;
  const school = someSchool(chance, ageOn(bornOn, TODAY));
  const child: StoryChild = {
    key: `child-${number}`,
    givenName: someGivenName(chance, home.family, asSex, taken),
    familyName: familyName(home.family, asSex),
    bornOn,
    sex: asSex,
    ethnicity: home.members[0]?.ethnicity ?? someEthnicity(chance, home.family),
    firstLanguage: languageOf(home.family),
    interpreter: languageOf(home.family) !== 'English' && chance.happens(0.2),
    disabilities: someDisabilities(chance),
    householdKey: home.household.key,
    ...(school ? { schoolKey: school.key } : {}),
    ...(chance.happens(0.9) ? { nhsNumber: nhsNumber(number) } : {}),
    socialCareId: `TL${String((number * 7_368_787 + 1_234_567) % 10_000_000).padStart(7, '0')}`,
  };
  join(people, home, child);
  spellOtherwise(people, chance, child);
  return child;
}

export function newUnborn(people: People, home: Home, expectedOn: PlainDate): StoryChild {
  const number = people.children.length + 1;
  const child: StoryChild = {
    key: `child-${number}`,
    givenName: 'Unborn',
    familyName: familyName(home.family, 'F'),
    expectedOn,
    sex: 'U',
    ethnicity: 'NOBT',
    firstLanguage: languageOf(home.family),
    interpreter: false,
    disabilities: [],
    householdKey: home.household.key,
    socialCareId: `TL${String((number * 7_368_787 + 1_234_567) % 10_000_000).padStart(7, '0')}`,
  };
  join(people, home, child);
  return child;
}

const firstName = ({ name }: { name: string }): string => name.split(' ')[0] ?? name;

/** Somebody of this age on this day. */
export function bornForAge(chance: Chance, age: number, on: PlainDate): PlainDate {
  return addDays(addMonths(on, -12 * age), -chance.between(1, 363));
}

/** Brothers and sisters of a child: born at least ten months from everybody else at home. */
export function addSiblings(
  people: People,
  chance: Chance,
  home: Home,
  count: number,
  least: PlainDate,
  most: PlainDate,
) {
  const added: StoryChild[] = [];
  for (let tries = 0; added.length < count && tries < 200; tries++) {
    const bornOn = addDays(least, chance.between(0, Math.max(0, daysFrom(least, most))));
    if (!fitsAmong(home, bornOn)) continue;
    added.push(newChild(people, chance, home, bornOn));
  }
  return added;
}

export function fitsAmong(home: Home, bornOn: PlainDate): boolean {
  return home.members.every((other) => {
    const day = other.bornOn ?? other.expectedOn ?? bornOn;
    return Math.abs(daysFrom(day, bornOn)) > 300 && Math.abs(daysFrom(day, bornOn)) < 6500;
  });
}

function join(people: People, home: Home, child: StoryChild): void {
  for (const other of home.members) {
    const relation = child.bornOn !== undefined && child.bornOn === other.bornOn ? 'twin' : 'sibling';
    people.kinships.push({ childKey: other.key, otherKey: child.key, relation });
  }
  home.members.push(child);
  people.children.push(child);
}

/** Another desk writes the name without its marks, or a friend calls the child something else. */
function spellOtherwise(people: People, chance: Chance, { key, givenName, familyName: family }: StoryChild): void {
  const plain = { givenName: withoutMarks(givenName), familyName: withoutMarks(family) };
  const marked = plain.givenName !== givenName || plain.familyName !== family;
  if (marked && chance.happens(0.7)) people.aliases.push({ childKey: key, ...plain, kind: 'other_spelling' });
  const short = SHORT[givenName];
  if (short && chance.happens(0.5))
    people.aliases.push({ childKey: key, givenName: short, familyName: family, kind: 'known_as' });
}

const SHORT: Record<string, string> = {
  Abigail: 'Abi',
  Aleksandra: 'Ola',
  Alexandru: 'Alex',
  Bethany: 'Beth',
  Charlotte: 'Lottie',
  Daniel: 'Danny',
  Eleanor: 'Nell',
  Isabelle: 'Izzy',
  Jessica: 'Jess',
  Joshua: 'Josh',
  Margaret: 'Mags',
  Oliwia: 'Liwia',
  Oluwaseyi: 'Seyi',
  Samuel: 'Sam',
  Wojciech: 'Wojtek',
  Zuzanna: 'Zuzia',
  Chukwuemeka: 'Emeka',
  Cameron: 'Cam',
  Harrison: 'Harry',
  Mateusz: 'Mati',
};

function someDisabilities(chance: Chance): string[] {
  return chance.weighted<string[]>([
    [[], 78],
    [['AUT'], 6],
    [['LD'], 4],
    [['BEH'], 4],
    [['COMM'], 2],
    [['LD', 'AUT'], 2],
    [['HEAR'], 1],
    [['MOB'], 1],
    [['NONE'], 2],
  ]);
}

/** Ten figures beginning 999, the range the health service keeps for tests, the last one the modulus-11 check. */
function nhsNumber(number: number): string {
  const digits = `999${String(100_000 + number * 37).padStart(6, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? nhsNumber(number + 20_000) : `${digits}${check === 11 ? 0 : check}`;
}

function daysFrom(one: PlainDate, other: PlainDate): number {
  return Math.round((Date.parse(other) - Date.parse(one)) / 86_400_000);
}

export function homeOf(people: People, child: StoryChild): Home {
  const home = people.homes.get(child.householdKey);
  if (!home) throw new Error(`${child.key} has no home`);
  return home;
}
