import { type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';

export const agreementWords = { yes: 'Yes', partly: 'Partly', no: 'No', not_asked: 'Not asked' } as const;
type Agreement = keyof typeof agreementWords;

/** What the child said, or why it is not here. The child may be heard without being seen, by telephone say. */
export type ChildVoice =
  | {
      heard: true;
      ownWords: string;
      /** Exactly as the child said it, rather than what the practitioner understood. */
      verbatim: boolean;
      seen: { on: PlainDate; by: string; alone: boolean } | undefined;
      whatMatters?: string | undefined;
      agreesWithConcerns?: Agreement | undefined;
      seesExploitation?: Agreement | undefined;
      preferredName?: string | undefined;
      pronouns?: string | undefined;
      communicationNeeds?: string | undefined;
      sharedBack?: string | undefined;
    }
  | { heard: false; because: string };

export function voiceOrWhyAbsent(voice: ChildVoice | undefined, today: PlainDate): Refusal | undefined {
  if (!voice) return refuse('Record the child’s voice, or why it is not here', 'voice');
  if (!voice.heard)
    return voice.because.trim() ? undefined : refuse('Say why the child’s voice is not here', 'voice-absent');
  if (!voice.ownWords.trim()) return refuse('Write what the child said, or why the child’s voice is not here', 'voice');
  if (voice.seen && voice.seen.on > today) return refuse('The day the child was seen is still to come', 'seen-on');
  if (voice.seen && !voice.seen.by.trim()) return refuse('Say who saw the child', 'seen-by');
  return undefined;
}
