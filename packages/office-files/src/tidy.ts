import type { Cell } from './sheet.ts';

/** A cell as people meant it, and what had to be put right. No cell at all where it stands for nothing. */
export type Tidied = { cell: Cell | undefined; repaired: string[] };

const EMPTY_WORDS = new Set(['n/a', 'null', 'nan', '-', '–', '--']);

export function tidy(cell: Cell | undefined): Tidied {
  if (!cell) return { cell, repaired: [] };
  if (cell.kind === 'error' || /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i.test(cell.text))
    return { cell: undefined, repaired: ["Excel's error value, read as empty"] };
  const repaired: string[] = [];
  const spaced = cell.text
    .replace(/\u200B|\u200C|\u200D|\u2060|\uFEFF|\u00AD/g, '')
    .replace(/[\u00A0\u2007\u202F]/g, ' ');
  if (spaced !== cell.text) repaired.push('a non-breaking space or a character without width');
  const text = spaced.trim().replace(/\s+/g, ' ');
  if (text !== spaced) repaired.push('spaces to spare');
  if (EMPTY_WORDS.has(text.toLowerCase())) return { cell: undefined, repaired: [`"${text}", read as empty`] };
  return { cell: text === '' ? undefined : { ...cell, text }, repaired };
}
