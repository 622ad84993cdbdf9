import { page } from '../../../platform/web/page.tsx';
import { text } from '../../../platform/web/questions.tsx';
import { setDraftAside } from '../../drafts.db.ts';
import { sayWhose } from '../parts/whose.ts';
import { loadDraft, toAllParts } from './draft-page.ts';

/** A draft begun in error, or overtaken, no longer waits for its author. Nothing of it is shown to anybody else. */
export const setAside = page({
  path: '/children/:reference/assess/set-aside',
  may: 'assessments.make',
  load: (tx, { reference }, world) => loadDraft(tx, reference, world),
  says: 'Set this draft aside',
  about: ({ child }) => [child.id],
  asks: { reason: text({ ask: 'Why?', hint: 'Begun in error, say.', missing: 'Say why you set it aside' }) },
  async submit(tx, { child, draft }, { reason }, world) {
    await setDraftAside(tx, draft.id, reason, world.now);
    return {
      goTo: `/children/${child.reference}/assessments`,
      did: 'set a draft aside',
      says: 'The draft is set aside.',
    };
  },
  back: toAllParts,
  caption: sayWhose,
  view: (_, form) => (
    <>
      <p class="govuk-body">You cannot go on with it afterwards. Completed assessments are not touched.</p>
      {form.show({ button: 'Set it aside', warning: true })}
    </>
  ),
});
