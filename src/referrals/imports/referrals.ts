import { birthRules, childColumns, type ImportedChild, importedChild, longBeforeBirth } from '../../people/index.ts';
import {
  type Accepted,
  code,
  day,
  type ImportResult,
  ifInFuture,
  ifOutOfOrder,
  optional,
  readOneSheet,
  required,
  settle,
  type Trouble,
  text,
  type Values,
  yesNo,
} from '../../platform/imports/index.ts';
import { isRefusal, type PlainDate, type Refusal } from '../../platform/kernel/index.ts';
import { outcomeCodes, type SourceCode, sources } from '../codes.ts';
import type { Outcome } from '../decision.ts';

export const referralColumns = {
  ...childColumns,
  receivedOn: required('received_on', day, 'date received', 'referral date', 'date of referral'),
  source: required('source', code(sources), 'referral source', 'source code'),
  agency: optional('agency', text, 'referring agency', 'referred by'),
  reason: optional('reason', text, 'reason for referral', 'concern'),
  outcome: optional('outcome', code(outcomeCodes), 'decision'),
  decidedOn: optional('decided_on', day, 'decision date', 'date decided'),
  evolve: optional('evolve', yesNo, 'evolve decision', 'referred to evolve'),
};

/** `evolve` is the decision to refer the child to Evolve; unsaid in the file, it follows from the outcome. */
export type ImportedReferral = {
  child: ImportedChild;
  receivedOn: PlainDate;
  source: SourceCode;
  agency: string | undefined;
  reason: string | undefined;
  outcome: Outcome | undefined;
  decidedOn: PlainDate | undefined;
  evolve: boolean | undefined;
};

export type ReferralsFile = { records: Accepted<ImportedReferral>[]; result: ImportResult };
type Row = Values<typeof referralColumns>;

/** The key of a record is `referral|child_id|received_on|source`, the same as in Annex A. */
export function readReferrals(bytes: Uint8Array, today: PlainDate): ReferralsFile | Refusal {
  const sheet = readOneSheet(bytes, referralColumns);
  if (isRefusal(sheet)) return sheet;
  const births = birthRules(sheet.rows, today);
  const records = settle(sheet.result, sheet.rows, (row) => {
    const received = { column: 'receivedOn' as const, day: row.receivedOn, called: 'the day it was received' };
    const decided = { column: 'decidedOn' as const, day: row.decidedOn, called: 'the decision' };
    const troubles = [
      ...births(row),
      ...ifInFuture(today, received, decided),
      ...ifOutOfOrder(received, decided),
      ...decisionTroubles(row),
    ];
    const key = referralKey(row.childId, row.receivedOn, row.source);
    return { key, record: recordOf(row, today), troubles, notices: longBeforeBirth<Row>(row.bornOn, received) };
  });
  return { records, result: sheet.result };
}

export function referralKey(childId: string, receivedOn: PlainDate, source: string): string {
  return `referral|${childId}|${receivedOn}|${source}`;
}

function decisionTroubles({ outcome, decidedOn, evolve }: Row): Trouble<Row>[] {
  if (decidedOn && !outcome && evolve === undefined)
    return [
      {
        column: 'decidedOn',
        problem: 'is a decision without an outcome',
        remedy: 'Say what was decided, or leave the date empty.',
      },
    ];
  if ((outcome || evolve) && !decidedOn)
    return [
      {
        column: 'decidedOn',
        problem: 'is missing, though an outcome is given',
        remedy: 'Give the day of the decision.',
      },
    ];
  if (outcome && evolve !== undefined && evolve !== (outcome === 'ALLOCATE_EVOLVE'))
    return [
      {
        column: 'evolve',
        problem: 'says something else than the outcome',
        remedy: 'Say Yes with the outcome ALLOCATE_EVOLVE, and No with any other.',
      },
    ];
  return [];
}

function recordOf(row: Row, today: PlainDate): ImportedReferral {
  const { receivedOn, source, agency, reason, decidedOn } = row;
  const outcome = row.outcome ?? (row.evolve ? 'ALLOCATE_EVOLVE' : undefined);
  const evolve = row.evolve ?? (outcome ? outcome === 'ALLOCATE_EVOLVE' : undefined);
  return { child: importedChild(row, today), receivedOn, source, agency, reason, outcome, decidedOn, evolve };
}
