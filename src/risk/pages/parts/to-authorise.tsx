import { InsetText, SummaryList } from '@throughline/govuk-jsx';
import { type ChildNow, findChildById } from '../../../people/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { sayDay } from '../../../platform/kernel/index.ts';
import { longText } from '../../../platform/web/questions.tsx';
import { partsNotKnown } from '../../answer.ts';
import type { Completion } from '../../assessment.ts';
import { type CompletedAssessment, findCompleted } from '../../completed.db.ts';
import { type Floor, factsAbout, floorFor } from '../../floors.ts';
import type { AssessmentInstrument } from '../../instrument.ts';
import { findInstrument } from '../../instruments/index.ts';
import { levelWords } from '../../judgement.ts';
import { howThisSuggestionIsMade } from '../../suggestion.ts';
import { Answers } from './answers.tsx';
import { Factors } from './factors.tsx';
import { judgementRows } from './judgement.tsx';
import { judgementQuestions } from './judgement-questions.tsx';
import { Suggested } from './suggested.tsx';
import { SayVoice } from './voice.tsx';

/** What a manager decides about: the assessment, and the floor on the day it was completed. */
export type ToAuthorise = {
  child: ChildNow;
  assessment: CompletedAssessment;
  instrument: AssessmentInstrument | undefined;
  floor: Floor;
};

export async function loadToAuthorise(tx: Tx, reference: string): Promise<ToAuthorise | undefined> {
  const assessment = await findCompleted(tx, reference);
  const child = assessment && (await findChildById(tx, assessment.childId));
  if (!child) return undefined;
  const instrument = findInstrument(assessment.instrument.code, assessment.instrument.version);
  const floor = instrument
    ? floorFor(instrument, assessment.answers, factsAbout(child), assessment.completedOn)
    : ({ level: 'NONE', because: [], prompts: [], unchecked: [] } as const);
  return { child, assessment, instrument, floor };
}

export const authorisingQuestions = {
  ...judgementQuestions,
  reason: longText({
    ask: 'Your reason',
    hint: 'Where you differ from the practitioner, or go below the floor.',
    rows: 3,
  }),
};

export const completionOf = ({ authorId, completedOn, judgement }: CompletedAssessment): Completion => ({
  author: authorId ?? undefined,
  completedOn,
  judgement,
});

/** Everything a manager reads before deciding. */
export function WhatWasJudged({ assessment, instrument, floor }: ToAuthorise) {
  const { judgement, analysis, differsBecause, suggestion, voice, parentView } = assessment;
  return (
    <>
      <p class="govuk-body">
        Completed on {sayDay(assessment.completedOn)} by {assessment.author ?? 'nobody recorded'}.{' '}
        <a class="govuk-link" href={`/assessments/${assessment.reference}`}>
          The whole assessment
        </a>
      </p>
      {voice && <SayVoice voice={voice} parentView={parentView} />}
      <div class="side-by-side">
        <div>
          <h2 class="govuk-heading-m">The practitioner’s judgement</h2>
          <SummaryList
            rows={[
              ...judgementRows(judgement),
              analysis && { key: 'Why', value: analysis },
              differsBecause && { key: 'Why it differs', value: differsBecause },
            ].map((row) => row || false)}
          />
        </div>
        {suggestion && (
          <div>
            <h2 class="govuk-heading-m">The tool’s suggestion</h2>
            <Suggested suggestion={suggestion} how={instrument ? howThisSuggestionIsMade[instrument.suggestion] : []} />
          </div>
        )}
      </div>
      {instrument && <NotKnown parts={partsNotKnown(instrument, assessment.answers)} of={instrument.domains.length} />}
      {instrument && <Answers instrument={instrument} answers={assessment.answers} />}
      {instrument && <Factors instrument={instrument} assessment={assessment} />}
      <SayFloor floor={floor} />
    </>
  );
}

/** So that a level resting on little is seen to rest on little. */
function NotKnown({ parts, of }: { parts: readonly string[]; of: number }) {
  if (parts.length === 0) return null;
  return (
    <p class="govuk-body late">
      Nothing is known in {parts.length} of {of} parts: {parts.join(', ')}.
    </p>
  );
}

/** The level below which only a manager may go, what the rules ask for beside it, and what could not be checked. */
function SayFloor({ floor: { level, because, prompts, unchecked } }: { floor: Floor }) {
  if (because.length + prompts.length + unchecked.length === 0) return null;
  return (
    <InsetText>
      <h2 class="govuk-heading-s">
        {because.length > 0 ? `Floor: ${levelWords[level].toLowerCase()}. You may go below it, and say why.` : 'Floors'}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {[...because, ...prompts, ...unchecked].map((says) => (
          <li>{says}</li>
        ))}
      </ul>
    </InsetText>
  );
}
