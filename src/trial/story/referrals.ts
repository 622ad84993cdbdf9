import { addMonths, type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import { type Chance, chanceFor } from './chance.ts';
import { of } from './evolve-children.ts';
import { addAdults, addSiblings, bornForAge, newChild, newHome, type People } from './people.ts';
import type { Referred, Suspected, Wanted } from './referred.ts';
import { refer } from './referring.ts';
import { type Spell, someDay } from './spell.ts';
import type { Outcome, StoryCase, StoryChild, StoryStatus } from './story.ts';

/** Referrals that did not lead to Evolve, by the period they were decided in: more than those that did. */
const OTHERS: [string, string, number][] = [
  ['2021-01-11', '2021-12-23', 58],
  ['2022-01-04', '2022-12-22', 79],
  ['2023-01-03', '2023-12-22', 104],
  ['2024-01-03', '2024-01-26', 9],
];
const OUTCOMES = [
  ['ASSESSMENT', 24],
  ['EARLY_HELP', 23],
  ['ADVICE', 19],
  ['NO_FURTHER_ACTION', 15],
  ['EVOLVE_CONSULTATION', 8],
  ['STRATEGY_DISCUSSION', 6],
  ['INTEL_ONLY', 3],
  ['TRANSFER_OUT', 2],
] as const satisfies readonly (readonly [Outcome, number])[];

type Told = { people: People; told: Referred; statuses: StoryStatus[] };

/** The referral and decision behind each spell; twins come in one referral. */
export function referralsToEvolve(story: Told, spells: Spell[], childOf: Map<string, StoryChild>, twins: string[]) {
  const { people, told, statuses } = story;
  const chance = chanceFor('referrals to evolve');
  const decided = new Map<string, string>();
  return spells.map((spell): StoryCase => {
    const child = of(childOf, spell);
    const isTwin = twins.includes(child.key);
    const children = isTwin ? people.children.filter(({ key }) => twins.includes(key)) : [child];
    const together = children.map(({ key }) => key).join();
    const decisionKey =
      decided.get(together) ?? refer(people, told, chance, toEvolve(chance, spell, children), statuses);
    decided.set(together, decisionKey);
    const openedBy = chance.happens(0.8) ? 'nadine' : 'colin';
    return { key: spell.key, childKey: child.key, decisionKey, openedOn: spell.openedOn, openedBy };
  });
}

export function otherReferrals({ people, told, statuses }: Told, apart: ReadonlySet<string>): void {
  const chance = chanceFor('other referrals');
  const known = people.children.filter(({ key, bornOn }) => bornOn && !apart.has(key));
  for (const [from, to, count] of OTHERS)
    for (let number = 1; number <= count; number++) {
      const decidedOn = someDay(chance, plainDate(from), plainDate(to));
      const outcome = chance.weighted<Outcome>(OUTCOMES);
      const children = chance.happens(0.15) ? [knownThen(chance, known, decidedOn)] : family(people, chance, decidedOn);
      const suspected =
        outcome === 'EVOLVE_CONSULTATION' ? chance.pick(['CCE', 'CSE'] as const) : worry(chance, children);
      const red = outcome === 'STRATEGY_DISCUSSION';
      refer(
        people,
        told,
        chance,
        { key: `${from.slice(0, 4)}-${number}`, children, suspected, outcome, decidedOn, red },
        statuses,
      );
    }
}

function toEvolve(chance: Chance, { key, decidedOn, sittings: [first] }: Spell, children: StoryChild[]): Wanted {
  const suspected = first && first.type !== 'NO_RISK' ? first.type : 'CCE';
  const red = first?.level === 'HIGH' && chance.happens(0.5);
  return { key: key.replace('case', 'evolve'), children, suspected, outcome: 'ALLOCATE_EVOLVE', decidedOn, red };
}

function family(people: People, chance: Chance, on: PlainDate): StoryChild[] {
  const home = newHome(people, chance);
  addAdults(chance, home);
  const child = newChild(people, chance, home, bornForAge(chance, chance.between(1, 16), on));
  if (!chance.happens(0.12)) return [child];
  return [child, ...addSiblings(people, chance, home, 1, addMonths(on, -190), addMonths(on, -12))];
}

/** Somebody already known, still a child at the time. */
function knownThen(chance: Chance, known: StoryChild[], on: PlainDate): StoryChild {
  const [oldest, youngest] = [addMonths(on, -17 * 12), addMonths(on, -12)];
  return chance.pick(known.filter(({ bornOn }) => bornOn && bornOn > oldest && bornOn < youngest));
}

/** In the story, only of an older child is it said that somebody draws them into exploitation. */
function worry(chance: Chance, [child]: StoryChild[]): Suspected {
  const grown = child?.bornOn !== undefined && child.bornOn < '2011-06-01';
  return grown && chance.happens(0.4)
    ? chance.weighted([
        ['CCE', 5],
        ['CSE', 4],
        ['BOTH', 1],
      ] as const)
    : 'OTHER';
}
