import { type Refusal, refuse } from '../kernel/index.ts';
import type { Question } from './questions.tsx';

/**
 * What a form was shown over (a version, the last row), sent back with it unseen: when somebody changed that meanwhile,
 * the writer is told before anything is added, keeps their words, and the next sending is over what they have now seen.
 */
export const asShown = (now: string): Question<string> => ({
  ask: '',
  read: (raw, name) => raw[name]?.[0] ?? '',
  show: ({ name }) => <input type="hidden" name={name} value={now} />,
  say: () => '',
  write: () => ({}),
});

export const changedMeanwhile = (shown: string, now: string): Refusal | undefined =>
  shown === now
    ? undefined
    : refuse(
        'Somebody else changed this while you were writing. Look at what is there now; your words are kept below.',
      );
