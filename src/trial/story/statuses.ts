import { addDays, addMonths, ageOn, type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import { type Chance, chanceFor } from './chance.ts';
import { of } from './evolve-children.ts';
import { type Spell, someDay, TODAY } from './spell.ts';
import type { StoryChild, StoryStatus } from './story.ts';

const SOCIAL_WORKERS = ['bartosz', 'farrah'];

/** Child in need, looked after, and special educational needs (a plan and support apart) of the children Evolve knows. */
export function otherStatuses(spells: Spell[], childOf: Map<string, StoryChild>, plans: StoryStatus[]): StoryStatus[] {
  const chance = chanceFor('statuses');
  const onPlan = new Map(plans.map((plan) => [plan.childKey, plan]));
  return spells.flatMap((spell) => {
    const child = of(childOf, spell);
    return [...care(chance, spell, child, onPlan.get(child.key)), ...needs(chance, child)];
  });
}

/** The allocated social worker of each child on a protection plan whom Evolve knows. */
export function giveSocialWorkers(plans: StoryStatus[], childOf: Map<string, StoryChild>): void {
  const chance = chanceFor('social workers');
  const known = new Set([...childOf.values()].map(({ key }) => key));
  for (const plan of plans) if (known.has(plan.childKey)) plan.socialWorker = chance.pick(SOCIAL_WORKERS);
}

/** A child in need plan never runs beside a protection plan; it comes before one, or after. */
function care(chance: Chance, spell: Spell, child: StoryChild, plan: StoryStatus | undefined): StoryStatus[] {
  const socialWorker = chance.pick(SOCIAL_WORKERS);
  if (plan) {
    if (!plan.until || !chance.happens(0.5)) return [];
    return [{ childKey: child.key, kind: 'CIN', from: plan.until, socialWorker, ...endOf(chance, plan.until) }];
  }
  const kind = chance.weighted([
    ['CIN', 30],
    ['LAC', 19],
    [undefined, 51],
  ] as const);
  if (!kind) return [];
  const from = someDay(
    chance,
    addDays(spell.openedOn, -300),
    addDays(min(spell.openedOn, plainDate('2024-01-05')), 24),
  );
  const until = kind === 'CIN' ? endOf(chance, from) : chance.happens(0.25) ? endOf(chance, from) : {};
  if (kind === 'CIN')
    return [{ childKey: child.key, kind, from, socialWorker, ...until, ...adult(child, until.until) }];
  const legalStatus = chance.weighted([
    ['C2', 50],
    ['V2', 30],
    ['C1', 20],
  ] as const);
  return [
    { childKey: child.key, kind, from, legalStatus, socialWorker: 'farrah', ...until, ...adult(child, until.until) },
  ];
}

/** Nobody is looked after past the 18th birthday. */
function adult({ bornOn }: StoryChild, until: PlainDate | undefined): { until?: PlainDate } {
  const birthday = bornOn && addMonths(bornOn, 18 * 12);
  return birthday && birthday <= TODAY && (!until || birthday < until) ? { until: birthday } : {};
}

function needs(chance: Chance, { key, bornOn }: StoryChild): StoryStatus[] {
  const kind = chance.weighted([
    ['EHCP', 15],
    ['SEN_SUPPORT', 20],
    ['BOTH', 3],
    [undefined, 62],
  ] as const);
  if (!kind || !bornOn) return [];
  const from = firstOfTerm(bornOn, chance.between(6, 10));
  if (kind !== 'BOTH') return [{ childKey: key, kind, from }];
  const later = firstOfTerm(bornOn, chance.between(11, 12));
  return [
    { childKey: key, kind: 'SEN_SUPPORT', from, until: later },
    { childKey: key, kind: 'EHCP', from: later },
  ].filter((status) => status.from <= TODAY) as StoryStatus[];
}

function firstOfTerm(bornOn: PlainDate, age: number): PlainDate {
  const year = Number(bornOn.slice(0, 4)) + age;
  const day = plainDate(`${year}-09-05`);
  return ageOn(bornOn, day) < 4 ? plainDate(`${year + 1}-09-05`) : day;
}

function endOf(chance: Chance, from: PlainDate): { until?: PlainDate } {
  const until = someDay(chance, addDays(from, 120), addDays(from, 520));
  return until <= TODAY ? { until } : {};
}

function min(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other;
}
