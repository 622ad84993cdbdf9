/** A rule's "no": one sentence a practitioner can act on, and the question it stands beside when there is one. */
export type Refusal = {
  refused: string;
  beside?: string;
  /** That it was tried is itself on record: what was written on the way is kept, though the answer is no. */
  onRecord?: true;
};

export function refuse(sentence: string, beside?: string): Refusal {
  return beside === undefined ? { refused: sentence } : { refused: sentence, beside };
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
}
