import { birthRules, childColumns, type ImportedChild, ifBeforeBirth, importedChild } from '../../people/index.ts';
import {
  type Accepted,
  type CodeList,
  code,
  day,
  type ImportResult,
  ifInFuture,
  optional,
  readOneSheet,
  required,
  settle,
  type Trouble,
  text,
  type Values,
} from '../../platform/imports/index.ts';
import { isRefusal, type PlainDate, type Refusal } from '../../platform/kernel/index.ts';
import { levelCodes } from '../../risk/index.ts';
import { closingReasons } from '../closing.ts';

const reasons = {
  name: 'the reason for closing',
  codes: { ...closingReasons, DIED: 'Died' },
  also: {
    'risk reduced': 'RISK_REDUCED_LOW',
    'no risk': 'NO_RISK',
    'moved out of area': 'MOVED_AREA',
    'turned 18': 'TURNED_18_ADULT_PATHWAY',
    transferred: 'TRANSFERRED_SERVICE',
    'we could not engage the child': 'NOT_ENGAGED_RISK_HELD_ELSEWHERE',
    error: 'OPENED_IN_ERROR',
  },
} as const satisfies CodeList<string>;

const levels = { ...levelCodes, name: 'the level at closing' };

export const closureColumns = {
  ...childColumns,
  closedOn: required('closed_on', day, 'closure date', 'date closed', 'closing date'),
  reason: required('reason', code(reasons), 'closure reason', 'reason for closure'),
  level: optional('level', code(levels), 'level at closing', 'risk level at closure'),
  riskHeldBy: optional('risk_held_by', text, 'transferred to', 'held by'),
};

type Row = Values<typeof closureColumns>;

export type ImportedClosure = Pick<Row, 'closedOn' | 'reason' | 'level' | 'riskHeldBy'> & { child: ImportedChild };

export type ClosuresFile = { records: Accepted<ImportedClosure>[]; result: ImportResult };

/** The key of a record is `closure|child_id|closed_on`. */
export function readClosures(bytes: Uint8Array, today: PlainDate): ClosuresFile | Refusal {
  const sheet = readOneSheet(bytes, closureColumns);
  if (isRefusal(sheet)) return sheet;
  const births = birthRules(sheet.rows, today);
  const records = settle(sheet.result, sheet.rows, (row) => {
    const closed = { column: 'closedOn' as const, day: row.closedOn, called: 'the closing' };
    const troubles = [
      ...births(row),
      ...ifInFuture(today, closed),
      ...ifBeforeBirth<Row>(row.bornOn, closed),
      ...reasonAndLevel(row),
    ];
    const { closedOn, reason, level, riskHeldBy } = row;
    const record = { child: importedChild(row, today), closedOn, reason, level, riskHeldBy };
    return { key: `closure|${row.childId}|${closedOn}`, record, troubles };
  });
  return { records, result: sheet.result };
}

/** Success is claimed only where the level says so; every other reason keeps the true level, whatever it is. */
function reasonAndLevel({ reason, level }: Row): Trouble<Row>[] {
  const needed = reason === 'RISK_REDUCED_LOW' ? 'LOW' : reason === 'NO_RISK' ? 'NONE' : undefined;
  if (!needed || level === needed) return [];
  const problem = level ? `does not go with the reason ${reason}` : `is missing, though the reason ${reason} claims it`;
  return [{ column: 'level', problem, remedy: `Give the level ${needed}, or the reason the case really closed.` }];
}
