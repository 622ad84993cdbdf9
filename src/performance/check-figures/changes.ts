import type { Figure } from './figures-in.ts';
import { finding, hold, type Seen, say } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';

const UP = /\b(?:increas\w*|rose|risen|rise|rising|grew|grown|growth|went up|up)\b/i;
const DOWN = /\b(?:reduc\w*|fell|fall|fallen|falling|decreas\w*|dropp?\w*|declin\w*|went down|down)\b/i;

/** “reduced from 398 to 309, a fall of 89 (22 %)”: the direction, the difference and the share of the first. */
export function checkChanges(paper: Paper): Seen[] {
  return paper.sentences.flatMap((sentence) => {
    const { figures, text } = sentence;
    return figures.flatMap((from, at) => {
      const to = figures[at + 1];
      if (!to || from.kind !== to.kind || from.kind === 'fraction' || from.loose || to.loose) return [];
      if (!/\bfrom\s*$/i.test(text.slice(0, from.from))) return [];
      if (!/^[^,;.]{0,40}\bto\s*$/i.test(text.slice(from.to, to.from))) return [];
      return judgeChange(
        sentence,
        from,
        to,
        figures.filter((_, other) => other !== at && other !== at + 1),
      );
    });
  });
}

function judgeChange(sentence: Sentence, from: Figure, to: Figure, others: readonly Figure[]): Seen[] {
  const { text } = sentence;
  const clause = text.slice(Math.max(0, text.lastIndexOf(',', from.from) - 20), from.from);
  const difference = to.value - from.value;
  const up = UP.test(clause) && !DOWN.test(clause);
  const down = DOWN.test(clause) && !UP.test(clause);
  if ((up && difference < 0) || (down && difference > 0))
    return [
      finding(
        sentence,
        from.from,
        'sum',
        `${say(from.value)} to ${say(to.value)} is a ${difference < 0 ? 'fall' : 'rise'} of ${say(Math.abs(difference))}.`,
      ),
    ];
  return others.flatMap((change) => {
    const before = text.slice(0, change.from);
    const says =
      /\b(?:increase|rise|growth|reduction|fall|decrease|drop|decline|difference|change)\s+of\s*$/i.test(before) ||
      (/\bby\s*$/i.test(before) && (change.from < from.from ? from.from - change.to < 30 : change.from - to.to < 8)) ||
      (/\(\s*[-–+]?\s*$/.test(before) && change.from - to.to < 6) ||
      /^\s*(?:\w+\s+)?(?:increase|rise|reduction|fall|decrease|drop|decline)\b/i.test(text.slice(change.to));
    if (!says || change.loose || Math.abs(change.from - to.from) > 120) return [];
    return judgeSize(sentence, from, to, change);
  });
}

function judgeSize(sentence: Sentence, from: Figure, to: Figure, change: Figure): Seen[] {
  const difference = Math.abs(to.value - from.value);
  const relative = from.value === 0 ? Number.NaN : (100 * difference) / from.value;
  const said = `${say(from.value)} to ${say(to.value)} is a change of ${say(difference)}${change.kind === 'percent' && Number.isFinite(relative) ? `, or ${relative.toFixed(1)} %` : ''}`;
  if (change.kind === 'fraction' || (change.kind !== 'percent' && change.kind !== from.kind)) return [];
  const fits = (value: number) =>
    Math.abs(value - change.value) <=
    change.step * (change.kind === 'percent' ? 0.5 : 0) + 1e-9 + (from.step !== 1 ? from.step : 0);
  const holds =
    change.kind !== 'percent' ? fits(difference) : fits(relative) || (from.kind === 'percent' && fits(difference));
  if (holds) return [hold(sentence, change.from, `${said}.`)];
  return [finding(sentence, change.from, 'sum', `${said}, not ${change.text}.`)];
}
