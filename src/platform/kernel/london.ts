import { type PlainDate, sayDay } from './dates.ts';

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The day in England at this moment. */
export function londonDay(moment: Date): PlainDate {
  return CLOCK.format(moment).slice(0, 10) as PlainDate;
}

/** The time in England at this moment, `HH:MM`. */
export function londonTime(moment: Date): string {
  return CLOCK.format(moment).slice(11, 16);
}

/** `17:00 on 31 January 2024` */
export function sayMoment(moment: Date): string {
  return `${londonTime(moment)} on ${sayDay(londonDay(moment))}`;
}

/** The moment a clock in England shows this day and time (`HH:MM`). */
export function londonMoment(day: PlainDate, time: string): Date {
  const asIfUtc = new Date(`${day}T${time}:00Z`);
  const shown = Date.parse(`${CLOCK.format(asIfUtc).replace(' ', 'T')}:00Z`);
  return new Date(asIfUtc.getTime() - (shown - asIfUtc.getTime()));
}
