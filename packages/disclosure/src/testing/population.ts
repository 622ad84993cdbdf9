import { isSmall, profiles } from '../profile.ts';
import { grouping, type Protected, type Publication, type Sheet, type TableSpec } from '../publication.ts';
import { both, either, having, neither } from '../where.ts';
import { chanceFrom, pick } from './cohort.ts';

const values = { sort: ['p', 'q', 'r'], place: ['a', 'b', 'c', 'd'], age: ['1', '2', '3', '4'], care: ['yes', 'no'] };

/** A random population of one kind of record, some people with several. */
export function population(seed: number, size: number): Sheet {
  const chance = chanceFrom(seed);
  const even = (names: readonly string[]) => Object.fromEntries(names.map((name, at) => [name, 1 + at]));
  const attributes = Object.fromEntries(
    Object.entries(values).map(([name, all]) => [name, { values: all, lasts: true }]),
  );
  const records = Array.from({ length: size }, (_, at) => ({
    id: `r${at}`,
    person: `c${Math.floor(chance() * size)}`,
    attributes: Object.fromEntries(Object.entries(values).map(([name, all]) => [name, pick(chance, even(all))])),
  }));
  return { kind: 'records', unit: 'assessments', attributes, records };
}

export const sort = grouping('Sort', 'sort', { P: ['p'], Q: ['q'], R: ['r'] });
export const areas = grouping('Area', 'place', { North: ['a', 'b'], South: ['c', 'd'] });
const beats = grouping('Beat', 'place', { One: ['a', 'c'], Two: ['b'], Three: ['d'] });
const ages = grouping('Age', 'age', { young: ['1', '2'], old: ['3', '4'] });
const overlapping = grouping('Ages', 'age', { '1 to 3': ['1', '2', '3'], '2 to 4': ['2', '3', '4'] });
const inCare = having('care', 'yes');
const older = having('age', '3', '4');
const sets = {
  title: 'Set',
  total: 'Total',
  groups: [
    { name: 'and', where: both(inCare, older) },
    { name: 'or', where: either(inCare, older) },
    { name: 'neither', where: neither(inCare, older) },
  ],
};
const dimensions = [sort, areas, beats, ages, overlapping, sets];
export const table = (one: number, two: number): TableSpec => {
  const by = [dimensions[one] ?? sort, ...(one === two ? [] : [dimensions[two] ?? sort])];
  return { id: `t${one}-${two}`, title: by.map(({ title }) => title).join(' by '), of: 'records', by };
};
/** Small cells hidden, and nothing to guard them: common practice. */
export function hideOnly(publication: Publication): Protected {
  const tables = publication.tables.map((one) => ({
    ...one,
    cells: one.cells.map((cell) => ({ ...cell, hidden: isSmall(cell.people, profiles.public) })),
  }));
  return { ...publication, profile: profiles.public, tables, unguarded: [] };
}
