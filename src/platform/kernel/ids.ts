import { randomInt } from 'node:crypto';

/** A database id that cannot be passed where another noun's id is wanted. */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

// No vowels (no words), no 0/O/1/I/L (read aloud on the telephone).
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ';

/**
 * A reference people can say: `R-4F7K2MQ`. Random, never counted up, so that a gap betrays no record the reader may
 * not see (27^7 of them; the column is unique and the writer tries again).
 */
export function newReference(prefix: string): string {
  let letters = '';
  while (letters.length < 7) letters += LETTERS[randomInt(LETTERS.length)];
  return `${prefix}-${letters}`;
}
