import type { Cell } from './sheet.ts';
import { dayOfSerial } from './xlsx.ts';

/** What a cell says: as it stands, put right with a reason why, or not to be read safely. */
export type Reading<T> = { value: T; repaired?: string } | { problem: string; remedy: string };

/** The day a cell says, `YYYY-MM-DD`: as a serial number of Excel's, or written in any way that can mean only one day. */
export function readDay({ kind, text }: Pick<Cell, 'kind' | 'text'>): Reading<string> {
  const found = kind === 'number' ? dayOfSerial(Number(text)) : (findDay(text) ?? findDayFirst(text));
  if (found && isPlausible(found))
    return kind === 'number' ? { value: found, repaired: 'a date kept as a number' } : { value: found };
  const odd = findOddDay(text);
  if (odd && isPlausible(odd)) return { value: odd, repaired: 'a date written in another way' };
  return { problem: 'is not a date', remedy: 'Write the day, the month and the year in four digits: 30/01/2024.' };
}

function findDayFirst(text: string): string | undefined {
  const [, date, month, year] = text.match(/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/) ?? [];
  return year ? dayOf(Number(year), Number(month), Number(date)) : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Dots and dashes, months in words, year first, a time behind. A year of two digits is left alone: it could be two. */
function findOddDay(written: string): string | undefined {
  const text = written.replace(/[T\s]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(am|pm|Z)?$/i, '').trim();
  const [, date, month, year] = text.match(/^(\d{1,2})\s*[-./\s]\s*(\d{1,2})\s*[-./\s]\s*(\d{4})$/) ?? [];
  if (year) return dayOf(Number(year), Number(month), Number(date));
  const [, first, second, third] = text.match(/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/) ?? [];
  if (first) return dayOf(Number(first), Number(second), Number(third));
  const words = text.match(/^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]*([a-z]{3,9})\.?[\s,-]*(\d{4})$/i);
  const named = MONTHS.indexOf((words?.[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return words && named ? dayOf(Number(words[3]), named, Number(words[1])) : undefined;
}

const isPlausible = (day: string) => day >= '1900-01-01' && day < '2100-01-01';

function findDay(text: string): string | undefined {
  const [, year, month, date] = text.match(/^(\d{4})-(\d{2})-(\d{2})$/) ?? [];
  return year ? dayOf(Number(year), Number(month), Number(date)) : undefined;
}

function dayOf(year: number, month: number, date: number): string | undefined {
  const written = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join(
    '-',
  );
  const at = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? written : undefined;
}
