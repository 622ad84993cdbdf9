import { finding, hold, type Seen, say } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';
import { CLAUSE_END, stemsOf, within } from './repeats.ts';

/** A figure as it was released: what a paper may be held against. */
export type LedgerFigure = {
  id: string;
  /** As the release prints it: “Young people referred to Evolve”. */
  label: string;
  value: number;
  unit: 'count' | 'percent';
  /** The year or years it is of, as a paper would say them: “2023”, “2022/23”. */
  period: string;
};

/**
 * Every word of a released figure's label in one sentence, and no other word beside the number: of sexual exploitation is
 * another figure than of exploitation. A number that was itself released is somebody else's figure, not a slip of this one.
 */
export function checkAgainstLedger(paper: Paper, ledger: readonly LedgerFigure[]): Seen[] {
  const released = { count: new Set<number>(), percent: new Set<number>() };
  for (const { unit, value } of ledger) released[unit].add(value);
  const spoken = paper.sentences
    .filter(({ figures }) => figures.length > 0)
    .map((sentence) => ({ sentence, stems: stemsOf(sentence.text), years: yearsIn(sentence.text) }));
  return ledger.flatMap((figure) => {
    const label = stemsOf(figure.label);
    if (label.size < 2) return [];
    return spoken
      .filter(({ stems, years }) => within(label, stems) && (years.length === 0 || years.includes(figure.period)))
      .flatMap(({ sentence }) => judge(sentence, figure, label, released[figure.unit]));
  });
}

const yearsIn = (text: string): string[] => text.match(/\b(?:19|20)\d\d(?:[-–/]\d{2,4})?\b/g) ?? [];

function judge(
  sentence: Sentence,
  released: LedgerFigure,
  label: ReadonlySet<string>,
  others: ReadonlySet<number>,
): Seen[] {
  const figures = sentence.figures.filter(({ kind, loose }) => kind === released.unit && !loose);
  const said = `${released.label}, ${released.period}: ${say(released.value)}${released.unit === 'percent' ? ' %' : ''} was released`;
  const same = figures.find(
    ({ value, step }) => Math.abs(value - released.value) <= (released.unit === 'percent' ? step / 2 + 1e-9 : 0),
  );
  if (same) return [hold(sentence, same.from, `${said}.`)];
  const [only, ...more] = figures;
  if (!only || more.length > 0 || others.has(only.value)) return [];
  const [beside = ''] = sentence.text.slice(only.to).split(CLAUSE_END);
  if (!within(stemsOf(beside), label)) return [];
  return [finding(sentence, only.from, 'ledger', `${said}; ${say(only.value)} here.`)];
}
