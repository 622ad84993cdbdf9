/** What a reader may not be able to do: find a small figure exactly, or find it at or below the threshold. */
export type Rule = { against: 'exact' } | { against: 'threshold'; threshold: number };

export type Suppressed = {
  hidden: boolean[];
  /** Small facts that nothing left to hide can guard: earlier releases give them away. */
  unguarded: number[];
  programmes: number;
};
