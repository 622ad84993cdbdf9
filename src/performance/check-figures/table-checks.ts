import { readValue } from './figures-in.ts';
import { addUp, type Finding, type Hold, roundingOf, type Seen, say, sayParts } from './finding.ts';
import { type Paper, quoteLine, type Row, type Table } from './paper.ts';
import { mayOverlap, wholeOf } from './wholes.ts';

/** `hidden`: suppressed or not available, so it may be any number. */
export type Cell = { kind: 'count' | 'percent' | 'money'; value: number; step: number } | 'hidden' | 'blank' | 'words';

export function readCell(text: string): Cell {
  const bare = text.replaceAll(/[*_`]{2}/g, '').trim();
  if (bare === '') return 'blank';
  if (/^(?:c|x|z|u|low|k|\*|[-–—.:]{1,2}|n\/?a|<\s?\d+|≤\s?\d+|\[[a-z]\]|suppressed)$/i.test(bare)) return 'hidden';
  const found = /^(£\s?)?([-–−]?\d{1,3}(?:,\d{3})+|[-–−]?\d+)(\.\d+)?\s*(%|per cent|percent)?\s*(m|k|bn)?$/i.exec(bare);
  if (!found) return 'words';
  const [, pounds, whole = '', decimals = '', percent, times = ''] = found;
  const factor = { m: 1e6, k: 1e3, bn: 1e9 }[times.toLowerCase()] ?? 1;
  const value = (readValue(`${whole.replace(/[-–−]/, '')}${decimals}`) ?? 0) * factor * (/^[-–−]/.test(whole) ? -1 : 1);
  const step = factor * 10 ** -Math.max(0, decimals.length - 1);
  return { kind: percent ? 'percent' : pounds ? 'money' : 'count', value: Number(value.toPrecision(12)), step };
}

type Grid = {
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
  return body.length === 0 ? undefined : { header: isHeader ? first.cells.slice(1) : [], body, around };
}

const isYear = (cell: string) => /^(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?$/.test(cell.trim());
type Value = Exclude<Cell, string>;
const isNumber = (cell: Cell | undefined): cell is Value => typeof cell === 'object';

const TOTAL_ROW =
  /^(?:grand |overall |sub-?)?totals?\b|^all(?:\s+(?:children|referrals|cases|assessments|ages|sources|people|young people|staff))?$|^sum$/i;
const NOT_SUMMED =
  /\b(?:rate|average|mean|median|per|ratio|score|change|difference|target|variance|rank|england|national|neighbours?|days|weeks|year on year|year-on-year|open|end|as at|caseload|roll|headcount|waiting|balance|snapshot|cumulative|running|to date|ytd)\b|[+±Δ]/i;

export function checkTables(paper: Paper): Seen[] {
  return paper.tables.flatMap((table) => {
    const grid = gridOf(table, paper);
    if (!grid) return [];
    const overlap = mayOverlap(grid.around) || mayOverlap(grid.header.join(' '));
    return [
      ...(overlap ? [] : [...downColumns(grid), ...acrossRows(grid), ...withoutTotal(grid)]),
      ...sharesInTable(grid),
    ];
  });
}

type Summed = {
  quote: { line: number; quote: string };
  parts: readonly Cell[];
  total: Value;
  where: string;
  around: string;
};

/** Undefined: something hidden leaves it open. */
function judge({ quote, parts, total, where, around }: Summed): Finding | Hold | undefined {
  const known = parts.filter(isNumber);
  const sum = addUp(known.map(({ value }) => value));
  const steps = [...known, total].map(({ step }) => step);
  const exact = total.kind === 'count' && steps.every((step) => step === 1);
  const slack = exact
    ? sayRounded(known, total, around)
    : roundingOf(total.kind === 'percent' ? known.map(({ step }) => step) : steps);
  const sums = `${sayParts(known.map(({ value }) => value))} = ${say(sum)}`;
  if (known.length < parts.filter((cell) => cell !== 'blank').length)
    return sum > total.value + slack
      ? { ...quote, kind: 'sum', arithmetic: `${where}: ${sums} already, more than ${say(total.value)}.` }
      : undefined;
  if (Math.abs(sum - total.value) <= slack)
    return {
      ...quote,
      arithmetic: `${where}: ${say(total.value)} = ${sayParts(known.map(({ value }) => value))}${sum === total.value ? '' : ', within rounding'}.`,
    };
  const kind = total.kind === 'percent' && sum > 100 ? 'over-100' : 'sum';
  const by = say(Math.abs(sum - total.value));
  return {
    ...quote,
    kind,
    arithmetic: `${where}: ${sums}, not ${say(total.value)}: ${by} too ${total.kind === 'count' ? (sum > total.value ? 'many' : 'few') : sum > total.value ? 'much' : 'little'}.`,
  };
}

/** Counts rounded to 5 or 10, where the paper says that they are. */
function sayRounded(parts: readonly Value[], total: Value, around: string): number {
  if (!/\bround(?:ed|ing)\b/i.test(around)) return 0;
  const all = [...parts, total];
  const step = [10, 5].find((one) => all.every(({ value }) => value % one === 0)) ?? 1;
  return (step * all.length) / 2;
}

function downColumns({ header, body, around }: Grid): Seen[] {
  const width = Math.max(...body.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    if (NOT_SUMMED.test(header[column] ?? '')) return [];
    const seen: Seen[] = [];
    let parts: Cell[] = [];
    const totals: Value[] = [];
    for (const { row, label, cells } of body) {
      const cell = cells[column] ?? 'blank';
      if (!TOTAL_ROW.test(label)) {
        if (!NOT_SUMMED.test(label) && cell !== 'words') parts.push(cell);
        continue;
      }
      if (!isNumber(cell)) continue;
      const same = parts.filter((one) => !isNumber(one) || one.kind === cell.kind);
      // An attendance of 87 % over all is an average; only a total of 100 % says that parts were added.
      if (cell.kind === 'percent' && Math.abs(cell.value - 100) > 5) continue;
      const quote = { line: row.line.line, quote: quoteLine(row.line) };
      const tries = [same, totals].filter((one) => one.length > 1);
      const judged = tries.flatMap(
        (one) => judge({ quote, parts: one, total: cell, where: header[column] || label, around }) ?? [],
      );
      const best = judged.find((one) => !('kind' in one)) ?? judged[0];
      // “Total contacts” under plans and visits is a row of its own, and no sum.
      const plain = /^(?:grand |overall |sub-?)?totals?$|^all$/i.test(label);
      if (best && (plain || !('kind' in best) || isNear(sumOf(same), cell.value))) seen.push(best);
      totals.push(cell);
      parts = [];
    }
    return seen;
  });
}

const PERIOD = /^(?:q[1-4]|quarter|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|week|(?:19|20)\d\d)/i;
const isNear = (sum: number, total: number) => Math.abs(sum - total) <= Math.abs(total) / 4;
const sumOf = (cells: readonly Cell[]) => addUp(cells.filter(isNumber).map(({ value }) => value));

function acrossRows({ header, body, around }: Grid): Seen[] {
  const column = header.findIndex((cell) => /^(?:grand |overall )?totals?$|^all$/i.test(cell.trim()));
  if (column < 0 || (column !== 0 && column !== header.length - 1)) return [];
  const others = header.flatMap((cell, at) =>
    at === column || NOT_SUMMED.test(cell) || /%|per ?cent|share|proportion/i.test(cell) ? [] : [at],
  );
  if (others.length < 2) return [];
  const seen = body.flatMap(({ row, label, cells }) => {
    const total = cells[column];
    if (!isNumber(total) || total.kind === 'percent' || NOT_SUMMED.test(label)) return [];
    const parts = others
      .map((at) => cells[at] ?? 'blank')
      .filter((cell) => !isNumber(cell) || cell.kind === total.kind);
    const quote = { line: row.line.line, quote: quoteLine(row.line) };
    // The same child may be seen in several quarters, and counts once in the year.
    const people = /\b(?:children|people|families|individuals|pupils|adults|users|members|staff)\b/i.test(label);
    if (people && others.every((at) => PERIOD.test(header[at] ?? '')) && sumOf(parts) > total.value) return [];
    return parts.length < 2 ? [] : (judge({ quote, parts, total, where: label, around }) ?? []);
  });
  const allNear = body.every(({ cells }) => {
    const total = cells[column];
    return !isNumber(total) || isNear(sumOf(others.map((at) => cells[at] ?? 'blank')), total.value);
  });
  // Where most rows do not add up, the column called total is a total of something else.
  const wrong = seen.filter((one) => 'kind' in one).length;
  return wrong === 1 || wrong <= seen.length / 2 || allNear ? seen : [];
}

/** A column of shares without a total row, whose labels are the classes of one known division. */
function withoutTotal({ header, body }: Grid): Seen[] {
  if (body.some(({ label }) => TOTAL_ROW.test(label))) return [];
  const width = Math.max(...body.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const rows = body.filter(({ cells }) => isNumber(cells[column]));
    const cells = rows.map(({ cells: one }) => one[column]).filter(isNumber);
    const isShare = cells.every(({ kind }) => kind === 'percent') || /%|per ?cent/i.test(header[column] ?? '');
    const [first] = rows;
    if (
      !/^(?:%|per ?cent|percentage|share|proportion|)$|\b(?:share|proportion)\b|\bof (?:all|total|the total)\b|% of \w+$/i.test(
        (header[column] ?? '').trim(),
      )
    )
      return [];
    if (!isShare || rows.length < body.length || !first || NOT_SUMMED.test(header[column] ?? '')) return [];
    const lead =
      /\b(?:%|share|proportion|percentage) of (?:all|total|the total|referrals|cases|children|assessments)\b/i.test(
        header[column] ?? '',
      )
        ? 'breakdown'
        : '';
    const whole = wholeOf(
      rows.map(({ label }) => ({ before: '', after: ` ${/^\d/.test(label) ? 'aged ' : ''}${label}` })),
      lead,
    );
    const sum = addUp(cells.map(({ value }) => value));
    const slack = roundingOf(cells.map(({ step }) => step));
    const quote = { line: first.row.line.line, quote: quoteLine(first.row.line) };
    const sums = `${sayParts(cells.map(({ value }) => value))} = ${say(sum)} %`;
    if (!whole) return [];
    if (Math.abs(sum - 100) <= slack) return [{ ...quote, arithmetic: `${sums}.` }];
    if (sum > 100)
      return [
        {
          ...quote,
          kind: 'over-100' as const,
          arithmetic: `${sums}, ${say(sum - 100)} more than the whole (${whole.why}).`,
        },
      ];
    return whole.complete
      ? [{ ...quote, kind: 'sum' as const, arithmetic: `${sums}, ${say(100 - sum)} less than the whole.` }]
      : [];
  });
}

/** A count and its share side by side: the share must be of the total, or of another figure in its row. */
function sharesInTable({ header, body, around }: Grid): Seen[] {
  if (/\bround(?:ed) to (?:the nearest )?(?:5|10|five|ten)\b/i.test(around)) return [];
  const totalRow = body.findLast(({ label }) => TOTAL_ROW.test(label));
  const width = Math.max(...body.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    if (!isShareColumn(header, body, column) || /change|target|england|national|previous/i.test(header[column] ?? ''))
      return [];
    const bases = [column - 1, column - 2].flatMap((at) => {
      const total = totalRow?.cells[at];
      return at >= 0 && isNumber(total) && total.kind === 'count' ? [{ at, total: total.value }] : [];
    });
    const judged = body.flatMap(({ row, label, cells }) => {
      const share = cells[column];
      if (!isNumber(share) || row === totalRow?.row) return [];
      const counts = cells
        .filter((cell, at) => at !== column && isNumber(cell) && cell.kind === 'count')
        .filter(isNumber);
      const tries = [
        ...bases.flatMap(({ at, total }) =>
          isNumber(cells[at]) && cells[at].kind === 'count' ? [{ part: cells[at].value, whole: total }] : [],
        ),
        ...counts.flatMap((part) =>
          counts.flatMap((whole) =>
            whole === part || part.value > whole.value ? [] : [{ part: part.value, whole: whole.value }],
          ),
        ),
      ].filter(({ whole }) => whole > 0);
      const quote = { line: row.line.line, quote: quoteLine(row.line) };
      const fits = tries.find(
        ({ part, whole }) => Math.abs((100 * part) / whole - share.value) <= share.step / 2 + 1e-9,
      );
      const [first] = tries;
      if (!first) return [];
      const { part, whole } = fits ?? first;
      const said = `${label}: ${say(part)} of ${say(whole)} is ${((100 * part) / whole).toFixed(2).replace(/\.?0+$/, '')} %`;
      return [
        fits
          ? { ...quote, arithmetic: `${said}, printed ${say(share.value)} %.` }
          : { ...quote, kind: 'share' as const, arithmetic: `${said}, not ${say(share.value)} %.` },
      ];
    });
    const right = judged.filter((one) => !('kind' in one)).length;
    // Where few rows fit, the shares are of something this table does not print.
    return right >= 1 && right >= judged.length / 2 ? judged : [];
  });
}

function isShareColumn(header: readonly string[], body: Grid['body'], column: number): boolean {
  const cells = body.map(({ cells: one }) => one[column]).filter(isNumber);
  if (cells.length === 0) return false;
  return (
    cells.every(({ kind }) => kind === 'percent') ||
    (/%|per ?cent/i.test(header[column] ?? '') && cells.every(({ value }) => value <= 100))
  );
}
