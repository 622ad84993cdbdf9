import { addDays } from '../../platform/kernel/index.ts';
import type { ChildVoice, ExploitationType, Level, Mode } from '../../risk/index.ts';
import { answersFor, type Pool, poolFor, presentIn } from './answers.ts';
import { CAST } from './cast.ts';
import { type Chance, chanceFor, itemAt } from './chance.ts';
import { of } from './evolve-children.ts';
import { compose, fill } from './phrases.ts';
import { type Sitting, type Spell, workingDayOnOrBefore } from './spell.ts';
import type { Story, StoryAssessment, StoryChild } from './story.ts';
import { ANALYSIS, DIFFERENCES, MATTERS, NOT_HEARD, OWN_WORDS, SHARED_BACK } from './words/voice.ts';

const MODES: Record<'CCE' | 'CSE', Mode[]> = {
  CCE: [
    'county_lines',
    'debt_bondage',
    'peer_or_group',
    'forced_theft',
    'financial',
    'cuckooing',
    'transport_hubs',
    'weapons',
    'cannabis_cultivation',
  ],
  CSE: ['posing_as_partner', 'online', 'localised_grooming', 'party', 'peer_or_group', 'transport_hubs'],
};
const PROTECTIVE = [
  'safe_adult',
  'school',
  'insight',
  'stable_home',
  'engagement',
  'hobbies',
  'family_watch',
  'online_plan',
  'diversion',
  'trusted_worker',
];
const DOWN: Level[] = ['LOW', 'MEDIUM', 'HIGH'];

type Assessed = Pick<Story, 'assessments' | 'authorisations'>;

export function assess(
  spells: Spell[],
  childOf: Map<string, StoryChild>,
  workerOn: (key: string, day: Sitting['on']) => string,
): Assessed {
  const told: Assessed = { assessments: [], authorisations: [] };
  for (const spell of spells) {
    const chance = chanceFor(`assessments of ${spell.key}`);
    const child = of(childOf, spell);
    const pool = poolFor(chance, spell.sittings[0]?.type ?? 'CCE');
    let before: StoryAssessment | undefined;
    for (const sitting of spell.sittings) {
      const author = workerOn(spell.key, sitting.on);
      const one = assessment(chance, spell, child, sitting, before, pool, author);
      told.assessments.push(one);
      // Two managers share the authorising; neither carries cases, so neither ever meets their own.
      const by = chance.happens(0.65) ? 'nadine' : 'colin';
      if (sitting.authorisedOn) told.authorisations.push({ assessmentKey: one.key, by, on: sitting.authorisedOn });
      before = one;
    }
  }
  return told;
}

function assessment(
  chance: Chance,
  spell: Spell,
  child: StoryChild,
  sitting: Sitting,
  before: StoryAssessment | undefined,
  pool: Pool,
  author: string,
): StoryAssessment {
  const { type, level, on } = sitting;
  const name = child.givenName;
  const closes = sitting === spell.sittings.at(-1) && spell.end?.reason === 'RISK_REDUCED_LOW';
  const { answers, differs } = answersFor(chance, pool, level, before ? presentIn(before.answers) : [], name, closes);
  return {
    key: `${spell.key}-assessment-${spell.sittings.indexOf(sitting) + 1}`,
    caseKey: spell.key,
    childKey: child.key,
    ...(before ? { previousKey: before.key } : {}),
    completedOn: on,
    author,
    type,
    level,
    ...byType(chance, type, level),
    ...(level === 'NONE' ? {} : { standing: experiencing(chance, level) ? 'experiencing' : 'at_risk' }),
    modes: modes(chance, type, before),
    answers,
    ...(differs ? { reasonForDifference: compose(chance, name, DIFFERENCES[differs]) } : {}),
    analysis: compose(
      chance,
      name,
      opening(sitting),
      ANALYSIS.middle[level],
      level === 'NONE' ? ['The plan stays with {name}.'] : ANALYSIS.closing,
    ),
    protective: chance.some(PROTECTIVE, level === 'HIGH' ? 1 : level === 'MEDIUM' ? 3 : 5),
    voice: voice(chance, sitting, name, author),
  };
}

function opening({ type, level }: Sitting): readonly string[] {
  return level === 'LOW' && type !== 'NO_RISK' ? ANALYSIS.openingAtLow[type] : ANALYSIS.opening[type];
}

function byType(chance: Chance, type: ExploitationType, level: Level): { cceLevel: Level; cseLevel: Level } {
  if (type === 'CCE') return { cceLevel: level, cseLevel: 'NONE' };
  if (type === 'CSE') return { cceLevel: 'NONE', cseLevel: level };
  if (type === 'NO_RISK') return { cceLevel: 'NONE', cseLevel: 'NONE' };
  const other = itemAt(DOWN, chance.between(0, DOWN.indexOf(level)));
  return chance.happens(0.5) ? { cceLevel: level, cseLevel: other } : { cceLevel: other, cseLevel: level };
}

function experiencing(chance: Chance, level: Level): boolean {
  return chance.happens(level === 'HIGH' ? 0.8 : level === 'MEDIUM' ? 0.25 : 0.03);
}

/** The same ways as before, unless the type has changed. */
function modes(chance: Chance, type: ExploitationType, before: StoryAssessment | undefined): Mode[] {
  if (type === 'NO_RISK') return [];
  if (before?.type === type) return before.modes;
  const from = type === 'BOTH' ? [...new Set([...MODES.CCE, ...MODES.CSE])] : MODES[type];
  return chance.some(from, chance.between(1, 2));
}

function voice(chance: Chance, { on, level }: Sitting, name: string, author: string): ChildVoice {
  if (level !== 'NONE' && chance.happens(0.04)) return { heard: false, because: chance.pick(NOT_HEARD) };
  const seen = {
    on: workingDayOnOrBefore(addDays(on, -chance.between(0, 6))),
    by: CAST.find(({ key }) => key === author)?.name ?? author,
    alone: chance.happens(0.8),
  };
  return {
    heard: true,
    ownWords: chance.pick(OWN_WORDS[level]),
    verbatim: true,
    seen: chance.happens(0.93) ? seen : undefined,
    whatMatters: chance.pick(MATTERS),
    agreesWithConcerns: chance.weighted(AGREES[level]),
    sharedBack: fill(chance, chance.pick(SHARED_BACK), { name }),
  };
}

const AGREES: Record<Level, readonly (readonly ['yes' | 'partly' | 'no' | 'not_asked', number])[]> = {
  HIGH: [
    ['no', 5],
    ['partly', 3],
    ['yes', 2],
  ],
  MEDIUM: [
    ['partly', 5],
    ['yes', 3],
    ['no', 2],
  ],
  LOW: [
    ['yes', 6],
    ['partly', 3],
    ['not_asked', 1],
  ],
  NONE: [
    ['yes', 9],
    ['not_asked', 1],
  ],
};
