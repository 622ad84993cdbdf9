import { Details } from '@throughline/govuk-jsx';
import type { Answers } from '../../../platform/web/questions.tsx';
import { checkboxes, radios } from '../../../platform/web/questions.tsx';
import type { AssessmentInstrument } from '../../instrument.ts';
import { type Judgement, judge, type Level, levels, levelWords, modeWords, standingWords } from '../../judgement.ts';

const highestFirst = Object.fromEntries(levels.toReversed().map((level) => [level, levelWords[level]])) as Record<
  Level,
  string
>;
const levelOf = (what: string) =>
  radios({
    ask: `Level of risk of ${what}`,
    options: highestFirst,
    inline: true,
    missing: `Choose the level of risk of ${what}; “No risk identified” is an answer too`,
  });

/** A level for each type: together they say the type and the overall level, so that those cannot contradict them. */
export const judgementQuestions = {
  cce: levelOf('child criminal exploitation (CCE)'),
  cse: levelOf('child sexual exploitation (CSE)'),
  standing: radios({
    ask: 'Is the child at risk of, or experiencing, exploitation?',
    hint: 'Leave this empty where no risk is identified.',
    options: standingWords,
  }),
  modes: checkboxes({
    ask: 'How is it done?',
    hint: 'All that apply, where anything is known of it.',
    options: modeWords,
  }),
};
export type JudgementAnswers = Answers<typeof judgementQuestions>;

export function judgementFrom({ cce, cse, standing, modes }: JudgementAnswers): Judgement {
  const byType = { cce, cse };
  return { ...judge(byType), byType, standing: standing ?? undefined, modes };
}

/** What fills the form again. Records from elsewhere may hold no level for each type: then it is asked afresh. */
export const answersFrom = ({ byType, standing, modes }: Judgement): Partial<JudgementAnswers> => ({
  ...byType,
  standing: standing ?? null,
  modes: [...modes],
});

export const WhatLevelsMean = ({ bands }: Pick<AssessmentInstrument, 'bands'>) => (
  <Details summary="What the levels mean">
    <dl class="levels-mean">
      {bands.map(({ level, means }) => (
        <>
          <dt>{levelWords[level]}</dt>
          <dd>{means}</dd>
        </>
      ))}
    </dl>
  </Details>
);
