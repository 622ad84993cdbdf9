import { type Clocks, clock, defaultClocks, dueAfter, type HourClockId } from './clocks.ts';
import { addDays, isWorkingDay, londonDay, londonMoment, londonTime, type PlainDate, weekday } from './kernel/index.ts';

export type OpeningTimes = { opens: string; closes: string };
/** A week's opening times (1 is Monday), in force between two days; a day left out is a day closed. */
export type ServiceHours = { from?: PlainDate; to?: PlainDate; week: Readonly<Record<number, OpeningTimes>> };

const LONG = { opens: '08:30', closes: '17:00' };
const SHORT = { opens: '08:30', closes: '16:30' };

/** The Rotherham MASH, as it publishes them; the day they began is not published. */
export const mashHours: readonly ServiceHours[] = [{ week: { 1: LONG, 2: LONG, 3: LONG, 4: LONG, 5: SHORT } }];

export function openingOn(day: PlainDate, hours = mashHours): OpeningTimes | undefined {
  const bankHoliday = weekday(day) <= 5 && !isWorkingDay(day);
  if (bankHoliday) return undefined;
  return hours.find(({ from, to }) => (!from || from <= day) && (!to || day <= to))?.week[weekday(day)];
}

/** From the minute of opening up to, not with, the minute of closing. */
export function inServiceHours(moment: Date, hours = mashHours): boolean {
  const open = openingOn(londonDay(moment), hours);
  const time = londonTime(moment);
  return open !== undefined && open.opens <= time && time < open.closes;
}

/** The moment itself in service hours, otherwise the next opening: what arrives at night waits for the morning. */
export function countsFrom(moment: Date, hours = mashHours): Date {
  if (inServiceHours(moment, hours)) return moment;
  const day = londonDay(moment);
  const open = openingOn(day, hours);
  if (open && londonTime(moment) < open.opens) return londonMoment(day, open.opens);
  return opening(serviceDayOnOrAfter(addDays(day, 1), hours), hours);
}

/** Working Together: decided within one working day, which here ends when the service closes on the next. */
export function mashDecisionDue(receivedAt: Date, hours = mashHours, clocks: Clocks = defaultClocks): Date {
  const received = londonDay(countsFrom(receivedAt, hours));
  return closing(serviceDayOnOrAfter(dueAfter('C1', received, clocks), hours), hours);
}

export type Brag = 'red' | 'amber' | 'green' | 'blue';

/**
 * When a partner's answer is due; a blue referral asks partners nothing. Red runs day and night, because danger does.
 * Amber runs while the service is open. Green is a day of 24 hours that leaves out days closed and ends by closing:
 * counted in service hours it would outlast the decision it is for. Which hours count is our default (clocks C3).
 */
export function partnerAnswerDue(
  rating: Brag,
  askedAt: Date,
  hours = mashHours,
  clocks: Clocks = defaultClocks,
): Date | undefined {
  return rating === 'blue' ? undefined : momentAfter(`C3.${rating}`, askedAt, hours, clocks);
}

/** Where a clock counted in hours ends. */
export function momentAfter(id: HourClockId, moment: Date, hours = mashHours, clocks: Clocks = defaultClocks): Date {
  const { limit, unit } = clock(id, clocks);
  if (unit === 'hours') return new Date(moment.getTime() + limit * 3_600_000);
  if (unit === 'service_hours') return addServiceMinutes(moment, limit * 60, hours);
  if (unit === 'service_day_hours') return addServiceDayHours(moment, limit, hours);
  throw new RangeError(`clock ${id} is not counted in hours`);
}

/** Minutes of service between now and then: negative once late, by the minutes of service since. */
export function serviceTimeLeft(now: Date, due: Date, hours = mashHours): number {
  if (now > due) return -serviceTimeLeft(due, now, hours) || 0;
  const [first, last] = [londonDay(now), londonDay(due)];
  let minutes = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const open = openingOn(day, hours);
    if (!open) continue;
    const from = Math.max(minute(open.opens), day === first ? minute(londonTime(now)) : 0);
    const to = Math.min(minute(open.closes), day === last ? minute(londonTime(due)) : 1440);
    minutes += Math.max(0, to - from);
  }
  return minutes;
}

function addServiceMinutes(moment: Date, minutes: number, hours: readonly ServiceHours[]): Date {
  const start = countsFrom(moment, hours);
  const untilClosing = serviceTimeLeft(start, closing(londonDay(start), hours), hours);
  if (minutes <= untilClosing) return new Date(start.getTime() + minutes * 60_000);
  return addServiceMinutes(closing(londonDay(start), hours), minutes - untilClosing, hours);
}

function addServiceDayHours(moment: Date, count: number, hours: readonly ServiceHours[]): Date {
  const start = countsFrom(moment, hours);
  let day = londonDay(start);
  let minutes = minute(londonTime(start)) + count * 60;
  for (; minutes >= 1440; minutes -= 1440) day = serviceDayOnOrAfter(addDays(day, 1), hours);
  const at = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const { opens, closes } = times(day, hours);
  return londonMoment(day, at < opens ? opens : at > closes ? closes : at);
}

function serviceDayOnOrAfter(day: PlainDate, hours: readonly ServiceHours[]): PlainDate {
  let found = day;
  // A fortnight passes any run of holidays: beyond it the hours themselves are wrong.
  for (let tried = 0; tried < 15; tried++, found = addDays(found, 1)) if (openingOn(found, hours)) return found;
  throw new RangeError(`no service hours within a fortnight of ${day}`);
}

function times(day: PlainDate, hours: readonly ServiceHours[]): OpeningTimes {
  const open = openingOn(day, hours);
  if (!open) throw new RangeError(`the service is closed on ${day}`);
  return open;
}
const opening = (day: PlainDate, hours: readonly ServiceHours[]) => londonMoment(day, times(day, hours).opens);
const closing = (day: PlainDate, hours: readonly ServiceHours[]) => londonMoment(day, times(day, hours).closes);
const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
