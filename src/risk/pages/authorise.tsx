import { isRefusal, refuse, sayDay } from '../../platform/kernel/index.ts';
import { writeAnswers } from '../../platform/web/answers.ts';
import { page } from '../../platform/web/page.tsx';
import { findInSeries } from '../assessments.db.ts';
import { authorise } from '../authorisation.ts';
import { saveAuthorisation } from '../authorisations.db.ts';
import { inTurn } from '../drafts.db.ts';
import { levelWords } from '../judgement.ts';
import { whereItStands } from '../series.ts';
import { Authorised } from './parts/authorised.tsx';
import { answersFrom, judgementFrom, WhatLevelsMean } from './parts/judgement-questions.tsx';
import { authorisingQuestions, completionOf, loadToAuthorise, WhatWasJudged } from './parts/to-authorise.tsx';
import { sayWhose } from './parts/whose.ts';

/** A manager who is not the author makes it the level of record, as it is or otherwise with reasons. */
export const authoriseAssessment = page({
  path: '/assessments/:reference/authorise',
  may: 'assessments.authorise',
  load: (tx, { reference }) => loadToAuthorise(tx, reference),
  says: ({ assessment }) => `Authorise ${assessment.reference}`,
  about: ({ child }) => [child.id],
  asks: authorisingQuestions,
  // The levels are left open: a level of record is somebody's own judgement, never one press on another's.
  filled: ({ assessment: { judgement } }) => {
    const { standing, modes } = answersFrom(judgement);
    return writeAnswers(authorisingQuestions, { standing: standing ?? null, modes: modes ?? [] });
  },
  async submit(tx, { child, assessment, floor }, { reason, ...answers }, world) {
    await inTurn(tx, child.id);
    const now = await findInSeries(tx, assessment.reference);
    if (now?.returned) return refuse(`${now.returned.by} has returned this to its author: it is not authorised`);
    const decision = { judgement: judgementFrom(answers), reason: reason ?? undefined };
    const authorised = authorise(completionOf(assessment), floor, world.worker.id, decision, world.today);
    if (isRefusal(authorised)) return authorised;
    await saveAuthorisation(tx, assessment, authorised, floor, world.now);
    return {
      goTo: `/assessments/${assessment.reference}`,
      did: 'authorised an assessment',
      says: `Authorised: ${levelWords[authorised.judgement.level].toLowerCase()} is the level of record.`,
    };
  },
  back: { to: '/assessments/waiting', says: 'Assessments waiting for authorisation' },
  caption: sayWhose,
  view: (subject, form, world) => {
    const { assessment, instrument } = subject;
    const isMine = assessment.authorId === world.worker.id;
    return (
      <>
        {whereItStands(assessment) !== 'waiting' ? (
          <Authorised assessment={assessment} />
        ) : isMine ? (
          <p class="govuk-body">
            You wrote this assessment on {sayDay(assessment.completedOn)}: another manager has to authorise it.
          </p>
        ) : (
          <>
            <WhatWasJudged {...subject} />
            <h2 class="govuk-heading-m">Level of record</h2>
            {instrument && <WhatLevelsMean bands={instrument.bands} />}
            {form.show({ button: 'Authorise' })}
            <p class="govuk-body">
              <a class="govuk-link" href={`/assessments/${assessment.reference}/return`}>
                Return it to {assessment.author ?? 'its author'} with your reason instead
              </a>
            </p>
          </>
        )}
      </>
    );
  },
});
