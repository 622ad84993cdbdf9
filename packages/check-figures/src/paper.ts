import type { Line } from '@throughline/office-files';
import { type Figure, figuresSaid } from './figures-in.ts';

export type { Line } from '@throughline/office-files';

/** One sentence, or one row: what it says, the figures in it, and which line each character stands on. */
export type Sentence = {
  text: string;
  figures: readonly Figure[];
  /** Sentences of one paragraph or bullet share it. */
  paragraph: number;
  bullet: boolean;
  lineAt: (offset: number) => Line;
};
export type Row = { line: Line; cells: readonly string[] };
export type Table = { rows: readonly Row[] /** How many sentences stand before it. */; at: number };
export type Paper = { lines: readonly Line[]; sentences: readonly Sentence[]; tables: readonly Table[] };

export function linesOf(text: string): Line[] {
  return text.split(/\r\n|\r|\n|\f/).map((one, at) => ({ line: at + 1, text: one.replaceAll('\u00a0', ' ') }));
}

type Begun = { rows: Row[]; paragraphsBefore: number };

const HEAD =
  /^(?:(?:19|20)\d\d(?:\s?[-–/]\s?\d{2,4})?|%|q[1-4].*|(?!n\/a|suppressed|low$|none$|nil$)[^\d]*[a-z]{3}[^\d]*)$/i;
/** A row of words, or of years, as a table's first is; a row of hidden cells is none. */
const isHead = (cells: readonly string[]) =>
  cells.length > 1 && cells.slice(1).every((cell) => cell.length < 200 && HEAD.test(cell));
const repeats = ([first]: readonly Row[], cells: readonly string[]) => first?.cells.join('|') === cells.join('|');

/** A table that a page's end cut in two: what stands between is the head and foot of a page, and no total was told yet. */
function broken(
  { rows, paragraphsBefore }: Begun,
  paragraphs: readonly Paragraph[],
  cells: readonly string[],
): boolean {
  const between = paragraphs.slice(paragraphsBefore);
  const last = rows.at(-1);
  if (!last || rows.length < 2 || between.length === 0 || between.length > 3 || last.cells.length !== cells.length)
    return false;
  if (between.some(({ parts, length, bullet }) => bullet || length > 90 || /^table\b|[.:;]$/i.test(parts.join(' '))))
    return false;
  const told = rows.some((row) => /^(?:grand |overall )?total\b/i.test(row.cells[0] ?? ''));
  return !told && (repeats(rows, cells) || !isHead(cells));
}

type Piece = { from: number; line: Line };
/** Its lines are joined at its end only: a text without empty lines would otherwise be copied at each. */
type Paragraph = { parts: string[]; length: number; pieces: Piece[]; bullet: boolean };

/** Sentences run over line ends and page ends; tables and lists stand as they are. */
export function readPaper(lines: readonly Line[]): Paper {
  const paragraphs: Paragraph[] = [];
  const tables: Begun[] = [];
  let current: Paragraph | undefined;
  let blank = false;
  let lastRow = -2;
  for (const [at, line] of lines.entries()) {
    const cells = isRow(lines, at) ? splitRow(line) : undefined;
    if (cells) {
      const table = tables.at(-1);
      const goes =
        table &&
        (lastRow === at - 1
          ? !(blank && isHead(cells)) || repeats(table.rows, cells)
          : broken(table, paragraphs, cells));
      if (goes) table.rows.push({ line, cells });
      else tables.push({ rows: [{ line, cells }], paragraphsBefore: paragraphs.length });
      lastRow = at;
      current = undefined;
      blank = false;
      continue;
    }
    const text = line.text.trim();
    if (text === '') {
      blank = true;
      if (lastRow === at - 1) lastRow = at;
      continue;
    }
    if (current && !line.whole && continues(current, text, blank)) append(current, line, text);
    else {
      current = { parts: [], length: 0, pieces: [], bullet: line.bullet ?? BULLET.test(text) };
      append(current, line, text);
      paragraphs.push(current);
    }
    blank = false;
  }
  return assemble(lines, paragraphs, tables);
}

const BULLET = /^(?:[-•*▪◦●○–—·]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s*(?=\S)/i;

function continues(before: Paragraph, text: string, blank: boolean): boolean {
  if (BULLET.test(text) && !/^\d+[.)]\d/.test(text)) return false;
  const line = before.parts.at(-1) ?? '';
  const ended = /[.!?:;]["'”’)\]]*$/.test(line.slice(-20));
  // A page that ends within a sentence: what follows begins small, however many empty lines lie between.
  if (blank) return !ended && /^[a-z]/.test(text) && before.length > 30;
  return /^[a-z(]/.test(text) || (line.length >= 55 && !line.endsWith(':'));
}

function append(to: Paragraph, line: Line, text: string): void {
  const from = to.parts.length === 0 ? 0 : to.length + 1;
  to.pieces.push({ from, line });
  to.parts.push(text);
  to.length = from + text.length;
}

/** A row of Markdown stands alone; tabs and wide gaps make one only beside another. */
function isRow(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!line || line.whole) return line?.cells !== undefined;
  if (line.cells || /^\|.*\|$/.test(line.text.trim())) return true;
  const beside = [at - 2, at - 1, at + 1, at + 2].filter((other) => {
    const between = Math.abs(other - at) === 2 ? lines[(at + other) / 2]?.text.trim() : '';
    return between === '' && splitRow(lines[other]) !== undefined;
  });
  return splitRow(line) !== undefined && beside.length > 0;
}

const GAP = /[ \t]{2,}|\t/;

function splitRow(line: Line | undefined): readonly string[] | undefined {
  if (!line || line.cells) return line?.cells;
  const trimmed = line.text.trim();
  if (/^\|.*\|$/.test(trimmed)) return split(trimmed.slice(1, -1), /\|/);
  if (/\S\s*\|\s*\S/.test(trimmed)) return split(trimmed, /\|/);
  // The gap after a bullet or a paragraph's number is none between columns, nor is one after a full stop.
  const cells = split(trimmed.replace(/^(?:\W|\d+(?:\.\d+)*[.)]?)\s+/, ''), GAP);
  return cells.length > 1 && cells.every((cell) => cell.length < 90) && !/[.!?:;,]$/.test(cells[0] ?? '')
    ? cells
    : undefined;
}

const split = (text: string, by: RegExp) => text.split(by).map((cell) => cell.replaceAll('**', '').trim());

function assemble(lines: readonly Line[], paragraphs: readonly Paragraph[], tables: readonly Begun[]): Paper {
  const sentences: Sentence[] = [];
  const firstOf: number[] = [];
  for (const [paragraph, { parts, pieces, bullet }] of paragraphs.entries()) {
    firstOf.push(sentences.length);
    const text = parts.join(' ');
    for (const [from, to] of sentenceEnds(text)) {
      const part = text.slice(from, to);
      const lineAt = (offset: number) => findPiece(pieces, from + offset);
      sentences.push({ text: part, figures: figuresSaid(part), paragraph, bullet, lineAt });
    }
  }
  firstOf.push(sentences.length);
  return {
    lines,
    sentences,
    tables: tables
      .filter(({ rows }) => rows.length > 1)
      .map(({ rows, paragraphsBefore }) => ({ rows, at: firstOf[paragraphsBefore] ?? sentences.length })),
  };
}

function findPiece(pieces: readonly Piece[], offset: number): Line {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low]?.line ?? { line: 0, text: '' };
}

const SENTENCE_END =
  /(?<![A-Z]|\b(?:e\.g|i\.e|Cllr|Dr|Mr|Mrs|Ms|No|approx|vs|cf|St))[.!?]["'”’)]*\s+(?=[A-Z0-9£“"'‘(])/g;

function* sentenceEnds(text: string): Generator<[number, number]> {
  let from = 0;
  for (const found of text.matchAll(SENTENCE_END)) {
    // “1. Notes” is one sentence with its number.
    if (/^\W*\d{1,3}(?:\.\d+)*$/.test(text.slice(from, found.index))) continue;
    const to = found.index + found[0].length;
    yield* inPieces(from, to);
    from = to;
  }
  if (from < text.length) yield* inPieces(from, text.length);
}

/** What never ends is not prose; in pieces it takes no longer than prose. */
function* inPieces(from: number, to: number): Generator<[number, number]> {
  for (let at = from; at < to; at += 3000) yield [at, Math.min(to, at + 3000)];
}

/** The line a character stands on, as it is quoted: all of it, or of a long paragraph the sentence. */
export function quoteAt(sentence: Sentence, offset: number): { line: number; quote: string } {
  const line = sentence.lineAt(offset);
  return { line: line.line, quote: quoteLine(line, sentence.text) };
}

export function quoteLine(line: Line, sentence?: string): string {
  const whole = line.text.trim();
  if (whole.length <= 300) return whole;
  const part = sentence?.trim();
  return part && whole.includes(part) && part.length <= 600 ? part : `${whole.slice(0, 300)}…`;
}
