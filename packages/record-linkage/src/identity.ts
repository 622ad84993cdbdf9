/**
 * Who somebody is said to be, from whatever source. What is not known is null or empty, never a guess: a blank speaks
 * neither for nor against anything.
 */
export type Identity = {
  given: string | null;
  surname: string | null;
  /** Former names, names known by, other spellings. */
  otherNames: readonly { given: string | null; surname: string | null }[];
  /** `YYYY-MM-DD`; of an unborn child, the day expected. */
  dateOfBirth: string | null;
  expected?: boolean;
  /** F, M or the words; anything else is not known. */
  sex: string | null;
  addresses: readonly { line: string | null; town: string | null; postcode: string | null }[];
  emails: readonly string[];
  phones: readonly string[];
  nhsNumber: string | null;
  upn: string | null;
  /** A file's date that is no day (31/02/2010): its eight digits, year first, still tell two people apart. */
  birthDigits?: string;
};

export const nobody: Identity = {
  given: null,
  surname: null,
  otherNames: [],
  dateOfBirth: null,
  sex: null,
  addresses: [],
  emails: [],
  phones: [],
  nhsNumber: null,
  upn: null,
};
