import bidiFactory from 'bidi-js';

/** A stretch of text set in one direction. */
export type Stretch = { text: string; backwards: boolean };

const bidi = bidiFactory();
const backwardsLetters = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

export const runsBackwards = (text: string) => backwardsLetters.test(text);

/** A line as stretches from left to right, as the eye meets them: Arabic or Hebrew names in an English sentence. */
export function stretches(line: string): Stretch[] {
  if (!runsBackwards(line)) return [{ text: line, backwards: false }];
  const levels = bidi.getEmbeddingLevels(line);
  const mirrored = bidi.getMirroredCharactersMap(line, levels.levels);
  const groups: { level: number; from: number; to: number }[] = [];
  for (const at of bidi.getReorderedIndices(line, levels)) {
    const level = levels.levels[at] ?? 0;
    const last = groups.at(-1);
    const joins = last?.level === level && (level % 2 === 1 ? at === last.from - 1 : at === last.to + 1);
    if (last && joins) Object.assign(last, { from: Math.min(at, last.from), to: Math.max(at, last.to) });
    else groups.push({ level, from: at, to: at });
  }
  const letter = (at: number) => mirrored.get(at) ?? line[at] ?? '';
  return groups.map(({ level, from, to }) => ({
    text: Array.from({ length: to - from + 1 }, (_, at) => letter(from + at)).join(''),
    backwards: level % 2 === 1,
  }));
}

/** Lines no wider than the column; a word that alone is too long is cut between letters. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.toWellFormed().split(/\r\n?|\n/)) {
    let line = '';
    for (const word of paragraph.split(/\s+/).flatMap((whole) => fitting(whole, width, measure))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measure(longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines;
}

const letters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });

function fitting(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of letters.segment(word)) {
    if (part !== '' && measure(part + segment) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** DejaVu Sans has the scripts below; of others it prints a box, and the paper says so. */
export const beyondTheFont = (text: string) =>
  /[^\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Armn}\p{sc=Geor}\p{sc=Zyyy}\p{sc=Zinh}]/u.test(text);
