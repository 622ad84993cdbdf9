import { ageOn, type PlainDate } from '../platform/kernel/index.ts';
import { currentlyFound, type Found, type IndicatorAnswer } from './answer.ts';
import type { AssessmentInstrument } from './instrument.ts';
import { atLeast, highest, type Level } from './judgement.ts';

export type ChildFacts = { bornOn: PlainDate | undefined; learningDisability: 'yes' | 'no' | 'not_known' };

export type Floor = {
  level: Level;
  because: readonly string[];
  /** What the rules ask to be done, beside the level. */
  prompts: readonly string[];
  /** Rules that could not be checked, for want of a fact about the child. */
  unchecked: readonly string[];
};

/**
 * The level below which only a manager may go, with reasons. Only what is current counts, or a past would keep a child
 * from low for life; "possible" counts, because a floor is cheaper to lower than to have missed.
 * Rules as used in Herefordshire (under 13, learning disability) and Tees (13 and under); the last is our default.
 */
export function floorFor(
  instrument: AssessmentInstrument,
  answers: readonly IndicatorAnswer[],
  child: ChildFacts,
  onDay: PlainDate,
): Floor {
  const current = currentlyFound(instrument, answers);
  const age = child.bornOn === undefined ? undefined : ageOn(child.bornOn, onDay);
  const held = floorRules.filter(({ holds }) => holds(current, { ...child, age }));
  return {
    level: highest(...held.map(({ level }) => level)),
    because: held.map(({ because }) => because),
    prompts: age !== undefined && age <= 13 && current.some(isHigh) ? [REFER_TO_SOCIAL_CARE] : [],
    unchecked: current.length === 0 ? [] : whatCouldNotBeChecked(child),
  };
}

export const goesBelowFloor = (level: Level, floor: Pick<Floor, 'level'>): boolean => !atLeast(level, floor.level);

/** What floors ask about a child, from the record. Census codes: none recorded is not "none". */
export function factsAbout({ bornOn, disabilities }: Recorded): ChildFacts {
  const learningDisability = disabilities.length === 0 ? 'not_known' : disabilities.includes('LD') ? 'yes' : 'no';
  return { bornOn: bornOn ?? undefined, learningDisability };
}
type Recorded = { bornOn: PlainDate | null; disabilities: readonly string[] };

type FloorRule = {
  level: Level;
  because: string;
  holds: (current: readonly Found[], child: ChildFacts & { age: number | undefined }) => boolean;
};

const floorRules: readonly FloorRule[] = [
  {
    level: 'MEDIUM',
    because: 'A child under 13 with any current exploitation behaviour is at least medium',
    holds: (current, { age }) => age !== undefined && age < 13 && current.some(isBehaviour),
  },
  {
    level: 'MEDIUM',
    because: 'A child with a learning disability and any current exploitation behaviour is at least medium',
    holds: (current, { learningDisability }) => learningDisability === 'yes' && current.some(isBehaviour),
  },
  {
    level: 'MEDIUM',
    because: 'A current disclosure or other direct evidence is at least medium',
    holds: (current) => current.some(isDirectEvidence),
  },
];

const REFER_TO_SOCIAL_CARE = "A child of 13 or under with a current high indicator: refer to children's social care";

function whatCouldNotBeChecked({ bornOn, learningDisability }: ChildFacts): string[] {
  return [
    ...(bornOn === undefined ? ['The date of birth is not known: the rules about age were not checked'] : []),
    ...(learningDisability === 'not_known'
      ? ['It is not known whether the child has a learning disability: that rule was not checked']
      : []),
  ];
}

const isHigh = ({ indicator }: Found) => indicator.weight === 'high';
const isDirectEvidence = ({ indicator }: Found) => indicator.shows === 'direct_evidence';
const isBehaviour = (found: Found) => found.indicator.shows === 'exploitation_behaviour' || isDirectEvidence(found);
