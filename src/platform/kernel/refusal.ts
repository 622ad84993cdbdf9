/** A rule's "no": one sentence a practitioner can act on, and the question it stands beside when there is one. */
export type Refusal = { refused: string; beside?: string };

export function refuse(sentence: string, beside?: string): Refusal {
  return beside === undefined ? { refused: sentence } : { refused: sentence, beside };
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
}
