import { type Refusal, refuse } from '../platform/kernel/index.ts';
import { type AssessmentInstrument, findIndicator, type Indicator, type Presence, type Recency } from './instrument.ts';

export const basisWords = {
  fact: 'Fact',
  third_party: 'Told by somebody else',
  professional_concern: 'Professional concern',
} as const;
export type Basis = keyof typeof basisWords;

/** An indicator nobody answered is not known: it is never taken for "no". */
export type IndicatorAnswer = {
  indicator: string;
  present: Presence;
  recency?: Recency | undefined;
  basis?: Basis | undefined;
  evidence?: string | undefined;
  sourceAgency?: string | undefined;
};

export const isPresent = ({ present }: IndicatorAnswer): boolean => present === 'yes' || present === 'possible';
const isCurrent = (answer: IndicatorAnswer): boolean => isPresent(answer) && answer.recency === 'current';

export type Found = { indicator: Indicator; domain: string; answer: IndicatorAnswer };

/** What is present now, "possible" included: the only answers floors and the suggestion look at. */
export function currentlyFound(instrument: AssessmentInstrument, answers: readonly IndicatorAnswer[]): Found[] {
  return answers.filter(isCurrent).flatMap((answer) => {
    const found = findIndicator(instrument, answer.indicator);
    return found ? [{ ...found, answer }] : [];
  });
}

/** The parts in which nothing is known: every indicator unanswered or answered so. */
export function partsNotKnown(instrument: AssessmentInstrument, answers: readonly IndicatorAnswer[]): string[] {
  const known = new Set(answers.flatMap(({ indicator, present }) => (present === 'not_known' ? [] : [indicator])));
  return instrument.domains.flatMap(({ name, indicators }) =>
    indicators.some(({ code }) => known.has(code)) ? [] : [name],
  );
}

export function answersFitInstrument(
  instrument: AssessmentInstrument,
  answers: readonly IndicatorAnswer[],
): Refusal | undefined {
  const seen = new Set<string>();
  for (const { indicator } of answers) {
    if (!findIndicator(instrument, indicator))
      return refuse(`${instrument.name} version ${instrument.version} has no indicator ${indicator}`, indicator);
    if (seen.has(indicator)) return refuse('Answer each indicator once', indicator);
    seen.add(indicator);
  }
  return undefined;
}

/** Asked of every answer that says something is, or may be, there: no label beyond the evidence. */
export function evidenceIsGiven(answers: readonly IndicatorAnswer[]): Refusal | undefined {
  for (const answer of answers.filter(isPresent)) {
    const beside = answer.indicator;
    if (!answer.evidence?.trim()) return refuse('Write down the evidence for this indicator', beside);
    if (!answer.recency) return refuse('Say how recent this is', beside);
    if (!answer.basis) return refuse('Say whether this is a fact, was told by somebody, or is a concern', beside);
    if (!answer.sourceAgency?.trim()) return refuse('Say which agency this comes from', beside);
  }
  return undefined;
}
