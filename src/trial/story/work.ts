import { addDays, addWorkingDays, type PlainDate, workingDayOnOrAfter } from '../../platform/kernel/index.ts';
import type { Level } from '../../risk/index.ts';
import { type Chance, chanceFor } from './chance.ts';
import { of } from './evolve-children.ts';
import { compose, fill } from './phrases.ts';
import { REVIEW_DAYS, type Sitting, type Spell, TODAY } from './spell.ts';
import type { Story, StoryChild, StoryClosure, StoryDirectWork, StoryPlan } from './story.ts';
import { ACTIONS, CLOSING, FEEDBACK, FORMATS, HELD_BY, PLAN, SESSION, TOPICS } from './words/work.ts';

type WorkerOn = (caseKey: string, day: PlainDate) => string;
type Worked = Pick<Story, 'plans' | 'directWork' | 'closures'>;

/** Safety plans, sessions and endings of every spell. */
export function work(spells: Spell[], childOf: Map<string, StoryChild>, workerOn: WorkerOn): Worked {
  const told: Worked = { plans: [], directWork: [], closures: [] };
  for (const spell of spells) {
    if (spell.end?.reason === 'OPENED_IN_ERROR') {
      told.closures.push(...closure(chanceFor(spell.key), spell, of(childOf, spell), workerOn));
      continue;
    }
    const chance = chanceFor(`work in ${spell.key}`);
    const child = of(childOf, spell);
    told.plans.push(...plans(chance, spell, child, workerOn));
    told.directWork.push(...sessions(chance, spell, child, workerOn));
    told.closures.push(...closure(chance, spell, child, workerOn));
  }
  return told;
}

/** In place within one working day of authorising at high, five at medium; written anew when a review changes the level. */
function plans(chance: Chance, spell: Spell, child: StoryChild, workerOn: WorkerOn): StoryPlan[] {
  const written: StoryPlan[] = [];
  let level: Level | undefined;
  spell.sittings.forEach((sitting, at) => {
    const { authorisedOn } = sitting;
    if (!authorisedOn || sitting.level === level || sitting.level === 'NONE') return;
    level = sitting.level;
    const writtenOn = addWorkingDays(authorisedOn, level === 'HIGH' ? chance.between(0, 1) : chance.between(1, 4));
    const next = spell.sittings[at + 1]?.on ?? spell.end?.closedOn ?? TODAY;
    if (writtenOn >= next) return;
    written.push(plan(chance, spell, child, sitting, written.length + 1, writtenOn, workerOn(spell.key, writtenOn)));
  });
  return written;
}

function plan(
  chance: Chance,
  spell: Spell,
  child: StoryChild,
  sitting: Sitting,
  version: number,
  writtenOn: PlainDate,
  by: string,
): StoryPlan {
  const one = (from: readonly string[]) => compose(chance, child.givenName, from);
  const given = chance.happens(0.85) && addDays(writtenOn, 3) < TODAY;
  return {
    caseKey: spell.key,
    childKey: child.key,
    version,
    writtenOn,
    by,
    assessmentKey: `${spell.key}-assessment-${spell.sittings.indexOf(sitting) + 1}`,
    sections: {
      concerns: one(PLAN.concerns),
      goals: one(PLAN.goals),
      warningSigns: one(PLAN.warningSigns),
      safePeopleAndPlaces: one(PLAN.safePeople),
      online: one(PLAN.online),
      goingMissing: one(PLAN.goingMissing),
      home: one(PLAN.home),
      school: one(PLAN.school),
      contact: one(PLAN.contact),
    },
    actions: chance
      .some(ACTIONS, chance.between(2, 4))
      .map(([what, who]) => action(chance, child, writtenOn, what, who)),
    reviewOn: addDays(sitting.on, REVIEW_DAYS),
    ...(given
      ? { copyForChild: { on: addWorkingDays(writtenOn, chance.between(0, 2)), format: chance.pick(FORMATS) } }
      : {}),
  };
}

function action(
  chance: Chance,
  { givenName: name }: StoryChild,
  from: PlainDate,
  what: string,
  who: string,
): StoryPlan['actions'][number] {
  const by = addWorkingDays(from, chance.between(3, 30));
  const status = by < addDays(TODAY, -14) || chance.happens(0.2) ? 'done' : 'to_do';
  return { what, who: fill(chance, who, { name }), by, status };
}

/** About every three weeks, and every week in the last six weeks of those open now. */
function sessions(chance: Chance, spell: Spell, child: StoryChild, workerOn: WorkerOn): StoryDirectWork[] {
  const done: StoryDirectWork[] = [];
  const until = spell.end?.closedOn ?? addDays(TODAY, -1);
  const close = spell.end?.closedOn ? until : addDays(TODAY, -42);
  for (let on = addWorkingDays(spell.allocatedOn, chance.between(2, 5)); on <= until; ) {
    done.push(session(chance, spell.key, child, on, workerOn(spell.key, on)));
    on = workingDayOnOrAfter(addDays(on, on >= close ? chance.between(5, 9) : chance.between(14, 28)));
  }
  return done;
}

function session(chance: Chance, caseKey: string, child: StoryChild, on: PlainDate, by: string): StoryDirectWork {
  const kind = chance.weighted([
    ['session', 66],
    ['visit', 12],
    ['call', 12],
    ['not_met', 10],
  ] as const);
  const topic = chance.pick(TOPICS);
  const name = child.givenName;
  return { caseKey, on, by, kind, topic, words: compose(chance, name, ...told[kind]) };
}

const told = {
  session: [SESSION.opening, SESSION.did, SESSION.after],
  visit: [SESSION.atHome, SESSION.did, SESSION.after],
  call: [SESSION.call],
  not_met: [SESSION.notMet],
};

function closure(chance: Chance, spell: Spell, child: StoryChild, workerOn: WorkerOn): StoryClosure[] {
  if (!spell.end) return [];
  const { reason, proposedOn, feedbackOn, closedOn } = spell.end;
  const proposedBy = workerOn(spell.key, proposedOn);
  const heldBy = HELD_BY[reason];
  // Preferably not the worker of the case; after an opening in error there is nothing to ask about.
  const asker = ['dev', 'siobhan', 'meilin', 'grace'].find((worker) => worker !== proposedBy) ?? 'colin';
  const outcome = chance.weighted([
    ['held', 66],
    ['declined', 22],
    ['could_not_be_reached', 12],
  ] as const);
  const offered = reason !== 'OPENED_IN_ERROR';
  return [
    {
      caseKey: spell.key,
      childKey: child.key,
      reason,
      words: compose(chance, child.givenName, CLOSING[reason] ?? ['']),
      ...(heldBy ? { riskHeldBy: heldBy } : {}),
      proposedOn,
      proposedBy,
      ...(offered
        ? {
            feedback: {
              offeredOn: feedbackOn,
              outcome,
              by: asker,
              ...(outcome === 'held' ? { words: chance.pick(FEEDBACK) } : {}),
            },
          }
        : {}),
      ...(closedOn ? { closedOn, closedBy: chance.happens(0.6) ? 'nadine' : 'colin' } : {}),
    },
  ];
}
