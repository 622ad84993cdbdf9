import {
  compose,
  having,
  type Profile,
  type Protected,
  type Publication,
  printIn,
  type profiles,
  type Sheet,
  type Where,
} from '@throughline/disclosure';
import { type Counted, countedOver, sayCounted } from '../figures/index.ts';
import type { Shown } from '../papers/index.ts';
import { type Period, type PlainDate, sayDay } from '../platform/kernel/index.ts';
import type { Countable } from '../platform/module.ts';
import { type AskedTable, specOf } from './asked.ts';
import { knownToBeAsked } from './follows.ts';
import { type CellKey, layOut, type Population, type TableWords } from './layout.ts';
import { attributesOf, countableOf, countedFrom, type Offered } from './offered.ts';
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
  populationOf: (asked: AskedTable) => Population | undefined = () => undefined,
): { publication: Publication; laidOut: LaidOut[]; counted: Counted } {
  const counted = countedOver(period, today);
  const days = { from: period.from, to: counted.asAt };
  const made = tables.map((asked) => {
    const countable = countableOf(asked, offered);
    const population = asked.as === 'rate' ? populationOf(asked) : undefined;
    if (asked.as === 'rate' && !population) throw new RangeError('a rate of a population that is not known');
    const spec = specOf(asked, countable, offered, population?.value);
    const attributes = attributesOf(countable, offered);
    const over = countable.over === 'period' ? sayCounted(period, today) : `As at ${sayDay(counted.asAt)}`;
    return { spec, laidOut: layOut(asked, spec, countable, attributes, { over, days, population }) };
  });
  const publication = compose(
    id,
    counted.asAt,
    sheets.map((sheet) => {
      const periodic = offered.countables.find(({ kind, over }) => kind === sheet.kind && over === 'period');
      return periodic
        ? { ...sheet, over: days, never: [...(sheet.never ?? []), ...outOfPeriod(periodic, days)] }
        : sheet;
    }),
    made.map(({ spec }) => spec),
    knownToBeAsked(tables, sheets, offered),
  );
  return {
    publication,
    laidOut: made.map(({ laidOut }) => laidOut),
    counted,
  };
}

/** That nothing lies in quarters that the days do not touch is known to every reader. */
const outOfPeriod = (countable: Countable, days: Period): Where[] =>
  Object.entries(countable.attributes).flatMap(([name, attribute]) => {
    const codes = untouched(attribute, days);
    return codes.length > 0 ? [having(name, ...codes)] : [];
  });

/** The kinds of record that these tables are counted from. */
export const countedFor = (tables: readonly AskedTable[], offered: Offered) => [
  ...new Set(tables.map((asked) => countedFrom(countableOf(asked, offered), offered))),
];

/** Why a reader does not see a number. */
export type Cell = { shown: Shown; why: string | undefined };
const whyWords = {
  small: 'few children',
  'guards another': 'would give a small one away',
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
