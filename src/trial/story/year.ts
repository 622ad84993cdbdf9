import { addDays, addWorkingDays, daysBetween, type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import { type Chance, chanceFor } from './chance.ts';
import {
  ending,
  firstSitting,
  inYear,
  isLate,
  nextSitting,
  opening,
  type Spell,
  someDay,
  within,
  YEAR,
} from './spell.ts';

/**
 * The calendar year 2023 as the public papers report it: 66 open + 77 - 73 = 70 open, and 77 first assessments + 267
 * reviews = 344 on 139 children. The table below gives the children; days are drawn until every row holds.
 */
type Row = {
  /** Open at the start of the year, and so with assessments before it. */
  here: boolean;
  /** Still open at the end of the year. */
  stays: boolean;
  /** Assessments completed in the year. */
  inYear: number;
  /** Assessments in the whole spell, one entry for each child; for one who stays, up to the end of the year. */
  spells: number[];
};

const ROWS: Row[] = [
  { here: true, stays: false, inYear: 0, spells: [4, 5, 5] },
  { here: true, stays: false, inYear: 1, spells: times([3, 2], [4, 5], [5, 5], [6, 3]) },
  { here: true, stays: false, inYear: 2, spells: times([3, 3], [4, 5], [5, 6], [6, 3]) },
  { here: true, stays: false, inYear: 3, spells: times([4, 6], [5, 6], [6, 3]) },
  { here: true, stays: false, inYear: 4, spells: times([4, 1], [5, 4], [6, 3]) },
  { here: true, stays: false, inYear: 5, spells: [6, 6] },
  { here: true, stays: true, inYear: 4, spells: times([5, 4]) },
  { here: true, stays: true, inYear: 5, spells: [6, 6] },
  { here: false, stays: false, inYear: 3, spells: times([3, 9]) },
  { here: false, stays: false, inYear: 4, spells: times([4, 4]) },
  { here: false, stays: true, inYear: 0, spells: [0] },
  { here: false, stays: true, inYear: 1, spells: times([1, 16]) },
  { here: false, stays: true, inYear: 2, spells: times([2, 24]) },
  { here: false, stays: true, inYear: 3, spells: times([3, 17]) },
  { here: false, stays: true, inYear: 4, spells: times([4, 6]) },
];

const LATE_REVIEWS = 45;
const LAST_DECISION = plainDate('2023-12-21');
const CARRIED_OVER = plainDate('2022-12-20');

/** The 143 spells of the year, closed ones first proposed as risk reduced; who reached "no risk identified" is settled later. */
export function spellsOfTheYear(): Spell[] {
  const chance = chanceFor('year');
  const wanted = ROWS.flatMap((row) => row.spells.map((length) => ({ row, length })));
  const spells = wanted.map(({ row, length }) => draw(chance, row, length));
  for (let turn = 0; turn < 5000 && badness(spells) > 0; turn++) {
    const at = chance.between(0, wanted.length - 1);
    const { row, length } = wanted[at] ?? { row: ROWS[0], length: 0 };
    const before = spells[at];
    if (!row || !before) continue;
    const bad = badness(spells);
    spells[at] = draw(chance, row, length);
    if (badness(spells) > bad) spells[at] = before;
  }
  return spells;
}

/** How far the reviews are from 45 late of 267 and a mean of 85 days. */
function badness(spells: Spell[]): number {
  const gaps = reviewsIn(spells);
  const late = gaps.filter((gap) => gap.late).length;
  const mean = gaps.reduce((sum, gap) => sum + gap.days, 0) / gaps.length;
  return Math.abs(late - LATE_REVIEWS) + Math.max(0, Math.abs(mean - 85) - 0.3) * 10;
}

function reviewsIn(spells: Spell[], period = YEAR): { days: number; late: boolean }[] {
  return spells.flatMap(({ sittings }) =>
    sittings.flatMap((sitting, at) => {
      const before = sittings[at - 1];
      if (!before || !within(sitting.on, period.from, period.to)) return [];
      return [{ days: daysBetween(before.on, sitting.on), late: isLate(sitting, before) }];
    }),
  );
}

function draw(chance: Chance, row: Row, length: number): Spell {
  for (let tries = 0; tries < 20_000; tries++) {
    const spell = row.stays ? staying(chance, row, length) : leaving(chance, row, length);
    if (spell && inYear(spell).length === row.inYear && opensWhereItShould(spell, row)) return spell;
  }
  throw new Error(`no days fit ${JSON.stringify(row)}`);
}

function leaving(chance: Chance, row: Row, length: number): Spell | undefined {
  const spell = begin(chance, row, length);
  while (spell.sittings.length < length) add(chance, spell);
  const last = spell.sittings.at(-1)?.authorisedOn;
  if (!last) return undefined;
  const end = ending(chance, 'RISK_REDUCED_LOW', last);
  return within(end.closedOn, YEAR.from, YEAR.to) ? { ...spell, end } : undefined;
}

function staying(chance: Chance, row: Row, length: number): Spell | undefined {
  const spell = begin(chance, row, length);
  while (spell.sittings.length <= length) add(chance, spell);
  const beyond = spell.sittings.pop();
  return beyond && beyond.on > YEAR.to ? spell : undefined;
}

function begin(chance: Chance, row: Row, length: number): Spell {
  if (row.stays && row.inYear === 0) return opening(chance, LAST_DECISION);
  const before = length - row.inYear;
  if (row.here && before === 0) return opening(chance, CARRIED_OVER);
  if (!row.here) return opening(chance, someDay(chance, plainDate('2023-01-03'), addDays(LAST_DECISION, -2)));
  const earliest = addDays(YEAR.from, -(before * 90 + 30));
  const latest = addDays(YEAR.from, -Math.max(16, (before - 1) * 78));
  return opening(chance, someDay(chance, earliest, latest));
}

function add(chance: Chance, spell: Spell): void {
  const before = spell.sittings.at(-1);
  spell.sittings.push(before ? nextSitting(chance, before, chance.happens(0.17)) : firstSitting(chance, spell));
}

function opensWhereItShould(spell: Spell, row: Row): boolean {
  const first: PlainDate = spell.sittings[0]?.on ?? addWorkingDays(spell.openedOn, 5);
  if (row.here) return spell.openedOn < YEAR.from && spell.sittings.every(settledInItsYear);
  return spell.decidedOn >= YEAR.from && first <= addDays(YEAR.to, 30) && spell.sittings.every(settledInItsYear);
}

function settledInItsYear(sitting: { on: PlainDate; authorisedOn?: PlainDate }): boolean {
  return sitting.authorisedOn?.slice(0, 4) === sitting.on.slice(0, 4);
}

/** `times([4, 2], [5, 1])` is 4, 4, 5. */
function times(...counts: [number, number][]): number[] {
  return counts.flatMap(([value, count]) => Array<number>(count).fill(value));
}
