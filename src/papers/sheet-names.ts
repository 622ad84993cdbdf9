import type { Paper } from './paper.ts';
import { coverName, tablesIn } from './wording.ts';

/** Excel takes at most 31 letters, none of []:*?/\, no apostrophe at an end, no name twice, and not “History”. */
const LONGEST = 31;

/** The first sheet is about the paper; each table has a sheet with as much of its title as a sheet's name can hold. */
export function sheetNames(paper: Paper): { cover: string; tables: string[] } {
  const taken = new Set([coverName.toLowerCase(), 'history']);
  const tables = tablesIn(paper.parts).map(({ title }) => {
    const wanted = cut(title.replace(/[[\]:*?/\\\p{Cc}]/gu, ' ').replace(/^['\s]+/, ''), LONGEST) || 'Table';
    let name = wanted;
    for (let more = 2; taken.has(name.toLowerCase()); more++) {
      const number = ` (${more})`;
      name = cut(wanted, LONGEST - number.length) + number;
    }
    taken.add(name.toLowerCase());
    return name;
  });
  return { cover: coverName, tables };
}

const cut = (text: string, longest: number) =>
  text
    .slice(0, longest)
    .toWellFormed()
    .replace(/['\s]+$/, '');
