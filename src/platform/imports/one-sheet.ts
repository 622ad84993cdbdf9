import { openWorkbook, type Sheet } from '@throughline/office-files';
import { isRefusal, type Refusal, refuse } from '../kernel/index.ts';
import { type Columns, findHeadings, type ReadRow, readSheet, type Values } from './columns.ts';
import { type ImportResult, newResult } from './report.ts';

export type OneSheet<T> = { rows: ReadRow<T>[]; result: ImportResult };

/** For files that hold one table, CSV or workbook: finds the sheet that fits the columns best and reads it. */
export function readOneSheet<C extends Columns>(bytes: Uint8Array, columns: C): OneSheet<Values<C>> | Refusal {
  const workbook = openWorkbook(bytes);
  if (isRefusal(workbook)) return workbook;
  const fits = (sheet: Sheet) => findHeadings(sheet, columns).matched;
  const [sheet, ...others] = workbook.sheets.toSorted((one, other) => fits(other) - fits(one));
  if (!sheet || fits(sheet) === 0)
    return refuse(`None of the columns is there. The first row should name them: ${headingsOf(columns)}.`);
  const { rows, headings } = readSheet(sheet, columns);
  if (headings.missing.length > 0)
    return refuse(`These columns are missing: ${headings.missing.join(', ')}. The others may stay as they are.`);
  const result = newResult(workbook.notes);
  for (const { name } of others) result.ignored.push({ sheet: name, why: `only one sheet is read, ${sheet.name}` });
  if (headings.unused.length > 0)
    result.ignored.push({ sheet: sheet.name, columns: headings.unused, why: 'no such columns are read' });
  return { rows, result };
}

const headingsOf = (columns: Columns) =>
  Object.values(columns)
    .map((column) => column.heading)
    .join(', ');
