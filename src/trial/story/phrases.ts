import type { Chance } from './chance.ts';
import { COUNTS, MONTHS, PLACES } from './words/evidence.ts';

/** Fills `{name}`, `{place}`, `{month}` and `{count}`, and any other word it is given. */
export function fill(chance: Chance, text: string, words: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, word: string) => {
    if (word in words) return words[word] ?? '';
    return chance.pick(word === 'place' ? PLACES : word === 'month' ? MONTHS : COUNTS);
  });
}

/** One phrase from each list, in order, as one text. */
export function compose(chance: Chance, name: string, ...lists: (readonly string[])[]): string {
  return lists.map((list) => fill(chance, chance.pick(list), { name })).join(' ');
}
