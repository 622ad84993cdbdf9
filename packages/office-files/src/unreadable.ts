/** Thrown only inside this folder, and turned into a refusal at its door: the sentence is what the reader is told. */
export class Unreadable extends Error {}

export type Limits = { fileBytes: number; unpackedBytes: number; cells: number };

// The largest real workbook of this kind (a county's Annex A, eleven lists) is under 10 MB and a million cells.
export const LIMITS: Limits = { fileBytes: 40_000_000, unpackedBytes: 200_000_000, cells: 3_000_000 };

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}
