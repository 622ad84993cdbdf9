import type { ExploitationType, IndicatorAnswer, Level, Recency } from '../../risk/index.ts';
import { type Chance, itemAt } from './chance.ts';
import { fill } from './phrases.ts';
import { EVIDENCE, SOURCES } from './words/evidence.ts';

/**
 * Answers to the instrument that bear out a level: high on direct evidence or exploitation behaviour of high weight in
 * two parts of life, medium on one such indicator, low on lighter signs alone, none where every heavy question is
 * answered "no". What was there earlier is kept as recent or historic, as a practitioner would.
 */
const HEAVY = { CCE: codes('B4 C1 C2 E3 I1 I2 I3 H5 A3 C4'), CSE: codes('B1 B3 D2 D3 K2 A3 B2 D4 C1') };
const DIRECT = codes('J1 J2 J3');
const HEAVY_SIGNS = codes('A1 A2 B7 E2 G2 F5');
const SIGNS = codes('A4 A5 A6 B5 B6 D1 D5 E4 E5 F1 F2 F4 G1 G3 K1');
const CIRCUMSTANCES = codes('F3 G4 G5 H1 H2 H3 H4');
const EVERY_HEAVY = codes('A1 A2 A3 B1 B2 B3 B4 B7 C1 C2 C4 D2 D3 D4 E1 E2 E3 F5 G2 H5 H6 I1 I2 I3 J1 J2 J3 K2');

/** What one child's life holds, in the order it comes to light. */
export type Pool = {
  heavy: string[];
  direct: string[];
  heavySigns: string[];
  signs: string[];
  circumstances: string[];
};
export type Answered = { answers: IndicatorAnswer[]; differs?: 'HIGHER' | 'LOWER_THAN_HIGH' | 'LOWER_THAN_MEDIUM' };

export function poolFor(chance: Chance, type: ExploitationType): Pool {
  const heavy = type === 'BOTH' ? [...HEAVY.CCE, ...HEAVY.CSE] : type === 'CSE' ? HEAVY.CSE : HEAVY.CCE;
  return {
    heavy: chance.shuffle([...new Set(heavy)]),
    direct: chance.shuffle(DIRECT),
    heavySigns: chance.shuffle(HEAVY_SIGNS),
    signs: chance.shuffle(SIGNS),
    circumstances: chance.shuffle(CIRCUMSTANCES),
  };
}

/** `before` are the indicators found present at the assessment before; `settled` leaves no doubt, for a level one may close on. */
export function answersFor(
  chance: Chance,
  pool: Pool,
  level: Level,
  before: readonly string[],
  name: string,
  settled: boolean,
): Answered {
  if (level === 'NONE') return { answers: EVERY_HEAVY.map((indicator) => ({ indicator, present: 'no' })) };
  const differs = settled ? undefined : disagreement(chance, level);
  const current = chosen(chance, pool, level, differs);
  const past = before.filter((code) => !current.has(code)).slice(0, chance.between(0, 3));
  const no = chance.some(
    EVERY_HEAVY.filter((code) => !current.has(code) && !past.includes(code)),
    chance.between(2, 5),
  );
  const answers = [
    ...[...current].map(([code, present]) => answer(chance, code, present, 'current', name)),
    ...past.map((code) => answer(chance, code, 'yes', chance.happens(0.8) ? 'recent' : 'historic', name)),
    ...no.map((indicator): IndicatorAnswer => ({ indicator, present: 'no' })),
  ];
  answers.sort((one, other) => (one.indicator < other.indicator ? -1 : 1));
  return { answers, ...(differs ? { differs } : {}) };
}

export function presentIn(answers: readonly IndicatorAnswer[]): string[] {
  return answers
    .filter(({ present, recency }) => present !== 'no' && recency === 'current')
    .map(({ indicator }) => indicator);
}

/** Now and then practitioner and tool see it differently. */
function disagreement(chance: Chance, level: Level): Answered['differs'] {
  if (level === 'HIGH' && chance.happens(0.12)) return 'HIGHER';
  if (level === 'MEDIUM' && chance.happens(0.08)) return 'LOWER_THAN_HIGH';
  if (level === 'LOW' && chance.happens(0.08)) return 'LOWER_THAN_MEDIUM';
  return undefined;
}

type Present = 'yes' | 'possible';
/** What the tool would say where practitioner and tool see it differently. */
const SAYS: Record<NonNullable<Answered['differs']>, Level> = {
  HIGHER: 'MEDIUM',
  LOWER_THAN_HIGH: 'HIGH',
  LOWER_THAN_MEDIUM: 'MEDIUM',
};

function chosen(chance: Chance, pool: Pool, level: Level, differs: Answered['differs']): Map<string, Present> {
  const found = new Map<string, Present>();
  const put = (from: readonly string[], present: Present = 'yes') => {
    for (const code of from) found.set(code, present);
  };
  put(chance.some(pool.signs.slice(0, 6), chance.between(1, 3)));
  put(chance.some(pool.circumstances.slice(0, 4), chance.between(1, 2)));
  const tool = differs ? SAYS[differs] : level;
  if (tool === 'HIGH') {
    put(twoParts(pool.heavy));
    if (level === 'HIGH') put(pool.direct.slice(0, chance.between(0, 1)));
    put(pool.heavySigns.slice(0, chance.between(0, 2)));
  }
  if (tool === 'MEDIUM' && level === 'LOW') put(pool.heavySigns.slice(0, 1), 'possible');
  else if (tool === 'MEDIUM') {
    put(pool.heavy.slice(0, 1), chance.happens(0.6) ? 'yes' : 'possible');
    put(pool.heavySigns.slice(0, chance.between(0, 1)), chance.happens(0.5) ? 'yes' : 'possible');
  }
  return found;
}

/** The first indicator, and the next that is about another part of the child's life. */
function twoParts(heavy: readonly string[]): string[] {
  const first = itemAt(heavy, 0);
  return [first, ...heavy.filter((code) => code[0] !== first[0]).slice(0, 1)];
}

function answer(chance: Chance, indicator: string, present: Present, recency: Recency, name: string): IndicatorAnswer {
  const [from = 'E', said = ''] = chance
    .pick(EVIDENCE[indicator] ?? ['E: Seen in the work with {name}.'])
    .split(/: (.*)/s);
  const source = SOURCES[from] ?? { agency: 'Evolve', basis: 'professional_concern' };
  const evidence = fill(chance, said, { name });
  return { indicator, present, recency, basis: source.basis, evidence, sourceAgency: source.agency };
}

function codes(text: string): string[] {
  return text.split(' ');
}
