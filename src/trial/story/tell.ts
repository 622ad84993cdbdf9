import { addDays, londonMoment } from '../../platform/kernel/index.ts';
import { allocate } from './allocations.ts';
import { assess } from './assessments.ts';
import { CAST } from './cast.ts';
import { grouped } from './chance.ts';
import { evolveChildren, of } from './evolve-children.ts';
import { noPeople } from './people.ts';
import { SCHOOLS } from './places.ts';
import { protectionPlans } from './protection.ts';
import { liveQueue } from './queue.ts';
import { otherReferrals, referralsToEvolve } from './referrals.ts';
import { nothingReferred } from './referred.ts';
import { recordHardCases } from './same-child.ts';
import { type Spell, TODAY } from './spell.ts';
import { allSpells } from './spells.ts';
import { giveSocialWorkers, otherStatuses } from './statuses.ts';
import type { Story, StoryChild, StoryExclusion, StoryRestriction } from './story.ts';
import { work } from './work.ts';

const EXCLUDED_WORKER = 'siobhan';

/** The whole story, the same every time it is told. */
export function tellStory(): Story {
  const spells = allSpells();
  const people = noPeople();
  const { childOf, notable } = evolveChildren(people, spells);
  const plans = protectionPlans(people, spells, childOf);
  giveSocialWorkers(plans, childOf);
  const statuses = [...plans, ...otherStatuses(spells, childOf, plans)];

  const barred = new Map(
    spells.filter((spell) => of(childOf, spell).key === notable.apostrophe).map(({ key }) => [key, EXCLUDED_WORKER]),
  );
  const names = new Map(spells.map((spell) => [spell.key, of(childOf, spell).givenName]));
  const allocations = allocate(spells, barred, names);
  const restrictions = restrict(spells, childOf, Object.values(notable).flat(), allocations.workerOn);
  const apart = new Set([...Object.values(notable).flat(), ...restrictions.map(({ childKey }) => childKey)]);

  const told = nothingReferred();
  const cases = referralsToEvolve({ people, told, statuses }, spells, childOf, notable.twins);
  otherReferrals({ people, told, statuses }, apart);
  const queue = liveQueue(people, told, spells, childOf, statuses, notable.unbornSibling, apart);
  statuses.push(...recordHardCases(people));
  const { homes: _, ...everybody } = people;
  const [one, other] = restrictions.map(({ childKey }) => childKey);
  if (!one || !other) throw new Error('two children are restricted');
  return {
    today: TODAY,
    now: londonMoment(TODAY, '10:00'),
    workers: CAST,
    schools: SCHOOLS,
    ...everybody,
    statuses,
    ...told,
    cases,
    allocations: allocations.all,
    ...assess(spells, childOf, allocations.workerOn),
    ...work(spells, childOf, allocations.workerOn),
    restrictions,
    exclusions: exclude(spells, childOf, notable.apostrophe),
    notable: {
      ...notable,
      restricted: [one, other],
      excluded: notable.apostrophe,
      reallocated: passedOn(allocations.all),
      queue,
    },
  };
}

/** Two children open now whose records only the named may open: hidden from everybody else, without a trace. */
function restrict(
  spells: Spell[],
  childOf: Map<string, StoryChild>,
  taken: string[],
  workerOn: (key: string, day: Spell['openedOn']) => string,
): StoryRestriction[] {
  const reasons = [
    'A close relative works for a partner agency',
    'A witness in a trial under way; the address must not become known',
  ];
  const open = spells.filter(
    (spell) => !spell.end && spell.sittings.length >= 2 && !taken.includes(of(childOf, spell).key),
  );
  return open.slice(-2).map((spell, at) => ({
    childKey: of(childOf, spell).key,
    from: addDays(spell.openedOn, 3),
    allowed: ['nadine', 'colin', workerOn(spell.key, TODAY)],
    reason: reasons[at] ?? '',
    by: 'nadine',
  }));
}

function exclude(spells: Spell[], childOf: Map<string, StoryChild>, childKey: string): StoryExclusion[] {
  const spell = spells.find((one) => of(childOf, one).key === childKey);
  if (!spell) throw new Error('nobody to exclude from');
  return [
    { childKey, from: spell.openedOn, worker: EXCLUDED_WORKER, reason: 'A cousin of the child’s mother', by: 'nadine' },
  ];
}

function passedOn(all: Story['allocations']): string[] {
  const counts = grouped(all, ({ caseKey }) => caseKey);
  return [...counts].filter(([, each]) => each.length > 1).map(([key]) => key);
}
