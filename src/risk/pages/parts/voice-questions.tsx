import type { PlainDate } from '../../../platform/kernel/index.ts';
import { onlyIf } from '../../../platform/web/asked-within.tsx';
import { type Answers, day, longText, radios, text, yesNo } from '../../../platform/web/questions.tsx';
import { agreementWords, type ChildVoice } from '../../voice.ts';

const HEARD = ['voice', 'yes'] as const;
const heard = <Answer,>(question: Parameters<typeof onlyIf<Answer>>[1]) => onlyIf<Answer>(HEARD, question);

/** What is asked of the child's voice; where it is not here, why. */
export const voiceQuestions = (today: PlainDate) => ({
  voice: yesNo({ ask: 'Is the child’s voice here?', missing: 'Say whether the child’s voice is here' }),
  'voice-absent': onlyIf(
    ['voice', 'no'],
    longText({ ask: 'If not, why not?', missing: 'Say why the child’s voice is not here', rows: 2 }),
  ),
  'own-words': heard(
    longText({ ask: 'If so, what did the child say?', missing: 'Write what the child said, or why it is not here' }),
  ),
  verbatim: heard(
    yesNo({
      ask: 'Are these the child’s own words?',
      hint: 'No, where it is what you understood the child to mean.',
      missing: 'Say whether these are the child’s own words',
    }),
  ),
  'seen-on': heard(
    day({ ask: 'When was the child seen?', hint: 'Leave empty if the child was heard and not seen.', notAfter: today }),
  ),
  'seen-by': heard(text({ ask: 'Who saw the child?', hint: 'Where the child was seen.' })),
  'seen-alone': heard(yesNo({ ask: 'Was the child seen alone?', hint: 'Where the child was seen.' })),
  matters: heard(longText({ ask: 'What matters to the child?', rows: 2 })),
  agrees: heard(radios({ ask: 'Does the child agree with the concerns?', options: agreementWords, inline: true })),
  sees: heard(radios({ ask: 'Does the child see it as exploitation?', options: agreementWords, inline: true })),
  preferred: heard(text({ ask: 'Name the child goes by' })),
  pronouns: heard(text({ ask: 'Pronouns' })),
  communication: heard(text({ ask: 'What helps the child to be understood?', hint: 'An interpreter or signs, say.' })),
  shared: heard(longText({ ask: 'How will this assessment be shared with the child?', rows: 2 })),
  parent: longText({ ask: 'What does a parent or carer say?', hint: 'Apart from the child’s own voice.', rows: 2 }),
});
type Said = Answers<ReturnType<typeof voiceQuestions>>;

export function voiceFrom(said: Said): ChildVoice {
  if (!said.voice) return { heard: false, because: said['voice-absent'] ?? '' };
  const on = said['seen-on'];
  return {
    heard: true,
    ownWords: said['own-words'] ?? '',
    verbatim: said.verbatim ?? false,
    seen: on ? { on, by: said['seen-by'] ?? '', alone: said['seen-alone'] ?? false } : undefined,
    whatMatters: said.matters ?? undefined,
    agreesWithConcerns: said.agrees ?? undefined,
    seesExploitation: said.sees ?? undefined,
    preferredName: said.preferred ?? undefined,
    pronouns: said.pronouns ?? undefined,
    communicationNeeds: said.communication ?? undefined,
    sharedBack: said.shared ?? undefined,
  };
}

/** What fills the form again. */
export function answersFrom(voice: ChildVoice, parent: string | null): Partial<Said> {
  if (!voice.heard) return { voice: false, 'voice-absent': voice.because, parent };
  return {
    voice: true,
    'own-words': voice.ownWords,
    verbatim: voice.verbatim,
    'seen-on': voice.seen?.on ?? null,
    'seen-by': voice.seen?.by ?? null,
    'seen-alone': voice.seen?.alone ?? null,
    matters: voice.whatMatters ?? null,
    agrees: voice.agreesWithConcerns ?? null,
    sees: voice.seesExploitation ?? null,
    preferred: voice.preferredName ?? null,
    pronouns: voice.pronouns ?? null,
    communication: voice.communicationNeeds ?? null,
    shared: voice.sharedBack ?? null,
    parent,
  };
}
