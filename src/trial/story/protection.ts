import { addDays, ageOn, type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import { type Chance, chanceFor } from './chance.ts';
import { addSiblings, type Home, homeOf, newChild, newHome, type People } from './people.ts';
import { type Spell, someDay, TODAY } from './spell.ts';
import type { StoryChild, StoryStatus } from './story.ts';

/**
 * Child protection plans as the papers count them: 398 (31 January 2023), 395 (31 March), 377 of which 151 for neglect
 * (31 October), 309 of which 124 (mid-January 2024). The papers date neither end of "398 to 309": the days here are ours.
 * Each row: when plans of this kind begin, when they end if they do, how many children, how many of them for neglect.
 */
const [WINTER, SPRING, AUTUMN, NOW] = ['2023-01-31', '2023-03-31', '2023-10-31', '2024-01-15'].map(plainDate) as [
  PlainDate,
  PlainDate,
  PlainDate,
  PlainDate,
];
type Row = { begins: [PlainDate, PlainDate]; ends?: [PlainDate, PlainDate]; children: number; neglect: number };
const [EARLY, LONG_AGO] = [plainDate('2022-10-20'), plainDate('2021-09-06')];
const ROWS: Row[] = [
  { begins: [LONG_AGO, EARLY], ends: between(WINTER, SPRING), children: 62, neglect: 25 },
  { begins: [LONG_AGO, before(WINTER)], ends: between(plainDate('2023-05-08'), AUTUMN), children: 168, neglect: 68 },
  { begins: [plainDate('2022-02-07'), before(WINTER)], ends: between(AUTUMN, NOW), children: 60, neglect: 24 },
  { begins: [plainDate('2022-05-09'), before(WINTER)], children: 108, neglect: 43 },
  { begins: between(WINTER, SPRING), ends: between(plainDate('2023-07-05'), AUTUMN), children: 20, neglect: 8 },
  { begins: between(WINTER, SPRING), ends: between(AUTUMN, NOW), children: 13, neglect: 5 },
  { begins: between(WINTER, SPRING), children: 26, neglect: 11 },
  {
    begins: between(SPRING, plainDate('2023-06-20')),
    ends: between(plainDate('2023-09-25'), AUTUMN),
    children: 15,
    neglect: 6,
  },
  {
    begins: between(SPRING, plainDate('2023-08-01')),
    ends: between(plainDate('2023-11-06'), NOW),
    children: 35,
    neglect: 14,
  },
  { begins: between(SPRING, AUTUMN), children: 135, neglect: 54 },
  { begins: between(AUTUMN, NOW), children: 40, neglect: 16 },
];
const OTHER_CATEGORIES = [
  ['EMO', 62],
  ['PHY', 24],
  ['SAB', 14],
] as const;
const SHARED_WITH_EVOLVE = 14;

type Plan = { from: PlainDate; until?: PlainDate; category: 'NEG' | 'PHY' | 'SAB' | 'EMO'; size: number };

/** Plans go to families: brothers and sisters begin and end together. A few of the families are known to Evolve. */
export function protectionPlans(people: People, spells: Spell[], childOf: Map<string, StoryChild>): StoryStatus[] {
  const chance = chanceFor('protection');
  const plans = ROWS.flatMap((row) => [
    ...groups(chance, row, row.neglect, true),
    ...groups(chance, row, row.children - row.neglect, false),
  ]);
  const hosts = hostsFor(chance, plans, spells, childOf);
  return plans.flatMap((plan) => {
    const host = hosts.get(plan);
    const members = host ? familyOf(people, chance, host, plan) : newFamily(people, chance, plan);
    return members.map((child) => status(child, plan));
  });
}

function groups(chance: Chance, row: Row, children: number, neglect: boolean): Plan[] {
  const plans: Plan[] = [];
  for (let left = children; left > 0; ) {
    const size = Math.min(
      left,
      chance.weighted([
        [1, 30],
        [2, 30],
        [3, 22],
        [4, 12],
        [5, 6],
      ]),
    );
    const from = someDay(chance, ...row.begins);
    const category = neglect ? 'NEG' : chance.weighted(OTHER_CATEGORIES.map(([code, share]) => [code, share] as const));
    plans.push({ from, ...(row.ends ? { until: someDay(chance, ...row.ends) } : {}), category, size });
    left -= size;
  }
  return plans;
}

/** Evolve children who were on a plan for some of their time with Evolve, half of them still on it. */
function hostsFor(chance: Chance, plans: Plan[], spells: Spell[], childOf: Map<string, StoryChild>) {
  const hosts = new Map<Plan, StoryChild>();
  const homes = new Set<string>();
  const take = (from: Plan[], of: Spell[], upTo: number) => {
    for (const spell of of) {
      const child = childOf.get(spell.key);
      if (!child || homes.has(child.householdKey) || hosts.size === upTo) continue;
      const plan = from.find((one) => !hosts.has(one) && one.size <= 3 && overlaps(one, spell) && underAge(child, one));
      if (plan) hosts.set(plan, child);
      if (plan) homes.add(child.householdKey);
    }
  };
  const mixed = chance.shuffle(spells);
  take(
    plans.filter(({ until }) => !until),
    mixed.filter(({ end }) => !end),
    SHARED_WITH_EVOLVE / 2,
  );
  take(plans, mixed, SHARED_WITH_EVOLVE);
  return hosts;
}

function overlaps(plan: Plan, spell: Spell): boolean {
  return (
    plan.from <= (spell.end?.closedOn ?? TODAY) &&
    (plan.until ?? TODAY) >= spell.openedOn &&
    spell.openedOn > '2022-06-01'
  );
}

function underAge({ bornOn }: StoryChild, plan: Plan): boolean {
  return bornOn !== undefined && ageOn(bornOn, plan.until ?? TODAY) < 17;
}

function familyOf(people: People, chance: Chance, host: StoryChild, plan: Plan): StoryChild[] {
  const home = homeOf(people, host);
  const free = home.members
    .filter((child) => child !== host && child.bornOn && child.bornOn < plan.from)
    .slice(0, plan.size - 1);
  const members = [host, ...free];
  return [...members, ...siblingsFor(people, chance, home, plan, plan.size - members.length)];
}

function newFamily(people: People, chance: Chance, plan: Plan): StoryChild[] {
  const home = newHome(people, chance);
  const first = newChild(people, chance, home, addDays(plan.from, -chance.between(40, 15 * 365)));
  return [first, ...siblingsFor(people, chance, home, plan, plan.size - 1)];
}

function siblingsFor(people: People, chance: Chance, home: Home, plan: Plan, count: number): StoryChild[] {
  const added = addSiblings(people, chance, home, count, addDays(plan.from, -15 * 365), addDays(plan.from, -20));
  if (added.length !== count) throw new Error('a family has no room for another child');
  return added;
}

function status(child: StoryChild, { from, until, category }: Plan): StoryStatus {
  return { childKey: child.key, kind: 'CP', from, ...(until ? { until } : {}), category };
}

/** Well inside the two days, so that a plan ends on neither side of a day that is counted. */
function between(from: PlainDate, to: PlainDate): [PlainDate, PlainDate] {
  return [addDays(from, 3), addDays(to, -3)];
}
function before(day: PlainDate): PlainDate {
  return addDays(day, -4);
}
