import { type Id, type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import { answersFitInstrument, evidenceIsGiven, type IndicatorAnswer } from './answer.ts';
import type { AssessmentInstrument, InstrumentUsed } from './instrument.ts';
import { checkJudgement, type Judgement } from './judgement.ts';
import { type Suggestion, suggest } from './suggestion.ts';
import { type ChildVoice, voiceOrWhyAbsent } from './voice.ts';

/** Each is an assessment of its own and counts as one; a review names the one before it. */
export type AssessmentKind = 'initial' | 'review';

/** The practitioner's own, recorded before the tool says anything, and kept as it was. */
export type OwnJudgement = Judgement & { analysis: string; recordedAt: Date };
export type SuggestionShown = Suggestion & { shownAt: Date };
/** Where the practitioner thought again after seeing the suggestion: the first judgement stays readable. */
export type ChangedJudgement = Judgement & { because: string };

export type Draft = {
  kind: AssessmentKind;
  previous: Id<'assessment'> | undefined;
  instrument: InstrumentUsed;
  answers: readonly IndicatorAnswer[];
  voice: ChildVoice | undefined;
  parentView?: string | undefined;
  own: OwnJudgement | undefined;
  shown: SuggestionShown | undefined;
  changed: ChangedJudgement | undefined;
  differsBecause: string | undefined;
};

/** What the manager is asked to authorise. A record from elsewhere has no author who works here. */
export type Completion = { author: Id<'worker'> | undefined; completedOn: PlainDate; judgement: Judgement };

/** The judgement the practitioner stands by. */
export const standsBy = ({ own, changed }: Pick<Draft, 'own' | 'changed'>): Judgement | undefined => changed ?? own;

/** An assessment counts by the day it is completed, once it is authorised. */
export function complete(
  instrument: AssessmentInstrument,
  draft: Draft,
  author: Id<'worker'>,
  today: PlainDate,
): Completion | Refusal {
  const [first] = whatStandsInTheWay(instrument, draft, today);
  if (first) return first;
  const judgement = standsBy(draft);
  return judgement ? { author, completedOn: today, judgement } : ownJudgementMissing();
}

/** Everything that still stands in the way, in the order the page asks it. */
export function whatStandsInTheWay(instrument: AssessmentInstrument, draft: Draft, today: PlainDate): Refusal[] {
  return [
    kindFitsPrevious(draft),
    instrumentIsTheFrozenOne(instrument, draft),
    answersFitInstrument(instrument, draft.answers),
    evidenceIsGiven(draft.answers),
    voiceOrWhyAbsent(draft.voice, today),
    draft.own && checkJudgement(draft.own),
    ownJudgementCameFirst(draft),
    suggestionIsOfTheseAnswers(instrument, draft),
    draft.changed && checkJudgement(draft.changed),
    changeIsExplained(draft),
    differenceIsExplained(draft),
  ].filter((each) => each !== undefined);
}

function kindFitsPrevious({ kind, previous }: Pick<Draft, 'kind' | 'previous'>): Refusal | undefined {
  if (kind === 'review' && !previous) return refuse('A review needs the assessment it reviews', 'previous');
  if (kind === 'initial' && previous) return refuse('An initial assessment has none before it: make a review', 'kind');
  return undefined;
}

function instrumentIsTheFrozenOne(
  { code, version }: InstrumentUsed,
  { instrument: used }: Pick<Draft, 'instrument'>,
): Refusal | undefined {
  if (code === used.code && version === used.version) return undefined;
  return refuse(`This assessment was begun with ${used.code} version ${used.version} and keeps it`);
}

/** A tool that speaks first is believed first; the practitioner's judgement decides, so it comes first. */
export function maySeeSuggestion({ own }: Pick<Draft, 'own'>): Refusal | undefined {
  return own ? undefined : refuse("Record your own judgement first: the tool's suggestion is shown afterwards", 'own');
}

export function suggestionFor(instrument: AssessmentInstrument, draft: Draft): Suggestion | Refusal {
  return maySeeSuggestion(draft) ?? instrumentIsTheFrozenOne(instrument, draft) ?? suggest(instrument, draft.answers);
}

function ownJudgementCameFirst({ own, shown }: Pick<Draft, 'own' | 'shown'>): Refusal | undefined {
  if (!own) return ownJudgementMissing();
  if (!own.analysis.trim()) return refuse('Say in your own words why you judge so', 'analysis');
  if (!shown) return refuse("Look at the tool's suggestion before you complete the assessment", 'suggestion');
  if (shown.shownAt < own.recordedAt)
    return refuse("Your own judgement has to be recorded before the tool's suggestion is shown", 'own');
  return undefined;
}

export function suggestionIsOfTheseAnswers(instrument: AssessmentInstrument, draft: Draft): Refusal | undefined {
  if (!draft.shown || draft.shown.level === suggest(instrument, draft.answers).level) return undefined;
  return refuse('The answers have changed since the suggestion was shown: look at it again', 'suggestion');
}

export function changeIsExplained({ changed }: Pick<Draft, 'changed'>): Refusal | undefined {
  if (!changed || changed.because.trim()) return undefined;
  return refuse('Say why you changed your own judgement', 'changed-because');
}

/** Where the tool suggests nothing there is nothing to differ from. */
export function differenceIsExplained(draft: Draft): Refusal | undefined {
  const suggested = draft.shown?.level;
  const level = standsBy(draft)?.level;
  const nothingDiffers = suggested === undefined || level === undefined || suggested === level;
  if (nothingDiffers || draft.differsBecause?.trim()) return undefined;
  return refuse('Say why your level differs from the one the tool suggests', 'differs-because');
}

const ownJudgementMissing = () => refuse('Record your own judgement', 'own');
