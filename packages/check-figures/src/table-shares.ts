import { addUp, rightOf, roundingOf, type Seen, say, sayParts, sayShare } from './finding.ts';
import { type Cell, columnsOf, type Grid, isNumber, NOT_SUMMED, TOTAL_ROW } from './grid.ts';
import { quoteLine } from './paper.ts';
import { wholeOf } from './wholes.ts';

const DIVIDING =
  /^(?:(?:referral|main|primary|first) )?(?:source|referrer|age|age (?:group|band)|gender|sex|level|level of risk|ethnicity|ethnic group)$/i;

/** The heads say that the rows are parts: “% of total”, or “Source” beside “%”. */
const isWhole = (corner: string, head: string) =>
  /\bof (?:the )?total\b/i.test(head) ||
  (DIVIDING.test(corner.trim()) &&
    /^(?:%|per ?cent|percentage|share)(?: of (?:all |the )?(?:referrals|contacts|cases|children|people))?$/i.test(
      head.trim(),
    ));

/** A column of shares without a total row, whose labels are the classes of one known division. */
export function withoutTotal({ corner, header, body }: Grid): Seen[] {
  if (body.some(({ label }) => TOTAL_ROW.test(label))) return [];
  return columnsOf(body).flatMap((column) => {
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
    const lead = isWhole(corner, header[column] ?? '') ? 'breakdown' : '';
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
export function sharesInTable({ header, body, around }: Grid): Seen[] {
  if (/\bround(?:ed) to (?:the nearest )?(?:5|10|five|ten)\b/i.test(around)) return [];
  const totalRow = body.findLast(({ label }) => TOTAL_ROW.test(label));
  return columnsOf(body).flatMap((column) => {
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
      const said = `${label}: ${sayShare(part, whole)}`;
      return [
        fits
          ? { ...quote, arithmetic: `${said}, printed ${say(share.value)} %.` }
          : { ...quote, kind: 'share' as const, arithmetic: `${said}, not ${say(share.value)} %.` },
      ];
    });
    const right = rightOf(judged);
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

/** “51 (61%)”: a share of its column's total, or of its row's. */
export function sharesInCells({ header, body, around }: Grid): Seen[] {
  if (/\bround(?:ed) to (?:the nearest )?(?:5|10|five|ten)\b/i.test(around)) return [];
  if (!body.some(({ cells }) => cells.some((cell) => isNumber(cell) && cell.share))) return [];
  const totals = body.findLast(({ label }) => TOTAL_ROW.test(label));
  const sums = columnsOf(body).map((column) => sumOfColumn(body, column));
  const last = header.findIndex((cell) => /^(?:grand |overall )?totals?$|^all$/i.test(cell.trim()));
  const tellers = [
    (_: Row, at: number) => totals?.cells[at],
    ({ cells }: Row) => (last < 0 ? undefined : cells[last]),
    (_: Row, at: number) => sums[at],
  ];
  const judged = tellers.map((teller) =>
    body.flatMap((row) => row.cells.flatMap((cell, at) => judgeCell(row, cell, teller(row, at)))),
  );
  // The base is what most cells are shares of.
  const best = judged.toSorted((a, b) => rightOf(b) - rightOf(a))[0] ?? [];
  return rightOf(best) >= 2 && rightOf(best) * 2 >= best.length ? best : [];
}

type Row = Grid['body'][number];

function sumOfColumn(body: Grid['body'], at: number): Cell {
  const cells = body.flatMap(({ label, cells: all }) => (TOTAL_ROW.test(label) ? [] : [all[at] ?? 'blank']));
  return cells.every(isNumber) ? { kind: 'count', step: 1, value: addUp(cells.map(({ value }) => value)) } : 'hidden';
}

function judgeCell({ row, label }: Row, cell: Cell, base: Cell | undefined): Seen[] {
  if (!isNumber(cell) || !cell.share || !isNumber(base) || base === cell || base.value <= 0) return [];
  const exact = (100 * cell.value) / base.value;
  const said = `${label}: ${sayShare(cell.value, base.value)}`;
  const quote = { line: row.line.line, quote: quoteLine(row.line) };
  if (Math.abs(exact - cell.share.value) <= cell.share.step / 2 + 1e-9)
    return [{ ...quote, arithmetic: `${said}, printed ${say(cell.share.value)} %.` }];
  return [{ ...quote, kind: 'share' as const, arithmetic: `${said}, not ${say(cell.share.value)} %.` }];
}
