import type { Cell } from './sheet.ts';

/** A cell as people meant it, and what had to be put right. No cell at all where it stands for nothing. */
export type Tidied = { cell: Cell | undefined; repaired: string[] };

const EMPTY_MARKS = new Set(['n/a', '-', '–', '--']);
/** What programs write for nothing, and what people are called: Orla Null, Nan Htwe. */
const EMPTY_WORDS = new Set(['null', 'nan']);

export function tidy(cell: Cell | undefined, { isName = false } = {}): Tidied {
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
  const word = text.toLowerCase();
  if (EMPTY_MARKS.has(word) || (!isName && EMPTY_WORDS.has(word)))
    return { cell: undefined, repaired: [`"${text}", read as empty`] };
  return { cell: text === '' ? undefined : { ...cell, text }, repaired };
}
