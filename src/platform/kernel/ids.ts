import { randomInt } from 'node:crypto';

/** A database id that cannot be passed where another noun's id is wanted. */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

/** The id the text writes, or undefined: an address is typed by anybody. */
export function findId<Noun extends string>(text: string): Id<Noun> | undefined {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? (text as Id<Noun>) : undefined;
}

// No vowels (no words), no 0/O/1/I/L (read aloud on the telephone).
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ';

/**
 * A reference people can say: `R-4F7K2MQ`. Random, never counted up, so that a gap betrays no record the reader may
 * not see (27^7 of them; the column is unique and the writer tries again).
 */
export function newReference(prefix: string, draw: (below: number) => number = randomInt): string {
  let letters = '';
  while (letters.length < 7) letters += LETTERS[draw(LETTERS.length)];
  return `${prefix}-${letters}`;
}
