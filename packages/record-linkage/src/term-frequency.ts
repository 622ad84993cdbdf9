import { compare, type Shared } from './compare.ts';
import type { People } from './disjoint-sets.ts';
import type { Chances, Knowledge } from './fellegi-sunter.ts';
import { forEachPart, type Part, partNames } from './parts.ts';
import type { Prepared } from './prepare.ts';

/** Pairs drawn to see how often strangers agree by chance. */
const DRAWN = 200_000;
/** So many pairs the documented chances count for beside those of the file. */
const STRANGERS = 2;
const NEIGHBOURS = 10;

export type StrangerCounts = Pick<Knowledge, 'other' | 'neighbours'>;

/** How often two strangers of the file agree. Records that are likely one person already are no strangers. */
export function countStrangers(
  records: readonly Prepared[],
  people: People,
  values: Values,
  house: Knowledge,
): StrangerCounts {
  const all = forEachPart((part) => tally(house.other[part], STRANGERS));
  visitDrawn(records.length, (left, right) => {
    const [one, other] = [records[left], records[right]];
    if (!one || !other || people.of(left) === people.of(right)) return;
    const { levels } = compare(one, other);
    for (const part of partNames) add(all[part], levels[part]);
  });
  const other = forEachPart((part) => {
    const drawn = sharesOf(all[part]);
    return isField(part) ? withFirst(drawn, chanceOfSame(values[part], house.other[part][0] ?? 0)) : drawn;
  });
  return { other, neighbours: countNeighbours(records, people, house) };
}

/** That two people drawn have one value: known from the values themselves, where too few pairs can be drawn to meet any. */
function chanceOfSame({ all, of }: Values[Field], house: number): number {
  let pairs = 0;
  for (const count of of.values()) pairs += (count * (count - 1)) / 2;
  return (pairs + house * STRANGERS) / ((all * (all - 1)) / 2 + STRANGERS);
}

function withFirst([drawn = 0, ...others]: readonly number[], first: number): number[] {
  return [first, ...others.map((share) => (share * (1 - first)) / (1 - drawn))];
}

function countNeighbours(records: readonly Prepared[], people: People, house: Knowledge): Knowledge['neighbours'] {
  const line = tally(house.neighbours.line, NEIGHBOURS);
  const town = tally(house.neighbours.town, NEIGHBOURS);
  const byPostcode = new Map<string, number[]>();
  records.forEach(({ homes: [home] }, at) => {
    if (!home?.postcode) return;
    const others = byPostcode.get(home.postcode) ?? [];
    byPostcode.set(home.postcode, others);
    for (const place of others.slice(-5)) {
      const other = records[place];
      const record = records[at];
      if (!other || !record || people.of(place) === people.of(at)) continue;
      const { levels } = compare(record, other);
      // Of one surname they may be of one family, who are weighed otherwise.
      if (levels.postcode !== 1 || levels.surname === 1) continue;
      add(line, levels.line);
      add(town, levels.town);
    }
    others.push(at);
  });
  return { line: sharesOf(line), town: sharesOf(town) };
}

const tally = (chances: readonly number[], weight: number) => [0, ...chances.map((chance) => chance * weight)];
const add = (counts: number[], level: number) => {
  counts[level] = (counts[level] ?? 0) + 1;
};

/** The level nought, “not said”, is no agreement and no disagreement. */
export function sharesOf([, ...counts]: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

/** All pairs of a small file; of a large one, the same pairs each time it is read. */
function visitDrawn(size: number, visit: (left: number, right: number) => void): void {
  if ((size * (size - 1)) / 2 <= DRAWN) {
    for (let left = 0; left < size; left++) for (let right = left + 1; right < size; right++) visit(left, right);
    return;
  }
  let state = 1;
  // The generator of Park and Miller: enough for drawing pairs, and the same everywhere.
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * size);
  };
  for (let drawn = 0; drawn < DRAWN; drawn++) {
    const [left, right] = [draw(), draw()];
    if (left !== right) visit(left, right);
  }
}

type Field = keyof Shared;
/** Per field how many people have a value at all, and how many each. */
export type Values = Readonly<Record<Field, { all: number; of: ReadonlyMap<string, number> }>>;
const read: Readonly<Record<Field, (record: Prepared) => string | undefined>> = {
  given: ({ names: [name] }) => name?.given?.whole,
  surname: ({ names: [name] }) => name?.surname?.whole,
  birth: ({ birth }) => birth,
  town: ({ homes: [home] }) => home?.town.whole,
  postcode: ({ homes: [home] }) => home?.postcode,
  line: ({ homes: [home] }) => home?.line,
  email: ({ emails: [email] }) => email,
  phone: ({ phones: [phone] }) => phone,
};
const fields = Object.keys(read) as Field[];
const isField = (part: Part): part is Field => part in read;

/** Each person is counted once, however often they are recorded. */
export function countValues(records: readonly Prepared[], people: People): Values {
  const counted = {} as Record<Field, { all: number; of: Map<string, number> }>;
  for (const field of fields) {
    const seen = new Set<string>();
    const of = new Map<string, number>();
    records.forEach((record, at) => {
      const value = read[field](record);
      const whose = `${people.of(at)} ${value}`;
      if (!value || seen.has(whose)) return;
      seen.add(whose);
      of.set(value, (of.get(value) ?? 0) + 1);
    });
    counted[field] = { all: [...of.values()].reduce((sum, count) => sum + count, 0), of };
  }
  return counted;
}

/**
 * Term frequency: what part of the people have a value. Of one seen once nobody knows how common it is: half a person is taken to be
 * hidden behind each value there could be.
 */
export function sharesIn(values: Values, other: Chances): Knowledge['share'] {
  return (field, value) => {
    const { all, of } = values[field];
    const hidden = 0.5 / (other[field][0] ?? 1);
    return Math.min(1, ((of.get(value) ?? 1) - 0.5) / (all - 1 + hidden));
  };
}
