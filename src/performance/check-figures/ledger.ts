import { finding, hold, type Seen, say } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';
import { stemsOf } from './repeats.ts';

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

/** Every word of a released figure's label in one sentence, with another number. */
export function checkAgainstLedger(paper: Paper, ledger: readonly LedgerFigure[]): Seen[] {
  return ledger.flatMap((released) => {
    const label = [...stemsOf(released.label)];
    if (label.length < 2) return [];
    return paper.sentences.flatMap((sentence) => judge(sentence, released, label));
  });
}

function judge(sentence: Sentence, released: LedgerFigure, label: readonly string[]): Seen[] {
  const stems = stemsOf(sentence.text);
  const years: string[] = sentence.text.match(/\b(?:19|20)\d\d(?:[-–/]\d{2,4})?\b/g) ?? [];
  if (!label.every((word) => stems.has(word)) || (years.length > 0 && !years.includes(released.period))) return [];
  const figures = sentence.figures.filter(({ kind, loose }) => kind === released.unit && !loose);
  const said = `${released.label}, ${released.period}: ${say(released.value)}${released.unit === 'percent' ? ' %' : ''} was released`;
  const same = figures.find(
    ({ value, step }) => Math.abs(value - released.value) <= (released.unit === 'percent' ? step / 2 + 1e-9 : 0),
  );
  if (same) return [hold(sentence, same.from, `${said}.`)];
  const [only, ...more] = figures;
  return only && more.length === 0 ? [finding(sentence, only.from, 'ledger', `${said}; ${say(only.value)} here.`)] : [];
}
