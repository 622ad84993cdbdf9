import { type Id, type Refusal, refuse } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import { evidenceIsGiven, type IndicatorAnswer } from './answer.ts';
import type { AssessmentKind, ChangedJudgement, Draft, OwnJudgement, SuggestionShown } from './assessment.ts';
import type { AssessmentInstrument, Domain, InstrumentUsed, Presence } from './instrument.ts';
import type { ChildVoice } from './voice.ts';

/** One indicator while it is being answered: whatever is typed is kept, though something may still be missing. */
export type AnswerSoFar = Omit<IndicatorAnswer, 'present'> & { present?: Presence | undefined };

/** "No information on the rest" is an answer somebody gives; a part left alone is not. */
export type DomainSoFar = { answers: readonly AnswerSoFar[]; nothingOnTheRest: boolean };
export type ContextSoFar = {
  protective: readonly string[];
  push: readonly string[];
  pull: readonly string[];
  words: string | null;
};
export type VoiceSoFar = { voice: ChildVoice; parentView: string | null };
export type Afterwards = {
  changed: ChangedJudgement | undefined;
  differsBecause: string | undefined;
  /** The reasons given with the own judgement stay as they were; what is added to them stands below. */
  adds: string | undefined;
};

/** An assessment being written, section by section. */
export type OpenDraft = {
  id: Id<'assessment-draft'>;
  childId: ChildId;
  author: WorkerId;
  kind: AssessmentKind;
  begunAfter: Id<'assessment'> | undefined;
  begunAt: Date;
  instrument: InstrumentUsed;
  domains: Readonly<Record<string, DomainSoFar>>;
  context: ContextSoFar | undefined;
  voice: VoiceSoFar | undefined;
  own: OwnJudgement | undefined;
  shown: SuggestionShown | undefined;
  afterwards: Afterwards | undefined;
};

export type Gap = { indicator: string; says: string };

/** What one domain still asks for, indicator by indicator. */
export function gapsIn({ indicators }: Domain, soFar: DomainSoFar | undefined): Gap[] {
  return indicators.flatMap(({ code }) => {
    const answer = soFar?.answers.find(({ indicator }) => indicator === code);
    if (!answer?.present) return soFar?.nothingOnTheRest ? [] : [{ indicator: code, says: 'Answer this indicator' }];
    const missing = evidenceIsGiven([{ ...answer, present: answer.present }]);
    return missing ? [{ indicator: code, says: missing.refused }] : [];
  });
}

/** The answers as the rules read them: what was typed under an answer since changed to "no" is left out. */
export function answersGiven({ domains }: AssessmentInstrument, draft: Pick<OpenDraft, 'domains'>): IndicatorAnswer[] {
  return domains.flatMap(({ code: domain, indicators }) =>
    indicators.flatMap(({ code }): IndicatorAnswer[] => {
      const soFar = draft.domains[domain];
      const answer = soFar?.answers.find(({ indicator }) => indicator === code);
      if (answer?.present === 'yes' || answer?.present === 'possible') return [{ ...answer, present: answer.present }];
      if (answer?.present) return [{ indicator: code, present: answer.present }];
      return soFar?.nothingOnTheRest ? [{ indicator: code, present: 'not_known' }] : [];
    }),
  );
}

/** The judgement stays as it was once saved, and the suggestion reads the answers: so the answers come first. */
export function everyDomainIsAnswered(
  { domains }: AssessmentInstrument,
  draft: Pick<OpenDraft, 'domains'>,
): Refusal | undefined {
  const unfinished = domains.filter((domain) => gapsIn(domain, draft.domains[domain.code]).length > 0);
  if (unfinished.length === 0) return undefined;
  return refuse(`Finish these parts first: ${unfinished.map(({ code, name }) => `${code} ${name}`).join('; ')}`);
}

/** Why the practitioner judges so, with what they added since. */
export const analysisOf = ({ own, afterwards }: Pick<OpenDraft, 'own' | 'afterwards'>): string =>
  [own?.analysis, afterwards?.adds].filter(Boolean).join('\n\n');

/** The draft as the rules of an assessment read it. */
export function draftForRules(
  instrument: AssessmentInstrument,
  draft: OpenDraft,
  { kind, previous }: Pick<Draft, 'kind' | 'previous'>,
): Draft {
  return {
    kind,
    previous,
    instrument: draft.instrument,
    answers: answersGiven(instrument, draft),
    voice: draft.voice?.voice,
    parentView: draft.voice?.parentView ?? undefined,
    own: draft.own,
    shown: draft.shown,
    changed: draft.afterwards?.changed,
    differsBecause: draft.afterwards?.differsBecause,
  };
}
