import {
  addDays,
  addWorkingDays,
  type PlainDate,
  plainDate,
  workingDayOnOrAfter,
} from '../../platform/kernel/index.ts';
import { type Chance, chanceFor, itemAt } from './chance.ts';
import {
  type Ending,
  ending,
  firstSitting,
  lastOf,
  nextSitting,
  opening,
  REVIEW_DAYS,
  type Sitting,
  type Spell,
  someDay,
  TODAY,
  within,
  workingDayOnOrBefore,
  YEAR,
} from './spell.ts';
import type { ClosureReason } from './story.ts';
import { setSomeType } from './types-and-levels.ts';

/** Records begin here. */
const BEGINNING = plainDate('2021-01-11');
const BEFORE_THE_YEAR = plainDate('2022-12-16');
const NEW_YEAR = plainDate('2024-01-02');

/** Spells opened and closed before 2023, some for reasons that are no success: the reasons 2023 does not show. */
const EARLIER: [ClosureReason, number][] = [
  ['RISK_REDUCED_LOW', 26],
  ['NO_RISK', 36],
  ['MOVED_AREA', 5],
  ['TURNED_18_ADULT_PATHWAY', 6],
  ['TRANSFERRED_SERVICE', 2],
  ['CUSTODY', 1],
  ['NOT_ENGAGED_RISK_HELD_ELSEWHERE', 2],
  ['OPENED_IN_ERROR', 1],
];

/** Reviews overdue at the trial's day: three by more than a fortnight, four by less. */
const OVERDUE = { long: 3, short: 4 };
const AWAITING = 3;
const FORTNIGHT = 14;
const NEW_DECISIONS = ['2024-01-03', '2024-01-08', '2024-01-11', '2024-01-17', '2024-01-23', '2024-01-26'];

export function earlierSpells(): Spell[] {
  const chance = chanceFor('earlier years');
  return EARLIER.flatMap(([reason, count]) => Array.from({ length: count }, () => earlierSpell(chance, reason)));
}

function earlierSpell(chance: Chance, reason: ClosureReason): Spell {
  const success = reason === 'RISK_REDUCED_LOW' || reason === 'NO_RISK';
  for (;;) {
    const spell = opening(chance, someDay(chance, BEGINNING, plainDate('2022-03-18')));
    if (reason === 'OPENED_IN_ERROR') return { ...spell, end: lastWord(chance, reason, spell.openedOn) };
    const length = success
      ? chance.weighted([
          [3, 2],
          [4, 4],
          [5, 4],
          [6, 2],
        ])
      : chance.between(2, 5);
    for (let before = spell.sittings.at(-1); spell.sittings.length < length; before = spell.sittings.at(-1))
      spell.sittings.push(before ? nextSitting(chance, before, chance.happens(0.25)) : firstSitting(chance, spell));
    const last = spell.sittings.at(-1)?.authorisedOn ?? spell.openedOn;
    spell.end = success ? ending(chance, reason, last) : lastWord(chance, reason, last);
    if ((spell.end.closedOn ?? TODAY) > BEFORE_THE_YEAR) continue;
    setSomeType(chance, spell);
    return spell;
  }
}

/** Carries the children still open at the end of 2023 on to the trial's day. */
export function carryOn(stays: Spell[]): void {
  const chance = chanceFor('january 2024');
  const due = chance.shuffle(stays.filter((spell) => dueOf(spell) <= TODAY));
  const long = due.filter((spell) => within(dueOf(spell), addDays(TODAY, -40), addDays(TODAY, -FORTNIGHT - 1)));
  const short = due.filter((spell) => within(dueOf(spell), addDays(TODAY, -FORTNIGHT), addDays(TODAY, -1)));
  const left = new Set([...long.slice(0, OVERDUE.long), ...short.slice(0, OVERDUE.short)]);
  const seen = due.filter((spell) => !left.has(spell));
  for (const spell of seen) spell.sittings.push(januarySitting(chance, spell));
  closeSome(
    chance,
    seen,
    stays.filter((spell) => !due.includes(spell)),
  );
}

export function newSpells(): Spell[] {
  const chance = chanceFor('new in january');
  return NEW_DECISIONS.map((day) => {
    const spell = opening(chance, plainDate(day));
    const first = firstSitting(chance, spell);
    if ((first.authorisedOn ?? first.on) < TODAY) spell.sittings.push(first);
    setSomeType(chance, spell);
    return spell;
  });
}

function dueOf(spell: Spell): PlainDate {
  const last = lastOf(spell);
  return last ? addDays(last.on, REVIEW_DAYS) : addWorkingDays(spell.allocatedOn, 10);
}

function januarySitting(chance: Chance, spell: Spell): Sitting {
  const before = lastOf(spell);
  if (!before) return settled(chance, addWorkingDays(spell.allocatedOn, 9));
  const due = dueOf(spell);
  const from = workingDayOnOrAfter(max(NEW_YEAR, addDays(before.on, 76)));
  return settled(chance, someDay(chance, from, max(from, min(workingDayOnOrBefore(due), plainDate('2024-01-26')))));
}

/** Endings of January 2024: five kinds, one of them proposed and waiting for a second person. */
function closeSome(chance: Chance, seen: Spell[], others: Spell[]): void {
  const early = seen.filter((spell) => spell.sittings.length > 2 && authorised(spell) <= '2024-01-16');
  const [none, low, waiting] = early;
  for (const spell of seen.filter((one) => one !== none && one !== low && one !== waiting).slice(-AWAITING)) {
    const last = spell.sittings.at(-1);
    if (!last) continue;
    spell.sittings[spell.sittings.length - 1] = {
      on: unauthorisedDay(chance, spell),
      type: last.type,
      level: last.level,
    };
  }
  if (!none || !low || !waiting) throw new Error('January has too few reviews');
  none.end = ending(chance, 'NO_RISK', authorised(none));
  low.end = ending(chance, 'RISK_REDUCED_LOW', authorised(low));
  waiting.end = {
    reason: 'RISK_REDUCED_LOW',
    proposedOn: plainDate('2024-01-25'),
    feedbackOn: plainDate('2024-01-29'),
  };
  const leaving: ClosureReason[] = ['TURNED_18_ADULT_PATHWAY', 'MOVED_AREA', 'NOT_ENGAGED_RISK_HELD_ELSEWHERE'];
  leaving.forEach((reason, at) => {
    const closedOn = plainDate(itemAt(['2024-01-12', '2024-01-18', '2024-01-24'], at));
    itemAt(
      others.filter(({ sittings }) => sittings.length > 1),
      at * 3,
    ).end = {
      reason,
      proposedOn: workingDayOnOrBefore(addDays(closedOn, -3)),
      feedbackOn: addDays(closedOn, -2),
      closedOn,
    };
  });
}

function unauthorisedDay(chance: Chance, spell: Spell): PlainDate {
  const before = spell.sittings.at(-2);
  const from = max(plainDate('2024-01-24'), before ? addDays(before.on, 76) : NEW_YEAR);
  return someDay(chance, workingDayOnOrAfter(from), max(workingDayOnOrAfter(from), plainDate('2024-01-29')));
}

/** An ending that is no success keeps the true level. */
function lastWord(chance: Chance, reason: ClosureReason, last: PlainDate): Ending {
  const proposedOn = addWorkingDays(last, chance.between(6, 30));
  const feedbackOn = addWorkingDays(proposedOn, 2);
  return { reason, proposedOn, feedbackOn, closedOn: addWorkingDays(feedbackOn, chance.between(1, 4)) };
}

function settled(chance: Chance, on: PlainDate): Sitting {
  const authorisedOn = addWorkingDays(on, chance.between(0, 2));
  return { on, authorisedOn: min(authorisedOn, plainDate('2024-01-29')), type: 'CCE', level: 'MEDIUM' };
}

function authorised(spell: Spell): PlainDate {
  return lastOf(spell)?.authorisedOn ?? YEAR.to;
}
function min(one: PlainDate, other: PlainDate): PlainDate {
  return one < other ? one : other;
}
function max(one: PlainDate, other: PlainDate): PlainDate {
  return one > other ? one : other;
}
