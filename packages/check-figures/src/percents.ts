import type { Figure } from './figures-in.ts';
import { addUp, finding, hold, roundingOf, type Seen, say, sayParts } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';
import { compares, mayOverlap, type Part, type Whole, wholeOf } from './wholes.ts';

type Item = { sentence: Sentence; figure: Figure; part: Part };
/** Shares that stand together, and what was said before and after them. */
export type Group = { items: readonly Item[]; lead: Sentence | undefined; before: string; after: string };

/** Shares said in one sentence, or one each in sentences that follow one another. */
export function groupsOf(paper: Paper): Group[] {
  const { sentences } = paper;
  const groups: Group[] = [];
  let at = 0;
  while (at < sentences.length) {
    const sentence = sentences[at];
    if (!sentence) break;
    const items = itemsIn(sentence);
    let end = at + 1;
    if (items.length === 1 && isListed(sentence, items[0])) {
      for (let next = sentences[end]; next; next = sentences[++end]) {
        const [only, ...more] = itemsIn(next);
        if (!only || more.length > 0 || !isListed(next, only) || next.bullet !== sentence.bullet) break;
        items.push(only);
      }
    }
    const lead = sentences[at - 1];
    const intro = items.length > 1 && items[0]?.sentence === items[1]?.sentence ? (items[0]?.part.before ?? '') : '';
    if (items.length > 0)
      groups.push({
        items,
        lead,
        before: `${intro} ${lead && isLead(lead, sentence) ? lead.text : ''}`,
        after: sentences
          .slice(end, end + 2)
          .map(({ text }) => text)
          .join(' '),
      });
    at = end;
  }
  return groups;
}

const isLead = (lead: Sentence, first: Sentence) =>
  lead.paragraph === first.paragraph || first.bullet || /[:–-]\s*$/.test(lead.text);

function itemsIn(sentence: Sentence): Item[] {
  const shares = sentence.figures.filter(({ kind }) => kind === 'percent' || kind === 'fraction');
  const stop = /\b(?:of whom|of which|of those)\b/i.exec(sentence.text)?.index ?? Number.POSITIVE_INFINITY;
  const inside = shares
    .filter((figure) => !/\btotal\W*$/i.test(sentence.text.slice(Math.max(0, figure.from - 12), figure.from)))
    .filter(({ from }, at) => at === 0 || shares[0] === undefined || shares[0].from > stop || from < stop);
  return inside.map((figure, at) => ({
    sentence,
    figure,
    part: {
      gap: sentence.text.slice(inside[at - 1]?.to ?? 0, figure.from),
      before: sentence.text.slice(inside[at - 1]?.to ?? 0, figure.from),
      after: sentence.text.slice(figure.to, inside[at + 1]?.from ?? sentence.text.length),
    },
  }));
}

/** The share begins its sentence or ends it: “38% of these were …”, “Self-referral: 38%”. */
function isListed({ text }: Sentence, item: Item | undefined): boolean {
  if (!item) return false;
  const before = text.slice(0, item.figure.from).replace(/^[\W\d]+/, '');
  return (
    before.length <= 3 ||
    /^[\s).;,]*$/.test(text.slice(item.figure.to)) ||
    (before.length < 60 && /\b(?:account\w* for|ma(?:de|kes?) up|represent\w*|constitut\w*)\s*$/i.test(before)) ||
    /^(?:A further|Another|The (?:remaining|other)|About)\s*$/i.test(before)
  );
}

export function checkPercents(groups: readonly Group[]): Seen[] {
  return groups.flatMap((group) => checkGroup(withoutLabels(group)));
}

/** “Boys 45%, girls 55%”: where each label stands before its share, the words before are the part. */
function withoutLabels(group: Group): Group {
  const { items } = group;
  const labelled =
    items.length > 1 &&
    items.every(
      ({ figure, part }, at) =>
        /[\w)]\s*[:(–-]?\s*$/.test(part.before) &&
        (at < items.length - 1
          ? /^[\s);,]*(?:and\s+)?[A-Za-z]/.test(part.after) || /^\W*$/.test(part.after)
          : /^\W*(?:of (?:the |all |our )?(?:\w+ )?(?:cohort|caseload|total|whole|children|referrals|cases))?\W*$/i.test(
              part.after,
            )) &&
        figure.from > 0,
    );
  if (!labelled)
    return {
      ...group,
      items: items.map((item, at) =>
        at > 0 && item.sentence === items[at - 1]?.sentence ? { ...item, part: { ...item.part, before: '' } } : item,
      ),
    };
  return {
    ...group,
    items: items.map((item) => ({
      ...item,
      part: { ...item.part, before: '', after: item.part.before, label: item.part.before },
    })),
  };
}

function checkGroup({ items, before, after }: Group): Seen[] {
  const [first] = items;
  if (!first) return [];
  if (items.length === 1) return aloneOver(first);
  if (items.some(({ figure, part }) => figure.loose || /\b(?:from|to|by|than|of)\s*$/i.test(part.gap ?? ''))) return [];
  // “Of boys, 45% …, and of girls, 70% …”: two bases.
  if (
    items.some(
      ({ part }, at) =>
        at > 0 && /(?:[,;.]|\band)\s*(?:of|among|for)\s(?:the\s)?\w+(?:\s\w+)?,\s*$/i.test(part.gap ?? ''),
    )
  )
    return [];
  const values = items.map(({ figure }) => figure.value);
  const sum = addUp(values);
  const slack = roundingOf(items.map(({ figure }) => figure.step));
  // “A fifth” is loose speech: it may explain a sum, and shows nothing to hold.
  const printed = roundingOf(items.map(({ figure }) => (figure.kind === 'fraction' ? 0 : figure.step)));
  const line = (text: string) => hold(first.sentence, first.figure.from, text);
  const whole = mayOverlap(after)
    ? undefined
    : wholeOf(
        items.map(({ part }) => part),
        before,
      );
  const comparing = items.some(({ sentence }) => compares(sentence.text));
  if (Math.abs(sum - 100) <= slack && (whole || (items.length >= 3 && !comparing)))
    return Math.abs(sum - 100) > printed
      ? []
      : [line(`${sayParts(values)} = ${say(sum)} %${sum === 100 ? '' : ', which rounding explains'}.`)];
  return whole ? tellOff(first, values, sum, slack, whole) : [];
}

function tellOff(first: Item, values: readonly number[], sum: number, slack: number, whole: Whole): Seen[] {
  const sums = `${sayParts(values)} = ${say(sum)} %`;
  const by = `${say(Math.abs(sum - 100))} ${sum > 100 ? 'more' : 'less'} than the whole (${whole.why}); rounding explains at most ${say(slack)}.`;
  if (sum > 100) return [finding(first.sentence, first.figure.from, 'over-100', `${sums}, ${by}`)];
  return whole.complete ? [finding(first.sentence, first.figure.from, 'sum', `${sums}, ${by}`)] : [];
}

const COUNTED =
  /^\s*of\s+(?:all\s+|the\s+|these\s+|our\s+)?(?:\w+\s+){0,2}(?:children|people|young people|referrals|cases|assessments|contacts|families|respondents|staff|members|reviews|plans|parents|pupils|girls|boys)\b/i;

function aloneOver({ sentence, figure, part }: Item): Seen[] {
  if (figure.value <= 100 || !COUNTED.test(part.after) || compares(sentence.text)) return [];
  return [finding(sentence, figure.from, 'over-100', `${say(figure.value)} % is more than all of them.`)];
}
