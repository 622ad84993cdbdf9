import { birthRules } from '../../people/index.ts';
import {
  type Accepted,
  type Columns,
  type ImportResult,
  newResult,
  openWorkbook,
  type ReadRow,
  readSheet,
  type Sheet,
  settle,
  type Values,
  type Workbook,
} from '../../platform/imports/index.ts';
import { isRefusal, type PlainDate, type Refusal, refuse } from '../../platform/kernel/index.ts';
import { type AnnexAChild, gatherChildren } from './annex-a-children.ts';
import { LISTS, NOT_READ } from './annex-a-lists.ts';
import {
  type AnnexAContact,
  type AnnexAReferral,
  type AnnexAStatus,
  judgeCare,
  judgeContact,
  judgeNeed,
  judgeProtection,
  judgeReferral,
  type World,
} from './annex-a-rules.ts';

export type AnnexA = {
  children: AnnexAChild[];
  contacts: Accepted<AnnexAContact>[];
  referrals: Accepted<AnnexAReferral>[];
  statuses: Accepted<AnnexAStatus>[];
  /** The last day anything taken from the workbook happened: it tells nothing about later ones. */
  asAt: PlainDate | undefined;
  result: ImportResult;
};

export function readAnnexAFile(bytes: Uint8Array, today: PlainDate): AnnexA | Refusal {
  const workbook = openWorkbook(bytes);
  return isRefusal(workbook) ? workbook : readAnnexA(workbook, today);
}

/**
 * Contacts (list 1), referrals (3), children in need (6), protection plans (7) and looked-after children (8) of the
 * workbook authorities keep for Ofsted. Children have no names there. A child left out of a newer workbook is not closed.
 */
function readAnnexA(workbook: Workbook, today: PlainDate): AnnexA | Refusal {
  const result = newResult(workbook.notes);
  const sheets = findLists(workbook, result);
  const read = <C extends Columns>(number: number, list: C) => readList(sheets.get(number), number, list, result);
  const lists = {
    contacts: read(1, LISTS[1]),
    referrals: read(3, LISTS[3]),
    need: read(6, LISTS[6]),
    protection: read(7, LISTS[7]),
    care: read(8, LISTS[8]),
  };
  if (Object.values(lists).every((list) => list === undefined))
    return refuse(
      'This is not an Annex A workbook: none of its sheets is list 1, 3, 6, 7 or 8 with the columns Ofsted asks for.',
    );
  const { contacts = [], referrals = [], need = [], protection = [], care = [] } = lists;
  const all = [...contacts, ...referrals, ...need, ...protection, ...care];
  const world: World = { today, asAt: lastDay(all, today), births: birthRules(all, today) };
  const taken = {
    contacts: settle(result, contacts, judgeContact(world)),
    referrals: settle(result, referrals, judgeReferral(world)),
    statuses: [
      ...settle(result, need, judgeNeed(world)),
      ...settle(result, protection, judgeProtection(world)),
      ...settle(result, care, judgeCare(world)),
    ],
  };
  const kept = [...taken.contacts, ...taken.referrals, ...taken.statuses].map(({ at }) => `${at.sheet}|${at.row}`);
  const children = gatherChildren(all, new Set(kept), today, result);
  return { children, ...taken, asAt: world.asAt, result };
}

/** Sheets by the number in their name: `List 1`, `List_1`, `1. Contacts`. */
function findLists(workbook: Workbook, result: ImportResult): Map<number, Sheet> {
  const found = new Map<number, Sheet>();
  for (const sheet of workbook.sheets) {
    const number = Number(sheet.name.match(/(?:^|list)[\s_-]*0?(\d{1,2})(?!\d)/i)?.[1]);
    const why = NOT_READ[number] ?? (number in LISTS ? undefined : 'it is none of the lists of Annex A');
    if (why) result.ignored.push({ sheet: sheet.name, why });
    else if (found.has(number)) result.ignored.push({ sheet: sheet.name, why: `list ${number} has been read already` });
    else found.set(number, sheet);
  }
  return found;
}

function readList<C extends Columns>(
  sheet: Sheet | undefined,
  number: number,
  list: C,
  result: ImportResult,
): ReadRow<Values<C>>[] | undefined {
  if (!sheet) {
    result.ignored.push({ sheet: `List ${number}`, why: 'it is not in the workbook' });
    return undefined;
  }
  const { rows, headings } = readSheet(sheet, list);
  const { missing, unused, row } = headings;
  if (missing.length > 0) {
    const remedy = 'Add the column; the other lists are read without this one.';
    result.refused.push(
      ...missing.map((column) => ({
        sheet: sheet.name,
        row,
        column,
        value: '',
        problem: 'is missing from the sheet',
        remedy,
      })),
    );
    return undefined;
  }
  if (unused.length > 0) result.ignored.push({ sheet: sheet.name, columns: unused, why: 'not needed' });
  return rows;
}

type Dated = { on?: PlainDate; receivedOn?: PlainDate; from?: PlainDate; until?: PlainDate | undefined };

function lastDay(rows: readonly ReadRow<Dated>[], today: PlainDate): PlainDate | undefined {
  const days = rows.flatMap(({ values }) => [values?.on, values?.receivedOn, values?.from, values?.until]);
  return days
    .flatMap((day) => (day && day <= today ? day : []))
    .sort()
    .at(-1);
}
