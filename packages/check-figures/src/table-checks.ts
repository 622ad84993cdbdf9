import { addUp, type Finding, type Hold, roundingOf, type Seen, say, sayParts } from './finding.ts';
import { type Cell, columnsOf, type Grid, gridOf, isNumber, NOT_SUMMED, TOTAL_ROW, type Value } from './grid.ts';
import { type Paper, quoteLine } from './paper.ts';
import { changeColumns } from './table-changes.ts';
import { sharesInCells, sharesInTable, withoutTotal } from './table-shares.ts';
import { mayOverlap } from './wholes.ts';

export function checkTables(paper: Paper): Seen[] {
  return paper.tables.flatMap((table) => {
    const grid = gridOf(table, paper);
    if (!grid) return [];
    const overlap = mayOverlap(grid.around) || mayOverlap(grid.header.join(' ')) || listsNeeds(grid);
    return [
      ...(overlap ? [] : [...downColumns(grid), ...acrossRows(grid), ...withoutTotal(grid)]),
      ...yearColumns(grid),
      ...changeColumns(grid),
      ...sharesInTable(grid),
      ...sharesInCells(grid),
    ];
  });
}

const NEED =
  /\b(?:special educational|send?|ehcps?|disab\w*|mental health|substance|alcohol|drugs?|domestic abuse|missing|online harm|gangs?|county lines|homeless\w*)\b/i;
const STATUS = /\b(?:looked[- ]after|in care|in need|protection plan|early help)\b/i;

/** “Mental health services” send referrals, and are nobody's need. */
const SENDER = /\b(?:services?|teams?|agenc\w+|partners?|hub|charit\w+|school|trust)\b/i;

/** Needs, factors and standings: a child has several, so the rows are no parts. */
function listsNeeds({ body }: Grid): boolean {
  const needs = body.filter(({ label }) => NEED.test(label) && !SENDER.test(label)).length;
  return needs > 1 || (needs === 1 && body.some(({ label }) => STATUS.test(label)));
}

type Summed = {
  quote: { line: number; quote: string };
  parts: readonly Cell[];
  total: Value;
  where: string;
  around: string;
};

/** Undefined: something hidden leaves it open. */
function judge({ quote, parts, total, where, around }: Summed): Finding | Hold | undefined {
  const known = parts.filter(isNumber);
  const sum = addUp(known.map(({ value }) => value));
  const steps = [...known, total].map(({ step }) => step);
  const exact = total.kind === 'count' && steps.every((step) => step === 1);
  const slack = exact
    ? sayRounded(known, total, around)
    : roundingOf(total.kind === 'percent' ? known.map(({ step }) => step) : steps);
  const sums = `${sayParts(known.map(({ value }) => value))} = ${say(sum)}`;
  if (known.length < parts.filter((cell) => cell !== 'blank').length)
    return sum > total.value + slack
      ? { ...quote, kind: 'sum', arithmetic: `${where}: ${sums} already, more than ${say(total.value)}.` }
      : undefined;
  if (Math.abs(sum - total.value) <= slack)
    return {
      ...quote,
      arithmetic: `${where}: ${say(total.value)} = ${sayParts(known.map(({ value }) => value))}${sum === total.value ? '' : ', within rounding'}.`,
    };
  const kind = total.kind === 'percent' && sum > 100 ? 'over-100' : 'sum';
  const by = say(Math.abs(sum - total.value));
  return {
    ...quote,
    kind,
    arithmetic: `${where}: ${sums}, not ${say(total.value)}: ${by} too ${total.kind === 'count' ? (sum > total.value ? 'many' : 'few') : sum > total.value ? 'much' : 'little'}.`,
  };
}

const YEAR_COLUMN =
  /^(?:(?:full |whole )?year(?: total| end| to date)?|annual|outturn|ytd|(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?(?: total| outturn)?)$/i;

/** The quarters or months of a year and then the year: where most of a row's kind add up, each must. */
function yearColumns({ header, body, around }: Grid): Seen[] {
  const column = header.findIndex((cell, at) => YEAR_COLUMN.test(cell.trim()) && isPart(header[at - 1]));
  const parts = header.flatMap((cell, at) => (at < column && isPart(cell) ? [at] : []));
  if (parts.length < 2) return [];
  return body.flatMap(({ row, label, cells }) => {
    const total = cells[column];
    const known = parts.map((at) => cells[at] ?? 'blank');
    if (!isNumber(total) || total.kind === 'percent' || NOT_SUMMED.test(label) || SHARED.test(label)) return [];
    if (!known.every((cell) => isNumber(cell) && cell.kind === total.kind)) return [];
    const sum = sumOf(known);
    // A stock stands at its last quarter, and children count once in the year.
    if (!isNear(sum, total.value) || (PEOPLE.test(label) && sum !== total.value)) return [];
    return (
      judge({
        quote: { line: row.line.line, quote: quoteLine(row.line) },
        parts: known,
        total,
        where: label,
        around,
      }) ?? []
    );
  });
}
const isPart = (head = '') => QUARTER_ROW.test(head.trim()) || MONTH_ROW.test(head.trim());
const SHARED = /%|per ?cent|percentage|proportion|share/i;

/** Counts rounded to 5 or 10, where the paper says that they are. */
function sayRounded(parts: readonly Value[], total: Value, around: string): number {
  if (!/\bround(?:ed|ing)\b/i.test(around)) return 0;
  const all = [...parts, total];
  const step = [10, 5].find((one) => all.every(({ value }) => value % one === 0)) ?? 1;
  return (step * all.length) / 2;
}

/** A table made to be slow has more; what they come to is not told. */
const MOST_TOTALS = 100;

function downColumns({ header, body, around }: Grid): Seen[] {
  const ends = periodsEnded(body);
  return columnsOf(body).flatMap((column) => {
    if (NOT_SUMMED.test(header[column] ?? '')) return [];
    const seen: Seen[] = [];
    // The same child may be seen in several months, and counts once in the year.
    const people =
      PEOPLE.test(header[column] ?? '') && body.every(({ label }) => TOTAL_ROW.test(label) || PERIOD_NAME.test(label));
    let parts: Cell[] = [];
    const totals: Value[] = [];
    for (const { row, label, cells } of body) {
      const cell = cells[column] ?? 'blank';
      if (!TOTAL_ROW.test(label) && !ends(label)) {
        if (!NOT_SUMMED.test(label) && cell !== 'words') parts.push(cell);
        continue;
      }
      if (!isNumber(cell)) continue;
      const same = parts.filter((one) => !isNumber(one) || one.kind === cell.kind);
      // An attendance of 87 % over all is an average; only a total of 100 % says that parts were added.
      if (cell.kind === 'percent' && Math.abs(cell.value - 100) > 5) continue;
      const quote = { line: row.line.line, quote: quoteLine(row.line) };
      const tries = [same, totals].filter((one) => one.length > 1 && (one === same || one.length <= MOST_TOTALS));
      const judged = tries.flatMap(
        (one) => judge({ quote, parts: one, total: cell, where: header[column] || label, around }) ?? [],
      );
      const best = judged.find((one) => !('kind' in one)) ?? judged[0];
      if (people && sumOf(same) > cell.value) continue;
      // “Total contacts” under plans and visits is a row of its own, and no sum.
      // Without a head above it a table may be the end of one, and the total of it all.
      const plain = header.length > 0 && /^(?:grand |overall |sub-?)?totals?$|^all$/i.test(label);
      if (best && (plain || !('kind' in best) || isNear(sumOf(same), cell.value))) seen.push(best);
      if (totals.length <= MOST_TOTALS) totals.push(cell);
      parts = [];
    }
    return seen;
  });
}

const MONTH_ROW = /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)\b/i;
const QUARTER_ROW = /^(?:q|qtr|quarter)\s*(?:[1-4]|one|two|three|four)\b/i;
const YEAR_ROW = /^(?:(?:full|whole) year|year(?: total)?|(?:19|20)\d\d\s?[-–/]\s?\d{2,4})$/i;

/** A quarter's row below its months, a year's below its quarters. */
function periodsEnded(body: Grid['body']): (label: string) => boolean {
  const [months, quarters] = [MONTH_ROW, QUARTER_ROW].map((row) => body.some(({ label }) => row.test(label)));
  return (label) => (months && QUARTER_ROW.test(label)) || (quarters && YEAR_ROW.test(label)) || false;
}

const PEOPLE = /\b(?:children|people|families|individuals|pupils|adults|users|members|staff|girls|boys)\b/i;
const PERIOD_NAME = /^(?:q[1-4]|quarter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|(?:19|20)\d\d)/i;
const isNear = (sum: number, total: number) => Math.abs(sum - total) <= Math.abs(total) / 4;
const sumOf = (cells: readonly Cell[]) => addUp(cells.filter(isNumber).map(({ value }) => value));

function acrossRows({ header, body, around }: Grid): Seen[] {
  const column = header.findIndex((cell) => /^(?:grand |overall )?totals?$|^all$/i.test(cell.trim()));
  if (column < 0 || (column !== 0 && column !== header.length - 1)) return [];
  const others = header.flatMap((cell, at) =>
    at === column || NOT_SUMMED.test(cell) || /%|per ?cent|share|proportion/i.test(cell) ? [] : [at],
  );
  if (others.length < 2) return [];
  const seen = body.flatMap(({ row, label, cells }) => {
    const total = cells[column];
    if (!isNumber(total) || total.kind === 'percent' || NOT_SUMMED.test(label)) return [];
    const parts = others
      .map((at) => cells[at] ?? 'blank')
      .filter((cell) => !isNumber(cell) || cell.kind === total.kind);
    const quote = { line: row.line.line, quote: quoteLine(row.line) };
    if (PEOPLE.test(label) && others.every((at) => PERIOD_NAME.test(header[at] ?? '')) && sumOf(parts) > total.value)
      return [];
    return parts.length < 2 ? [] : (judge({ quote, parts, total, where: label, around }) ?? []);
  });
  const allNear = body.every(({ cells }) => {
    const total = cells[column];
    return !isNumber(total) || isNear(sumOf(others.map((at) => cells[at] ?? 'blank')), total.value);
  });
  // Where most rows do not add up, the column called total is a total of something else.
  const wrong = seen.filter((one) => 'kind' in one).length;
  return wrong === 1 || wrong <= seen.length / 2 || allNear ? seen : [];
}
