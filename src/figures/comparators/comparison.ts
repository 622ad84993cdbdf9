import type { Shown } from '../../papers/index.ts';
import { addDays, addMonths, type Period, type PlainDate } from '../../platform/kernel/index.ts';
import {
  type Comparator,
  ENGLAND,
  isNumber,
  isRegion,
  meanCode,
  type NeighbourList,
  type Of,
  sayWhen,
} from './comparator.ts';
import { beside, type Change, changeBetween, latestBy, meanOfNeighbours, sayBeside, sayMean } from './compare.ts';
import type { Series } from './series.ts';
import { sayUnlike } from './warnings.ts';

/** One line of the table: whose figure, of when, and how ours stands beside it. */
export type Line = {
  who: string;
  shown: Shown | undefined;
  of?: Of;
  source: string;
  beside?: string;
  isOurs?: true;
};
type TrendRow = { who: string; cells: readonly (Shown | undefined)[]; change: Change | undefined; isOurs: boolean };
export type Comparison = {
  series: Series;
  lines: readonly Line[];
  warnings: readonly string[];
  trend: { when: readonly string[]; rows: readonly TrendRow[] };
  /** What a target is tried against. */
  ours: number | undefined;
  england: number | undefined;
  meanOf: (model: string) => number | undefined;
};

/** Ours counts a whole year up to the day asked for, or as it stands on it. */
export const yearTo = (day: PlainDate): Period => ({ from: addDays(addMonths(day, -12), 1), to: day });
export const ofOurs = ({ over }: Series, day: PlainDate): Of => ({
  since: over === 'period' ? yearTo(day).from : null,
  asAt: day,
  basis: 'live',
});

/** Our figure as our records give it, on the day asked for. */
type OurRecords = { shown: number | undefined; of: Of; made: string };

type Held = {
  figures: readonly Comparator[];
  lists: readonly NeighbourList[];
  chosen: readonly NeighbourList[];
  records: OurRecords | undefined;
  upTo: string;
};

/**
 * Everything that is read of one series, in the order it is read: ours, England, the region, the means, the areas. Counts
 * of areas of different sizes have no mean that says anything, and none is made.
 */
export function compose(series: Series, held: Held): Comparison {
  const byArea = Map.groupBy(held.figures, ({ areaCode }) => areaCode);
  const [list] = held.lists;
  const ours = { code: list?.of.code ?? '', area: list?.of.area ?? 'Our area' };
  const find = (code: string) => latestBy(byArea.get(code) ?? [], held.upTo);
  const england = find(ENGLAND);
  const anchor = england ?? held.figures.filter(({ asAt }) => asAt <= held.upTo).at(-1);
  const at = (when: Of | undefined) => (when ? figuresAt(held.figures, when) : new Map<string, Shown>());
  const own = ownLines(ours.area, byArea.get(ours.code) ?? [], held);
  const others = [
    ...(england ? [line('England', england)] : gap(series, held, 'England')),
    ...regionsIn(byArea).map(({ code, area }) => lineOf(area, find(code))),
    ...(regionsIn(byArea).length > 0 ? [] : gap(series, held, 'the region')),
    ...(series.unit === 'count' ? [] : held.chosen.map((one) => meanLine(one, at(anchor), anchor))),
    ...areasOf(held.chosen).flatMap(({ code, area }) => {
      const figure = find(code);
      return figure || series.unit !== 'count' ? [lineOf(area, figure)] : [];
    }),
  ].filter((one) => one !== undefined);
  return {
    series,
    lines: [...own, ...others.map((one) => ({ ...one, ...besideOurs(one, own, series) }))],
    warnings: [...(series.differs && held.records ? [series.differs] : []), ...warningsOf(own, others)],
    trend: trendOf(ours, byArea, series.unit === 'count' ? { ...held, chosen: [] } : held),
    ours: held.records?.shown,
    england: numberOf(england?.shown),
    meanOf: (model) => {
      const wanted = held.lists.find((one) => one.model === model);
      return wanted ? numberOf(meanOfNeighbours(wanted, at(anchor)).mean) : undefined;
    },
  };
}

const regionsIn = (byArea: ReadonlyMap<string, readonly Comparator[]>): { code: string; area: string }[] =>
  [...byArea].flatMap(([code, [first]]) => (isRegion(code) && first ? [{ code, area: first.area }] : []));

/** That nothing is held of it is said, where anything is held at all. */
const gap = ({ unit }: Series, { figures }: Held, who: string): Line[] =>
  unit === 'count' || figures.length === 0 ? [] : [lineOf(who, undefined)];

const numberOf = (shown: Shown | null | undefined) => (typeof shown === 'number' ? shown : undefined);

function ownLines(area: string, published: readonly Comparator[], { records, upTo }: Held): Line[] {
  const byBasis = [...Map.groupBy(published, ({ basis }) => basis).values()].flatMap(
    (some) => latestBy(some, upTo) ?? [],
  );
  return [
    ...(records
      ? [
          {
            who: `${area}, our records`,
            shown: records.shown,
            of: records.of,
            source: records.made,
            isOurs: true as const,
          },
        ]
      : []),
    ...byBasis.map((one) => ({ ...line(`${area}, as published`, one), isOurs: true as const })),
  ];
}

const line = (who: string, { shown, since, asAt, basis, source }: Comparator): Line => ({
  who,
  shown,
  of: { since, asAt, basis },
  source,
});
const lineOf = (who: string, figure: Comparator | undefined): Line =>
  figure ? line(figure.area, figure) : { who, shown: undefined, source: 'No figure is held' };

function meanLine(list: NeighbourList, figures: ReadonlyMap<string, Shown>, of: Of | undefined): Line {
  const mean = meanOfNeighbours(list, figures);
  return {
    who: `Mean of the ${list.model} neighbours`,
    shown: mean.mean ?? undefined,
    ...(of && mean.mean !== null && { of: { since: of.since, asAt: of.asAt, basis: of.basis } }),
    source: sayMean(mean),
  };
}

/** The areas of the lists chosen, each once, in the order of the first. */
function areasOf(lists: readonly NeighbourList[]): { code: string; area: string }[] {
  return [...new Map(lists.flatMap(({ neighbours }) => neighbours.map((one) => [one.code, one] as const))).values()];
}

const same = (one: Of, other: Of) => one.asAt === other.asAt && one.since === other.since && one.basis === other.basis;

function figuresAt(figures: readonly Comparator[], when: Of): Map<string, Shown> {
  return new Map(figures.filter((one) => same(one, when)).map(({ areaCode, shown }) => [areaCode, shown]));
}

/** Ours of the same day and basis is what is set beside another's; where there is none, our records. */
function besideOurs(other: Line, own: readonly Line[], { unit, more }: Series): { beside?: string } {
  const { of, shown } = other;
  if (!of || !isNumber(shown) || unit === 'count') return {};
  const ours =
    own.find((one) => one.of && same(one.of, of) && isNumber(one.shown)) ?? own.find((one) => isNumber(one.shown));
  return isNumber(ours?.shown) ? { beside: sayBeside(beside(ours.shown, shown), more) } : {};
}

function warningsOf(own: readonly Line[], others: readonly Line[]): string[] {
  const placed = (lines: readonly Line[]) =>
    lines.flatMap(({ who, of, shown }) => (of && isNumber(shown) ? [{ who, ...of }] : []));
  const [first, ...rest] = placed(own);
  return first ? sayUnlike(first, [...placed(others), ...rest]) : [];
}

const AT_MOST = 6;
/** Validated figures by year. A change is from the first number to the last, over signs and gaps. */
function trendOf(
  ours: { code: string; area: string },
  byArea: ReadonlyMap<string, readonly Comparator[]>,
  { figures, chosen, upTo }: Held,
): Comparison['trend'] {
  const validated = figures.filter(({ basis, asAt }) => basis === 'validated' && asAt <= upTo);
  const named = new Map<string, Of>(validated.map((one) => [`${one.asAt}|${one.since ?? ''}`, one]));
  const times = [...named].toSorted(([a], [b]) => a.localeCompare(b)).slice(-AT_MOST);
  const at = times.map(([, when]) => figuresAt(figures, when));
  const row = (who: string, cellOf: (held: ReadonlyMap<string, Shown>) => Shown | undefined): TrendRow => {
    const cells = at.map(cellOf);
    const numbers = cells.filter(isNumber);
    const change = numbers.length > 1 ? changeBetween(numbers[0], numbers.at(-1)) : undefined;
    return { who, cells, change, isOurs: false };
  };
  const rows = [
    { ...row(`${ours.area}, as published`, (held) => held.get(ours.code)), isOurs: true },
    row('England', (held) => held.get(ENGLAND)),
    ...regionsIn(byArea).map(({ code, area }) => row(area, (held) => held.get(code))),
    ...chosen.map((list) =>
      row(
        `Mean of the ${list.model} neighbours`,
        (held) => meanOfNeighbours(list, held).mean ?? held.get(meanCode(list.model)),
      ),
    ),
  ];
  return {
    when: times.map(([, when]) => sayWhen(when)),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== undefined)),
  };
}
