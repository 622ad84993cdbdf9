import type { Refusal as Plain } from '@throughline/commands';

export { isRefusal } from '@throughline/commands';

/** A rule's "no": one sentence a practitioner can act on, and the question it stands beside when there is one. */
export type Refusal = Plain & {
  beside?: string;
  /** That it was tried is itself on record: what was written on the way is kept, though the answer is no. */
  onRecord?: true;
};

export function refuse(sentence: string, beside?: string): Refusal {
  return beside === undefined ? { refused: sentence } : { refused: sentence, beside };
}
