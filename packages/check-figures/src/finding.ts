import { quoteAt, type Sentence } from './paper.ts';

export const kinds = {
  sum: 'Does not add up',
  'over-100': 'Parts of one whole over 100 %',
  share: 'No whole number gives this share',
  'two-values': 'One figure, two values',
  'printed-nowhere': 'A percentage that is in no table or list',
  year: 'A year or date that does not fit',
  'body-name': 'A body named in two ways',
  ledger: 'Differs from the released figure',
} as const;
export type Kind = keyof typeof kinds;

export type Finding = { line: number; quote: string; kind: Kind; arithmetic: string };
export type Hold = { line: number; quote: string; arithmetic: string };
export type Checked = { findings: Finding[]; holds: Hold[] };
/** What one rule saw. */
export type Seen = Finding | Hold;

export const isFinding = (seen: Seen): seen is Finding => 'kind' in seen;
/** How many of them hold: whether most do tells what a table or a list is of. */
export const rightOf = (seen: readonly Seen[]): number => seen.filter((one) => !isFinding(one)).length;

export function finding(sentence: Sentence, offset: number, kind: Kind, arithmetic: string): Finding {
  return { ...quoteAt(sentence, offset), kind, arithmetic };
}

export function hold(sentence: Sentence, offset: number, arithmetic: string): Hold {
  return { ...quoteAt(sentence, offset), arithmetic };
}

const inEnglish = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4 });
/** 1,200 and 37.5, never 37.50000001. */
export const say = (value: number): string => inEnglish.format(Number(value.toFixed(6)));

/** “119 of 317 is 37.54 %”. */
export const sayShare = (part: number, whole: number): string =>
  `${say(part)} of ${say(whole)} is ${((100 * part) / whole).toFixed(2).replace(/\.?0+$/, '')} %`;

export const addUp = (values: readonly number[]): number =>
  Number(values.reduce((sum, one) => sum + one, 0).toFixed(6));

/** Of more parts than anybody adds by hand, the first and how many there are. */
export function sayParts(values: readonly number[]): string {
  if (values.length <= MOST_SAID) return values.map(say).join(' + ');
  return `${values.slice(0, 10).map(say).join(' + ')} + … (${values.length} parts)`;
}
const MOST_SAID = 60;

/** Half a unit of the last place for each: what honest rounding can do, and no more. */
export const roundingOf = (steps: readonly number[]): number => addUp(steps) / 2 + 1e-9;
