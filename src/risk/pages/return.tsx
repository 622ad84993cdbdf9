import { refuse } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { longText } from '../../platform/web/questions.tsx';
import { findInSeries } from '../assessments.db.ts';
import { notTheirOwn } from '../authorisation.ts';
import { saveReturn } from '../authorisations.db.ts';
import { inTurn } from '../drafts.db.ts';
import { whereItStands } from '../series.ts';
import { Authorised } from './parts/authorised.tsx';
import { loadToAuthorise } from './parts/to-authorise.tsx';
import { sayWhose } from './parts/whose.ts';

/** Sends an assessment back to its author, who begins again with what they wrote. It counts for nothing until then. */
export const returnAssessment = page({
  path: '/assessments/:reference/return',
  may: 'assessments.authorise',
  load: (tx, { reference }) => loadToAuthorise(tx, reference),
  says: ({ assessment }) => `Return ${assessment.reference}`,
  about: ({ child }) => [child.id],
  asks: {
    reason: longText({
      ask: 'What has to be put right?',
      hint: 'Its author reads this.',
      missing: 'Say what has to be put right',
    }),
  },
  async submit(tx, { child, assessment }, { reason }, world) {
    const { authorId, reference } = assessment;
    if (!authorId)
      return refuse('This comes from elsewhere and has no author here to return it to: authorise it as it should be');
    const own = notTheirOwn({ author: authorId }, world.worker.id);
    if (own) return own;
    await inTurn(tx, child.id);
    const now = await findInSeries(tx, reference);
    if (now?.authorised) return refuse('Somebody else has authorised this: the level of record can only be corrected');
    await saveReturn(tx, assessment, { by: world.worker.id, on: world.today, reason, at: world.now });
    return {
      goTo: '/assessments/waiting',
      did: 'returned an assessment',
      says: `${reference} is returned to its author.`,
    };
  },
  back: ({ assessment }) => ({ to: `/assessments/${assessment.reference}/authorise`, says: 'Authorise it instead' }),
  caption: sayWhose,
  view: ({ assessment }, form) => (
    <>
      {whereItStands(assessment) === 'waiting' ? (
        form.show({ button: `Return it to ${assessment.author ?? 'its author'}` })
      ) : (
        <Authorised assessment={assessment} />
      )}
    </>
  ),
});
