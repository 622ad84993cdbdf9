/** In place of a result: one sentence that says what stands in the way. */
export type Refusal = { refused: string };

export function refuse(sentence: string): Refusal {
  return { refused: sentence };
}

export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome;
}
