import type { Learnt } from '@throughline/disclosure';
import type { Shown } from '../papers/index.ts';
import { addDays, addMonths, type Period, type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import { withinSentence } from './dimension.ts';
import type { Question } from './known-questions.ts';
import type { FrozenTable } from './release.ts';

/** Ward and school are not answered in the room: members know the places, and few children stand behind each. */
export const refuseInTheRoom = ({ tables }: Question): Refusal | undefined =>
  tables.length === 0
    ? refuse(
        'Ward and school are not answered in the room: few children stand behind each, and those who listen know the places. Offer the figure for the whole borough, and a written answer about larger areas.',
      )
    : undefined;

/** A question is about how things stand: as at the day it is asked. */
export const periodOf = (today: PlainDate): Period => ({ from: addDays(addMonths(today, -12), 1), to: today });

/**
 * The answer in words. Of a hidden figure no more is said than the attack shows any reader could work out already, so
 * the wording gives nothing away: “fewer than 10” where nobody could think it 10 or more.
 */
export function sayAnswer(table: FrozenTable, attacked: readonly Learnt[], base: Shown | undefined): string[] {
  const { words, cells } = table;
  const alone = words.lines.flatMap((line, at) => {
    const shown = cells[at]?.at(-1);
    if (line === 'Total' || shown === undefined) return [];
    const of = typeof base === 'number' ? ` of ${base}` : '';
    if (typeof shown === 'number') return [`${line}: ${shown}${of}${sayShare(shown, base)}.`];
    const learnt = attacked.find(({ table, key }) => table === words.id && Object.values(key).includes(line));
    return [
      `${line}: ${sayRange(learnt?.high)}${of}. The figure itself is of very few children, or would give such a figure away.`,
    ];
  });
  return [...alone, ...sayTogether(table, base)];
}

/** A coarser group in place of what is hidden: all of it together, which is the whole less what is shown. */
function sayTogether({ asked, words, cells }: FrozenTable, base: Shown | undefined): string[] {
  const rows = words.lines
    .map((line, at) => ({ line, shown: cells[at]?.at(-1) }))
    .filter(({ line }) => line !== 'Total');
  const hidden = rows.filter(({ shown }) => typeof shown !== 'number').map(({ line }) => line);
  const overlap = asked.includes('+');
  if (overlap || hidden.length < 2 || typeof base !== 'number') return [];
  const rest = rows.reduce((left, { shown }) => left - (typeof shown === 'number' ? shown : 0), base);
  return [`${hidden.join(' or ')}: ${rest} of ${base}${sayShare(rest, base)}.`];
}

/** What the figures are of, each on a line of its own: base, definition, day. */
export function sayOfWhat({ words: { title, definition, exclusions, over } }: FrozenTable, base: Shown | undefined) {
  const whole = `${typeof base === 'number' ? base : 'not shown'} (${withinSentence(title.replace(/, by .*$/, ''))})`;
  return [`Base: ${whole}.`, `Definition: ${definition} Left out: ${exclusions}`, `${over}.`];
}

function sayShare(count: number, base: Shown | undefined): string {
  return typeof base === 'number' && base > 0 ? ` (${((count / base) * 100).toFixed(1)}%)` : '';
}

function sayRange(high: number | undefined): string {
  if (high === undefined || !Number.isFinite(high)) return 'not shown';
  return high < 10 ? 'fewer than 10' : `not more than ${high}`;
}
