import type { Figure } from './figures-in.ts';
import { type Finding, type Seen, say } from './finding.ts';
import { gridOf } from './grid.ts';
import { type Paper, quoteAt, quoteLine, type Sentence } from './paper.ts';
import { compares } from './wholes.ts';

/** What a figure is said to count, as stems without order: “young people referred to Evolve” → people, refer, evolv. */
type Labelled = {
  value: number;
  kind: Figure['kind'];
  text: string;
  stems: ReadonlySet<string>;
  /** Stems of the words before the figure: whose figure it is. */
  before: ReadonlySet<string>;
  /** Stems of the whole sentence. */
  context: ReadonlySet<string>;
  period: string;
  /** A table's row of one month or quarter: only what names the same one is its equal. */
  ofPeriod?: boolean;
  /** Which one of several: “Team A”, “Unit 2”. */
  marks: string;
  /** “the 48 cases”: pointed back at. */
  pointed: ReadonlySet<string> | undefined;
  /** It names somebody or something, so that the heading above does not decide whose it is. */
  named: boolean;
  section: string;
  line: number;
  quote: string;
  where: Sentence | undefined;
};

const EMPTY = new Set(
  'a an the of in on at to for from by with and or as was were is are be been being had has have there their its it this that these those which who whom during over under about into out during total number overall altogether all also only further year years period reported report recorded identified completed paper shows show showed seen said figure figures we our new now then so than each every'.split(
    ' ',
  ),
);

export function stemsOf(text: string): Set<string> {
  const found =
    text
      .toLowerCase()
      .replaceAll(/['’]s?\b/g, '')
      .match(/[a-z][a-z-]+/g) ?? [];
  return new Set(
    found
      .filter((word) => !EMPTY.has(word))
      .map(stem)
      .map((word) => (word === 'young' || word === 'child' ? 'children' : word)),
  );
}

const IRREGULAR: Record<string, string> = {
  children: 'children',
  people: 'people',
  person: 'people',
  girls: 'girl',
  boys: 'boy',
};
function stem(word: string): string {
  const same = IRREGULAR[word];
  if (same) return same;
  const cut = word.replace(/(?:ations?|ments?|rrals?|ingly|ings?|ies|ied|als?|ed|es|s|e|y)$/, '');
  return cut.length >= 3 ? cut.replace(/(.)\1$/, '$1') : word;
}

const PERIOD =
  /\b(?:(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?|q[1-4]|quarter (?:one|two|three|four|[1-4])|january|february|march|april|may|june|july|august|september|october|november|december)\b/gi;

export const CLAUSE_END =
  /[,;:.()]|\b(?:compared|which|where|and (?:the|there|this)|of whom|following|because|while|but|with)\b/i;

function labelled(paper: Paper): Labelled[] {
  const sections = sectionsOf(paper);
  const spoken = paper.sentences.flatMap((sentence, index) => {
    const { text, figures } = sentence;
    if (figures.length === 0) return [];
    const context = stemsOf(text);
    const period = [...new Set(text.toLowerCase().match(PERIOD) ?? [])].toSorted().join(' ');
    return figures.flatMap((figure, at): Labelled[] => {
      const start = text.slice(0, figure.from);
      if (figure.kind === 'fraction' || figure.loose || /\b(?:includ\w+|of which|of whom)\b/i.test(start)) return [];
      const rest = text.slice(figure.to, figures[at + 1]?.from ?? text.length);
      const clause = rest.split(CLAUSE_END)[0] ?? '';
      return [
        {
          value: figure.value,
          kind: figure.kind,
          text: figure.text,
          stems: stemsOf(clause.replaceAll(PERIOD, '')),
          before: stemsOf(text.slice(figures[at - 1]?.to ?? 0, figure.from).replaceAll(PERIOD, '')),
          context,
          period,
          marks: marksIn(start),
          pointed: /\b(?:the|these|those)\s*$/i.test(start) ? pointedAt(clause) : undefined,
          named: /\s[A-Z]\w+/.test(clause.replaceAll(PERIOD, '')),
          section: sections[index] ?? '',
          ...quoteAt(sentence, figure.from),
          where: sentence,
        },
      ];
    });
  });
  return [...spoken, ...inTables(paper, sections)];
}

/** “Team A”, “Unit 2”; not the number of a paragraph, and no day. */
function marksIn(start: string): string {
  const left = start
    .replace(/^\W*\d+(?:\.\d+)*[.)]?\s/, '')
    .replaceAll(/\b\d{1,2}(?=(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/gi, '')
    .replaceAll(PERIOD, '');
  return (left.slice(1).match(/\b[A-Z]\b|\b\d{1,2}\b/g) ?? []).join(' ');
}

/** The words that say which: up to the verb, for what follows is news of them. */
function pointedAt(clause: string): ReadonlySet<string> {
  const [noun = ''] = clause.split(
    /\b(?:were(?! (?:referred|identified|assessed|closed))|was|are|is|had|have|has|came|will|would|did|all|each|remain\w*|receiv\w*)\b/i,
  );
  return stemsOf(noun.replaceAll(PERIOD, ''));
}

/** The heading each sentence stands under. */
function sectionsOf({ sentences }: Paper): string[] {
  let section = '';
  return sentences.map(({ text, figures, bullet }) => {
    const heading =
      text.length < 70 && figures.length === 0 && !/[.;,]\s*$/.test(text) && (!bullet || /^\d/.test(text));
    if (heading) section = text.trim();
    return section;
  });
}
const GENERAL =
  /\b(?:summary|introduction|overview|background|conclusions?|recommendations?|headlines?|key|discussion|questions?|next steps|report|resolved|purpose|during which)\b/i;

/** A table of one column of figures says a figure as a sentence does; of several, the column is part of what it counts. */
function inTables(paper: Paper, sections: readonly string[]): Labelled[] {
  return paper.tables.flatMap((table) => {
    const grid = gridOf(table, paper);
    return (grid?.body ?? []).flatMap(({ row, label, cells }) =>
      cells.flatMap((cell, column): Labelled[] => {
        if (typeof cell !== 'object') return [];
        const head = grid?.header[column] ?? '';
        const ofPeriod = label.replaceAll(PERIOD, '').trim() === '';
        const stems = stemsOf(
          ofPeriod
            ? head
            : `${label} ${/^(?:number|count|n|no\.?|value|total|%|per ?cent|percentage|share|figure)$/i.test(head.trim()) ? '' : head.replaceAll(PERIOD, '')}`,
        );
        const period = [...new Set(`${ofPeriod ? label : ''} ${head}`.toLowerCase().match(PERIOD) ?? [])]
          .toSorted()
          .join(' ');
        return [
          {
            value: cell.value,
            kind: cell.kind,
            text: row.cells[column + 1] ?? '',
            stems,
            context: stems,
            period,
            ofPeriod,
            pointed: undefined,
            marks: '',
            before: new Set(),
            named: false,
            section: sections[table.at - 1] ?? '',
            line: row.line.line,
            quote: quoteLine(row.line),
            where: undefined,
          },
        ];
      }),
    );
  });
}

/** More figures than any paper has: a text made to be slow is not compared to its end. */
const MOST = 1000;

/** The same words with another number. Words are compared whole: a different kind of child or place is another figure. */
export function checkRepeats(paper: Paper): Seen[] {
  const all = labelled(paper)
    .filter(({ stems, context, kind }) => stems.size > 1 || context.size > (kind === 'money' ? 1 : 2))
    .slice(0, MOST);
  const steady = all.filter(({ where }) => !where || !compares(where.text));
  const seen: Finding[] = [];
  for (const [at, later] of steady.entries()) {
    const earlier = steady
      .slice(0, at)
      .filter((one) => one.kind === later.kind && samePeriod(one, later) && one.where !== later.where);
    const same = earlier.filter((one) => sameThing(one, later));
    const known = same.find(({ value }) => value === later.value);
    const other = same.find(({ value }) => value !== later.value);
    // A value that also stands elsewhere in the same words is somebody else's figure, not a slip of this one.
    const elsewhere = all.some(
      (one) =>
        one !== later &&
        one.value === later.value &&
        one.kind === later.kind &&
        shared(one.context, later.stems) >= Math.min(2, later.stems.size),
    );
    if (other && !known && !elsewhere)
      seen.push({
        line: later.line,
        quote: later.quote,
        kind: 'two-values',
        arithmetic: `${later.text.trim()} here, ${other.text.trim()} in line ${other.line}, for the same thing: a difference of ${say(Math.abs(later.value - other.value))}.`,
      });
  }
  return seen;
}

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...b].filter((word) => a.has(word)).length;
/** A paper of one year need not say the year each time. */
const samePeriod = (a: Labelled, b: Labelled) =>
  a.period === b.period ||
  (!a.ofPeriod &&
    !b.ofPeriod &&
    (a.period === '' || b.period === '' || a.period.includes(b.period) || b.period.includes(a.period)));

function sameThing(one: Labelled, later: Labelled): boolean {
  if (!within(one.before, later.context) || !within(later.before, one.context)) return false;
  // “the 48 cases identified as no risk”: all of its words in one earlier sentence.
  const { pointed } = later;
  if (pointed && one.where && pointed.size >= 3 && within(pointed, one.context) && shared(one.stems, pointed) >= 2)
    return true;
  if (one.marks !== later.marks) return false;
  if (pointed && pointsBack(one, later, pointed)) return true;
  const alike = later.stems.size >= 2 && one.stems.size === later.stems.size && within(later.stems, one.stems);
  const telling = later.stems.size >= 3 || [...later.stems].some((word) => !COMMON.has(word));
  return ((alike && telling) || alikeInAll(one, later)) && (later.named || sameSection(one, later));
}

/** “each of the 193 children assessed in 2023”: the same words and the same year. */
const pointsBack = (one: Labelled, later: Labelled, pointed: ReadonlySet<string>) =>
  pointed.size >= 2 &&
  pointed.size === one.stems.size &&
  within(pointed, one.stems) &&
  later.period !== '' &&
  one.period === later.period &&
  sameSection(one, later);

/** “The team supported 214 families”, said twice with another number. */
function alikeInAll(one: Labelled, later: Labelled): boolean {
  if (one.where?.figures.length !== 1 || later.where?.figures.length !== 1) return false;
  return (
    later.context.size >= (later.kind === 'money' ? 2 : 3) &&
    one.context.size === later.context.size &&
    within(later.context, one.context)
  );
}

const COMMON = new Set('children people case refer assess girl boy memb staff'.split(' '));
export const within = (some: ReadonlySet<string>, all: ReadonlySet<string>) => [...some].every((word) => all.has(word));

/** The same words under “North” and under “South” are of two places. */
const sameSection = (one: Labelled, later: Labelled) =>
  one.section === later.section ||
  [one.section, later.section].some((section) => section === '' || GENERAL.test(section));
