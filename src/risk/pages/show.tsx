import { ButtonLink, SummaryList } from '@throughline/govuk-jsx';
import { findChildById } from '../../people/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { findCompleted } from '../completed.db.ts';
import { findInstrument } from '../instruments/index.ts';
import { whereItStands } from '../series.ts';
import { howThisSuggestionIsMade } from '../suggestion.ts';
import { Answers } from './parts/answers.tsx';
import { Authorised } from './parts/authorised.tsx';
import { Factors } from './parts/factors.tsx';
import { judgementRows } from './parts/judgement.tsx';
import { Suggested } from './parts/suggested.tsx';
import { SayVoice } from './parts/voice.tsx';
import { StrategyDiscussion, WhatToDo } from './parts/what-to-do.tsx';
import { sayWhose } from './parts/whose.ts';

/** A completed assessment: what was found and on what evidence, what the child said, who judged what, and who agreed. */
export const showAssessment = page({
  path: '/assessments/:reference',
  may: 'assessments.see',
  async load(tx, { reference }) {
    const assessment = await findCompleted(tx, reference);
    const child = assessment && (await findChildById(tx, assessment.childId));
    return (
      child && {
        child,
        assessment,
        instrument: findInstrument(assessment.instrument.code, assessment.instrument.version),
      }
    );
  },
  says: ({ assessment }) => `Risk assessment ${assessment.reference}`,
  about: ({ child }) => [child.id],
  back: ({ child }) => ({ to: `/children/${child.reference}/assessments`, says: 'All assessments of this child' }),
  caption: sayWhose,
  view: ({ assessment, instrument }, _, world) => {
    const { judgement, ofRecord, suggestion } = assessment;
    const stands = whereItStands(assessment);
    const isMine = assessment.authorId === world.worker.id;
    const address = `/assessments/${assessment.reference}`;
    return (
      <article class="assessment">
        <StrategyDiscussion level={(ofRecord ?? judgement).level} />
        <SummaryList
          rows={[
            { key: 'Kind', value: assessment.kind === 'review' ? 'Review' : 'First assessment' },
            {
              key: 'Completed',
              value: `${sayDay(assessment.completedOn)}, by ${assessment.author ?? 'nobody recorded'}`,
            },
            {
              key: 'Instrument',
              value: instrument ? `${instrument.name}, version ${instrument.version}` : 'A tool elsewhere',
            },
            link('Reviews', assessment.previousReference),
            link('Replaces', assessment.replacesReference),
            link('Replaced by', assessment.replacedByReference),
          ]}
        />
        <Authorised assessment={assessment} />
        {world.may('assessments.authorise') && stands === 'waiting' && !isMine && (
          <ButtonLink href={`${address}/authorise`}>Authorise or return</ButtonLink>
        )}
        {stands === 'waiting' && isMine && (
          <p class="govuk-body">A manager who did not write it authorises it or returns it to you.</p>
        )}
        {assessment.voice && <SayVoice voice={assessment.voice} parentView={assessment.parentView} />}
        <h2 class="govuk-heading-m">Judgement</h2>
        <div class="side-by-side">
          <div>
            <h3 class="govuk-heading-s">The practitioner’s</h3>
            <SummaryList
              rows={[
                ...judgementRows(judgement),
                assessment.analysis && { key: 'Why', value: assessment.analysis },
                assessment.differsBecause && { key: 'Why it differs', value: assessment.differsBecause },
              ].map((row) => row || false)}
            />
            {assessment.firstJudgement && (
              <>
                <h3 class="govuk-heading-s">Before the suggestion was seen</h3>
                <SummaryList
                  rows={[
                    ...judgementRows(assessment.firstJudgement),
                    { key: 'Why it changed', value: assessment.changedBecause ?? '' },
                  ]}
                />
              </>
            )}
          </div>
          {suggestion && (
            <div>
              <h3 class="govuk-heading-s">The tool’s suggestion</h3>
              <Suggested
                suggestion={suggestion}
                how={instrument ? howThisSuggestionIsMade[instrument.suggestion] : []}
              />
            </div>
          )}
        </div>
        {instrument && <Answers instrument={instrument} answers={assessment.answers} />}
        {instrument && <Factors instrument={instrument} assessment={assessment} />}
        {instrument && <WhatToDo instrument={instrument} level={(ofRecord ?? judgement).level} />}
        {world.may('assessments.authorise') && stands === 'authorised' && !isMine && (
          <p class="govuk-body">
            <a class="govuk-link" href={`${address}/correct`}>
              Correct the level of record
            </a>
          </p>
        )}
      </article>
    );
  },
});

const link = (key: string, reference: string | null) =>
  reference !== null && {
    key,
    value: (
      <a class="govuk-link" href={`/assessments/${reference}`}>
        {reference}
      </a>
    ),
  };
