/**
 * When several shares or counts are parts of one whole. Wrong answers cost trust, so there are only three: the parts are
 * the classes of one known division (ages, gender, levels); they are said in one frame that allows each thing one place
 * ("were from", "resulted in"); or the sentence before them says that it divides ("by source", "made up of").
 */
export type Part = {
  before: string;
  after: string;
  /** Words that stand before the figure and name the part. */
  label?: string;
  /** Everything between the figure before and this one. */
  gap?: string;
};

const divisions: readonly { name: string; classes: readonly RegExp[] }[] = [
  {
    name: 'gender',
    classes: [
      /\b(?:females?|girls?|women)\b/i,
      /\b(?:males?|boys?|men)\b/i,
      /\b(?:transgender|trans)\b/i,
      /\bnon[- ]binary\b/i,
    ],
  },
  {
    name: 'level of risk',
    classes: [/\blow\b/i, /\bmedium|moderate\b/i, /\bhigh\b/i, /\bno (?:identified )?risk\b/i, /\bvery high\b/i],
  },
  {
    name: 'ethnic group',
    classes: [
      /\bwhite\b/i,
      /\b(?:asian|pakistani|indian|bangladeshi)\b/i,
      /\b(?:black|african|caribbean)\b/i,
      /\b(?:mixed|dual heritage)\b/i,
      /\b(?:gypsy|roma|traveller)\b/i,
    ],
  },
  {
    name: 'type of exploitation',
    classes: [
      /\b(?:criminal|cce)\b[^,;.]*\b(?:only|alone)\b|\bonly\b[^,;.]*\b(?:criminal|cce)\b/i,
      /\b(?:sexual|cse)\b[^,;.]*\b(?:only|alone)\b|\bonly\b[^,;.]*\b(?:sexual|cse)\b/i,
      /\bboth\b/i,
      /\b(?:neither|no (?:identified )?risk)\b/i,
    ],
  },
  { name: 'kind of assessment', classes: [/\b(?:initial|first)\b/i, /\b(?:reviews?|re-?assessments?)\b/i] },
  {
    name: 'outcome',
    classes: [
      /\b(?:open|ongoing)\b/i,
      /\bclosed\b/i,
      /\b(?:progressed|escalated|stepped up)\b/i,
      /(?<!not )\baccepted\b(?! in part)/i,
      /\b(?:declined|rejected|not accepted)\b/i,
      /\b(?:in part|partly|partially)\b/i,
      /\b(?:transferred|stepped down)\b/i,
      /\b(?:signposted|no further action)\b/i,
    ],
  },
  { name: 'colour', classes: [/\bred\b/i, /\bamber\b/i, /\bgreen\b/i, /\bblue\b/i] },
  {
    name: 'grade',
    classes: [/\boutstanding\b/i, /(?<!not )\bgood\b/i, /\brequir\w+ improvement\b/i, /\binadequate\b/i],
  },
  {
    name: 'answer',
    classes: [/\b(?:yes|agreed)\b/i, /\b(?:no|disagreed)\b/i, /\b(?:unsure|neither agreed nor disagreed)\b/i],
  },
  {
    name: 'change',
    classes: [
      /\b(?:improved|better|reduction in risk|lower(?: risk)?|reduced)\b/i,
      /\b(?:maintained|(?:stayed|was|were|remained)?\s*the same|unchanged|no change)\b/i,
      /\b(?:worsened|worse|declined|deteriorated|(?:greater|higher)(?: risk)?|increased)\b/i,
    ],
  },
];
const REST =
  /\b(?:other|others|unknown|not known|not recorded|not stated|no data|missing|prefer(?:red)? not to say|undisclosed|remaining|remainder|rest)\b/i;

const FRAME =
  /^(?:[^,;.]{0,60}?\b)?(?:were|was|are|is|came|come|coming|being|made|received|originated|referred)?\s*\b((?:self[- ]?refer|from|by (?:the )?[A-Za-z]|via|resulted in|resulting in|led to|progressed to|proceeded to|ended in|ended (?:as|with)|closed (?:as|with|because|to|due to)|stepped down to|rated (?:as )?(?:red|amber|green|low|medium|high)|graded|assessed as|assessed at|judged|categorised as|classed as|recorded as|aged|living (?:in|with)|lived (?:in|with)|placed (?:in|with|at)))/i;
const DIVIDES =
  /\b(?:sources?|breakdown|broken down|split|made up of|comprised|comprising|consist(?:ed|s|ing)|composition|divided|distribution|distributed|of which|routes?|outcomes? of (?:the |these |all )?(?:\w+ )?(?:referrals|contacts|screenings?|assessments|enquiries|cases)|(?:referrals?|contacts?|children|people|cases|assessments?|closures?|episodes?|families|leavers|plans|users|staff|spend(?:ing)?) by (?:\w+ )?(?:age|gender|sex|ethnicity|source|agency|type|level|reason|outcome|locality|area|ward|category|placement|tenure|status|provider))\b/i;
/** Each of these is a share of its own: how many of one group did something. */
const RATES =
  /\b(?:attend\w*|timel\w+|(?:on|in) time|within \w+|satisf\w+|felt|said|feel|complet\w+|coverage|uptake|complian\w+|response|performance|trained|agree|success\w*|pass(?:ed)?|rates?|target|achiev\w+|met)\b/i;
const SEVERAL =
  /\b(?:more than one|more than once|multiple|several (?:rows|categories|answers|reasons|factors|needs)|overlap\w*|not mutually exclusive|select all|tick all|all that apply|not (?:be )?add(?:ed)?(?: up)?|do not (?:sum|total|add)|may not (?:sum|total|add)|add(?:s)? (?:up )?to more than|exceeds? 100|both categories)\b/i;
const COMPARISON =
  /\b(?:nationally|national average|england|regionally|statistical neighbours?|neighbours|compared|comparison|last year|previous|prior year|the year before|target|average|up from|down from|benchmark|increas\w+(?! risk)|decreas\w+|reduc\w+(?! in risk| risk)|rose|fell|respectively)\b/i;

const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const YEAR = '(?:19|20)\\d\\d';
/** “1 April 2023 to 31 March 2024” is one period. */
const SPAN = new RegExp(
  `(?:\\d{1,2} )?${MONTH}(?: ${YEAR})?\\s*(?:to|and|[-–])\\s*(?:the end of )?(?:\\d{1,2} )?${MONTH}(?: ${YEAR})?`,
  'gi',
);
const PERIODS = new RegExp(
  `\\b(?:${YEAR}(?:\\s?[-/–]\\s?\\d{2,4})?|q[1-4]|quarter (?:one|two|three|four|[1-4]))\\b`,
  'gi',
);

/** Said to be held beside something else: another area, another year, a target. */
export function compares(text: string): boolean {
  if (COMPARISON.test(text)) return true;
  const periods = text.replaceAll(SPAN, '').toLowerCase().match(PERIODS) ?? [];
  return new Set(periods).size > 1;
}

export type Whole = {
  why: string /** Nothing can be left out: less than the whole is wrong too. */;
  complete: boolean;
};

export const mayOverlap = (around: string): boolean => SEVERAL.test(around);

/** Undefined: nothing says that these are parts of one whole. */
export function wholeOf(parts: readonly Part[], lead: string): Whole | undefined {
  const said = parts.map(({ before, after }) => `${before} ${after}`);
  if (parts.length < 2 || said.some((one) => SEVERAL.test(one)) || SEVERAL.test(lead)) return undefined;
  if (said.some((one) => RATES.test(one)) || compares(said.join(' ')) || RATES.test(lead) || sharesOutcome(parts))
    return undefined;
  const division = divisionOf(parts.map(classOf));
  if (division) return division;
  if (listsLabels(parts)) return { why: 'one list of places', complete: false };
  if (parts.every(({ gap = '' }, at) => (at === 0 ? ACCOUNTS : ACCOUNTS_ON).test(gap)))
    return { why: 'each accounts for a part', complete: false };
  const framed = parts.filter(({ after }) => FRAME.test(after)).length;
  const rest = parts.some((part) => REST.test(part.after));
  if (framed === parts.length || (parts.length >= 3 && framed >= parts.length - 1))
    return { why: 'each is one place of several', complete: rest };
  if (DIVIDES.test(lead)) return { why: 'said to divide one whole', complete: rest };
  return undefined;
}

const ACCOUNTS = /\b(?:account\w* for|ma(?:de|kes?|king) up|represent\w*|constitut\w*)\s*$/i;
const ACCOUNTS_ON =
  /\b(?:account\w* for|ma(?:de|kes?|king) up|represent\w*|constitut\w*)(?: the remaining| another| a further)?\s*$|\bfor(?: the remaining| another| a further)?\s*$/i;

/** “came from the police (45%), schools (38%) and health (29%)”: what is said before the first label holds for all. */
function listsLabels(parts: readonly Part[]): boolean {
  const [first, ...others] = parts;
  return (
    first?.label !== undefined &&
    FRAME.test(first.label) &&
    others.every(
      ({ label = '' }) => words(label).length <= 6 && label !== '' && !/\b(?:were|was|are|had|have)\b/i.test(label),
    )
  );
}

/** The same words at the end of each: one outcome asked of several things, as ratings are. Never parts. */
function sharesOutcome(parts: readonly Part[]): boolean {
  const ends = parts.map(({ after }) => words(after).slice(-2).join(' '));
  const [first] = ends;
  return parts.length > 1 && first !== undefined && first.includes(' ') && ends.every((end) => end === first);
}

const words = (text: string): string[] => text.toLowerCase().match(/[a-z']+/g) ?? [];

const OF_A_GROUP = /^\s*(?:for|among|amongst|in|within|of)\b/i;
const NO_GROUP =
  /^\s*(?:in the \w+ (?:group|category|band)|in (?:part|full)\b|of (?:both|(?:child )?(?:criminal|sexual))\b)/i;

/** “82% of girls” is a share of the girls; in “82% of children were girls” the girls are a part. */
function classOf({ before, after }: Part): string {
  if (OF_A_GROUP.test(after) && !NO_GROUP.test(after))
    return /^\s*of\b[^.;]*?\b(?:were|was|are|is|identified as|described|lived)\b(.*)$/is.exec(after)?.[1] ?? '';
  return `${before} ${after}`;
}

function divisionOf(said: readonly string[]): Whole | undefined {
  const ages = ageBands(said);
  if (ages) return ages;
  for (const { name, classes } of divisions) {
    const taken = said.map((one) => classes.flatMap((pattern, at) => (pattern.test(one) ? [at] : [])));
    const named = taken.filter((found) => found.length === 1).map(([at]) => at);
    const others = said.filter((one, at) => taken[at]?.length === 0 && REST.test(one)).length;
    if (named.length >= 2 && named.length + others === said.length && new Set(named).size === named.length)
      return { why: `parts by ${name}`, complete: others > 0 };
  }
  return undefined;
}

const AGE =
  /(?:under|below|younger than)\s+(?:the age of\s+)?(?<under>\d{1,2})|(?<from>\d{1,2})\s*(?:-|–|to)\s*(?<to>\d{1,2})|(?<over>\d{1,2})\s*(?:\+|(?:years?\s*(?:old|of age)?\s*)?(?:and|or)\s+(?:over|above|older))|(?:over|above)\s+(?:the age of\s+)?(?<above>\d{1,2})/i;

function ageBands(said: readonly string[]): Whole | undefined {
  if (!said.some((one) => /\b(?:age|aged|ages|years?|under \d\ds?|over \d\ds?)\b/i.test(one))) return undefined;
  const bands = said.map((one) => AGE.exec(one)?.groups);
  const found = bands.flatMap((band) => (band ? [band] : []));
  const others = said.filter((one, at) => !bands[at] && REST.test(one)).length;
  const starts = found.map((band) => Number(band.from ?? band.over ?? band.above ?? -1));
  if (found.length < 2 || found.length + others < said.length || new Set(starts).size < found.length) return undefined;
  const open = found.some(({ under }) => under) && found.some(({ over, above }) => over ?? above);
  return { why: 'parts by age', complete: open };
}
