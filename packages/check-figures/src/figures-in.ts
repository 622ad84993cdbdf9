/** A figure as printed in a sentence: digits or words. Dates, ages, lengths of time and references are none. */
export type Figure = {
  kind: 'count' | 'percent' | 'money' | 'fraction';
  value: number;
  /** One unit of the last place printed: 38 % is of 1, 37.5 % of 0.1, £1.2m of 100,000. */
  step: number;
  /** “over 5,700”, “about half”: said to be something else than the figure. */
  loose: 'over' | 'under' | 'about' | undefined;
  from: number;
  to: number;
  text: string;
};

const UNITS = 'one two three four five six seven eight nine'.split(' ');
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES = new Map<string, number>([
  ...UNITS.map((word, at) => [word, at + 1] as const),
  ...TEENS.map((word, at) => [word, at + 10] as const),
  ...TENS.map((word, at) => [word, (at + 2) * 10] as const),
]);
const any = (words: readonly string[]) => `(?:${words.join('|')})`;
const SMALL = `(?:${any(TENS)}(?:[\\s-]+${any(UNITS)})?|${any(TEENS)}|${any(UNITS)})`;
const HUNDREDS = `(?:(?:${SMALL}|a)\\s+hundred(?:\\s+(?:and\\s+)?${SMALL})?)`;
const BELOW = `(?:${HUNDREDS}|${SMALL})`;
const THOUSANDS = `(?:(?:${BELOW}|a)\\s+thousand(?:,?\\s+(?:and\\s+)?${BELOW})?)`;
const WORDS = `\\b(?:${THOUSANDS}|${BELOW})\\b`;
/** 1,204, and 1 204 where no other number stands beside it. */
const GROUPED = '(?:\\d{1,3}(?:[,\\u2009\\u202f]\\d{3})+|(?<!\\d )[1-9]\\d{0,2} \\d{3}(?![\\d%]| [\\d%])|\\d+)';
const DIGITS = `(?<![\\w.,/])${GROUPED}(?:\\.\\d+)?(?![\\d/])`;
const SOME = `(?:${WORDS}|${DIGITS})`;
const PERCENT = '\\s*(?:%|per\\s*cent\\b(?!age)|percent\\b)';
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '(?:19|20)\\d\\d';
const REFERENCE =
  'sections?|paras?|paragraphs?|pages?|appendix|annex|tables?|figures?|charts?|items?|minutes?|objectives?|priority|priorities|parts?|phase|stage|tier|level|year|grade|articles?|regulations?|reg|rules?|questions?|recommendations?|resolutions?|actions?|version|volume|chapters?|schedule|bands?|steps?|options?|notes?|quarter|agenda|wave|round|cohort';

/** What looks like a figure and is none, in the order it is taken out. */
const NO_FIGURES: readonly RegExp[] = [
  /\b(?:https?:\/\/|www\.)\S+|\b[\w.+-]{1,64}@\S+/gi,
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b\\.?(?:,?\\s+${YEAR}\\b)?`, 'gi'),
  new RegExp(`\\b${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+${YEAR}\\b|\\b(?!%))`, 'gi'),
  /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/g,
  new RegExp(`\\b${YEAR}\\s*(?:[-–—/]|to|and)\\s*(?:${YEAR}|\\d\\d)\\b(?!\\s*%|,\\d)`, 'gi'),
  new RegExp(`(?<![\\d,£.])${YEAR}\\b(?!,\\d{3}|%)`, 'g'),
  /\(?\b\d+(?:\.\d+){2,}\)?|\(\d\.\d+\)|\*\*\d+(?:\.\d+)+\*\*/g,
  /^\W*(?:\d+(?:\.\d+)+\.?|\d+[.)])\s(?=\s*["'“‘(]?[A-Z-])/g,
  new RegExp(
    `\\b(?:${REFERENCE})\\s+(?:no\\.?\\s*)?(?:\\d+(?:\\.\\d+)*|${SMALL}\\b)(?!${PERCENT})(?!\\d|\\.\\d)`,
    'gi',
  ),
  /\b(?:in|see|at|under)\s+\d\.\d\b(?!\s*(?:%|per|million|m\b|bn))/gi,
  /\b(?:aged?|ages|age\s+of)\s+(?:between\s+|over\s+|under\s+)?\d{1,2}(?:\s*(?:-|–|to|and)\s*\d{1,2})?\+?/gi,
  /\b(?:under|over|below|above)[\s-]*\d{1,2}s\b|\b(?:\d{1,2}\s*(?:-|–|to|and)\s*)?\d{1,2}[\s-]*(?:years?[\s-]*olds?)\b/gi,
  /\bunder[\s-]18\b|\bover[\s-]18\b/gi,
  /\b\d{1,2}\s*(?:and|or)\s*(?:over|above|older|under|younger)\b|\b\d{1,2}\+/gi,
  new RegExp(`${DIGITS}\\s*(?:-|–|—)\\s*\\d+(?!\\d|\\s*%)|\\bbetween\\s+${SOME}\\s+and\\s+${SOME}`, 'gi'),
  /\b\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm|noon)\b|\b\d{1,2}:\d\d\b/gi,
  new RegExp(
    `${SOME}(?:\\s+to\\s+${SOME})?[\\s-]*(?:working\\s+|calendar\\s+|school\\s+)?(?:day|week|month|year|hour|minute|term|night|session)(?:s|ly)?\\b(?!['’])`,
    'gi',
  ),
  /\bper\s+(?:100|1,?000|10,?000|100,?000)\b/gi,
  /\b(?:extension|ext\.?|telephone|room|ref\.?|postcode|fax)\s+\d+\b/gi,
  /\b\d+(?:st|nd|rd|th)\b|\b0\d{3,4}[\s-]?\d{3}[\s-]?\d{3,4}\b|#\d+/gi,
  /\b[a-z]+-?\d[\w-]*|\b\d+(?!(?:m|k|bn|p)\b)[a-z]\w*/gi,
  new RegExp(`${SOME}\\s*(?:percentage\\s+points?|ppts?|pp)\\b`, 'gi'),
  /\b(?:no\s+one|one\s+of|one\s+another|one[-–]|each\s+one|the\s+one|one['’]s)/gi,
];

/** “one” is a pronoun more often than a figure. */
const ONE_THING =
  /^one\s+(?:child|young person|person|girl|boy|case|referral|assessment|family|member|plan|review|closure|contact|male|female)\b/i;

const FRACTION = `(?:(?<!first |second |last |other |-)\\bhalf\\b(?![\\s-]+(?:term|year|day|a\\s|an\\s|hour|way|time))|\\b(?:a|one)[\\s-](?:third|quarter|fifth|tenth)\\b|\\b${any(UNITS)}[\\s-](?:thirds|quarters|fifths|tenths|eighths|sixths)\\b|${SOME}\\s+in\\s+(?:every\\s+)?${SOME})`;
const FIGURE = new RegExp(
  `(?<fraction>${FRACTION})|(?<number>£\\s?${GROUPED}(?:\\.\\d+)?|${SOME})(?:\\s*(?<times>million|billion|thousand|bn|m|k)\\b)?(?<percent>${PERCENT})?`,
  'gi',
);
const TIMES: Record<string, number> = { million: 1e6, m: 1e6, billion: 1e9, bn: 1e9, thousand: 1e3, k: 1e3 };

const MAYBE = new RegExp(`\\d|\\b(?:${[...VALUES.keys()].join('|')}|hundred|thousand|half|third|quarter)`, 'i');

export function readFigures(text: string): Figure[] {
  if (!MAYBE.test(text)) return [];
  const bare = withoutOthers(text);
  return [...bare.matchAll(FIGURE)].flatMap((found) => {
    const figure = found.groups?.fraction ? readFraction(found[0]) : readNumber(found.groups ?? {});
    const rest = bare.slice(found.index);
    if (!figure || (/^one$/i.test(found[0]) && !ONE_THING.test(rest))) return [];
    if (/^\s*(?:per\s|\0+\s*(?:per|in)\s)/.test(bare.slice(found.index + found[0].length))) return [];
    const to = found.index + found[0].trimEnd().length;
    return [
      {
        ...figure,
        loose: looseness(bare.slice(Math.max(0, found.index - 40), found.index)),
        from: found.index,
        to,
        text: text.slice(found.index, to),
      },
    ];
  });
}

/** Of those, what a sentence can be held to: no end of a range, and no row of a table that lost its columns. */
export function figuresSaid(text: string): Figure[] {
  const figures = readFigures(text);
  const gapAfter = (at: number) => {
    const [one, other] = [figures[at], figures[at + 1]];
    return one && other && text.slice(one.to, other.from);
  };
  const isRow = (at: number) => gapAfter(at) === ' ' && gapAfter(at + 1) === ' ';
  const isRange = (at: number) => {
    const before = text.slice(0, figures[at]?.from).slice(-40);
    const gap = gapAfter(at) ?? '';
    return /^\s+and\s+$/.test(gap)
      ? /\bbetween\s+$/i.test(before)
      : /^(?:\s+to\s+|[-–—])$/.test(gap) && !MOVES.test(before);
  };
  return figures.filter((_, at) => ![at - 2, at - 1, at].some(isRow) && !isRange(at - 1) && !isRange(at));
}

/** “rose from 12 to 15” is two figures, “12 to 15 children” none. */
const MOVES =
  /\b(?:from|by|up|down|rose|fell|grew|dropped|jumped|(?:increas|decreas|reduc|declin)ed|(?:increase|rise|growth|fall|decrease|drop|reduction) of)\s*(?:the\s+)?$/i;

function withoutOthers(text: string): string {
  let left = text;
  for (const pattern of NO_FIGURES) left = left.replace(pattern, (found) => '\0'.repeat(found.length));
  return left;
}

type Read = Pick<Figure, 'kind' | 'value' | 'step'>;

function readNumber(groups: Record<string, string | undefined>): Read | undefined {
  const { number = '', times = '', percent } = groups;
  const factor = TIMES[times.toLowerCase()] ?? 1;
  const value = readValue(number);
  if (value === undefined) return undefined;
  const decimals = /\.(\d+)$/.exec(number)?.[1]?.length ?? 0;
  const kind = percent ? 'percent' : number.startsWith('£') ? 'money' : 'count';
  // Computed from the decimal text, so that 1.15 million is 1,150,000 and not a hair less.
  return { kind, value: Number((value * factor).toPrecision(12)), step: factor * 10 ** -decimals };
}

function readFraction(text: string): Read | undefined {
  const step = 10;
  const whole = /^(.+?)\s+in\s+(?:every\s+)?(.+)$/i.exec(text);
  if (whole) {
    const [part, of] = [readValue(whole[1] ?? ''), readValue(whole[2] ?? '')];
    if (!part || !of || part >= of || of > 20) return undefined;
    return { kind: 'fraction', value: (100 * part) / of, step };
  }
  if (/half/i.test(text)) return { kind: 'fraction', value: 50, step };
  const [, count = '', kind = ''] = /^(\w+)[\s-](\w+?)s?$/.exec(text.toLowerCase()) ?? [];
  const of = { third: 3, quarter: 4, fifth: 5, tenth: 10, eighth: 8, sixth: 6 }[kind];
  const part = count === 'a' ? 1 : VALUES.get(count);
  return of && part && part < of ? { kind: 'fraction', value: (100 * part) / of, step } : undefined;
}

/** “three hundred and forty-four”, “1,700”. */
export function readValue(printed: string): number | undefined {
  const text = printed
    .toLowerCase()
    .replace(/[£,\s]+/g, ' ')
    .trim();
  if (/^[\d. ]+$/.test(text)) return Number(text.replaceAll(' ', ''));
  let total = 0;
  let group = 0;
  for (const word of text.split(/[\s-]+/)) {
    if (word === 'and') continue;
    if (word === 'a') group = 1;
    else if (word === 'hundred') group *= 100;
    else if (word === 'thousand') [total, group] = [total + group * 1000, 0];
    else {
      const value = VALUES.get(word);
      if (value === undefined) return undefined;
      group += value;
    }
  }
  return total + group;
}

const OVER =
  /(?:over|more than|at least|in excess of|just over|upwards of|above|a minimum of|exceed(?:ed|ing)?)\s+(?:a\s+|the\s+)?$/i;
const UNDER =
  /(?:under|less than|fewer than|up to|nearly|almost|just under|below|no more than|at most|close to)\s+(?:a\s+|the\s+)?$/i;
const ABOUT = /(?:about|around|approximately|approx\.?|roughly|some|circa|c\.|estimated|as many as)\s+(?:a\s+)?$/i;

function looseness(before: string): Figure['loose'] {
  if (OVER.test(before)) return 'over';
  if (UNDER.test(before)) return 'under';
  return ABOUT.test(before) ? 'about' : undefined;
}
