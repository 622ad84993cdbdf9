import {
  compose,
  type Dimension,
  grouping,
  type Publication,
  type RecordRow,
  type Sheet,
  type TableSpec,
} from '../publication.ts';

/** Invented cohorts for tests and benches, the same for the same seed. Nobody in them exists. */
export type Chance = () => number;

/** A small generator of our own (mulberry32, public domain), so that a seed names a cohort for good. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the names, as often as their weights say. */
export function pick(chance: Chance, weights: Readonly<Record<string, number>>): string {
  const names = Object.keys(weights);
  let left = chance() * Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  for (const name of names) {
    left -= weights[name] ?? 0;
    if (left < 0) return name;
  }
  return names.at(-1) ?? '';
}

const mix = {
  type: { CCE: 141, CSE: 107, both: 50, none: 46 },
  level: { high: 90, medium: 150, low: 58, none: 46 },
  gender: { girls: 52, boys: 44, other: 4 },
  age: { '10': 2, '11': 4, '12': 9, '13': 16, '14': 21, '15': 23, '16': 16, '17': 9 },
  status: { none: 50, 'in need': 24, 'protection plan': 14, 'looked after': 12 },
  send: { none: 60, 'SEN support': 24, EHCP: 16 },
  // Twelve neighbourhoods, some of very few people.
  place: { a: 14, b: 12, c: 11, d: 10, e: 9, f: 9, g: 8, h: 8, i: 7, j: 5, k: 4, l: 3 },
} as const;
const lasting = ['gender', 'place', 'send'] as const;
/** Of 139 people, 31 were assessed once in the year, 41 twice and so on: 344 assessments (minute 149). */
const repeats = { 1: 31, 2: 41, 3: 41, 4: 22, 5: 4 };

const attributes = (names: readonly (keyof typeof mix)[]) =>
  Object.fromEntries(names.map((name) => [name, { values: Object.keys(mix[name]), lasts: name !== 'age' }]));
const every = ['type', 'level', 'gender', 'age', 'status', 'send', 'place'] as const;

export function assessments(seed: number): Sheet {
  const chance = chanceFrom(seed);
  const records: RecordRow[] = [];
  for (const [times, people] of Object.entries(repeats))
    for (let at = 0; at < people; at++) {
      const person = `${times}-${at}`;
      const same = draw(chance, [...lasting, 'age', 'status']);
      const usual = pick(chance, mix.type);
      for (let turn = 0; turn < Number(times); turn++) {
        const type = chance() < 0.75 ? usual : pick(chance, mix.type);
        const level = type === 'none' ? 'none' : pick(chance, { ...mix.level, none: 0 });
        records.push({ id: `${person}-${turn}`, person, attributes: { ...same, type, level } });
      }
    }
  return { kind: 'assessments', unit: 'assessments', attributes: attributes(every), records };
}

const draw = (chance: Chance, names: readonly (keyof typeof mix)[]) =>
  Object.fromEntries(names.map((name) => [name, pick(chance, mix[name])]));

const plain = (title: string, name: keyof typeof mix) =>
  grouping(title, name, Object.fromEntries(Object.keys(mix[name]).map((value) => [value, [value]])));
const type = plain('Type', 'type');
const gender = plain('Gender', 'gender');
const bands = grouping('Age', 'age', {
  '10-12': ['10', '11', '12'],
  '13': ['13'],
  '14': ['14'],
  '15': ['15'],
  '16-17': ['16', '17'],
});
const otherBands = grouping('Age (other author)', 'age', {
  '10-13': ['10', '11', '12', '13'],
  '14-15': ['14', '15'],
  '16-17': ['16', '17'],
});
const overlapping = grouping(
  'Age (overlapping)',
  'age',
  { 'under 14': ['10', '11', '12', '13'], '13-15': ['13', '14', '15'], '15-17': ['15', '16', '17'] },
  undefined,
);
const areas = grouping('Area', 'place', {
  A: ['a'],
  B: ['b', 'k'],
  C: ['c', 'l'],
  D: ['d', 'e'],
  E: ['f'],
  F: ['g', 'h'],
  G: ['i', 'j'],
});
const localities = grouping('Locality', 'place', {
  North: ['a', 'b', 'd', 'l'],
  Central: ['c', 'e', 'g', 'i'],
  South: ['f', 'h', 'j', 'k'],
});
const beats = grouping('Police beat', 'place', {
  One: ['a', 'c', 'f', 'k'],
  Two: ['b', 'e', 'h', 'j'],
  Three: ['d', 'g', 'i', 'l'],
});

const cross = (...by: Dimension[]): TableSpec => ({
  id: by.map(({ title }) => title).join(' × '),
  title: by.map(({ title }) => title).join(' by '),
  of: 'assessments',
  by,
});
/** Set-up A: eight two-way tables that share margins; groupings nest. */
export const setUpA: readonly TableSpec[] = [
  cross(type, bands),
  cross(type, gender),
  cross(type, areas),
  cross(type, plain('Status', 'status')),
  cross(type, plain('SEND', 'send')),
  cross(bands, gender),
  cross(gender, areas),
  cross(plain('Status', 'status'), plain('SEND', 'send')),
];
/** Set-up B: three authors; areas, localities and beats do not nest in one another, nor do the ages. */
export const setUpB: readonly TableSpec[] = [
  cross(type, areas),
  cross(type, localities),
  cross(type, beats),
  cross(type, bands),
  cross(type, otherBands),
  cross(gender, overlapping),
  cross(gender, localities),
];

const [place, years, level] = [plain('Neighbourhood', 'place'), plain('Year of age', 'age'), plain('Level', 'level')];
const [status, send] = [plain('Status', 'status'), plain('SEND', 'send')];
/** Eleven fine tables of 573 cells, about half of them small: far more than should be printed of so few people. */
export const wide: readonly TableSpec[] = [
  cross(type, place),
  cross(place, years),
  cross(place, status),
  cross(place, send),
  cross(place, gender),
  cross(years, status),
  cross(years, send),
  cross(type, years),
  cross(level, years),
  cross(level, status),
  cross(type, status),
];

export const annualReport = (
  seed: number,
  setUp: readonly TableSpec[],
  knownToBeAsked: readonly TableSpec[],
): Publication => compose(`annual-${seed}`, '2023-12-31', [assessments(seed)], setUp, knownToBeAsked);

/** The open caseload at each of twelve month ends: about 70 people, six or so joining and leaving each month. */
export function monthlyReleases(seed: number): Publication[] {
  const chance = chanceFrom(seed);
  let serial = 0;
  const newPerson = (): RecordRow => {
    const person = `m${serial++}`;
    return { id: person, person, attributes: draw(chance, ['type', 'gender', 'age', 'place', 'status']) };
  };
  let open = Array.from({ length: 66 }, newPerson);
  return Array.from({ length: 12 }, (_, month) => {
    const staying = open.filter(() => chance() > 0.09).map((record) => grown(chance, record));
    open = [...staying, ...Array.from({ length: 4 + Math.floor(chance() * 6) }, newPerson)];
    const on = `2023-${String(month + 1).padStart(2, '0')}-28`;
    const known = attributes(['type', 'gender', 'age', 'place', 'status']);
    const changing = Object.fromEntries(
      Object.entries(known).map(([name, one]) => [name, { ...one, lasts: name === 'gender' || name === 'place' }]),
    );
    return compose(on, on, [{ kind: 'open', unit: 'people', attributes: changing, records: open }], monthly);
  });
}

/** A birthday now and then, a level or a status that changes. */
function grown(chance: Chance, record: RecordRow): RecordRow {
  const { age = '', type: kind = '' } = record.attributes;
  const older = chance() < 1 / 12 && age !== '17' ? String(Number(age) + 1) : age;
  const other = chance() < 0.06 ? pick(chance, mix.type) : kind;
  return { ...record, attributes: { ...record.attributes, age: older, type: other } };
}

const monthly: readonly TableSpec[] = [
  cross(type, gender),
  cross(type, otherBands),
  cross(gender, localities),
  cross(plain('Status', 'status')),
].map((spec) => ({ ...spec, of: 'open' }));
