/** A calendar day in England, `YYYY-MM-DD`, without a time or a zone. */
export type PlainDate = string & { readonly __plainDate: true };

const DAY = 86_400_000;

/** @throws RangeError when the text is not a real day written `YYYY-MM-DD`. */
export function plainDate(text: string): PlainDate {
  const day = findPlainDate(text);
  if (!day) throw new RangeError(`not a day: ${text}`);
  return day;
}

/** The day the text writes as `YYYY-MM-DD`, or undefined where there is no such day. */
export function findPlainDate(text: string): PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? (text as PlainDate) : undefined;
}

/** The day of these three numbers, or undefined where there is no such day. */
export function dayOf(year: number, month: number, day: number): PlainDate | undefined {
  return findPlainDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return fromEpoch(toEpoch(day) + days);
}

export function addMonths(day: PlainDate, months: number): PlainDate {
  const [year, month, date] = parts(day);
  const count = year * 12 + (month - 1) + months;
  const lastOfMonth = new Date(Date.UTC(Math.floor(count / 12), (count % 12) + 1, 0)).getUTCDate();
  return plainDate(
    new Date(Date.UTC(Math.floor(count / 12), count % 12, Math.min(date, lastOfMonth))).toISOString().slice(0, 10),
  );
}

/** Whole days from one day to another: negative when `to` is the earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toEpoch(to) - toEpoch(from);
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: PlainDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Completed years of age; negative before birth. */
export function ageOn(bornOn: PlainDate, day: PlainDate): number {
  const [bornYear, bornMonth, bornDate] = parts(bornOn);
  const [year, month, date] = parts(day);
  return year - bornYear - (month < bornMonth || (month === bornMonth && date < bornDate) ? 1 : 0);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `30 January 2024` */
export function sayDay(day: PlainDate): string {
  const [year, month, date] = parts(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A period of whole days, both ends counted. */
export type Period = { from: PlainDate; to: PlainDate };

function parts(day: PlainDate): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
function toEpoch(day: PlainDate): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}
function fromEpoch(days: number): PlainDate {
  return new Date(days * DAY).toISOString().slice(0, 10) as PlainDate;
}
