import { readValue } from './figures-in.ts';
import type { Paper, Row, Table } from './paper.ts';

/** `hidden`: suppressed or not available, so it may be any number. */
export type Cell = Value | 'hidden' | 'blank' | 'words';
type Printed = { kind: 'count' | 'percent' | 'money'; value: number; step: number };
/** `share`: what stands in brackets beside a count, “51 (61%)”. */
export type Value = Printed & { share?: Printed };

export function readCell(text: string): Cell {
  const bare = text.replaceAll(/[*_`]{2}|(?<=[\d%])[¹²³⁴⁵⁶⁷⁸⁹†‡]+$/g, '').trim();
  const [, count, share] = /^([\d,]+)\s*\(\s*([\d.]+\s*%)\s*\)$/.exec(bare) ?? [];
  if (!count || !share) return readPlain(bare);
  const [whole, part] = [readPlain(count), readPlain(share)];
  return isNumber(whole) && isNumber(part) ? { ...whole, share: part } : 'words';
}

function readPlain(said: string): Cell {
  const bare = said.replace(/^([-–−+])\s?£\s?/, '£$1');
  if (bare === '') return 'blank';
  if (/^(?:c|x|z|u|low|k|\*|[-–—.:]{1,2}|n\/?a|<\s?\d+|≤\s?\d+|\[[a-z]\]|suppressed)$/i.test(bare)) return 'hidden';
  const found = /^(£\s?)?([-–−+]?\d{1,3}(?:,\d{3})+|[-–−+]?\d+)(\.\d+)?\s*(%|per cent|percent)?\s*(m|k|bn)?$/i.exec(
    bare,
  );
  if (!found) return 'words';
  const [, pounds, whole = '', decimals = '', percent, times = ''] = found;
  const factor = { m: 1e6, k: 1e3, bn: 1e9 }[times.toLowerCase()] ?? 1;
  const value =
    (readValue(`${whole.replace(/[-–−+]/, '')}${decimals}`) ?? 0) * factor * (/^[-–−]/.test(whole) ? -1 : 1);
  const step = factor * 10 ** -Math.max(0, decimals.length - 1);
  return { kind: percent ? 'percent' : pounds ? 'money' : 'count', value: Number(value.toPrecision(12)), step };
}

export type Grid = {
  /** What stands above the labels. */
  corner: string;
  header: readonly string[];
  body: readonly { row: Row; label: string; cells: readonly Cell[] }[];
  around: string;
};

/** First a header of words or years, then rows that begin with their label. */
export function gridOf(table: Table, paper: Paper): Grid | undefined {
  const rows = table.rows.filter(({ cells }) => !cells.every((cell) => /^[-:=\s]*$/.test(cell)));
  const [first, ...others] = rows;
  if (!first) return undefined;
  const isHeader = first.cells.slice(1).every((cell) => isYear(cell) || !isNumber(readCell(cell)));
  const around = [
    ...paper.sentences.slice(Math.max(0, table.at - 2), table.at + 3).map(({ text }) => text),
    ...rows.filter(({ cells }) => cells.length === 1).map(({ cells }) => cells.join()),
  ].join(' ');
  const body = (isHeader ? others : rows).map((row) => ({
    row,
    label: (row.cells[0] ?? '').replaceAll('*', '').trim(),
    cells: row.cells.slice(1).map(readCell),
  }));
  return body.length === 0
    ? undefined
    : { corner: isHeader ? (first.cells[0] ?? '') : '', header: isHeader ? first.cells.slice(1) : [], body, around };
}

const isYear = (cell: string) => /^(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?$/.test(cell.trim());
export const isNumber = (cell: Cell | undefined): cell is Value => typeof cell === 'object';

export const TOTAL_ROW =
  /^(?:grand |overall |sub-?)?totals?\b|^all(?:\s+(?:children|referrals|cases|assessments|ages|sources|people|young people|staff))?$|^sum$/i;
export const NOT_SUMMED =
  /\b(?:rate|average|mean|median|per|ratio|score|change|difference|target|variance|rank|england|national|neighbours?|days|weeks|year on year|year-on-year|open|end|as at|caseload|roll|headcount|waiting|balance|snapshot|cumulative|running|to date|ytd)\b|[+±Δ]/i;
