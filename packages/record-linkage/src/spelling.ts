import anyAscii from 'any-ascii';
import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';

/** Small Latin letters, digits and single spaces, whatever the script: `Łukasz` is `lukasz`, `O’Brien` is `obrien`. */
export function fold(text: string): string {
  // Most cells are plain already, and a file has hundreds of thousands.
  const latin = /^[\x20-\x7e]*$/.test(text) ? text : anyAscii(text.normalize('NFC'));
  return latin
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Letters put in, left out, changed, or two neighbours exchanged. */
export function edits(one: string, other: string): number {
  return isTransposed(one, other) ? 1 : distance(one, other);
}

/** A text and the letters that are in it, a bit each: most pairs have too few in common to be worth counting edits. */
export type Spelt = { whole: string; letters: number };

export function spell(whole: string): Spelt {
  let letters = 0;
  for (let at = 0; at < whole.length; at++) letters |= 1 << (whole.charCodeAt(at) & 31);
  return { whole, letters };
}

/** 1 the same, 0 nothing in common or less than `least`. */
export function likeness(one: Spelt, other: Spelt, least: number): number {
  const longer = Math.max(one.whole.length, other.whole.length);
  if (longer === 0) return 0;
  const missing = Math.max(
    bitsIn(one.letters & ~other.letters),
    bitsIn(other.letters & ~one.letters),
    Math.abs(one.whole.length - other.whole.length),
  );
  // Two neighbours exchanged are one edit and miss no letter, so this is never more than the edits.
  if (1 - missing / longer < least) return 0;
  const like = 1 - edits(one.whole, other.whole) / longer;
  return like < least ? 0 : like;
}

function bitsIn(number: number): number {
  let bits = 0;
  for (let left = number; left !== 0; left &= left - 1) bits++;
  return bits;
}

function isTransposed(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return (
    at + 1 < one.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

export const soundOf = (word: string): string => doubleMetaphone(word)[0];

/**
 * What stays of a name however it is brought into English letters: Mohammed, Muhammad and Mohamad are `mhmd`; Kowalski
 * and Kowalska, Horváth and Horváthová are one family.
 */
export function skeletonOf(word: string): string {
  return word
    .replace(/(?<=[a-z]{4})ova$/, '')
    .replace(/ck|q|x|kh|c(?![hz])/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/sch|sh|sz|cz|ch|tz|z/g, 's')
    .replace(/ph/g, 'f')
    .replace(/dh|dz/g, 'd')
    .replace(/th/g, 't')
    .replace(/bh/g, 'b')
    .replace(/j|g(?=[eiy])/g, 'j')
    .replace(/[aeiouyvw]|h$/g, '')
    .replace(/(.)\1+/g, '$1');
}
