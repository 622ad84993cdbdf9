import { isRefusal, refuse } from '../../platform/kernel/index.ts';
import { writeAnswers } from '../../platform/web/answers.ts';
import { asShown } from '../../platform/web/as-shown.tsx';
import { page } from '../../platform/web/page.tsx';
import { correct } from '../authorisation.ts';
import { saveCorrection } from '../authorisations.db.ts';
import { levelWords } from '../judgement.ts';
import { Authorised } from './parts/authorised.tsx';
import { answersFrom, judgementFrom } from './parts/judgement-questions.tsx';
import { authorisingQuestions, completionOf, loadToAuthorise } from './parts/to-authorise.tsx';
import { sayWhose } from './parts/whose.ts';

/** A level of record that was wrong is put right by a further one with a reason; the wrong one stays readable. */
export const correctLevel = page({
  path: '/assessments/:reference/correct',
  may: 'assessments.authorise',
  async load(tx, { reference }) {
    const found = await loadToAuthorise(tx, reference);
    const recorded = found?.assessment.ofRecord;
    return found && recorded && { ...found, recorded };
  },
  says: ({ assessment }) => `Correct the level of record of ${assessment.reference}`,
  about: ({ child }) => [child.id],
  asks: ({ assessment }) => ({
    ...authorisingQuestions,
    version: asShown(String(assessment.corrections.length + 1)),
  }),
  filled: ({ recorded }) => writeAnswers(authorisingQuestions, answersFrom(recorded)),
  async submit(tx, { assessment, recorded, floor }, { reason, version, ...answers }, world) {
    const decision = { judgement: judgementFrom(answers), reason: reason ?? undefined };
    const corrected = correct(completionOf(assessment), recorded, floor, world.worker.id, decision, world.today);
    if (isRefusal(corrected)) return corrected;
    if (!/^[1-9]\d{0,3}$/.test(version)) return refuse('Open this page again: it was not sent whole');
    await saveCorrection(tx, assessment, Number(version), corrected, world.now);
    return {
      goTo: `/assessments/${assessment.reference}`,
      did: 'corrected a level of record',
      says: `Corrected: ${levelWords[corrected.judgement.level].toLowerCase()} is the level of record.`,
    };
  },
  back: ({ assessment }) => ({ to: `/assessments/${assessment.reference}`, says: 'The assessment' }),
  caption: sayWhose,
  view: ({ assessment }, form, world) => (
    <>
      <p class="govuk-body">
        A correction is for a level that was wrong. A risk that has changed is a review: ask for one.
      </p>
      <Authorised assessment={assessment} />
      {assessment.authorId === world.worker.id ? (
        <p class="govuk-body">You wrote this assessment: another manager corrects it.</p>
      ) : (
        form.show({ button: 'Correct the level of record' })
      )}
    </>
  ),
});
