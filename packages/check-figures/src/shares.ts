import type { Figure } from './figures-in.ts';
import { finding, rightOf, type Seen, say } from './finding.ts';
import { type Pair, pairsIn } from './pairs.ts';
import type { Paper, Sentence } from './paper.ts';
import type { Group } from './percents.ts';
import { isBase, judgeBase, judgeFigures, judgeShare, OF } from './share-of.ts';

export function checkShares(paper: Paper, groups: readonly Group[]): Seen[] {
  const spoken = paper.sentences.flatMap(triples);
  const based = paper.sentences.flatMap(ofBase);
  const listed = groups.flatMap(ofLead);
  return [...spoken, ...based, ...listed, ...paper.sentences.flatMap((_, at) => pairsOfList(paper.sentences, at))];
}

/** “119 of 317 (38%)”, “38% (119 of 317)”, “119 (38%) of the 317”, “119/317 (38%)”. */
function triples(sentence: Sentence): Seen[] {
  const { text, figures } = sentence;
  const slashes = [
    ...text.matchAll(/(?<![\d/])(\d{1,6})\s*\/\s*(\d{1,6})(?![\d/])\s*(?:\(|,|=|or|–|-)?\s*(\d+(?:\.(\d+))?)\s*%/g),
  ].flatMap((found) =>
    isYears(found[1] ?? '', found[2] ?? '')
      ? []
      : judgeShare(
          sentence,
          found.index,
          Number(found[1]),
          Number(found[2]),
          Number(found[3]),
          10 ** -(found[4]?.length ?? 0),
        ),
  );
  return [
    ...slashes,
    ...figures.flatMap((one, at) => wordsBeside(sentence, one, figures[at + 1])),
    ...figures.flatMap((one, at) => tripleAt(sentence, one, figures[at + 1], figures[at + 2])),
  ];
}

/** 2021/22 is a year, whatever share follows it. */
const isYears = (from: string, to: string) =>
  /^(?:19|20)\d\d$/.test(from) && (to.length === 4 || Number(to) === (Number(from) + 1) % 100);

function tripleAt(sentence: Sentence, a: Figure, b: Figure | undefined, c: Figure | undefined): Seen[] {
  if (!b || !c || [a, b, c].some(({ loose, kind }) => loose === 'about' || (loose && kind !== 'fraction'))) return [];
  const { text } = sentence;
  const [first, second] = [text.slice(a.to, b.from), text.slice(b.to, c.from)];
  const share = (one: Figure) => one.kind === 'percent' || one.kind === 'fraction';
  const count = (one: Figure) => one.kind === 'count';
  const near = /^(?:\s*[a-z'’-]+){0,5}\s*[,(–-]?\s*(?:or |which is |that is |i\.e\.,? )?$/i;
  if (count(a) && count(b) && share(c) && OF.test(first) && near.test(second)) return judgeFigures(sentence, a, b, c);
  // In “(75%) of partners, 21 of 27” the share has its own count before it.
  if (share(a) && count(b) && count(c) && /^(?!\s*\))[^.;:]{0,60}[(,–-]\s*$/.test(first) && OF.test(second))
    return judgeFigures(sentence, b, c, a);
  // “15% (7 children) of the 46”
  if (
    share(a) &&
    count(b) &&
    count(c) &&
    /^\s*\(\s*$/.test(first) &&
    /^[^)]{0,30}\)\s*of\s+(?:the\s+|these\s+|all\s+)?$/i.test(second)
  )
    return judgeFigures(sentence, b, c, a);
  if (
    count(a) &&
    share(b) &&
    count(c) &&
    /^(?:\s*[a-z]+){0,3}\s*[(,–-]\s*$/i.test(first) &&
    /^\s*\)?\s*,?(?:\s*[a-z'’-]+){0,3}\s+of\s+(?:the\s+|these\s+|all\s+)?$/i.test(second)
  )
    return judgeFigures(sentence, a, c, b);
  return [];
}

/** “46 cases were reviewed: 7 (15%) …, 39 (85%) …”, in one sentence or in those below it. */
function pairsOfList(sentences: readonly Sentence[], at: number): Seen[] {
  const lead = sentences[at];
  const [base, ...others] = lead?.figures ?? [];
  // What has a share of its own is a part, and no base.
  if (!lead || !base || !isBase(base) || pairsIn(lead)[0]?.count === base) return [];
  const inside = pairsIn({ ...lead, figures: others });
  const opens = /[:(–—]/.test(lead.text.slice(base.to, inside[0]?.count.from));
  const below: Pair[] = [];
  for (const next of others.length === 0 ? sentences.slice(at + 1, at + 25) : []) {
    const found = pairsIn(next);
    if (found.length === 0 || found.length * 2 !== next.figures.length) break;
    below.push(...found);
  }
  const pairs = inside.length > 1 && opens ? inside : below.length > 1 ? below : [];
  const judged = pairs.flatMap(({ sentence, count, share }) => judgeFigures(sentence, count, base, share));
  // Where most are not of this base, they are of another.
  const right = rightOf(judged);
  return right >= 1 && right * 2 >= judged.length ? judged : [];
}

/** “a quarter (45%)”, “nearly half (62%) of parents”. */
function wordsBeside(sentence: Sentence, words: Figure, share: Figure | undefined): Seen[] {
  if (words.kind !== 'fraction' || share?.kind !== 'percent' || share.loose) return [];
  if (!/^(?:\s*[a-z'’-]+){0,4}\s*\(\s*$/i.test(sentence.text.slice(words.to, share.from))) return [];
  const off = Math.abs(words.value - share.value);
  const side =
    words.loose === 'over' ? share.value < words.value : words.loose === 'under' && share.value > words.value;
  if (!side && (off <= 5 || (words.loose !== undefined && off <= 10))) return [];
  const said = [words.loose, words.text].filter(Boolean).join(' ');
  return [
    finding(sentence, words.from, 'share', `${say(share.value)} % is not ${said} (${words.value.toFixed(0)} %).`),
  ];
}

/** “38% of the 317 referrals”, “Of the 12 children, 38%”. */
function ofBase(sentence: Sentence): Seen[] {
  const { text, figures } = sentence;
  const shares = figures.filter(({ kind, loose }) => kind === 'percent' && !loose);
  return shares.flatMap((share) => {
    const at = figures.indexOf(share);
    const next = figures[at + 1];
    if (
      next &&
      isBase(next) &&
      /^\s*(?:\([^)]*\)\s*)?of\s+(?:the\s+|these\s+|those\s+|all\s+|our\s+|all\s+the\s+)?$/i.test(
        text.slice(share.to, next.from),
      )
    )
      return judgeBase(sentence, share, next.value);
    const [first] = figures;
    if (
      first &&
      isBase(first) &&
      first.from < share.from &&
      /^\W*(?:(?:in [^,]{1,30}, )?of (?:the |these |those |all )?|(?:in|of|from|among) (?:a|the|this) (?:\w+ )?(?:group|cohort|sample|total|caseload) of )$/i.test(
        text.slice(0, first.from),
      ) &&
      !figures.some((one) => one !== first && one.kind === 'count')
    )
      return judgeBase(sentence, share, first.value);
    return [];
  });
}

/** A list of shares under a count: “There were 317 referrals. 38% of these …, 15% of referrals …”. */
function ofLead({ items, lead }: Group): Seen[] {
  const bases = lead?.figures.filter(isBase) ?? [];
  const [base] = bases;
  if (!lead || !base || bases.length !== 1 || lead.figures.length !== 1) return [];
  const unit =
    lead.text
      .slice(base.to)
      .match(/[a-z]+(?:\s+[a-z]+)?/i)?.[0]
      .toLowerCase() ?? '';
  return items.flatMap(({ sentence, figure }) => {
    const of = /^\s*of\s+(?:the\s+|all\s+)?([a-z]+(?:\s+[a-z]+)?)/i
      .exec(sentence.text.slice(figure.to))?.[1]
      ?.toLowerCase();
    if (!of || figure.loose) return [];
    const same =
      /^(?:these|those|them)\b/.test(of) ||
      (unit !== '' && (of.startsWith(unit.split(' ')[0] ?? unit) || unit.split(' ').includes(of.split(' ')[0] ?? '')));
    return same ? judgeBase(sentence, figure, base.value) : [];
  });
}
