import { type Refusal, refuse } from '../platform/kernel/index.ts';

export const identifierKinds = {
  LA_CHILD_ID: 'Local authority child identifier',
  NHS: 'NHS number',
  UPN: 'Unique pupil number (UPN)',
} as const;
export type IdentifierKind = keyof typeof identifierKinds;

/** As stored and searched for: capitals, without the spaces people write numbers with. */
export function tidyIdentifier(value: string): string {
  return value.replaceAll(/\s/g, '').toUpperCase();
}

/** A number typed for a child, tidied; or what is wrong with it. */
export function readIdentifier(kind: IdentifierKind, typed: string): string | Refusal {
  const value = tidyIdentifier(typed);
  switch (kind) {
    case 'LA_CHILD_ID':
      return /^[0-9A-Z]{1,20}$/.test(value) ? value : refuse('Use at most 20 letters and digits');
    case 'NHS':
      return isNhsNumber(value) ? value : refuse('This is not an NHS number: check its ten digits');
    case 'UPN':
      return isUpn(value) ? value : refuse('This is not a unique pupil number: check its letter and digits');
  }
}

/** The tenth digit is a check of the nine before it, modulus 11. */
function isNhsNumber(value: string): boolean {
  if (!/^\d{10}$/.test(value)) return false;
  const check = (11 - (weigh(value.slice(0, 9), (place) => 10 - place) % 11)) % 11;
  return check === Number(value[9]);
}

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** The first letter is a check of the twelve characters after it, modulus 23. A temporary number ends in a letter. */
function isUpn(value: string): boolean {
  if (!/^[A-Z]\d{11}[0-9A-Z]$/.test(value)) return false;
  const last = value.at(-1) ?? '';
  const lastValue = /\d/.test(last) ? Number(last) : UPN_LETTERS.indexOf(last);
  if (lastValue < 0) return false;
  return UPN_LETTERS[(weigh(value.slice(1, 12), (place) => place + 2) + lastValue * 13) % 23] === value[0];
}

function weigh(digits: string, weight: (place: number) => number): number {
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * weight(place), 0);
}
