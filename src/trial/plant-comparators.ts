import {
  comparatorColumns,
  neighbourColumns,
  readComparators,
  readNeighbours,
  recordComparators,
  recordNeighbours,
} from '../figures/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { type Columns, type ImportResult, template } from '../platform/imports/index.ts';
import { isRefusal, londonDay, type Refusal } from '../platform/kernel/index.ts';
import { findPartnership } from '../platform/web/partnership.db.ts';
import { neighbourRows, publishedFigures } from './story/index.ts';

/** What is published about real areas, taken in as the files it comes in are. */
export async function plantComparators(tx: Tx): Promise<void> {
  const now = (await findPartnership(tx))?.trialNow ?? new Date();
  const lists = taken(readNeighbours(fileOf(neighbourColumns, neighbourRows())));
  const figures = taken(readComparators(fileOf(comparatorColumns, publishedFigures()), londonDay(now)));
  await recordNeighbours(tx, lists.records, now);
  await recordComparators(tx, figures.records, now);
}

function fileOf(columns: Columns, rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(template(columns) + rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'));
}

function taken<F extends { result: ImportResult }>(file: F | Refusal): F {
  if (isRefusal(file)) throw new Error(file.refused);
  const [refused] = file.result.refused;
  if (refused) throw new Error(`row ${refused.row}, ${refused.column}: ${refused.value} ${refused.problem}`);
  return file;
}
