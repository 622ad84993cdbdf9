import type { Figure } from './figures-in.ts';
import { addUp, finding, hold, roundingOf, type Seen, say, sayParts } from './finding.ts';
import type { Sentence } from './paper.ts';

export const TOTAL = /\b(?:in total|in all|altogether|total(?:s|led|ling)?|overall)\b/i;
export const STRONG =
  /\b(?:compris\w+|made up (?:of|as follows)|consist\w+ of|broken down|breakdown|split|divided|as follows|namely)\b/i;
export const PARTLY = /\b(?:includ\w+|for example|e\.g|such as|mainly|mostly|among (?:them|whom)|not least)\b/i;

export const isSum = ({ kind, loose }: Figure) => (kind === 'count' || kind === 'money') && !loose;

export type Claim = {
  sentence: Sentence;
  whole: Figure;
  parts: readonly Figure[] /** Of the sum: it must be the whole. */;
  sure: 'both' | 'over' | 'none';
  /** Where the whole stands in another sentence: what is quoted. */
  at?: number;
};

export function judgeSum({ sentence, whole, parts, sure, at = whole.from }: Claim): Seen[] {
  const values = parts.map(({ value }) => value);
  const sum = addUp(values);
  const rounded = [...parts, whole].some(({ step }) => step !== 1);
  const slack = rounded ? roundingOf([...parts, whole].map(({ step }) => (step === 1 ? 0 : step))) : 0;
  const sums = `${sayParts(values)} = ${say(sum)}`;
  // The last hair of what rounding can do is never met by honest figures.
  if (Math.abs(sum - whole.value) < Math.max(slack - 1e-6, 1e-6))
    return [
      hold(sentence, at, `${say(whole.value)} = ${sayParts(values)}${sum === whole.value ? '' : ', within rounding'}.`),
    ];
  if (sure === 'none' || (sure === 'over' && sum < whole.value)) return [];
  const by = say(Math.abs(sum - whole.value));
  return [
    finding(
      sentence,
      at,
      'sum',
      `${sums}, not ${say(whole.value)}: ${by} ${sum > whole.value ? 'too many' : 'too few'}.`,
    ),
  ];
}
