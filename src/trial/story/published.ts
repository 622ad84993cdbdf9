import type { UnitKind } from '../../figures/index.ts';
import { areas, byYear, firstYear } from './published-figures.ts';

/** One row of a file of comparators, in the file's own order and words. */
export type PublishedRow = readonly [
  measure: string,
  code: string,
  area: string,
  from: string,
  asAt: string,
  value: string,
  unit: UnitKind,
  basis: 'validated' | 'live',
  source: string,
  sourceDate: string,
];

/** Whether a series is of the year to 31 March, its kind of unit, and where we read it. */
const CENSUS = 'Department for Education, children in need open data';
const LOOKED_AFTER = 'Department for Education, children looked after open data';
const OVER_POPULATION = `${CENSUS}, over the mid-year population estimate before (worked out here)`;
const OF_EPISODES = `${CENSUS}; the share worked out here`;
const TOOL = 'Department for Education, Local Authority Interactive Tool';
const POPULATION = 'Office for National Statistics, mid-year estimate of the year before';
const [READ, READ_CARE, READ_TOOL] = ['2025-11-05', '2025-11-27', '2025-07-24'];
const SERIES: Readonly<Record<string, readonly [UnitKind, 'year' | 'day', source: string, day: string]>> = {
  'protection.plans': ['count', 'day', CENSUS, READ],
  'protection.plans-rate': ['rate', 'day', OVER_POPULATION, READ],
  'protection.again-share': ['share', 'year', CENSUS, READ],
  'in-need.episodes': ['count', 'day', CENSUS, READ],
  'in-need.rate': ['rate', 'day', OVER_POPULATION, READ],
  'looked-after.children': ['count', 'day', LOOKED_AFTER, READ_CARE],
  'looked-after.rate': ['rate', 'day', LOOKED_AFTER, READ_CARE],
  'social-care.referrals': ['count', 'year', CENSUS, READ],
  'social-care.again-share': ['share', 'year', CENSUS, READ],
  'factors.cse': ['count', 'year', CENSUS, READ],
  'factors.cse-share': ['share', 'year', OF_EPISODES, READ],
  'factors.cce': ['count', 'year', CENSUS, READ],
  'factors.cce-share': ['share', 'year', OF_EPISODES, READ],
  'factors.neglect': ['count', 'year', CENSUS, READ],
  'factors.neglect-share': ['share', 'year', OF_EPISODES, READ],
  'population.0-17': ['count', 'day', POPULATION, READ],
  'enquiries.rate': ['rate', 'year', TOOL, READ_TOOL],
  'assessments.in-time': ['share', 'year', TOOL, READ_TOOL],
  'conferences.in-time': ['share', 'year', TOOL, READ_TOOL],
  'social-care.from-schools': ['share', 'year', TOOL, READ_TOOL],
  'social-care.from-police': ['share', 'year', TOOL, READ_TOOL],
  'social-care.from-health': ['share', 'year', TOOL, READ_TOOL],
};

/** Neglect among plans: what is public of it at hand is a press report of England's share, and one local snapshot. */
const NEGLECT: readonly PublishedRow[] = [
  neglect(
    'share',
    'E92000001',
    'England',
    '2023-03-31',
    '49',
    'validated',
    'National press, of NSPCC figures',
    '2024-08-28',
  ),
  neglect(
    'rate',
    'E92000001',
    'England',
    '2023-03-31',
    '20.9',
    'validated',
    'Worked out here: 49 % of 50,780 plans, over the population behind 42.7 plans for every 10,000',
    '2024-08-28',
  ),
  neglect(
    'count',
    '372',
    'Rotherham',
    '2023-10-31',
    '151',
    'live',
    'Rotherham council, paper on the Neglect Strategy',
    '2024-01-30',
  ),
  neglect(
    'share',
    '372',
    'Rotherham',
    '2023-10-31',
    '40',
    'live',
    'Rotherham council, paper on the Neglect Strategy',
    '2024-01-30',
  ),
];

function neglect(
  unit: UnitKind,
  code: string,
  area: string,
  asAt: string,
  value: string,
  basis: 'validated' | 'live',
  source: string,
  sourceDate: string,
): PublishedRow {
  const measure = unit === 'count' ? 'protection.neglect' : `protection.neglect-${unit}`;
  return [measure, code, area, '', asAt, value, unit, basis, source, sourceDate];
}

export function publishedFigures(): PublishedRow[] {
  const yearly = Object.entries(byYear).flatMap(([measure, rows]) =>
    rows.flatMap((row, at) => rowsOf(measure, row, at)),
  );
  return [...yearly, ...NEGLECT];
}

function rowsOf(measure: string, row: string, at: number): PublishedRow[] {
  const [series, area] = [SERIES[measure], areas[at]];
  if (!series || !area) throw new Error(`nobody says where ${measure} comes from, or of which area`);
  const [unit, span, source, day] = series;
  return row.split(' ').flatMap((value, place) => {
    const year = firstYear + place;
    const from = span === 'year' ? `${year - 1}-04-01` : '';
    return value === '-'
      ? []
      : [[measure, ...area, from, `${year}-03-31`, value, unit, 'validated', source, day] satisfies PublishedRow];
  });
}

const SOURCE = 'Department for Education, statistical neighbours';
const EXTREMELY = new Set(['2021 371', '2021 359']);
const MODELS = {
  '2021': { from: '2021-04-01', codes: '371 359 332 357 370 894 813 807 812 384' },
  '2025': { from: '2025-05-01', codes: '370 357 371 384 894 332 807 394 390 840' },
} as const;

/** Both lists of the areas most like Rotherham, in the publisher's order. The day each began is the first of its month. */
export function neighbourRows(): string[][] {
  const names = new Map<string, string>(areas);
  return Object.entries(MODELS).flatMap(([model, { from, codes }]) =>
    codes
      .split(' ')
      .map((code, at) => [
        ...[model, '372', 'Rotherham', String(at + 1), code, names.get(code) ?? code],
        ...[EXTREMELY.has(`${model} ${code}`) ? 'extremely close' : 'very close', from, SOURCE, READ_TOOL],
      ]),
  );
}
