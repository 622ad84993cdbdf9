/** As stored and compared: capitals, without the spaces people write numbers with. */
export function tidyIdentifier(value: string): string {
  return value.replaceAll(/\s/g, '').toUpperCase();
}

/** What is typed where there is no number: one digit again and again, or all of them in a row. It may pass every check. */
const isPlaceholder = (digits: string): boolean =>
  /^(\d)\1*$/.test(digits) || '01234567890'.includes(digits) || '09876543210'.includes(digits);

/**
 * An NHS number of England and Wales: the tenth digit is a check of the nine before it, modulus 11. What is typed where
 * there is none, such as 999 999 9999, is not one.
 */
export function isNhsNumber(value: string): boolean {
  if (!/^\d{10}$/.test(value) || isPlaceholder(value)) return false;
  const check = (11 - (weigh(value.slice(0, 9), (place) => 10 - place) % 11)) % 11;
  return check === Number(value[9]);
}

const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A unique pupil number of the Department for Education: the first letter is a check of the twelve characters after it, modulus 23. A temporary number ends in a letter. */
export function isUpn(value: string): boolean {
  if (!/^[A-Z]\d{11}[0-9A-Z]$/.test(value) || isPlaceholder(value.slice(1))) return false;
  const last = value.at(-1) ?? '';
  const lastValue = /\d/.test(last) ? Number(last) : UPN_LETTERS.indexOf(last);
  if (lastValue < 0) return false;
  return UPN_LETTERS[(weigh(value.slice(1, 12), (place) => place + 2) + lastValue * 13) % 23] === value[0];
}

function weigh(digits: string, weight: (place: number) => number): number {
  return [...digits].reduce((sum, digit, place) => sum + Number(digit) * weight(place), 0);
}
