import { finding, hold, type Seen } from './finding.ts';
import type { Paper, Sentence } from './paper.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DATE = new RegExp(
  `(?:\\b(${WEEKDAYS.join('|')}),?\\s+(?:the\\s+)?)?\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTHS.join('|')}),?\\s+((?:19|20)\\d\\d)\\b`,
  'gi',
);
type Day = { at: number; text: string; year: number; month: number; day: number; weekday: string | undefined };
type Said = Day & { sentence: Sentence };

function daysIn(text: string): Day[] {
  return [...text.matchAll(DATE)].map((found) => ({
    at: found.index,
    text: found[0],
    weekday: found[1],
    day: Number(found[2]),
    month: MONTHS.indexOf((found[3] ?? '').toLowerCase()) + 1,
    year: Number(found[4]),
  }));
}

const number = ({ year, month, day }: Pick<Day, 'year' | 'month' | 'day'>) => year * 10_000 + month * 100 + day;

export function checkDays(paper: Paper): Seen[] {
  const said = paper.sentences.flatMap((sentence) => daysIn(sentence.text).map((day) => ({ ...day, sentence })));
  const today = dateOf(paper);
  return [
    ...said.flatMap(checkCalendar),
    ...(today
      ? [
          ...said.flatMap((day) => checkOrder(day, today)),
          ...paper.sentences.flatMap((sentence) => checkProgramme(sentence, today)),
        ]
      : []),
    ...said.flatMap((from, at) => checkSpan(from, said[at + 1])),
    ...paper.sentences.flatMap(checkRanges),
    ...checkTitles(paper),
  ];
}

/** The day of the paper: the first whole date among its opening lines. */
function dateOf(paper: Paper): Day | undefined {
  const opening = paper.sentences.filter(({ paragraph }) => paragraph < 12).slice(0, 15);
  const heads = opening.filter(({ text }) => text.length < 160 && !/\b(?:previous|last) meeting|held on\b/i.test(text));
  return heads.flatMap(({ text }) => daysIn(text))[0];
}

function checkCalendar(said: Said): Seen[] {
  const date = new Date(Date.UTC(said.year, said.month - 1, said.day));
  if (date.getUTCDate() !== said.day)
    return [finding(said.sentence, said.at, 'year', `There is no ${said.text.trim()}.`)];
  if (!said.weekday) return [];
  const weekday = WEEKDAYS[date.getUTCDay()];
  if (weekday?.toLowerCase() === said.weekday.toLowerCase())
    return [hold(said.sentence, said.at, `${said.text} is a ${weekday}.`)];
  return [
    finding(
      said.sentence,
      said.at,
      'year',
      `${said.text.replace(/^\w+,?\s+/, '')} is a ${weekday}, not a ${said.weekday}.`,
    ),
  ];
}

/** “from 1 April 2023 to 31 March 2023” ends before it begins. */
function checkSpan(from: Said, to: Said | undefined): Seen[] {
  if (!to || to.sentence !== from.sentence) return [];
  const gap = from.sentence.text.slice(from.at + from.text.length, to.at);
  const before = from.sentence.text.slice(Math.max(0, from.at - 40), from.at);
  const span =
    /^\s*(?:to|until|[-–—])\s*(?:the\s+)?$/i.test(gap) || (/^\s*and\s+$/i.test(gap) && /\bbetween\s*$/i.test(before));
  if (
    !span ||
    number(to) >= number(from) ||
    /\b(?:changed|moved|brought forward|postponed|rescheduled|deferred|corrected)\b/i.test(before)
  )
    return [];
  return [finding(from.sentence, from.at, 'year', `${from.text} to ${to.text} ends before it begins.`)];
}

/** The next meeting lies ahead of the paper's day; what was held lies behind it. */
function checkOrder(said: Said, today: Day): Seen[] {
  const clause = said.sentence.text.slice(Math.max(0, said.at - 110), said.at);
  const ahead = /\bnext\s+(?:\w+\s+){0,2}meeting\b[^.;]*$/i.test(clause) && !/\b(?:previous|last)\b/i.test(clause);
  const behind =
    /\b(?:previous|last)\s+(?:\w+\s+){0,2}meeting\b[^.;]*$/i.test(clause) ||
    (/\b(?:was held on|were held on|took place on|met on|launched on|meeting held on)\s*(?:the\s*)?$/i.test(clause) &&
      !/\b(?:will|would|to be)\b/i.test(clause));
  if (ahead && number(said) < number(today))
    return [
      finding(
        said.sentence,
        said.at,
        'year',
        `The next meeting is put at ${said.text}, before the day of this paper (${today.text.trim()}).`,
      ),
    ];
  if (behind && number(said) > number(today))
    return [
      finding(
        said.sentence,
        said.at,
        'year',
        `${said.text} is said to be past, but lies after the day of this paper (${today.text.trim()}).`,
      ),
    ];
  return [];
}

const RANGE = /\b((?:19|20)\d\d)\s*(?:[-–—/]|to)\s*((?:19|20)\d\d|\d\d)\b(?!%)/gi;
type Range = { at: number; text: string; from: number; to: number; slash: boolean };

function rangesIn(text: string): Range[] {
  return [...text.matchAll(RANGE)].flatMap((found) => {
    // 2023-10-05 is a day.
    if (/^[-/]\d/.test(text.slice(found.index + found[0].length)) || /[-/]$/.test(text.slice(0, found.index)))
      return [];
    const from = Number(found[1]);
    const end = found[2] ?? '';
    const to = end.length === 2 ? Math.floor(from / 100) * 100 + Number(end) : Number(end);
    return [
      {
        at: found.index,
        text: found[0],
        from,
        to: to < from && end.length === 2 && Number(end) < 10 && from % 100 > 90 ? to + 100 : to,
        slash: found[0].includes('/'),
      },
    ];
  });
}

const AHEAD =
  /\b(?:work(?:ing)? programme|forward (?:work )?plan|work plan|schedule of meetings|calendar of meetings|annual plan|audit plan|budget)\b/i;
const AGREED =
  /\b(?:be|is|was|were|been|to)\s+(?:approved?|agreed?|adopt(?:ed)?|endorsed?|received?|noted|set)\b|\bapproves?\b|\bagrees?\b|\badopts?\b|\bconsider(?:ed|s)?\b|\bremaining items?\b|\bcurrent\b/i;
const PAST =
  /\b(?:previous|last year|outturn|closed|concluded|ended|report on|review of|evaluation|carried over from|ran from|completed)\b/i;

/** A programme of work that is approved after its year has ended: council years run from May, financial years from April. */
function checkProgramme(sentence: Sentence, today: Day): Seen[] {
  const { text } = sentence;
  if (!AHEAD.test(text) || PAST.test(text) || !(AGREED.test(text) || /\bfor\b/i.test(text))) return [];
  return rangesIn(text).flatMap((range) => {
    const near = text.slice(Math.max(0, range.at - 70), range.at + 70);
    if (!AHEAD.test(near) || range.to - range.from !== 1) return [];
    const ended = range.to * 10_000 + 531;
    if (number(today) <= ended) return [];
    const start = today.month >= 5 ? today.year : today.year - 1;
    return [
      finding(
        sentence,
        range.at,
        'year',
        `${range.text} ended by May ${range.to}; this paper is of ${today.text.trim()}, in the year ${start}/${start + 1}.`,
      ),
    ];
  });
}

function checkRanges(sentence: Sentence): Seen[] {
  return rangesIn(sentence.text).flatMap((range) => {
    // 2014/10 may be a month.
    if (range.slash && range.text.length === 7 && range.to % 100 <= 12 && range.to < range.from) return [];
    if (range.to < range.from) return [finding(sentence, range.at, 'year', `${range.text} ends before it begins.`)];
    if (range.slash && range.to === range.from)
      return [finding(sentence, range.at, 'year', `${range.text} begins and ends in one year.`)];
    const before = sentence.text.slice(Math.max(0, range.at - 20), range.at);
    if (
      range.slash &&
      range.to - range.from > 1 &&
      /\b(?:financial|municipal|school|academic|council|the) year\s+$/i.test(before)
    )
      return [finding(sentence, range.at, 'year', `${range.text} is said to be one year, and is longer.`)];
    return [];
  });
}

const TITLED =
  /\b((?:[A-Z][\w'’-]+(?:\s+(?:and|of|for|&)\s+|\s+)){1,7}(?:Strategy|Plan|Priorities|Programme|Framework|Policy|Agreement))\b[\s(]*$/;

/** One strategy with two spans that share a beginning or an end: successors share neither. */
function checkTitles(paper: Paper): Seen[] {
  const titled = paper.sentences.flatMap((sentence) =>
    rangesIn(sentence.text).flatMap((range) => {
      const name = TITLED.exec(sentence.text.slice(Math.max(0, range.at - 120), range.at))?.[1];
      return name
        ? [{ sentence, range, name: name.replace(/^(?:The|This|That|An?|Draft|New)\s+/, '').toLowerCase() }]
        : [];
    }),
  );
  return [...Map.groupBy(titled, ({ name }) => name).values()].flatMap((named) => {
    const spans = [...Map.groupBy(named, ({ range }) => `${range.from}-${range.to}`).values()];
    return spans.flatMap((mine, at) => {
      const other = spans.findIndex(
        ([two], index) => index !== at && two && mine[0] && sharesAnEnd(mine[0].range, two.range),
      );
      const theirs = spans[other]?.[0];
      // Of two said equally often, the later is the slip.
      const often = mine.length - (spans[other]?.length ?? 0);
      if (!theirs || often > 0 || (often === 0 && at < other)) return [];
      return mine.map(({ sentence, range, name }) => {
        const { line } = theirs.sentence.lineAt(theirs.range.at);
        return finding(
          sentence,
          range.at,
          'year',
          `${range.text} here, ${theirs.range.text} in line ${line}, for one ${/\w+$/.exec(name)?.[0]}.`,
        );
      });
    });
  });
}

const sharesAnEnd = (one: Range, other: Range) => (one.from === other.from) !== (one.to === other.to);
