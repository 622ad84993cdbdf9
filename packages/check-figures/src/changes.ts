import { type Figure, readValue } from './figures-in.ts';
import { finding, hold, type Seen, say } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';

const UP = /\b(?:increas\w*|rose|risen|rise|rising|grew|grown|growth|went up|up)\b/i;
const DOWN = /\b(?:reduc\w*|fell|fall|fallen|falling|decreas\w*|dropp?\w*|declin\w*|went down|down)\b/i;
const SIZE = '(?:increase|rise|growth|reduction|fall|decrease|drop|decline|difference|change)';

type Change = { sentence: Sentence; from: Figure; to: Figure; others: readonly Figure[] };

/** “reduced from 398 to 309, a fall of 89 (22 %)”: the direction, the difference and the share of the first. */
export function checkChanges(paper: Paper): Seen[] {
  return paper.sentences.flatMap((sentence) => {
    const sizes = sentence.figures.flatMap((_, at) => sizeOnBase(sentence, at));
    const told = changesIn(sentence);
    const more = told.flatMap((change) => [
      ...judgeDirection(change),
      ...judgeTimes(change),
      ...(told.length === 1 ? judgePoints(change) : []),
      ...change.others.flatMap((size) => (saysSize(change, size) ? judgeSize(change, size) : [])),
    ]);
    return [...sizes, ...more];
  });
}

function changesIn(sentence: Sentence): Change[] {
  const { figures, text } = sentence;
  return figures.flatMap((first, at) => {
    const second = figures[at + 1];
    if (!second || first.kind !== second.kind || first.kind === 'fraction' || first.loose || second.loose) return [];
    const others = figures.filter((_, other) => other !== at && other !== at + 1);
    const gap = text.slice(first.to, second.from);
    if (/\bfrom\s*$/i.test(text.slice(0, first.from)) && /^[^,;.]{0,40}\bto\s*$/i.test(gap))
      return [{ sentence, from: first, to: second, others }];
    // “303 per 10,000, up from 1,650 (290 per 10,000)”: a rate is not held against a count.
    const alike = isRate(text, first) === isRate(text, second);
    return alike && UP_FROM.test(gap) ? [{ sentence, from: second, to: first, others }] : [];
  });
}

const isRate = (text: string, { to }: Figure): boolean => /^\s*(?:children )?per\s+1\d/i.test(text.slice(to));

/** “214 referrals, up from 180 the year before”: the later stands first. */
const UP_FROM =
  /^[^;.]{0,80}[,(]\s*(?:which (?:is|was) )?(?:up from|down from|compared (?:with|to)|against)\s*(?:the\s+)?$/i;

/** “3,353 referrals, an increase of 7.5% on the 3,120 of last year”. */
function sizeOnBase(sentence: Sentence, at: number): Seen[] {
  const { figures, text } = sentence;
  const [to, size, from] = figures.slice(at, at + 3);
  if (!to || !size || !from || to.kind !== from.kind || [to, size, from].some(({ loose }) => loose)) return [];
  const of = new RegExp(`^[^;.]{0,80}[,(]\\s*(?:an?|the)\\s+${SIZE}\\s+of\\s*$`, 'i').test(
    text.slice(to.to, size.from),
  );
  const on = /^\s*(?:on|from|over|compared (?:with|to))\s+(?:the\s+)?$/i.test(text.slice(size.to, from.from));
  return of && on ? judgeSize({ sentence, from, to, others: [] }, size) : [];
}

/** Later than both figures, in the order they stand. */
const endOf = ({ from, to }: Change) => Math.max(from.to, to.to);

function saysSize(change: Change, size: Figure): boolean {
  const { text } = change.sentence;
  const { from } = change;
  const end = endOf(change);
  if (size.loose || Math.abs(size.from - end) > 120) return false;
  const before = text.slice(0, size.from);
  return (
    new RegExp(`\\b${SIZE}\\s+of\\s*$`, 'i').test(before) ||
    (/\bby\s*$/i.test(before) && (size.from < from.from ? from.from - size.to < 30 : size.from - end < 8)) ||
    (/\(\s*[-–+]?\s*$/.test(before) && size.from >= end && size.from - end < 6) ||
    new RegExp(`^\\s*(?:\\w+\\s+)?${SIZE}\\b`, 'i').test(text.slice(size.to))
  );
}

/** “Attendance rose from 78% to 86%, a rise of 8 percentage points.” */
function judgePoints({ sentence, from, to }: Change): Seen[] {
  if (from.kind !== 'percent') return [];
  const found = /([\w.-]+(?: [\w-]+)?)\s+(?:percentage )?points\b/i.exec(sentence.text);
  const said = found?.[1]?.split(' ').map(readValue) ?? [];
  const points = said.at(-1);
  if (!found || points === undefined) return [];
  const difference = Math.abs(to.value - from.value);
  const arithmetic = `${say(from.value)} to ${say(to.value)} % is a change of ${say(difference)} points`;
  const off = Math.abs(difference - points);
  if (off < 1e-9) return [hold(sentence, found.index, `${arithmetic}.`)];
  // “31 % to 23 %” may be 31.4 to 22.6.
  if (off <= halfOf(from) + halfOf(to)) return [];
  return [finding(sentence, found.index, 'sum', `${arithmetic}, not ${say(points)}.`)];
}

const TIMES: readonly (readonly [said: RegExp, times: number])[] = [
  [/\bdoubl(?:ed|ing)\b/i, 2],
  [/\b(?:tripl|trebl)(?:ed|ing)\b/i, 3],
  [/\bhalv(?:ed|ing)\b/i, 0.5],
];

/** “doubled from 120 to 250”: as loose as other words for shares, a tenth to either side. */
function judgeTimes({ sentence, from, to }: Change): Seen[] {
  const before = sentence.text.slice(0, from.from);
  return TIMES.flatMap(([said, times]) => {
    const found = new RegExp(`(\\w+)?\\s*${said.source}[^,;.]{0,30}\\bfrom\\s*$`, 'i').exec(before);
    if (!found || from.value === 0 || /^(?:almost|nearly|than|about|roughly|not)$/i.test(found[1] ?? '')) return [];
    const exact = to.value / from.value;
    const arithmetic = `${say(from.value)} to ${say(to.value)} is ${exact.toFixed(2)} times as many`;
    if (Math.abs(exact / times - 1) <= 0.1) return [hold(sentence, from.from, `${arithmetic}.`)];
    return [finding(sentence, from.from, 'sum', `${arithmetic}, not ${times === 0.5 ? 'half' : times}.`)];
  });
}

function judgeDirection({ sentence, from, to }: Change): Seen[] {
  const { text } = sentence;
  if (to.from < from.from) return judgeUpFrom({ sentence, from, to, others: [] });
  const clause = text.slice(Math.max(0, text.lastIndexOf(',', from.from) - 20), from.from);
  const up = UP.test(clause) && !DOWN.test(clause);
  const down = DOWN.test(clause) && !UP.test(clause);
  return judgeSide({ sentence, from, to, others: [] }, up, down);
}

function judgeUpFrom(change: Change): Seen[] {
  const gap = change.sentence.text.slice(change.to.to, change.from.from);
  return judgeSide(change, /\bup from\s*(?:the\s+)?$/i.test(gap), /\bdown from\s*(?:the\s+)?$/i.test(gap));
}

function judgeSide({ sentence, from, to }: Change, up: boolean, down: boolean): Seen[] {
  const difference = to.value - from.value;
  if (!(up && difference < 0) && !(down && difference > 0)) return [];
  const side = difference < 0 ? 'fall' : 'rise';
  const arithmetic = `${say(from.value)} to ${say(to.value)} is a ${side} of ${say(Math.abs(difference))}.`;
  return [finding(sentence, from.from, 'sum', arithmetic)];
}

/** What rounding may have hidden: shares and decimals are rounded, counts are not. */
const halfOf = ({ kind, step }: Figure) => (kind === 'percent' || step !== 1 ? step / 2 : 0);

function judgeSize({ sentence, from, to }: Change, size: Figure): Seen[] {
  if (size.kind === 'fraction' || (size.kind !== 'percent' && size.kind !== from.kind)) return [];
  const difference = Math.abs(to.value - from.value);
  const relative = from.value === 0 ? Number.NaN : (100 * difference) / from.value;
  const share = size.kind === 'percent' && Number.isFinite(relative) ? `, or ${relative.toFixed(1)} %` : '';
  const said = `${say(from.value)} to ${say(to.value)} is a change of ${say(difference)}${share}`;
  const off = [
    ...(size.kind === from.kind ? [{ by: Math.abs(difference - size.value), may: halfOf(from) + halfOf(to) }] : []),
    ...(size.kind === 'percent' && share !== ''
      ? [{ by: Math.abs(relative - size.value), may: mayRelative(from, to) }]
      : []),
  ];
  const own = halfOf(size) + 1e-9;
  if (off.some(({ by }) => by <= own)) return [hold(sentence, size.from, `${said}.`)];
  if (off.length === 0 || off.some(({ by, may }) => by <= own + may)) return [];
  return [finding(sentence, size.from, 'sum', `${said}, not ${size.text}.`)];
}

/** How far the rounding of both figures may move their relative change, in points. */
function mayRelative(from: Figure, to: Figure): number {
  const least = Math.max(from.value - halfOf(from), 1e-9);
  return (100 * (halfOf(from) * (to.value / from.value) + halfOf(to))) / least;
}
