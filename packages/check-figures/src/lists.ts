import type { Figure } from './figures-in.ts';
import { addUp, type Seen } from './finding.ts';
import type { Sentence } from './paper.ts';
import { isSum, judgeSum, PARTLY, STRONG, TOTAL } from './sums.ts';
import { mayOverlap, wholeOf } from './wholes.ts';

/** A whole, then one part a sentence: said to be a total, or followed by parts in one frame. */
export function inList(sentences: readonly Sentence[], at: number): Seen[] {
  const sentence = sentences[at];
  const counts = sentence?.figures.filter(isSum) ?? [];
  const whole = counts[0];
  if (!sentence || !whole || counts.length !== 1) return [];
  const lead = /:\s*$/.test(sentence.text.trim());
  const strong = STRONG.test(sentence.text);
  if ((!TOTAL.test(sentence.text) && !lead && !strong) || PARTLY.test(sentence.text)) return [];
  const items = runAfter(sentences, at, whole);
  const parts = items.map(({ figure }) => figure);
  if (
    parts.length < 2 ||
    mayOverlap(
      [
        sentence,
        ...items.map((item) => item.sentence),
        ...sentences.slice(at + items.length + 1, at + items.length + 3),
      ]
        .map(({ text }) => text)
        .join(' '),
    )
  )
    return [];
  for (let many = parts.length; many >= 2; many--) {
    const some = parts.slice(0, many);
    if (addUp(some.map(({ value }) => value)) === whole.value)
      return judgeSum({ sentence, whole, parts: some, sure: 'none' });
  }
  const framed = new Set(items.map(({ sentence: one, figure }) => frameOf(one, figure))).size === 1;
  const sum = addUp(parts.map(({ value }) => value));
  const near = Math.abs(sum - whole.value) <= whole.value / 4;
  const divides = wholeOf(
    items.map(({ sentence: one, figure }) => ({
      before: one.text.slice(0, figure.from),
      after: one.text.slice(figure.to),
    })),
    sentence.text,
  );
  const sure = strong || divides?.complete || (near && (lead || divides || (framed && parts.length >= 3)));
  return judgeSum({ sentence, whole, parts, sure: sure ? 'both' : divides ? 'over' : 'none' });
}

/** “Schools: 88, Police: 66, Total: 154”, one a line: the last is the sum of those before it. */
export function totalBelow(sentences: readonly Sentence[], at: number): Seen[] {
  const sentence = sentences[at];
  const total = sentence && lineOf(sentence);
  if (!total || !/^(?:grand |overall )?total\b(?: (?:number|referrals|cases|children))?$/i.test(total.label)) return [];
  const parts: Figure[] = [];
  const texts = [sentence.text];
  for (let back = at - 1; back >= 0; back--) {
    const above = sentences[back];
    const line = above && lineOf(above);
    if (!line || line.figure.kind !== total.figure.kind || /\btotal\b/i.test(line.label)) break;
    parts.unshift(line.figure);
    texts.push(line.label);
  }
  const around = [...texts, ...sentences.slice(at + 1, at + 3).map(({ text }) => text)].join(' ');
  const sum = addUp(parts.map(({ value }) => value));
  if (parts.length < 2 || mayOverlap(around)) return [];
  const near = Math.abs(sum - total.figure.value) <= total.figure.value / 4;
  return judgeSum({ sentence, whole: total.figure, parts, sure: near ? 'both' : 'none' });
}

/** “- Schools: 88”: a label and one figure, and nothing else. */
function lineOf({ text, figures }: Sentence): { label: string; figure: Figure } | undefined {
  const [figure, share, ...more] = figures;
  if (!figure || !isSum(figure) || more.length > 0 || (share && share.kind !== 'percent')) return undefined;
  const label = text
    .slice(0, figure.from)
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[\s:–-]+$/, '');
  const ends = /^[\s().,;%\d]*$/.test(text.slice(figure.to));
  return ends && label !== '' && label.length < 60 ? { label, figure } : undefined;
}

type Counted = { sentence: Sentence; figure: Figure };

function runAfter(sentences: readonly Sentence[], at: number, whole: Figure): Counted[] {
  const items: Counted[] = [];
  for (const sentence of sentences.slice(at + 1, at + 25)) {
    const counts = sentence.figures.filter(isSum);
    const [figure] = counts;
    if (
      !figure ||
      counts.length > 1 ||
      figure.kind !== whole.kind ||
      sentence.figures.length > 1 + Number(/%/.test(sentence.text))
    )
      break;
    const [first] = items;
    if (first && openingOf(first) !== openingOf({ sentence, figure })) break;
    if (TOTAL.test(sentence.text)) break;
    items.push({ sentence, figure });
  }
  return items;
}

/** How a listed part begins: “There were 50 …”, “50 …”, “Police: 50”. */
function openingOf({ sentence, figure }: Counted): string {
  const before = sentence.text
    .slice(0, figure.from)
    .replace(/^[\W\d]+/, '')
    .toLowerCase()
    .replace(/\bwas\b/, 'were')
    .trim();
  if (/^[^:–]{1,60}[:–-]$/.test(before)) return 'label';
  return before;
}

const frameOf = ({ text }: Sentence, { to }: Figure): string => /[a-z]+/i.exec(text.slice(to))?.[0].toLowerCase() ?? '';
