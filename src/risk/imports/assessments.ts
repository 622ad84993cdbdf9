import { birthRules, childColumns, type ImportedChild, ifBeforeBirth, importedChild } from '../../people/index.ts';
import {
  type Accepted,
  type CodeList,
  code,
  day,
  type ImportResult,
  ifInFuture,
  ifOutOfOrder,
  optional,
  plainly,
  readOneSheet,
  required,
  settle,
  type Trouble,
  text,
  type Values,
} from '../../platform/imports/index.ts';
import { isRefusal, type PlainDate, type Refusal } from '../../platform/kernel/index.ts';
import type { AssessmentKind } from '../assessment.ts';
import { levelCodes } from '../codes.ts';
import { type ExploitationType, type Standing, standingWords, typeWords } from '../judgement.ts';

const kinds: CodeList<AssessmentKind> = {
  name: 'the kind of assessment',
  codes: { initial: 'Initial', review: 'Review' },
  also: { 'initial assessment': 'initial', first: 'initial', '12 week review': 'review', reassessment: 'review' },
};

const types: CodeList<ExploitationType> = {
  name: 'the type of exploitation',
  codes: typeWords,
  also: {
    criminal: 'CCE',
    'child criminal exploitation': 'CCE',
    'criminal exploitation': 'CCE',
    sexual: 'CSE',
    'child sexual exploitation': 'CSE',
    'sexual exploitation': 'CSE',
    'CCE and CSE': 'BOTH',
    'CSE and CCE': 'BOTH',
    'CCE/CSE': 'BOTH',
    'CSE/CCE': 'BOTH',
    'no risk': 'NO_RISK',
    none: 'NO_RISK',
    'no identified risk': 'NO_RISK',
  },
};

const standings: CodeList<Standing | 'neither'> = {
  name: 'whether the child is at risk of or experiencing exploitation',
  codes: { ...standingWords, neither: 'Neither' },
  also: { 'at risk': 'at_risk', 'at risk of': 'at_risk', 'being exploited': 'experiencing', none: 'neither' },
};

export const assessmentColumns = {
  ...childColumns,
  completedOn: required('completed_on', day, 'completion date', 'assessment date', 'date completed'),
  authorisedOn: optional('authorised_on', day, 'authorisation date', 'date authorised'),
  kind: required('kind', code(kinds), 'assessment kind', 'initial or review'),
  type: required('type', code(types), 'exploitation type', 'risk type'),
  level: required('level', code(levelCodes), 'risk level'),
  author: optional('author', text, 'completed by', 'worker'),
  authoriser: optional('authoriser', text, 'authorised by', 'manager'),
  standing: optional('standing', code(standings), 'at risk or experiencing'),
};

type Row = Values<typeof assessmentColumns>;

export type ImportedAssessment = Pick<
  Row,
  'completedOn' | 'authorisedOn' | 'kind' | 'type' | 'level' | 'author' | 'authoriser' | 'standing'
> & { child: ImportedChild };

export type AssessmentsFile = { records: Accepted<ImportedAssessment>[]; result: ImportResult };

/** The key of a record is `assessment|child_id|completed_on`: nobody completes two for a child on one day. */
export function readAssessments(bytes: Uint8Array, today: PlainDate): AssessmentsFile | Refusal {
  const sheet = readOneSheet(bytes, assessmentColumns);
  if (isRefusal(sheet)) return sheet;
  const births = birthRules(sheet.rows, today);
  const records = settle(sheet.result, sheet.rows, (row) => {
    const completed = { column: 'completedOn' as const, day: row.completedOn, called: 'the completion' };
    const authorised = { column: 'authorisedOn' as const, day: row.authorisedOn, called: 'the authorisation' };
    const troubles = [
      ...births(row),
      ...ifInFuture(today, completed, authorised),
      ...ifOutOfOrder(completed, authorised),
      ...ifBeforeBirth<Row>(row.bornOn, completed),
      ...typeAndLevel(row),
      ...signOff(row),
    ];
    const { completedOn, authorisedOn, kind, type, level, author, authoriser, standing } = row;
    const child = importedChild(row, today);
    const record = { child, completedOn, authorisedOn, kind, type, level, author, authoriser, standing };
    return { key: `assessment|${row.childId}|${completedOn}`, record, troubles };
  });
  return { records, result: sheet.result };
}

/** Type and level are two axes that meet in one place: no risk identified is level NONE, and nothing else is. */
function typeAndLevel({ type, level, standing }: Row): Trouble<Row>[] {
  if (type === 'NO_RISK' && level !== 'NONE')
    return [
      {
        column: 'level',
        problem: 'is a level of risk, though the type says no risk identified',
        remedy: 'Give the type of exploitation, or the level NONE.',
      },
    ];
  if (type !== 'NO_RISK' && level === 'NONE')
    return [
      {
        column: 'level',
        problem: `is no risk identified, though the type says ${type}`,
        remedy: 'Give the level, or the type NO_RISK.',
      },
    ];
  if (standing && (standing === 'neither') !== (type === 'NO_RISK'))
    return [
      {
        column: 'standing',
        problem: `does not go with the type ${type}`,
        remedy: '"Neither" goes with NO_RISK and with nothing else.',
      },
    ];
  return [];
}

/** Nobody authorises their own work, and a name without a date is no authorisation. */
function signOff({ author, authoriser, authorisedOn }: Row): Trouble<Row>[] {
  if (author && authoriser && plainly(author) === plainly(authoriser))
    return [
      {
        column: 'authoriser',
        problem: 'is the author too',
        remedy: 'Name the manager who authorised it, or leave it empty with its date.',
      },
    ];
  if (authoriser && !authorisedOn)
    return [
      {
        column: 'authorisedOn',
        problem: 'is missing, though an authoriser is named',
        remedy: 'Give the day, or leave the authoriser empty.',
      },
    ];
  return [];
}
