import { finding, hold, type Seen, say } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';
import { CLAUSE_END, stemsOf } from './repeats.ts';

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
  return ledger.flatMap((released) => {
    const label = stemsOf(released.label);
    if (label.size < 2) return [];
    const others = new Set(ledger.flatMap(({ value, unit }) => (unit === released.unit ? [value] : [])));
    return paper.sentences.flatMap((sentence) => judge(sentence, released, label, others));
  });
}

function judge(
  sentence: Sentence,
  released: LedgerFigure,
  label: ReadonlySet<string>,
  others: ReadonlySet<number>,
): Seen[] {
  const stems = stemsOf(sentence.text);
  const years: string[] = sentence.text.match(/\b(?:19|20)\d\d(?:[-–/]\d{2,4})?\b/g) ?? [];
  if (![...label].every((word) => stems.has(word)) || (years.length > 0 && !years.includes(released.period))) return [];
  const figures = sentence.figures.filter(({ kind, loose }) => kind === released.unit && !loose);
  const said = `${released.label}, ${released.period}: ${say(released.value)}${released.unit === 'percent' ? ' %' : ''} was released`;
  const same = figures.find(
    ({ value, step }) => Math.abs(value - released.value) <= (released.unit === 'percent' ? step / 2 + 1e-9 : 0),
  );
  if (same) return [hold(sentence, same.from, `${said}.`)];
  const [only, ...more] = figures;
  if (!only || more.length > 0 || others.has(only.value)) return [];
  const [beside = ''] = sentence.text.slice(only.to).split(CLAUSE_END);
  if (![...stemsOf(beside)].every((word) => label.has(word))) return [];
  return [finding(sentence, only.from, 'ledger', `${said}; ${say(only.value)} here.`)];
}
