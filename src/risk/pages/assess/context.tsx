import { writeAnswers } from '../../../platform/web/answers.ts';
import { page } from '../../../platform/web/page.tsx';
import { checkboxes, longText } from '../../../platform/web/questions.tsx';
import { saveSection } from '../../drafts.db.ts';
import type { AssessmentInstrument, Factor } from '../../instrument.ts';
import { sayWhose } from '../parts/whose.ts';
import { type DraftPage, loadDraft, partAddress, toAllParts } from './draft-page.ts';

const options = (factors: readonly Factor[]): Record<string, string> =>
  Object.fromEntries(factors.map(({ code, says }) => [code, says]));

const questions = ({ protectiveFactors, pushFactors, pullFactors }: AssessmentInstrument) => ({
  protective: checkboxes({
    ask: 'What protects the child?',
    hint: 'These are for the plan. They are never taken off the risk.',
    options: options(protectiveFactors),
  }),
  push: checkboxes({ ask: 'What in the child’s life do exploiters make use of?', options: options(pushFactors) }),
  pull: checkboxes({ ask: 'What do exploiters hold out to the child?', options: options(pullFactors) }),
  words: longText({ ask: 'What else matters about the child’s circumstances?' }),
});

const filled = ({ draft, instrument }: DraftPage) =>
  draft.context
    ? writeAnswers(questions(instrument), {
        protective: [...draft.context.protective],
        push: [...draft.context.push],
        pull: [...draft.context.pull],
        words: draft.context.words,
      })
    : {};

export const assessContext = page({
  path: '/children/:reference/assess/context',
  may: 'assessments.make',
  load: (tx, { reference }, world) => loadDraft(tx, reference, world),
  says: 'What protects, pushes and pulls',
  about: ({ child }) => [child.id],
  asks: ({ instrument }) => questions(instrument),
  filled,
  async submit(tx, { child, draft }, answers, world) {
    await saveSection(tx, draft.id, 'context', answers, world.now);
    return { goTo: partAddress(child, 'voice'), did: 'recorded context', says: 'Saved.' };
  },
  back: toAllParts,
  caption: sayWhose,
  view: (_, form) => form.show({ button: 'Save and continue' }),
});
