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

/** 1 the same, 0 nothing in common. */
export function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 0 : 1 - edits(one, other) / longer;
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
