import {
  addDays,
  addWorkingDays,
  daysBetween,
  isWorkingDay,
  type PlainDate,
  plainDate,
  workingDayOnOrAfter,
} from '../../platform/kernel/index.ts';
import type { ExploitationType, Level } from '../../risk/index.ts';
import { type Chance, itemAt } from './chance.ts';
import type { ClosureReason } from './story.ts';

/** The bones of one child's time with Evolve: its days, types and levels. The rest of the story is hung on them. */
export type Spell = {
  key: string;
  decidedOn: PlainDate;
  openedOn: PlainDate;
  allocatedOn: PlainDate;
  sittings: Sitting[];
  end?: Ending;
};

/** One assessment completed. */
export type Sitting = { on: PlainDate; authorisedOn?: PlainDate; type: ExploitationType; level: Level };

export type Ending = { reason: ClosureReason; proposedOn: PlainDate; feedbackOn: PlainDate; closedOn?: PlainDate };

/** Twelve weeks: the formal review falls due this many days after the assessment before it. */
export const REVIEW_DAYS = 84;
/** The year the public papers report, and the day the trial lives on. */
export const YEAR = { from: plainDate('2023-01-01'), to: plainDate('2023-12-31') };
export const TODAY = plainDate('2024-01-30');

export function opening(chance: Chance, decidedOn: PlainDate): Spell {
  const openedOn = chance.happens(0.6) ? decidedOn : sameYear(addWorkingDays(decidedOn, 1), decidedOn);
  const allocatedOn = chance.happens(0.7) ? openedOn : sameYear(addWorkingDays(openedOn, 1), openedOn);
  return { key: '', decidedOn, openedOn, allocatedOn, sittings: [] };
}

/** The first assessment: ten working days from allocation, mostly kept. */
export function firstSitting(chance: Chance, spell: Spell): Sitting {
  return sitting(chance, addWorkingDays(spell.allocatedOn, chance.happens(0.85) ? chance.between(5, 8) : 11));
}

export function nextSitting(chance: Chance, before: Sitting, late: boolean): Sitting {
  return sitting(chance, late ? lateReview(chance, before.on) : reviewOnTime(chance, before.on));
}

export function isLate(sitting: Sitting, before: Sitting): boolean {
  return daysBetween(before.on, sitting.on) > REVIEW_DAYS;
}

/** Proposed once the last level is authorised; feedback offered; closed by a second person. */
export function ending(chance: Chance, reason: ClosureReason, last: PlainDate): Ending & { closedOn: PlainDate } {
  const proposedOn = addWorkingDays(last, chance.between(0, 2));
  const feedbackOn = addWorkingDays(proposedOn, chance.between(1, 4));
  return { reason, proposedOn, feedbackOn, closedOn: addWorkingDays(feedbackOn, chance.between(0, 4)) };
}

export function within(day: PlainDate, from: PlainDate, to: PlainDate): boolean {
  return day >= from && day <= to;
}

export function inYear(spell: Spell): Sitting[] {
  return spell.sittings.filter(({ on }) => within(on, YEAR.from, YEAR.to));
}

export function lastOf(spell: Spell, by: PlainDate = TODAY): Sitting | undefined {
  return spell.sittings.findLast(({ on }) => on <= by);
}

/** A working day between two days, both ends counted. */
export function someDay(chance: Chance, from: PlainDate, to: PlainDate): PlainDate {
  const day = workingDayOnOrAfter(addDays(from, chance.between(0, daysBetween(from, to))));
  return day <= to ? day : workingDayOnOrBefore(to);
}

export function workingDayOnOrBefore(day: PlainDate): PlainDate {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, -1);
  return found;
}

/** Type and level are settled later, once the days of everybody are known. */
function sitting(chance: Chance, on: PlainDate): Sitting {
  const authorisedOn = addWorkingDays(on, itemAt([0, 1, 1, 2, 3], chance.between(0, 4)));
  return { on, authorisedOn: sameYear(authorisedOn, on), type: 'CCE', level: 'MEDIUM' };
}

function reviewOnTime(chance: Chance, before: PlainDate): PlainDate {
  return workingDayOnOrBefore(addDays(before, chance.happens(0.25) ? REVIEW_DAYS : chance.between(77, REVIEW_DAYS)));
}

function lateReview(chance: Chance, before: PlainDate): PlainDate {
  return workingDayOnOrAfter(addDays(before, REVIEW_DAYS + chance.between(1, 38)));
}

/** What would run over the turn of the year is done on the day itself instead, so that no figure straddles it. */
function sameYear(day: PlainDate, asThis: PlainDate): PlainDate {
  return day.slice(0, 4) === asThis.slice(0, 4) ? day : asThis;
}
