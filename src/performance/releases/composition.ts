import { isRefusal, type Period, type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import { printIn } from '../disclosure/printed.ts';
import { type Profile, profiles } from '../disclosure/profile.ts';
import { compose, type Protected, type Publication, type Sheet, type TableSpec } from '../disclosure/publication.ts';
import { type Counted, countedOver } from '../figures.ts';
import { lastCalendarYear, readPeriod, sayPeriod } from '../period.ts';
import { type AskedTable, readTable, specOf, writeTable } from './asked.ts';
import { questions } from './known-questions.ts';
import { type CellKey, layOut, type TableWords } from './layout.ts';
import { attributesOf, countedFrom, type Offered } from './offered.ts';
import type { Shown } from './paper.ts';

export type ProfileId = keyof typeof profiles;
/** What an analyst asks to be released: carried whole in the page's address, so that it can be sent to a colleague. */
export type Composition = { profile: ProfileId; period: Period; tables: readonly AskedTable[] };

/** The tables of the Child Exploitation annual report: activity, performance, trends, safeguarding (minute 149). */
export const annualReport: readonly string[] = [
  'referred.quarter',
  'assessments.type.quarter',
  'assessments.type.level',
  'assessments.type.age',
  'assessments.type.sex',
  'closures.reason',
  'caseload.type.age',
  'at-risk.looked_after+send',
];

/** Of what was asked for, what can be: a table nobody can make, or an impossible period, falls back and says so. */
export function readComposition(
  query: URLSearchParams,
  offered: Offered,
  today: PlainDate,
): Composition & { wrong: string | undefined } {
  const asked = query.has('from')
    ? readPeriod(query.get('from') ?? '', query.get('to') ?? '')
    : lastCalendarYear(today);
  const profile = (Object.keys(profiles) as ProfileId[]).find((id) => id === query.get('profile')) ?? 'public';
  const texts = [...new Set(query.has('table') ? query.getAll('table').filter((text) => text !== '') : annualReport)];
  const read = texts.map((text) => readTable(text, offered));
  const tables = read.filter((table) => table !== undefined);
  const wrong = isRefusal(asked)
    ? `${asked.refused}. The last calendar year is used instead.`
    : tables.length < texts.length
      ? 'A table that was asked for cannot be made, and is left out.'
      : undefined;
  return { profile, period: isRefusal(asked) ? lastCalendarYear(today) : asked, tables, wrong };
}

/** The address of a composition: what is asked for, and nothing of what was counted. */
export function addressOf({ profile, period, tables }: Composition): string {
  const query = new URLSearchParams({ from: period.from, to: period.to, profile });
  for (const table of tables) query.append('table', writeTable(table));
  // None at all is none, and not the annual report.
  if (tables.length === 0) query.append('table', '');
  return `/releases/compose?${query}`;
}

export type LaidOut = { words: TableWords; keys: CellKey[][] };

/** What is counted, and how it will stand on the page. */
export function composePublication(
  id: string,
  { tables, period }: Composition,
  sheets: readonly Sheet[],
  offered: Offered,
  today: PlainDate,
): { publication: Publication; laidOut: LaidOut[]; counted: Counted } {
  const counted = countedOver(period, today);
  const made = tables.map((asked) => {
    const countable = countableOf(asked, offered);
    const { kind } = countedFrom(countable, offered);
    const spec = specOf(asked, countable, offered, sheets.find((sheet) => sheet.kind === kind)?.records);
    const over = countable.over === 'period' ? sayPeriod(period) : `As at ${sayDay(counted.asAt)}`;
    return { spec, laidOut: layOut(asked, spec, countable, attributesOf(countable, offered), over) };
  });
  const periodic = new Set(offered.countables.flatMap(({ kind, over }) => (over === 'period' ? [kind] : [])));
  const over = { from: period.from, to: counted.asAt };
  return {
    publication: compose(
      id,
      counted.asAt,
      sheets.map((sheet) => (periodic.has(sheet.kind) ? { ...sheet, over } : sheet)),
      made.map(({ spec }) => spec),
      knownToBeAsked(tables, sheets, offered),
    ),
    laidOut: made.map(({ laidOut }) => laidOut),
    counted,
  };
}

/** What members are known to ask of the same records, and these tables do not print. */
function knownToBeAsked(tables: readonly AskedTable[], sheets: readonly Sheet[], offered: Offered): TableSpec[] {
  const printed = tables.map(writeTable);
  return Object.values(questions)
    .flatMap(({ tables: known }) => known)
    .filter((text) => !printed.includes(text))
    .flatMap((text) => readTable(text, offered) ?? [])
    .flatMap((asked) => {
      const countable = countableOf(asked, offered);
      const sheet = sheets.find(({ kind }) => kind === countedFrom(countable, offered).kind);
      return sheet ? [specOf(asked, countable, offered, sheet.records)] : [];
    });
}

/** The kinds of record that these tables are counted from. */
export const countedFor = (tables: readonly AskedTable[], offered: Offered) => [
  ...new Set(tables.map((asked) => countedFrom(countableOf(asked, offered), offered))),
];

export function countableOf({ kind }: AskedTable, { countables }: Offered) {
  const countable = countables.find((one) => one.kind === kind);
  if (!countable) throw new RangeError(`no room counts ${kind}`);
  return countable;
}

/** Why a reader does not see a number. */
export type Cell = { shown: Shown; why: string | undefined };
const whyWords = {
  small: 'few children',
  'guards another': 'guards a small one',
  'one group whole': 'says the same of every child of its row',
} as const;

/** The tables as they may be read: a number or a symbol in every cell, and why where it is a symbol. */
export function cellsOf({ profile, tables }: Protected, laidOut: readonly LaidOut[]): Cell[][][] {
  return laidOut.map(({ words, keys }) => {
    const table = tables.find(({ id }) => id === words.id);
    const byKey = new Map(table?.cells.map((cell) => [sayKey(cell.key), cell]));
    return keys.map((line) =>
      line.map((key) => {
        const cell = byKey.get(sayKey(key));
        if (!table || !cell) throw new Error(`the table ${words.id} has no cell ${sayKey(key)}`);
        return { shown: printIn(table, cell, profile as Profile), why: cell.why && whyWords[cell.why] };
      }),
    );
  });
}

export const sayKey = (key: CellKey): string => JSON.stringify(Object.entries(key).toSorted());
