import type { Shown, Sign } from '../../papers/index.ts';
import {
  type Accepted,
  type CellReader,
  code,
  day,
  type ImportResult,
  identifier,
  ifInFuture,
  ifOutOfOrder,
  optional,
  readOneSheet,
  required,
  settle,
  type Trouble,
  text,
  type Values,
} from '../../platform/imports/index.ts';
import { isRefusal, type PlainDate, type Refusal } from '../../platform/kernel/index.ts';
import { type Basis, bases, type Comparator, isNumber, signs, type UnitKind, unitKinds } from './comparator.ts';
import { seriesNamed } from './series.ts';

const isSign = (written: string): written is Sign => Object.hasOwn(signs, written);
const REMEDY = 'Write a number, or one of c, z, x, low and u where there is none.';

/** A number without its unit, or the sign that stands in place of one. */
const numberOrSign: CellReader<Shown> = {
  read: ({ text: written }) => {
    const lower = written.toLowerCase();
    if (isSign(lower)) return lower === written ? { value: lower } : { value: lower, repaired: 'a sign in capitals' };
    if (lower === 'k') return { value: 'low', repaired: 'the older sign for low' };
    if (/^\d{1,12}(\.\d{1,6})?$/.test(written)) return { value: Number(written) };
    const bare = written.replace(/\s*%$/, '').replaceAll(/(?<=\d),(?=\d{3}(\D|$))/g, '');
    if (bare !== written && /^\d{1,12}(\.\d{1,6})?$/.test(bare))
      return { value: Number(bare), repaired: 'a number with a comma or a per cent sign' };
    return { problem: 'is neither a number nor a sign', remedy: REMEDY };
  },
};

export const comparatorColumns = {
  measure: required('measure', text),
  areaCode: required('area_code', identifier),
  area: required('area', text),
  since: optional('from', day, 'period start'),
  asAt: required('as_at', day, 'to', 'until', 'period end'),
  shown: required('value', numberOrSign),
  unit: required('unit', code<UnitKind>({ name: 'the unit', codes: unitKinds }), 'unit kind'),
  basis: required('basis', code<Basis>({ name: 'the basis', codes: bases })),
  source: required('source', text),
  sourceDate: required('source_date', day),
};

type Row = Values<typeof comparatorColumns>;
export type ComparatorFile = { records: Accepted<Comparator>[]; result: ImportResult };

/** The key of a record is `measure|area_code|from|as_at|basis`: what a later value replaces. */
export function readComparators(bytes: Uint8Array, today: PlainDate): ComparatorFile | Refusal {
  const sheet = readOneSheet(bytes, comparatorColumns);
  if (isRefusal(sheet)) return sheet;
  const records = settle(sheet.result, sheet.rows, (row) => ({
    key: keyOf({ ...row, since: row.since ?? null }),
    record: { ...row, since: row.since ?? null },
    troubles: troublesOf(row),
    // A trial stands at a day of its own, and figures published since are welcome in it: told, and not refused.
    notices: ifInFuture<Row>(
      today,
      { column: 'asAt', day: row.asAt, called: 'the day' },
      { column: 'sourceDate', day: row.sourceDate, called: 'the source’s day' },
    ).map(({ column, problem }) => ({ column, problem })),
  }));
  return { records, result: sheet.result };
}

export const keyOf = ({
  measure,
  areaCode,
  since,
  asAt,
  basis,
}: Omit<Comparator, 'area' | 'unit' | 'shown' | 'source' | 'sourceDate'>) =>
  [measure, areaCode, since ?? '', asAt, basis].join('|');

function troublesOf(row: Row): Trouble<Row>[] {
  const series = seriesNamed.get(row.measure);
  if (!series)
    return [
      {
        column: 'measure',
        problem: 'is no measure that can be compared',
        remedy: `Use one of: ${[...seriesNamed.keys()].join(', ')}.`,
      },
    ];
  return [
    ...ifOutOfOrder<Row>(
      { column: 'since', day: row.since, called: 'the first day' },
      { column: 'asAt', day: row.asAt, called: 'the last day' },
    ),
    ...whenTroubles(row, series.over),
    ...unitTroubles(row, series.unit),
  ];
}

function whenTroubles({ since }: Row, over: 'period' | 'as-at'): Trouble<Row>[] {
  if (over === 'period' && !since)
    return [{ column: 'since', problem: 'is empty, and this is of a period', remedy: 'Give the first day.' }];
  if (over === 'as-at' && since)
    return [{ column: 'since', problem: 'is given, and this is as at a day', remedy: 'Leave the first day empty.' }];
  return [];
}

function unitTroubles({ unit, shown }: Row, expected: UnitKind): Trouble<Row>[] {
  if (unit !== expected)
    return [
      {
        column: 'unit',
        problem: `is not the unit of this measure, which is a ${unitKinds[expected]}`,
        remedy: 'Name the measure that has this unit, or correct the unit.',
      },
    ];
  if (!isNumber(shown)) return [];
  if (unit === 'count' && !Number.isInteger(shown))
    return [{ column: 'shown', problem: 'is a part of a child or of an event', remedy: 'Give the whole number.' }];
  if (unit === 'share' && shown > 100)
    return [{ column: 'shown', problem: 'is more than the whole', remedy: 'Give a share between 0 and 100.' }];
  if (unit === 'rate' && shown > 10_000)
    return [{ column: 'shown', problem: 'is more than every child', remedy: 'Give a rate for every 10,000 children.' }];
  return [];
}
