import { rightOf, type Seen, say } from './finding.ts';
import { type Grid, isNumber, type Value } from './grid.ts';
import { quoteLine } from './paper.ts';

const CHANGE =
  /^(?:(?:%|percentage|per ?cent)\s*)?(?:change|difference|increase|decrease|variance|\+\/[-–−])\s*(?:\(?(?:%|£|£?000s?|£m|£k)\)?|on (?:the )?(?:previous|last) year)?$/i;
const SHARE = /%|percentage|per ?cent/i;

/** “2021/22 | 2022/23 | Change”: the two columns before it, either way round, as most rows have it. */
export function changeColumns({ header, body }: Grid): Seen[] {
  return header.flatMap((head, column) => {
    if (!CHANGE.test(head.trim())) return [];
    const before = header.flatMap((other, at) => (at < column && !CHANGE.test(other.trim()) ? [at] : [])).slice(-2);
    const [first, second] = before;
    if (first === undefined || second === undefined) return [];
    const ways = [
      body.flatMap((row) => judgeRow(row, row.cells[first], row.cells[second], column, head)),
      body.flatMap((row) => judgeRow(row, row.cells[second], row.cells[first], column, head)),
    ];
    const best = ways.toSorted((a, b) => rightOf(b) - rightOf(a))[0] ?? [];
    return rightOf(best) >= 1 && rightOf(best) * 2 >= best.length ? best : [];
  });
}

const halfOf = ({ kind, step }: Value) => (kind === 'count' && step === 1 ? 0 : step / 2);

type Row = Grid['body'][number];

function judgeRow(
  { row, label, cells }: Row,
  from: Row['cells'][number] | undefined,
  to: typeof from,
  column: number,
  head: string,
): Seen[] {
  const said = cells[column];
  if (!isNumber(from) || !isNumber(to) || !isNumber(said) || from.kind !== to.kind) return [];
  const relative = from.kind !== 'percent' && (said.kind === 'percent' || SHARE.test(head));
  const difference = to.value - from.value;
  if (relative && from.value <= 0) return [];
  const exact = relative ? (100 * difference) / from.value : difference;
  const may = relative
    ? (100 * (halfOf(from) * Math.abs(to.value / from.value) + halfOf(to))) / from.value
    : halfOf(from) + halfOf(to);
  const off = Math.min(Math.abs(exact - said.value), Math.abs(Math.abs(exact) - said.value));
  const arithmetic = `${label}: ${say(from.value)} to ${say(to.value)} is a change of ${say(Number(exact.toFixed(relative ? 1 : 4)))}${relative ? ' %' : ''}`;
  const quote = { line: row.line.line, quote: quoteLine(row.line) };
  if (off <= may + (relative || said.kind === 'percent' ? said.step / 2 : halfOf(said)) + 1e-9)
    return [{ ...quote, arithmetic: `${arithmetic}.` }];
  return [{ ...quote, kind: 'sum' as const, arithmetic: `${arithmetic}, not ${say(said.value)}.` }];
}
