import { type Period, type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import type { Attribute } from '../../platform/module.ts';
import { printIn } from '../disclosure/printed.ts';
import type { Profile, profiles } from '../disclosure/profile.ts';
import {
  compose,
  type Protected,
  type Publication,
  type Sheet,
  type Table,
  type TableSpec,
} from '../disclosure/publication.ts';
import { type Counted, countedOver } from '../figures.ts';
import { sayCounted } from '../period.ts';
import { type AskedTable, readTable, specOf, writeTable } from './asked.ts';
import { questions } from './known-questions.ts';
import { type CellKey, layOut, type TableWords } from './layout.ts';
import { attributesOf, countedFrom, type Offered } from './offered.ts';
import type { Shown } from './paper.ts';
import { untouched } from './quarters.ts';

export type ProfileId = keyof typeof profiles;
/** What an analyst asks to be released: carried whole in the page's address, so that it can be sent to a colleague. */
export type Composition = {
  profile: ProfileId;
  period: Period;
  tables: readonly AskedTable[];
  /** Its tables stand under the sections of the annual report. */
  sectioned?: boolean;
};

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
  const days = { from: period.from, to: counted.asAt };
  const made = tables.map((asked) => {
    const countable = countableOf(asked, offered);
    const { kind } = countedFrom(countable, offered);
    const spec = specOf(asked, countable, offered, sheets.find((sheet) => sheet.kind === kind)?.records);
    const attributes = attributesOf(countable, offered);
    const over = countable.over === 'period' ? sayCounted(period, today) : `As at ${sayDay(counted.asAt)}`;
    const laidOut = layOut(asked, spec, countable, attributes, { over, days });
    return { spec, laidOut, out: asked.by.map((name) => outOf(attributes[name], days)) };
  });
  const periodic = new Set(offered.countables.flatMap(({ kind, over }) => (over === 'period' ? [kind] : [])));
  const publication = compose(
    id,
    counted.asAt,
    sheets.map((sheet) => (periodic.has(sheet.kind) ? { ...sheet, over: days } : sheet)),
    made.map(({ spec }) => spec),
    knownToBeAsked(tables, sheets, offered),
  );
  return {
    publication: {
      ...publication,
      tables: publication.tables.map((table, at) => knownEmpty(table, made[at])),
    },
    laidOut: made.map(({ laidOut }) => laidOut),
    counted,
  };
}

/** The names of groups that no day counted can lie in. */
const outOf = (attribute: Attribute | undefined, days: Period): ReadonlySet<string> =>
  new Set(untouched(attribute, days).map((code) => attribute?.values[code] ?? code));

/**
 * That nothing lies outside the days counted is known to every reader, printed or not: such a cell counts as shown, so
 * that nothing is thought to be hidden behind it.
 */
function knownEmpty(table: Table, made: { spec: TableSpec; out: ReadonlySet<string>[] } | undefined): Table {
  const isOut = ({ key }: Table['cells'][number]) =>
    made?.spec.by.some(({ title }, at) => made.out[at]?.has(key[title] ?? '')) ?? false;
  return { ...table, cells: table.cells.map((cell) => (isOut(cell) ? { ...cell, hidden: false } : cell)) };
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
