import { type PlainDate, sayDay } from './dates.ts';

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The day in England at this moment. */
export function londonDay(moment: Date): PlainDate {
  return shown(moment).slice(0, 10) as PlainDate;
}

/** The time in England at this moment, `HH:MM`. */
export function londonTime(moment: Date): string {
  return shown(moment).slice(11, 16);
}

/** `17:00 on 31 January 2024` */
export function sayMoment(moment: Date): string {
  return `${londonTime(moment)} on ${sayDay(londonDay(moment))}`;
}

/** The moment a clock in England shows this day and time (`HH:MM`). */
export function londonMoment(day: PlainDate, time: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  return new Date(asIfUtc - aheadAt(asIfUtc));
}

const shown = (moment: Date): string => new Date(moment.getTime() + aheadAt(moment.getTime())).toISOString();

const aheadOn = new Map<number, number>();

/** By how much clocks in England are ahead. Asking is slow, so a day on which they do not change is asked about once. */
function aheadAt(moment: number): number {
  const day = Math.floor(moment / DAY);
  const known = aheadOn.get(day);
  if (known !== undefined) return known;
  const ahead = askAhead(day * DAY);
  if (ahead !== askAhead(day * DAY + DAY - MINUTE)) return askAhead(moment);
  aheadOn.set(day, ahead);
  return ahead;
}

function askAhead(moment: number): number {
  const minute = Math.floor(moment / MINUTE) * MINUTE;
  return Date.parse(`${CLOCK.format(minute).replace(' ', 'T')}:00Z`) - minute;
}
