import { finding, type Seen } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';

const HEADS =
  'Commission|Committee|Board|Panel|Partnership|Group|Forum|Council|Trust|Authority|Cabinet|Hub|Service|Services|Team';
/** Bodies of one kind: the name of one with the head of another is a slip, not a second body. */
const SAME_KIND = new Set(['commission', 'committee', 'board', 'panel', 'forum']);
const JOIN = '(?:\\s+(?:and|of|for|of the|&)\\s+|,?\\s+)';
const NAME = new RegExp(
  `\\b((?:[A-Z][\\w'’-]+${JOIN}){1,7}?)(${HEADS})\\b(?!['’-]|\\s+(?:${HEADS}|Strategy|Plan|Update|Report|Name|Meetings?|Structure|Agreement)\\b)`,
  'g',
);
const ABBREVIATED = /\(([A-Z][A-Za-z&]{1,9})\)/g;

type Named = { sentence: Sentence; at: number; text: string; words: readonly string[]; head: string };

export function checkBodies(paper: Paper): Seen[] {
  const named = paper.sentences.flatMap(namesIn);
  return [...checkNames(named), ...checkShort(paper, named), ...checkAbbreviations(paper)];
}

const LEADING = new Set(['the', 'this', 'that', 'an', 'a']);
/** “Members of the …”, “Chair of the …”: who, not which body. */
const WHO =
  /^(?:.*?\b(?:Members?|Chairs?|Vice-Chair|Head|Minutes|Meetings?|Directors?|Officers?|Lead|Report|Recommendations?|Date|Name|Councillors?|Terms)\s+of\s+)?(?:(?:The|This|That|An?)\s+)?/;

function namesIn(sentence: Sentence): Named[] {
  const flat = sentence.text;
  // A heading in capitals names its body too.
  const text = /[a-z]/.test(flat) ? flat : flat.toLowerCase().replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
  return [...text.matchAll(NAME)].flatMap((found) => {
    const whole = found[0];
    const start = WHO.exec(whole)?.[0].length ?? 0;
    const at = found.index + start;
    const words = plain((found[1] ?? '').slice(start)).filter((word) => !LEADING.has(word));
    return words.length < 2
      ? []
      : [
          {
            sentence,
            at,
            text: flat.slice(at, found.index + whole.length),
            words,
            head: (found[2] ?? '').toLowerCase().replace(/s$/, ''),
          },
        ];
  });
}

const SMALL = new Set(['and', 'of', 'for', 'the']);
/** Possessives and plurals are one word: Children's, Childrens, Children. */
const plain = (name: string): string[] =>
  name
    .toLowerCase()
    .replaceAll(/['’]s?\b/g, '')
    .split(/[\s,&]+/)
    .filter((word) => word !== '' && !SMALL.has(word))
    .map((word) => (/[^s]s$/.test(word) && word.length > 4 ? word.slice(0, -1) : word));

const keyOf = ({ words, head }: Named) => `${words.join(' ')} ${head}`;

function checkNames(named: readonly Named[]): Seen[] {
  const names = [...Map.groupBy(named, keyOf).values()].slice(0, MOST);
  const renamed = named.some(({ sentence }) => RENAMED.test(sentence.text));
  return names.flatMap((these) => {
    const [rare] = these;
    if (!rare) return [];
    const usual = names
      .filter(
        (others) =>
          others !== these && isUsual(others, these) && isSlipOf(rare, others[0], these.length, others.length),
      )
      .toSorted((a, b) => likeness(b, rare) - likeness(a, rare) || b.length - a.length)[0];
    const [right] = usual ?? [];
    if (!usual || !right || (renamed && these.some(({ sentence }) => RENAMED.test(sentence.text)))) return [];
    const beside = new Set(usual.map(({ sentence }) => sentence));
    if (these.some(({ sentence }) => beside.has(sentence))) return [];
    return these.map(({ sentence, at, text }) =>
      finding(
        sentence,
        at,
        'body-name',
        `“${text}” here; elsewhere “${clean(right.text)}” (${usual.length} ${usual.length === 1 ? 'time' : 'times'}).`,
      ),
    );
  });
}

/** More names than any paper has: a text made to be slow is not compared to its end. */
const MOST = 400;

const likeness = ([one]: readonly Named[], rare: Named) => Number(one?.words.length === rare.words.length);

const clean = (text: string) =>
  /[a-z]/.test(text) ? text : text.toLowerCase().replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
const RENAMED =
  /\b(?:chang\w+ of name|renamed|formerly|previously known|known as|replaced|would become|became|now called|move from)\b/i;

function isUsual(others: readonly Named[], these: readonly Named[]): boolean {
  if (others.length !== these.length) return others.length > these.length;
  const [a, b] = [others[0], these[0]];
  return a !== undefined && b !== undefined && a.sentence.paragraph < b.sentence.paragraph;
}

function isSlipOf(rare: Named, usual: Named | undefined, times: number, usually: number): boolean {
  if (!usual) return false;
  const same = rare.words.length === usual.words.length && rare.words.every((word) => usual.words.includes(word));
  if (rare.head !== usual.head) return same && SAME_KIND.has(rare.head) && SAME_KIND.has(usual.head);
  if (times * 2 > usually && !same && times > 1) return false;
  if (same) return true;
  // Every word is a word of the usual name, or begins as one does (Safety, Safeguarding), and at least one only begins so.
  const unmatched = rare.words.filter((word) => !usual.words.includes(word));
  const left = usual.words.filter((word) => !rare.words.includes(word));
  const near = unmatched.filter((word) => left.some((other) => beginsAlike(word, other)));
  if (unmatched.length !== 1 || near.length !== 1 || rare.words.length < 2) return false;
  return left.length === 1 || (left.length === 2 && inOrder(rare.words, usual.words));
}

/** “Safer Walden” and “Walden Safeguarding Children” may both be; “Walden Safety” beside the latter is a slip. */
function inOrder(words: readonly string[], within: readonly string[]): boolean {
  let from = 0;
  return words.every((word) => {
    const at = within.findIndex((other, index) => index >= from && (other === word || beginsAlike(word, other)));
    from = at + 1;
    return at >= 0;
  });
}

const beginsAlike = (a: string, b: string) => a.length >= 5 && b.length >= 5 && a.slice(0, 4) === b.slice(0, 4);

/** “the Committee” in a paper whose only body of that kind is a Commission. */
function checkShort(paper: Paper, named: readonly Named[]): Seen[] {
  const own = mostNamed(named.filter(({ head }) => head === 'commission' || head === 'committee' || head === 'panel'));
  if (!own || own.times < 2) return [];
  const other = own.head === 'commission' ? 'Committee' : own.head === 'committee' ? 'Commission' : undefined;
  if (!other) return [];
  const exists = named.some(
    (one) => one.head === other.toLowerCase() && !own.words.every((word) => one.words.includes(word)),
  );
  if (exists) return [];
  return paper.sentences.flatMap((sentence) => {
    const found = new RegExp(`\\b[Tt]he ${other}\\b(?!\\s+(?:Name|Meeting|of\\b))`).exec(sentence.text);
    return found
      ? [
          finding(
            sentence,
            found.index,
            'body-name',
            `“${found[0]}” here; the body of this paper is the ${clean(own.text)}.`,
          ),
        ]
      : [];
  });
}

function mostNamed(named: readonly Named[]) {
  const counted = new Map<string, { times: number; head: string; words: readonly string[]; text: string }>();
  for (const one of named) counted.set(keyOf(one), { ...one, times: (counted.get(keyOf(one))?.times ?? 0) + 1 });
  return [...counted.values()].toSorted((a, b) => b.times - a.times)[0];
}

/** One abbreviation, spelt out in two ways. */
function checkAbbreviations(paper: Paper): Seen[] {
  const spelt = new Map<string, { words: string; text: string; line: number }>();
  return paper.sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(ABBREVIATED)].flatMap((found) => {
      const letters = (found[1] ?? '').replaceAll(/[^A-Z]/g, '');
      const text = letters.length < 2 ? undefined : expansionBefore(sentence.text.slice(0, found.index), letters);
      if (!text) return [];
      const words = plain(text).join(' ');
      const before = spelt.get(found[1] ?? '');
      if (!before) spelt.set(found[1] ?? '', { words, text, line: sentence.lineAt(found.index).line });
      if (!before || before.words === words) return [];
      return [
        finding(
          sentence,
          found.index - text.length,
          'body-name',
          `${found[1]} is “${text}” here, “${before.text}” in line ${before.line}.`,
        ),
      ];
    }),
  );
}

/** The words before the bracket whose first letters it repeats. */
function expansionBefore(before: string, letters: string): string | undefined {
  const words = [...before.matchAll(/[A-Za-z][\w'’]*/g)];
  for (let many = letters.length; many <= letters.length + 3; many++) {
    const last = words.slice(-many);
    const initials = last
      .filter(([word]) => !SMALL.has(word.toLowerCase()))
      .map(([word]) => word.charAt(0).toUpperCase())
      .join('');
    if (initials === letters && last.length === many && !SMALL.has((last[0]?.[0] ?? '').toLowerCase()))
      return before.slice(last[0]?.index).trim();
  }
  return undefined;
}
