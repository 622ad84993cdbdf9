import { addDays, addMonths, addWorkingDays, type PlainDate } from './kernel/index.ts';

/** How sure we are of a limit: law and guidance, the partnership's own documents, another area's habit, our default. */
export type ClockGrade = 'law' | 'guidance' | 'partnership' | 'elsewhere' | 'default';

type DayUnit = 'working_days' | 'calendar_days' | 'months' | 'years';
/**
 * `hours` run day and night; `service_hours` only while the service is open; `service_day_hours` run day and night but
 * only on days the service opens. `clear_days` leave out the day of issue and the day of the meeting.
 */
type HourUnit = 'hours' | 'service_hours' | 'service_day_hours';
export type ClockUnit = DayUnit | HourUnit | 'clear_days' | 'days_before' | 'months_before' | 'per_meeting';

export type Clock = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly unit: ClockUnit;
  readonly grade: ClockGrade;
  readonly source: string;
};

function row<const I extends string, const U extends ClockUnit>(
  id: I,
  [from, to]: readonly [string, string],
  limit: number,
  unit: U,
  grade: ClockGrade,
  source: string,
) {
  return { id, from, to, limit, unit, grade, source };
}

/** Every limit the house counts against. One clock, one row; a clock with several limits has a row for each. */
export const clockRegister = [
  row('C1', ['referral received', 'acknowledged and decided'], 1, 'working_days', 'guidance', 'Working Together'),
  row('C1.allocated', ['referral sent to allocated worker', 'acknowledged'], 4, 'service_hours', 'default', ''),
  row('C2', ['referral by telephone', 'confirmed in writing'], 24, 'hours', 'elsewhere', '24 or 48 hours by area'),
  row('C3.red', ['partner asked, red', 'partner answers'], 2, 'hours', 'elsewhere', 'Merton MASH'),
  row('C3.amber', ['partner asked, amber', 'partner answers'], 6, 'service_hours', 'elsewhere', 'Merton MASH'),
  row('C3.green', ['partner asked, green', 'partner answers'], 24, 'service_day_hours', 'elsewhere', 'Merton MASH'),
  row('C4', ['level high', 'strategy discussion considered'], 0, 'calendar_days', 'default', 'the same day'),
  row('C5', ['strategy discussion', 'initial conference'], 15, 'working_days', 'guidance', 'Working Together'),
  row('C6', ['referral received', 'assessment authorised'], 45, 'working_days', 'guidance', 'Working Together'),
  row('C7', ['allocation', 'risk assessment authorised'], 10, 'working_days', 'elsewhere', 'North Yorkshire'),
  row('C8', ['assessment completed', 'formal review'], 84, 'calendar_days', 'partnership', 'twelve weeks'),
  row('C8.soon', ['review coming', 'shown as due soon'], 14, 'days_before', 'default', 'amber'),
  row('C8.escalate', ['review due', 'manager told'], 14, 'calendar_days', 'default', 'overdue by more than this'),
  row('C9', ['progress meeting', 'next one'], 7, 'calendar_days', 'partnership', 'weekly'),
  row('C10', ['Tactical Group', 'next one'], 7, 'calendar_days', 'partnership', 'weekly'),
  row('C11', ['Missing Meeting', 'next one'], 14, 'calendar_days', 'partnership', 'fortnightly'),
  row('C12', ['return', 'return interview complete'], 72, 'hours', 'guidance', 'DfE 2014, missing children'),
  row('C13', ['trafficking referral', 'reasonable grounds'], 5, 'working_days', 'guidance', 'Modern Slavery Act'),
  row('C13.pilot', ['pilot referral', 'reasonable grounds'], 45, 'calendar_days', 'guidance', 'devolved decisions'),
  row('C14', ['reasonable grounds', 'conclusive not before'], 30, 'calendar_days', 'guidance', 'Modern Slavery Act'),
  row('C15', ['Delivery Group', 'case studies presented'], 2, 'per_meeting', 'partnership', 'two each meeting'),
  row('C16', ['multi-agency audit', 'next one'], 1, 'months', 'partnership', 'monthly'),
  row('C17.earliest', ['training', 'delayed feedback from'], 56, 'calendar_days', 'default', 'eight weeks'),
  row('C17.latest', ['training', 'delayed feedback by'], 84, 'calendar_days', 'default', 'twelve weeks'),
  row('C18', ['recommendation', 'response'], 2, 'months', 'law', 'Local Government Act 2000 s9FE'),
  row('C19', ['agenda published', 'meeting'], 5, 'clear_days', 'law', 'Local Government Act 1972'),
  row('C20', ['key decision notice', 'decision'], 28, 'clear_days', 'law', 'Executive Arrangements Regulations 2012'),
  row('C21', ['subject access request', 'answer'], 1, 'months', 'law', 'UK GDPR article 12'),
  row('C21.extended', ['complex subject access request', 'answer'], 3, 'months', 'law', 'UK GDPR article 12'),
  row('C22', ['breach known', 'Commissioner told'], 72, 'hours', 'law', 'UK GDPR article 33'),
  row('C23', ['birth', 'retention review'], 75, 'years', 'partnership', 'statute for children in care'),
  row('C24.first', ['first alert', 'contract end'], 18, 'months_before', 'default', ''),
  row('C24.second', ['second alert', 'contract end'], 12, 'months_before', 'default', ''),
  row('C24.last', ['last alert', 'contract end'], 6, 'months_before', 'default', ''),
  row('C25', ['Philomena pack', 'refreshed'], 3, 'months', 'default', ''),
  row('C26.first', ['protection plan starts', 'first review'], 3, 'months', 'guidance', 'Working Together'),
  row('C26.later', ['protection plan review', 'next review'], 6, 'months', 'guidance', 'Working Together'),
  row('C27.high', ['level high', 'safety plan in place'], 1, 'working_days', 'default', ''),
  row('C27.medium', ['level medium', 'safety plan in place'], 5, 'working_days', 'default', ''),
  row('C28.first', ['first alert', '18th birthday'], 180, 'days_before', 'default', ''),
  row('C28.second', ['second alert', '18th birthday'], 100, 'days_before', 'default', ''),
  row('C28.day', ['last alert', '18th birthday'], 0, 'days_before', 'default', ''),
  row('C29', ['referral started', 'unfinished referral expires'], 14, 'calendar_days', 'default', ''),
  row('C29.remind', ['author reminded', 'unfinished referral expires'], 7, 'days_before', 'default', ''),
] as const satisfies readonly Clock[];

type Row = (typeof clockRegister)[number];
export type ClockId = Row['id'];
export type DayClockId = Extract<Row, { unit: DayUnit }>['id'];
export type HourClockId = Extract<Row, { unit: HourUnit }>['id'];
export type Clocks = ReadonlyMap<string, Clock>;

export const defaultClocks: Clocks = new Map(clockRegister.map((each) => [each.id, each]));

export function clock(id: ClockId, clocks: Clocks = defaultClocks): Clock {
  const found = clocks.get(id);
  if (!found) throw new RangeError(`no clock ${id}`);
  return found;
}

/** The last day that is still in time. Clocks counted in hours are for `service-hours.ts`: they need a moment. */
export function dueAfter(id: DayClockId, day: PlainDate, clocks: Clocks = defaultClocks): PlainDate {
  const { limit, unit } = clock(id, clocks);
  if (unit === 'working_days') return addWorkingDays(day, limit);
  if (unit === 'calendar_days') return addDays(day, limit);
  if (unit === 'months') return addMonths(day, limit);
  if (unit === 'years') return addMonths(day, limit * 12);
  throw new RangeError(`clock ${id} is not counted in days`);
}

/** A partnership's own limit, from a day on: what was due before that day stays as it was. */
export type ClockOverride = { id: ClockId; limit: number; from: PlainDate; to?: PlainDate; because: string };

/** The clocks as they run for something that starts on this day. The latest override in force wins. */
export function withClockOverrides(
  overrides: readonly ClockOverride[],
  onDay: PlainDate,
  clocks: Clocks = defaultClocks,
): Clocks {
  const changed = new Map(clocks);
  const inForce = overrides.filter(({ from, to }) => from <= onDay && (to === undefined || onDay <= to));
  for (const { id, limit, because } of inForce.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (!Number.isInteger(limit) || limit < 0) throw new RangeError(`clock ${id} needs a whole number, not ${limit}`);
    changed.set(id, { ...clock(id, clocks), limit, grade: 'partnership', source: because });
  }
  return changed;
}
