import { type PlainDate, refuse } from '../../../platform/kernel/index.ts';
import { writeAnswers } from '../../../platform/web/answers.ts';
import { page } from '../../../platform/web/page.tsx';
import { saveSection } from '../../drafts.db.ts';
import { voiceOrWhyAbsent } from '../../voice.ts';
import { answersFrom, voiceFrom, voiceQuestions } from '../parts/voice-questions.tsx';
import { sayWhose } from '../parts/whose.ts';
import { type DraftPage, loadDraft, partAddress, toAllParts } from './draft-page.ts';

const filled = ({ draft }: DraftPage, today: PlainDate) =>
  draft.voice ? writeAnswers(voiceQuestions(today), answersFrom(draft.voice.voice, draft.voice.parentView)) : {};

/** What the child says, in the child's words; or why it is not here. */
export const assessVoice = page({
  path: '/children/:reference/assess/voice',
  may: 'assessments.make',
  load: async (tx, { reference }, world) => {
    const found = await loadDraft(tx, reference, world);
    return found && { ...found, today: world.today };
  },
  says: 'The child’s voice',
  about: ({ child }) => [child.id],
  asks: ({ today }) => voiceQuestions(today),
  filled: (subject) => filled(subject, subject.today),
  async submit(tx, { child, draft }, said, world) {
    if (said['seen-on'] && said['seen-alone'] == null)
      return refuse('Say whether the child was seen alone', 'seen-alone');
    const voice = voiceFrom(said);
    const refused = voiceOrWhyAbsent(voice, world.today);
    if (refused) return refused;
    await saveSection(tx, draft.id, 'voice', { voice, parentView: said.parent }, world.now);
    return { goTo: partAddress(child, 'judgement'), did: 'recorded the child’s voice', says: 'Saved.' };
  },
  back: toAllParts,
  caption: sayWhose,
  view: (_, form) => form.show({ button: 'Save and continue' }),
});
