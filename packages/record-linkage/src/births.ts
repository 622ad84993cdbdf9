import type { Prepared } from './prepare.ts';

type Born = Pick<Prepared, 'birth' | 'expected'>;

/** The level of `parts.birth`. Dates go wrong by the digit, and by British and American order, more than by the day. */
export function compareBirths(left: Born, right: Born): number {
  const [one, other] = [left.birth, right.birth];
  if (one === '' || other === '' || left.expected || right.expected) return 0;
  if (one === other) return 1;
  const [year, month, day] = [one.slice(0, 4), one.slice(4, 6), one.slice(6)];
  const [year2, month2, day2] = [other.slice(0, 4), other.slice(4, 6), other.slice(6)];
  if (year === year2 && month === day2 && day === month2) return 2;
  if (wrongDigits(one, other) === 1) return 3;
  if (year === year2 && standsForUnknown(month + day, month2 + day2)) return 4;
  const same = Number(year === year2) + Number(month === month2) + Number(day === day2);
  if (same === 2) return 5;
  return wrongDigits(one, other) === 2 || (same === 1 && month === day2 && day === month2) ? 6 : 7;
}

/** The level of `parts.due`: births come from seven weeks before the day expected to two after, and so it moves. */
export function compareDue(left: Born, right: Born): number {
  if (left.birth === '' || right.birth === '' || !(left.expected || right.expected)) return 0;
  const apart = Math.abs(dayNumber(left.birth) - dayNumber(right.birth));
  const level = [0, 7, 21, 49].findIndex((days) => apart <= days);
  return level < 0 ? 5 : level + 1;
}

/** An unknown day is written as the 15th (children seeking asylum) or the 1st; an unknown month too as 1 January. */
function standsForUnknown(one: string, other: string): boolean {
  if (one === '0101' || other === '0101') return true;
  return one.slice(0, 2) === other.slice(0, 2) && (/15$|01$/.test(one) || /15$|01$/.test(other));
}

/** Two neighbours exchanged count as one. */
function wrongDigits(one: string, other: string): number {
  let [wrong, first, last] = [0, 0, 0];
  for (let at = 0; at < 8; at++) {
    if (one.charCodeAt(at) === other.charCodeAt(at)) continue;
    if (wrong++ === 0) first = at;
    last = at;
  }
  const exchanged = wrong === 2 && last === first + 1 && one[first] === other[last] && one[last] === other[first];
  return exchanged ? 1 : wrong;
}

function dayNumber(digits: string): number {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000;
}
