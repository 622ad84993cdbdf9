import { addDays, addMonths, ageOn, daysBetween, plainDate } from '../../platform/kernel/index.ts';
import { type Chance, chanceFor } from './chance.ts';
import {
  addAdults,
  addSiblings,
  bornForAge,
  fitsAmong,
  type Home,
  homeOf,
  newChild,
  newHome,
  newUnborn,
  type People,
} from './people.ts';
import { type Spell, TODAY, YEAR } from './spell.ts';
import type { Notable, StoryChild } from './story.ts';

export type Lives = {
  childOf: Map<string, StoryChild>;
  notable: Omit<Notable, 'queue' | 'reallocated' | 'restricted' | 'excluded'>;
};

/** A child for every spell: nobody is referred to Evolve twice. */
export function evolveChildren(people: People, spells: Spell[]): Lives {
  const chance = chanceFor('evolve children');
  const childOf = new Map<string, StoryChild>();
  const openNow = spells.filter((spell) => !spell.end && spell.sittings.length > 1);
  const twins = twinSpells(openNow);
  const homes: Home[] = [];
  for (const spell of spells) {
    if (spell === twins[1]) continue;
    const home = chance.happens(0.06)
      ? (homes.findLast((one) => one.members.length < 3) ?? home1(people, chance))
      : home1(people, chance);
    if (home.members.length === 0) homes.push(home);
    childOf.set(spell.key, childFor(people, chance, home, spell));
  }
  const first = of(childOf, twins[0]);
  const second = newChild(people, chance, homeOf(people, first), first.bornOn ?? TODAY, first.sex === 'F' ? 'F' : 'M');
  childOf.set(twins[1].key, second);
  for (const home of homes) if (chance.happens(0.35)) withSiblings(people, chance, home);
  const others = openNow.filter((spell) => !twins.includes(spell));
  return {
    childOf,
    notable: {
      ...nameSpecially(people, others, childOf),
      ...whoIsWho(spells, childOf),
      twins: [first.key, second.key],
    },
  };
}

/** Two children open now whose cases can begin on one day: the second spell is moved nowhere, only its child is chosen. */
function twinSpells(openNow: Spell[]): [Spell, Spell] {
  for (const [at, one] of openNow.entries())
    for (const other of openNow.slice(at + 1))
      if (one.decidedOn >= YEAR.from && daysBetween(one.decidedOn, other.decidedOn) === 0) return [one, other];
  throw new Error('no two spells begin on one day');
}

function childFor(people: People, chance: Chance, home: Home, spell: Spell): StoryChild {
  for (;;) {
    const bornOn = spell.end?.reason === 'TURNED_18_ADULT_PATHWAY' ? eighteenAt(spell) : someBirth(chance, spell);
    if (ageOn(bornOn, spell.end?.closedOn ?? TODAY) >= 18 && spell.end?.reason !== 'TURNED_18_ADULT_PATHWAY') continue;
    const girl = spell.sittings[0]?.type === 'CSE' ? 0.8 : spell.sittings[0]?.type === 'CCE' ? 0.25 : 0.5;
    const sex = chance.happens(girl) ? 'F' : 'M';
    if (fitsAmong(home, bornOn)) return newChild(people, chance, home, bornOn, sex);
    return newChild(people, chance, home1(people, chance), bornOn, sex);
  }
}

function someBirth(chance: Chance, spell: Spell) {
  const age = chance.weighted([
    [10, 2],
    [11, 6],
    [12, 13],
    [13, 20],
    [14, 25],
    [15, 22],
    [16, 12],
  ]);
  return bornForAge(chance, age, spell.openedOn);
}

/** Proposed on the birthday, not before: until then the child is one. */
function eighteenAt(spell: Spell) {
  return addMonths(spell.end?.proposedOn ?? TODAY, -12 * 18);
}

function withSiblings(people: People, chance: Chance, home: Home): void {
  const count = chance.weighted([
    [1, 5],
    [2, 4],
    [3, 2],
  ]);
  addSiblings(people, chance, home, count, plainDate('2008-09-01'), plainDate('2022-06-30'));
}

function home1(people: People, chance: Chance): Home {
  const home = newHome(people, chance);
  addAdults(chance, home);
  return home;
}

/** Names that trip software up, given to children who are open now. */
function nameSpecially(people: People, openNow: Spell[], childOf: Map<string, StoryChild>) {
  const girls = openNow
    .map((spell) => of(childOf, spell))
    .filter(({ sex, householdKey }) => sex === 'F' && (people.homes.get(householdKey)?.members.length ?? 0) === 1);
  const [hyphenated, apostrophe, changed, sister] = girls;
  if (!hyphenated || !apostrophe || !changed || !sister) throw new Error('too few girls to name');
  Object.assign(hyphenated, { givenName: 'Oliwia', familyName: 'Wiśniewska-Booth', firstLanguage: 'Polish' });
  Object.assign(apostrophe, { givenName: 'Róisín', familyName: "O'Driscoll", firstLanguage: 'English' });
  people.aliases = people.aliases.filter(({ childKey }) => ![hyphenated.key, apostrophe.key].includes(childKey));
  people.aliases.push(
    { childKey: hyphenated.key, givenName: 'Oliwia', familyName: 'Wisniewska Booth', kind: 'other_spelling' },
    { childKey: apostrophe.key, givenName: 'Roisin', familyName: 'ODriscoll', kind: 'other_spelling' },
    {
      childKey: changed.key,
      givenName: changed.givenName,
      familyName: 'Turton',
      kind: 'former_name',
      since: plainDate('2022-05-16'),
    },
  );
  const unborn = newUnborn(people, homeOf(people, sister), plainDate('2024-04-18'));
  return {
    hyphenated: hyphenated.key,
    apostrophe: apostrophe.key,
    changedName: changed.key,
    unbornSibling: unborn.key,
  };
}

function whoIsWho(spells: Spell[], childOf: Map<string, StoryChild>) {
  const closed = spells.filter((spell) => spell.end?.closedOn && spell.end.closedOn < YEAR.from);
  const adult = closed
    .map((spell) => of(childOf, spell))
    .find(({ bornOn }) => bornOn && ageOn(bornOn, addDays(TODAY, -60)) >= 18);
  const fresh = spells.find(
    (spell) =>
      spell.decidedOn > '2023-12-15' && spell.decidedOn <= YEAR.to && (spell.sittings[0]?.on ?? TODAY) > YEAR.to,
  );
  const waiting = spells.find((spell) => spell.end && !spell.end.closedOn);
  if (!adult || !fresh || !waiting) throw new Error('somebody notable is missing');
  return {
    nowAdult: adult.key,
    notYetAssessedAtYearEnd: of(childOf, fresh).key,
    closureWaiting: of(childOf, waiting).key,
  };
}

export function of(childOf: Map<string, StoryChild>, spell: Spell): StoryChild {
  const child = childOf.get(spell.key);
  if (!child) throw new Error(`${spell.key} has no child`);
  return child;
}
