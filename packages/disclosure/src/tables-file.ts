import { isRefusal, type Refusal, refuse } from '@throughline/commands';
import type { Alike } from './joined.ts';
import { having, type Where } from './where.ts';

/** Tables with their inner rows, as statistical offices hand them about. */
export type TablesFile = { read: Record<string, unknown>; tables: FileTable[] };
export type FileTable = {
  id: string;
  /** Every inner row is a value of one attribute, so that any sum of rows is a condition. */
  attributes: { inner: string[] };
  records: Alike[];
  /** A cell is small up to this; unknown where the rule only names the small cells. */
  threshold: number | undefined;
  cells: FileCell[];
};
export type FileCell = {
  key: unknown;
  where: Where;
  value: number;
  primary: boolean;
  hidden: boolean | undefined;
  everything: boolean;
};

/** @returns a sentence that says where the file is not of the form. */
export function readTables(text: string): TablesFile | Refusal {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return refuse('The file is not JSON.');
  }
  if (!isObject(read) || !Array.isArray(read.tables) || read.tables.length === 0)
    return refuse('The file has no list “tables” with a table in it.');
  const tables: FileTable[] = [];
  for (const [at, table] of read.tables.entries()) {
    const made = readTable(table, at);
    if (isRefusal(made)) return made;
    if (tables.some(({ id }) => id === made.id)) return refuse(`Two tables are called “${made.id}”.`);
    tables.push(made);
  }
  return { read, tables };
}

function readTable(table: unknown, at: number): FileTable | Refusal {
  if (!isObject(table)) return refuse(`Table ${at + 1} is not an object.`);
  const id = typeof table.id === 'string' ? table.id : `table ${at + 1}`;
  if (!Array.isArray(table.inner)) return refuse(`Table “${id}” has no list “inner”.`);
  if (!Array.isArray(table.cells)) return refuse(`Table “${id}” has no list “cells”.`);
  const counts: number[] = [];
  for (const [row, inner] of table.inner.entries()) {
    const count = isObject(inner) ? inner.freq : undefined;
    if (!isCount(count)) return refuse(`Table “${id}”, inner row ${row}: “freq” is not a whole number of 0 or more.`);
    counts.push(count);
  }
  const cells: FileCell[] = [];
  for (const [which, cell] of table.cells.entries()) {
    const made = readCell(cell, counts);
    if (isRefusal(made)) return refuse(`Table “${id}”, cell ${which}: ${made.refused}`);
    cells.push(made);
  }
  const inner = counts.map((_, row) => String(row));
  const records = counts.map((times, row) => ({ attributes: { inner: String(row) }, times }));
  return { id, attributes: { inner }, records, threshold: thresholdOf(table.rule), cells };
}

function readCell(cell: unknown, counts: readonly number[]): FileCell | Refusal {
  if (!isObject(cell)) return refuse('not an object.');
  const { key, value, sumOfInner, primary, hidden } = cell;
  if (key === undefined) return refuse('no “key”.');
  if (!isCount(value)) return refuse('“value” is not a whole number of 0 or more.');
  if (typeof primary !== 'boolean') return refuse('“primary” is neither true nor false.');
  if (hidden !== undefined && typeof hidden !== 'boolean') return refuse('“hidden” is neither true nor false.');
  if (!Array.isArray(sumOfInner)) return refuse('no list “sumOfInner”.');
  const rows: number[] = [];
  for (const row of sumOfInner) {
    if (!isCount(row) || row >= counts.length)
      return refuse(`“sumOfInner” names inner row ${row}, which is not there.`);
    rows.push(row);
  }
  if (new Set(rows).size !== rows.length) return refuse('“sumOfInner” names an inner row twice.');
  const sum = rows.reduce((all, row) => all + (counts[row] ?? 0), 0);
  if (sum !== value) return refuse(`its value is ${value}, but its inner rows add up to ${sum}.`);
  const where = having('inner', ...rows.map(String));
  return { key, where, value, primary, hidden, everything: rows.length === counts.length };
}

/** `1<=value<=4` and `value<=4` say 4. */
function thresholdOf(rule: unknown): number | undefined {
  if (!isObject(rule)) return undefined;
  const said = /value\s*<=\s*(\d+)/.exec(String(rule.primaryIf ?? ''));
  return said ? Number(said[1]) : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
