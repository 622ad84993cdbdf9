import { type Figure, readFigures } from '@throughline/check-figures';
import type { FrozenTable, Release } from './release.ts';

export type Words = Pick<Release, 'title' | 'question' | 'summary' | 'corrects'>;

/**
 * Numbers in words of people that are in no table of the release: nothing was protected or attacked there. An answer's
 * summary is worded from its table, so that only what changed is anybody's own.
 */
export function numbersInNoTable(
  { title, question, summary, corrects }: Words,
  tables: readonly Pick<FrozenTable, 'words' | 'cells'>[],
): string[] {
  const inUnit = (percent: boolean) =>
    new Set(tables.flatMap(({ words, cells }) => (words.unit.startsWith('per cent') === percent ? cells.flat() : [])));
  const printed: Partial<Record<Figure['kind'], ReadonlySet<unknown>>> = {
    count: inUnit(false),
    percent: inUnit(true),
  };
  const inSections = tables.flatMap(({ words: { opens = [], closes = [] } }) => [...opens, ...closes]);
  const own = question === null ? [title, ...summary, ...inSections.flatMap(({ says }) => says)] : [];
  const numbers = [...own, corrects?.whatChanged ?? ''].flatMap((words) =>
    readFigures(words).flatMap(({ text, value, kind }) => (printed[kind]?.has(value) ? [] : [text.trim()])),
  );
  return [...new Set(numbers)];
}

/** A paragraph a line, however the line was ended. */
export const splitLines = (words: string): string[] => words.split(/\r\n?|\n/).filter((line) => line.trim() !== '');

export const sayUnchecked = (numbers: readonly string[]): string =>
  numbers.length === 1
    ? `${numbers[0]} is in no table: nothing has checked it.`
    : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} are in no table: nothing has checked them.`;
