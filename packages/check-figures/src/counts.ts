import type { Figure } from './figures-in.ts';
import { addUp, type Seen } from './finding.ts';
import { inList, totalBelow } from './lists.ts';
import type { Paper, Sentence } from './paper.ts';
import { isSum, judgeSum, PARTLY, STRONG } from './sums.ts';
import { compares, mayOverlap, wholeOf } from './wholes.ts';

/** Whole numbers and money that are said to be a whole and its parts. */
export function checkCounts(paper: Paper): Seen[] {
  return paper.sentences.flatMap((sentence, at) => [
    ...equations(sentence),
    ...inSentence(sentence, paper.sentences[at + 1]),
    ...ofTheseBefore(paper.sentences[at - 1], sentence, paper.sentences[at + 1]),
    ...inList(paper.sentences, at),
    ...totalBelow(paper.sentences, at),
  ]);
}

/** “12 + 15 = 27”. */
function equations(sentence: Sentence): Seen[] {
  const { text, figures } = sentence;
  return figures.flatMap((whole, at) => {
    if (
      !/(?:=|\bequals|\bmakes|\bgiving|\bgives)\s*(?:a total of\s*)?$/i.test(
        text.slice(figures[at - 1]?.to ?? 0, whole.from),
      )
    )
      return [];
    const parts: Figure[] = [];
    for (let back = at - 1; back >= 0; back--) {
      const part = figures[back];
      if (!part) break;
      parts.unshift(part);
      if (!/^\s*(?:\+|plus)\s*$/i.test(text.slice(figures[back - 1]?.to ?? 0, part.from))) break;
    }
    const same = [...parts, whole].every((one) => one.kind === whole.kind);
    return same && parts.length > 1 ? judgeSum({ sentence, whole, parts, sure: 'both' }) : [];
  });
}

function inSentence(sentence: Sentence, next: Sentence | undefined): Seen[] {
  const { text } = sentence;
  const counts = sentence.figures.filter(isSum);
  if (counts.length < 3 || compares(text) || mayOverlap(`${text} ${next?.text ?? ''}`) || /=|\bplus\b/.test(text))
    return [];
  return wholeFirst(sentence, counts) ?? wholeLast(sentence, counts) ?? [];
}

const JOINED = /[,;+&]|\band\b|\bplus\b|\bwhile\b|\bwith\b/i;

function wholeFirst(sentence: Sentence, counts: readonly Figure[]): Seen[] | undefined {
  const { text } = sentence;
  const [whole, first] = counts;
  if (!whole || !first) return undefined;
  const gap = text.slice(whole.to, first.from);
  const strong = STRONG.test(gap);
  const bracket = !strong && /\([^)]{0,25}$/.test(gap);
  const end = bracket ? closing(text, first.from) : text.length;
  const parts = counts.slice(1).filter(({ from, kind }) => from < end && kind === whole.kind);
  const gaps = parts.slice(1).map((part, at) => text.slice(parts[at]?.to ?? 0, part.from));
  if (parts.length < 2 || PARTLY.test(gap) || !gaps.every((one) => JOINED.test(one))) return undefined;
  if (gaps.some((one) => /\b(?:of whom|of which|of those|of these|from|within)\s*(?:the\s*)?$/i.test(one)))
    return undefined;
  if (/\b(?:19|20)\d\d\b/.test(text.slice(first.from, end))) return undefined;
  const said = parts.map(({ to }, at) => ({ before: '', after: text.slice(to, parts[at + 1]?.from ?? end) }));
  const divides = wholeOf(said, '');
  const rest = /\b(?:remaining|remainder|the rest)\b/i.test(text.slice(whole.to));
  const marked = bracket || /[:–—]\s*(?:\w+\s+){0,3}$|\s-\s*$/.test(gap);
  const ofThem =
    /\b(?:of whom|of which|of these|of those|of them)\b/i.test(gap) ||
    /\b(?:of|among) (?:the |these |those |all )?$/i.test(text.slice(0, whole.from));
  const are = /^(?:\s*[a-z]+){1,3}\s+(?:were|are)\s*$/i.test(gap) && divides !== undefined;
  if (!strong && !marked && !ofThem && !are) return undefined;
  if (ofThem && !strong && !bracket && PARTLY.test(text)) return undefined;
  const bothGenders = divides?.why === 'parts by gender';
  const sum = addUp(parts.map(({ value }) => value));
  // Parts that are named without a word of dividing may be of other things; a slip lies near the whole.
  const near = Math.abs(sum - whole.value) <= whole.value / 4;
  const sure =
    strong || rest || (divides && (divides.complete || bothGenders)) || (marked && near)
      ? 'both'
      : divides || (ofThem && whole.kind === 'money')
        ? 'over'
        : 'none';
  return judgeSum({ sentence, whole, parts, sure });
}

/** “There were 412 referrals. Of these, 156 were from schools …”; “… Fifty-two were boys and forty-four girls.” */
function ofTheseBefore(before: Sentence | undefined, sentence: Sentence, next: Sentence | undefined): Seen[] {
  const wholes = before?.figures.filter(isSum) ?? [];
  const [whole] = wholes;
  const parts = sentence.figures.filter(isSum);
  const { text } = sentence;
  if (!whole || wholes.length !== 1 || parts.length < 2 || parts.some(({ kind }) => kind !== whole.kind)) return [];
  const pointed = /^\W*(?:of|among) (?:these|those|them|this)\b/i.test(text);
  const around = `${before?.text} ${text} ${next?.text ?? ''}`;
  if (compares(text) || PARTLY.test(text) || mayOverlap(around) || STRONG.test(before?.text ?? '')) return [];
  const said = parts.map(({ to }, at) => ({ before: '', after: text.slice(to, parts[at + 1]?.from ?? text.length) }));
  const divides = wholeOf(said, '');
  const begins = /^\W*$/.test(text.slice(0, parts[0]?.from)) && divides?.why.startsWith('parts by');
  if (!pointed && !begins) return [];
  const sum = addUp(parts.map(({ value }) => value));
  if (!pointed && Math.abs(sum - whole.value) > whole.value / 4) return [];
  const both = divides?.complete || divides?.why === 'parts by gender';
  const sure = both ? 'both' : divides ? 'over' : 'none';
  return judgeSum({ sentence, whole, parts, sure, at: parts[0]?.from ?? 0 });
}

function closing(text: string, from: number): number {
  const found = text.indexOf(')', from);
  return found < 0 ? text.length : found;
}

/** “12 boys and 15 girls, 27 in total”. */
function wholeLast(sentence: Sentence, counts: readonly Figure[]): Seen[] | undefined {
  const { text } = sentence;
  const whole = counts.at(-1);
  const parts = counts.slice(0, -1);
  if (!whole || parts.length < 2) return undefined;
  const gap = text.slice(parts.at(-1)?.to ?? 0, whole.from);
  const says =
    /\b(?:a total of|in total,?|totalling|total(?:led|s)?|altogether,?|making)\s*(?:of\s*)?$/i.test(gap) ||
    /^\s*(?:\w+\s+){0,3}(?:in total|in all|altogether|overall)\b/i.test(text.slice(whole.to));
  const gaps = parts.slice(1).map((part, at) => text.slice(parts[at]?.to ?? 0, part.from));
  if (!says || parts.some(({ kind }) => kind !== whole.kind) || !gaps.every((one) => JOINED.test(one)))
    return undefined;
  const sum = addUp(parts.map(({ value }) => value));
  return judgeSum({ sentence, whole, parts, sure: Math.abs(sum - whole.value) <= whole.value / 4 ? 'both' : 'none' });
}
