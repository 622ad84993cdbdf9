import {
  addDays,
  addMonths,
  dayOf,
  findPlainDate,
  type Period,
  type PlainDate,
  plainDate,
  type Refusal,
  refuse,
  sayDay,
} from '../platform/kernel/index.ts';

const LONGEST_YEARS = 10;
const LAST_YEAR = 9000; // days are written with four figures for the year, here and ten years on

/** Two days typed or linked as `YYYY-MM-DD`, or why they are no period. */
export function readPeriod(from: string, to: string): Period | Refusal {
  const [first, last] = [findPlainDate(from), findPlainDate(to)];
  if (!first) return refuse('Enter the first day as a real day', 'from');
  if (!last) return refuse('Enter the last day as a real day', 'to');
  if (year(first) > LAST_YEAR) return refuse(`Enter a year before ${LAST_YEAR}`, 'from');
  if (last < first) return refuse('The last day is before the first day', 'to');
  if (last > addMonths(first, LONGEST_YEARS * 12))
    return refuse(`Choose a period of ${LONGEST_YEARS} years or less`, 'to');
  return { from: first, to: last };
}

const year = (day: PlainDate) => Number(day.slice(0, 4));
const made = (y: number, m: number, d: number) => dayOf(y, m, d) ?? plainDate(`${y}-01-01`);

/** The last whole calendar year: what the annual report is about unless another period is asked for. */
export function lastCalendarYear(today: PlainDate): Period {
  return { from: made(year(today) - 1, 1, 1), to: made(year(today) - 1, 12, 31) };
}

/** Periods people ask for, each by its name. The financial year begins on 1 April. */
export function usualPeriods(today: PlainDate): { says: string; period: Period }[] {
  const last = year(today) - 1;
  const financial = today >= made(year(today), 4, 1) ? year(today) : last;
  return [
    { says: `Calendar ${last}`, period: lastCalendarYear(today) },
    { says: `January to June ${last}`, period: { from: made(last, 1, 1), to: made(last, 6, 30) } },
    { says: `July to December ${last}`, period: { from: made(last, 7, 1), to: made(last, 12, 31) } },
    { says: `Calendar ${last - 1}`, period: { from: made(last - 1, 1, 1), to: made(last - 1, 12, 31) } },
    {
      says: `Financial year ${financial}/${String(financial + 1).slice(2)} so far`,
      period: { from: made(financial, 4, 1), to: today },
    },
    { says: 'Last twelve months', period: { from: addDays(addMonths(today, -12), 1), to: today } },
  ];
}

/** A period that is not over is counted up to today, and says so. */
export const sayCounted = (period: Period, today: PlainDate): string =>
  period.to > today ? `${sayPeriod(period)}, counted up to ${sayDay(today)}` : sayPeriod(period);

export const sayPeriod = ({ from, to }: Period): string => `${sayDay(from)} to ${sayDay(to)}`;
