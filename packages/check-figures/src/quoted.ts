import { type Figure, readFigures } from './figures-in.ts';
import { finding, type Seen, say } from './finding.ts';
import { readCell } from './grid.ts';
import type { Paper } from './paper.ts';
import { compares } from './wholes.ts';

const NOT_QUOTED =
  /^\s*(?:target|threshold|increase|decrease|reduction|rise|fall|drop|most|least|rule|discount|mark|level|uplift|cut|saving|growth|tolerance|confidence|figure of|bracket|poorest|richest|lowest|highest|remaining|difference|gap|contribution|levy|variance)\b/i;

/** “the 80% who …”: said to be known, and printed nowhere else. */
export function checkQuoted(paper: Paper): Seen[] {
  const printed = new Map<number, number>();
  const add = (value: number) => printed.set(value, (printed.get(value) ?? 0) + 1);
  for (const { figures } of paper.sentences) for (const { kind, value } of figures) if (kind === 'percent') add(value);
  const inCells = paper.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.flatMap(readFigures)));
  for (const { kind, value } of inCells) if (kind === 'percent') add(value);
  const cells = paper.tables.flatMap(({ rows }) =>
    rows.flatMap((row) => row.cells.map(readCell).filter((cell) => typeof cell === 'object')),
  );
  for (const cell of cells) if (cell.kind !== 'percent' && cell.value <= 100) add(cell.value);
  const inTable = inCells.filter(({ kind }) => kind === 'percent').length > 1;
  const values = cells.map(({ value }) => value);
  const inOrder = [...printed.keys()].toSorted((a, b) => a - b);
  return paper.sentences.flatMap((sentence) =>
    sentence.figures.flatMap((figure) => {
      if (figure.kind !== 'percent' || figure.loose || NOT_QUOTED.test(sentence.text.slice(figure.to))) return [];
      if (compares(sentence.text.slice(Math.max(0, figure.from - 40), figure.to + 40))) return [];
      const before = sentence.text.slice(0, figure.from);
      const known =
        /\b(?:the|this)\s*$/i.test(before) &&
        !/\b(?:of|in|to|by|at|reach(?:ed)?|meet(?:ing)?|against|exceeded)\s+the\s*$/i.test(before);
      const ofTable =
        inTable && /\b(?:tables?|charts?|above|below|as shown)\b/i.test(sentence.text) && !derives(figure, values);
      if (!known && !ofTable) return [];
      const once = printed.get(figure.value) === 1;
      const others = inOrder.filter((value) => value !== figure.value || !once);
      if (others.length === 0 || others.some((value) => Math.round(value / figure.step) * figure.step === figure.value))
        return [];
      const above = others.findIndex((value) => value > figure.value);
      const at = above < 0 ? others.length : above;
      const nearest = others
        .slice(Math.max(0, at - 4), at + 4)
        .toSorted((a, b) => Math.abs(a - figure.value) - Math.abs(b - figure.value))
        .slice(0, 4)
        .toSorted((a, b) => a - b);
      return [
        finding(
          sentence,
          figure.from,
          'printed-nowhere',
          `${say(figure.value)} % is spoken of as known, but stands in no table or list of this paper; the nearest are ${nearest.map(say).join(', ')} %.`,
        ),
      ];
    }),
  );
}

/** A share worked out from two cells of a table, or two shares added, is no slip. */
function derives({ value, step }: Figure, cells: readonly number[]): boolean {
  const fits = (one: number) => Math.abs(one - value) <= step / 2 + 1e-9;
  const few = cells.slice(0, 150);
  return few.some(
    (a) =>
      fits(100 - a) ||
      few.some(
        (b) =>
          fits(a + b) || fits(Math.abs(a - b)) || (b > 0 && (fits((100 * a) / b) || fits((100 * Math.abs(a - b)) / b))),
      ),
  );
}
