import type { Figure } from './figures-in.ts';
import { isFinding, type Seen } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';
import { isBase, judgeBase, judgeFigures, OF } from './share-of.ts';

/** A count with its share beside it: “30 (39%)”, “39% (30)”. */
export type Pair = { sentence: Sentence; count: Figure; share: Figure };

export function pairsIn(sentence: Sentence): Pair[] {
  return sentence.figures.flatMap((count, at) => {
    const [before, share] = [sentence.figures[at - 1], sentence.figures[at + 1]];
    if (count.kind !== 'count' || share?.kind !== 'percent' || count.loose || share.loose) return [];
    // In “90 of 110 (82%)” the share is of the count beside it.
    if (before?.kind === 'count' && OF.test(sentence.text.slice(before.to, count.from))) return [];
    const gap = sentence.text.slice(count.to, share.from);
    // “11 boys, 50% of whom”: the share is of the count. “87 of these (28%)”: it is of what was said last.
    if (/\bof (?:whom|which|them|these|those)\b/i.test(gap)) return [];
    if (/^\s*\)?\s*of (?:whom|which|them|these|those)\b/i.test(sentence.text.slice(share.to))) return [];
    return /^(?:\s*[a-z'’-]+){0,4}\s*[(,–-]\s*(?:or )?$/i.test(gap) ? [{ sentence, count, share }] : [];
  });
}

/** “39% (30)”, “a third (10 children)”. */
function turnedPairsIn(sentence: Sentence): Pair[] {
  const { text, figures } = sentence;
  return figures.flatMap((share, at) => {
    const count = figures[at + 1];
    if ((share.kind !== 'percent' && share.kind !== 'fraction') || count?.kind !== 'count' || count.loose) return [];
    const beside = /^\s*\(\s*$/.test(text.slice(share.to, count.from)) && /^\s*\)/.test(text.slice(count.to));
    return beside ? [{ sentence, count, share }] : [];
  });
}

/** Shares whose base is named before them, not beside them. */
export function checkPairs(paper: Paper): Seen[] {
  return paper.sentences.flatMap((sentence, at) => [
    ...ofOpening(sentence),
    ...ofWhich(sentence),
    ...ofTheseBefore(paper.sentences[at - 1], sentence),
    ...ofThoseAsked(sentence),
    ...shareOfBase(sentence),
  ]);
}

const judgeAll = (pairs: readonly Pair[], base: Figure): Seen[] =>
  pairs
    .filter(({ count }) => count !== base)
    .flatMap(({ sentence, count, share }) => judgeFigures(sentence, count, base, share));

/** “Of the 77 children, 30 (39%) were boys and 47 (61%) girls”: each count with its share, of the one base. */
function ofOpening(sentence: Sentence): Seen[] {
  const { text, figures } = sentence;
  const base = figures.find(
    ({ kind, loose, from }) =>
      kind === 'count' &&
      !loose &&
      /^\W*(?:\d+\.[\d.]*\s+)?(?:in [^,]{1,30}, )?(?:of|among|out of) (?:the |these |those |all )?$/i.test(
        text.slice(0, from),
      ),
  );
  return base ? judgeAll([...pairsIn(sentence), ...turnedPairsIn(sentence)], base) : [];
}

/** “214 referrals, of which 43 (20%) were closed”, “11 boys, 50% of whom were looked after”. */
function ofWhich(sentence: Sentence): Seen[] {
  const { text, figures } = sentence;
  const found = /\b(?:of (?:which|whom)|including)\b/i.exec(text);
  const base = figures.findLast(({ from, kind }) => from < (found?.index ?? 0) && kind !== 'percent');
  if (!found || !base || !isBase(base) || pairsIn(sentence).some(({ count }) => count === base)) return [];
  const judged = judgeAll(
    pairsIn(sentence).filter(({ count }) => count.from > found.index),
    base,
  );
  // “60 boys and 37 girls, of whom”: of either, or of both.
  const after = /\band\s+$/i.test(text.slice(0, base.from)) ? judged.filter((one) => !isFinding(one)) : judged;
  const share = figures.findLast(({ from, kind }) => from < found.index && kind === 'percent');
  const beside = share && figures[figures.indexOf(share) - 1] === base && !share.loose;
  if (!beside || !/^\s*$/.test(text.slice(share.to, found.index))) return after;
  if (!/^[^,;.]*,\s*(?:and\s+)?$/.test(text.slice(base.to, share.from))) return after;
  return [...after, ...judgeBase(sentence, share, base.value)];
}

/** “There were 309 plans. Of these, 124 (40%) were for neglect.” */
function ofTheseBefore(before: Sentence | undefined, sentence: Sentence): Seen[] {
  const [base, ...more] = before?.figures ?? [];
  if (!base || more.length > 0 || !isBase(base)) return [];
  const pointed = /^\W*(?:\d+\.[\d.]*\s+)?(?:of|among) (?:these|those|them)\b/i.test(sentence.text);
  return pointed ? judgeAll(pairsIn(sentence), base) : [];
}

/** “225 interviews were offered and 170 (76%) were completed”, “We asked 92 children and 58 (63%) answered”. */
function ofThoseAsked(sentence: Sentence): Seen[] {
  const { text, figures } = sentence;
  const [base, count, share, ...more] = figures;
  if (!base || !count || share?.kind !== 'percent' || more.length > 0 || !isBase(base) || count.value >= base.value)
    return [];
  if (pairsIn(sentence)[0]?.count !== count) return [];
  const asked = /\b(?:offered|due|asked|invited|sent|planned|required|eligible|requested|issued|contacted)\b/i;
  const told = /^[^.;]*\b(?:and|but)\s*$/i.test(text.slice(base.to, count.from));
  const plain = /^\s*\)\s*(?:were|was|had|have|been|of them|[a-z]+ed)\b/i.test(text.slice(share.to));
  return told && plain && asked.test(text.slice(0, count.from)) ? judgeFigures(sentence, count, base, share) : [];
}

/** “Three quarters of the 48 children (36) were boys”. */
function shareOfBase(sentence: Sentence): Seen[] {
  const { text, figures } = sentence;
  return figures.flatMap((share, at) => {
    const [base, count] = [figures[at + 1], figures[at + 2]];
    if ((share.kind !== 'percent' && share.kind !== 'fraction') || !base || !isBase(base) || !count) return [];
    if (!isBase(count) || !/^\s*of\s+(?:the|these|those|all|our)\s+$/i.test(text.slice(share.to, base.from))) return [];
    const bracket = /^[^.;:,()]{0,60}\(\s*$/.test(text.slice(base.to, count.from));
    return bracket && /^\s*\)/.test(text.slice(count.to)) ? judgeFigures(sentence, count, base, share) : [];
  });
}
