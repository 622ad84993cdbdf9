import {
  type Accepted,
  code,
  day,
  findOverlaps,
  type ImportResult,
  ifInFuture,
  ifOutOfOrder,
  optional,
  readOneSheet,
  required,
  sayPeriod,
  settle,
  type Values,
} from '../../platform/imports/index.ts';
import { isRefusal, type PlainDate, type Refusal } from '../../platform/kernel/index.ts';
import { needs, provisions } from '../codes.ts';
import { birthRules, childColumns, type ImportedChild, ifBeforeBirth, importedChild } from './child.ts';

export const sendColumns = {
  ...childColumns,
  provision: required('provision', code(provisions), 'SEN provision', 'type'),
  need: optional('need', code(needs), 'primary need', 'SEN type'),
  from: required('from', day, 'start date', 'start'),
  until: optional('until', day, 'end date', 'end'),
};

/** Special educational needs of a child, in force from `from` up to, and not on, `until`. */
export type ImportedSend = {
  child: ImportedChild;
  provision: 'EHCP' | 'SEN_SUPPORT';
  need: keyof typeof needs.codes | undefined;
  from: PlainDate;
  until: PlainDate | undefined;
};

type Row = Values<typeof sendColumns>;
export type SendFile = { records: Accepted<ImportedSend>[]; result: ImportResult };

/** The key of a record is `send|child_id|provision|from`. */
export function readSend(bytes: Uint8Array, today: PlainDate): SendFile | Refusal {
  const sheet = readOneSheet(bytes, sendColumns);
  if (isRefusal(sheet)) return sheet;
  const births = birthRules(sheet.rows, today);
  const overlaps = findOverlaps();
  const records = settle(sheet.result, sheet.rows, (values) => {
    const { provision, need, from, until } = values;
    const begins = { column: 'from' as const, day: from, called: 'the start' };
    const ends = { column: 'until' as const, day: until, called: 'the end' };
    const troubles = [
      ...births(values),
      ...ifInFuture(today, begins, ends),
      ...ifOutOfOrder(begins, ends),
      ...ifBeforeBirth<Row>(values.bornOn, begins),
    ];
    const other = troubles.length === 0 ? overlaps(`${values.childId}|${provision}`, from, until) : undefined;
    if (other)
      troubles.push({
        column: 'from',
        problem: `overlaps the same provision ${sayPeriod(other)}`,
        remedy: 'End the earlier one, or leave this row out.',
      });
    const record = { child: importedChild(values, today), provision, need, from, until };
    return { key: `send|${values.childId}|${provision}|${from}`, record, troubles };
  });
  return { records, result: sheet.result };
}
