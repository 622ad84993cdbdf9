import { currentlyFound, type Found, type IndicatorAnswer } from './answer.ts';
import { type AssessmentInstrument, indicatorsOf, type SuggestionRuleName } from './instrument.ts';
import type { Level } from './judgement.ts';

/** No level where too little is known to suggest one: "not known" is not "no". */
export type Suggestion = { level: Level | undefined; because: readonly string[] };

type Step = { level: Level; says: string; found: (current: readonly Found[]) => readonly Found[] };

/** The strongest thing there is now decides: nothing is added up, so much of little never becomes high. */
const strongestEvidence: readonly Step[] = [
  {
    level: 'HIGH',
    says: 'High: there is direct evidence now.',
    found: (current) => current.filter((each) => isSure(each) && each.indicator.shows === 'direct_evidence'),
  },
  {
    level: 'HIGH',
    says: "High: there is exploitation behaviour of high weight now, in more than one part of the child's life.",
    found: (current) => inSeveralDomains(current.filter((each) => isSure(each) && isBehaviour(each) && isHigh(each))),
  },
  {
    level: 'MEDIUM',
    says: 'Medium: there is, or may be, an indicator of high weight now.',
    found: (current) => current.filter(isHigh),
  },
  {
    level: 'MEDIUM',
    says: 'Medium: there is exploitation behaviour now.',
    found: (current) => current.filter((each) => isSure(each) && isBehaviour(each)),
  },
  { level: 'LOW', says: 'Low: there is, or may be, any other indicator now.', found: (current) => current },
];

const rules: Record<SuggestionRuleName, readonly Step[]> = { 'strongest-evidence': strongestEvidence };
const NOTHING = 'No risk identified: nothing is present now, and every indicator of high weight was answered "no".';
const TOO_LITTLE = 'No suggestion: nothing is present now, but not every indicator of high weight was answered "no".';

/** Shown on the page, and kept next to the rule because it is made of the rule. */
export const howThisSuggestionIsMade: Record<SuggestionRuleName, readonly string[]> = {
  'strongest-evidence': [
    'This is a default rule of the tool, not a validated measure. It supports your judgement and decides nothing.',
    'It looks only at indicators answered "yes" or "possible" in the last 3 months. The first of these that holds is the suggestion:',
    ...strongestEvidence.map(({ says }) => says),
    NOTHING,
    TOO_LITTLE,
    'Nothing is added up, and protective factors are not taken off. It knows nothing of who the child is, where they live or whom they know.',
  ],
};

export function suggest(instrument: AssessmentInstrument, answers: readonly IndicatorAnswer[]): Suggestion {
  const current = currentlyFound(instrument, answers);
  for (const { level, says, found } of rules[instrument.suggestion]) {
    const because = found(current);
    if (because.length > 0) return { level, because: [says, ...because.map(({ indicator }) => indicator.says)] };
  }
  return everyHighAnsweredNo(instrument, answers)
    ? { level: 'NONE', because: [NOTHING] }
    : { level: undefined, because: [TOO_LITTLE] };
}

function everyHighAnsweredNo(instrument: AssessmentInstrument, answers: readonly IndicatorAnswer[]): boolean {
  const answered = new Map(answers.map(({ indicator, present }) => [indicator, present]));
  return indicatorsOf(instrument)
    .filter(({ weight }) => weight === 'high')
    .every(({ code }) => answered.get(code) === 'no');
}

const isSure = ({ answer }: Found) => answer.present === 'yes';
const isHigh = ({ indicator }: Found) => indicator.weight === 'high';
const isBehaviour = ({ indicator }: Found) => indicator.shows === 'exploitation_behaviour';
const inSeveralDomains = (found: readonly Found[]) =>
  new Set(found.map(({ domain }) => domain)).size > 1 ? found : [];
