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

const HIDDEN =
  /^(?:c|x|z|u|low|k|\*|[-–—.:]{1,2}|n\/?a|n\/?k|tb[ac]|<\s?\d+|≤\s?\d+|\[[a-z]\]|suppressed|unknown|withheld|missing|(?:not|fewer|less)\s.*)$/i;
const NUMBER =
  /^(£\s?)?([-–−+]?\d{1,3}(?:[, \u2009\u202f]\d{3})+|[-–−+]?\d+)(\.\d+)?\s*(%|per cent|percent)?\s*(m|k|bn)?$/i;

function readPlain(said: string): Cell {
  const bare = said
    // Accounts put what is below nought in brackets; a share in brackets is a share.
    .replace(/^(£?)\(\s?(£?)\s?([\d,.]+\s?(?:m|k|bn)?)\s?\)$/i, '$1$2-$3')
    .replace(/^\(([\d.]+\s?%)\)$/, '$1')
    .replace(/^([-–−+])\s?£\s?/, '£$1');
  if (bare === '') return 'blank';
  if (HIDDEN.test(bare)) return 'hidden';
  const found = NUMBER.exec(bare);
  // A figure that cannot be read leaves its sum open.
  if (!found) return /\d/.test(bare) ? 'hidden' : 'words';
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

/** No paper's table is wider; one made to be slow may be. */
const MOST_COLUMNS = 100;

/** First a header of words or years, then rows that begin with their label. */
export function gridOf(table: Table, paper: Paper): Grid | undefined {
  const rows = table.rows.filter(({ cells }) => !cells.every((cell) => /^[-:=\s]*$/.test(cell)));
  const head = headOf(rows);
  const heads = new Set(head.map(({ cells }) => cells.join('|')));
  const body = rows.slice(head.length).filter(({ cells }) => !heads.has(cells.join('|')));
  if (body.length === 0 || rows.some(({ cells }) => cells.length > MOST_COLUMNS)) return undefined;
  const around = [
    ...paper.sentences.slice(Math.max(0, table.at - 2), table.at + 3).map(({ text }) => text),
    ...rows.filter(({ cells }) => cells.length === 1).map(({ cells }) => cells.join()),
  ].join(' ');
  const [corner = '', ...header] = namesOf(head, body);
  return {
    corner,
    header,
    body: body.map((row) => ({
      row,
      label: (row.cells[0] ?? '').replaceAll('*', '').trim(),
      cells: row.cells.slice(1).map(readCell),
    })),
    around,
  };
}

export const columnsOf = (body: Grid['body']): number[] =>
  Array.from({ length: body.reduce((most, { cells }) => Math.max(most, cells.length), 0) }, (_, column) => column);

/** The first row, and those below it that go on with its words: “January to” over “March”. */
function headOf(rows: readonly Row[]): readonly Row[] {
  const [first] = rows;
  if (!first?.cells.slice(1).every((cell) => isYear(cell) || !isNumber(readCell(cell)))) return [];
  const end = rows.findIndex(({ cells }, at) => at > 0 && !goesOn(cells));
  return rows.slice(0, end < 0 ? 1 : end);
}

function goesOn(cells: readonly string[]): boolean {
  const said = cells.slice(1).filter((cell) => cell !== '');
  return said.length > 0 && said.every((cell) => isYear(cell) || readCell(cell) === 'words');
}

/** What each column is called; nothing where the columns of the head are not those of most rows. */
function namesOf([first, ...others]: readonly Row[], body: readonly Row[]): string[] {
  const names = [...(first?.cells ?? [])];
  if (body.filter(({ cells }) => cells.length === names.length).length * 2 < body.length) return [];
  for (const { cells } of others) {
    // The corner is left out where its words are done.
    const from = names.length - cells.length;
    if (from === 0 || from === 1)
      cells.forEach((cell, at) => {
        names[at + from] = `${names[at + from]} ${cell}`.trim();
      });
  }
  return names;
}

const isYear = (cell: string) => /^(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?$/.test(cell.trim());
export const isNumber = (cell: Cell | undefined): cell is Value => typeof cell === 'object';

export const TOTAL_ROW =
  /^(?:grand |overall |sub-?)?totals?\b|^all(?:\s+(?:children|referrals|cases|assessments|ages|sources|people|young people|staff))?$|^sum$/i;
export const NOT_SUMMED =
  /\b(?:rate|average|mean|median|per|ratio|score|change|difference|target|variance|rank|england|national|neighbours?|days|weeks|year on year|year-on-year|open|end|as at|caseload|roll|headcount|waiting|balance|snapshot|cumulative|running|to date|ytd)\b|[+±Δ]/i;
