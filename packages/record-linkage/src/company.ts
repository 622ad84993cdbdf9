import type { People } from './disjoint-sets.ts';
import type { Prepared } from './prepare.ts';

/** What part of the people who could bear this surname have this given name; undefined where nobody else tells. */
export type Company = (given: string, surname: string) => number | undefined;

/** Whom a name stands beside and how often, and how often it stands at all. */
type Beside = { names: number[]; times: number[]; all: number };
/** Given names and surnames by number, each with the others it stands beside. Each person counts once. */
export type FullNames = { givens: string[]; surnames: string[]; ofGiven: Beside[]; ofSurname: Beside[] };

/** So many people whose names say nothing of each other count beside those a surname reaches. */
const APART = 20;
/** So many pairs of namesakes by chance count beside those of the file. */
const CHANCE = 2;

export function countFullNames(records: readonly Prepared[], people: People): FullNames {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  records.forEach(({ names: [name] }, at) => {
    if (!name?.given || !name.surname) return;
    const both = `${name.given.whole} ${name.surname.whole}`;
    const whose = `${people.of(at)} ${both}`;
    if (!seen.has(whose)) counts.set(both, (counts.get(both) ?? 0) + 1);
    seen.add(whose);
  });
  const [givens, surnames] = [new Map<string, number>(), new Map<string, number>()];
  const [ofGiven, ofSurname]: [Beside[], Beside[]] = [[], []];
  for (const [both, count] of counts) {
    const [given = '', surname = ''] = both.split(' ');
    const [one, other] = [numberOf(given, givens), numberOf(surname, surnames)];
    stand(ofGiven, one, other, count);
    stand(ofSurname, other, one, count);
  }
  return { givens: [...givens.keys()], surnames: [...surnames.keys()], ofGiven, ofSurname };
}

function numberOf(name: string, numbers: Map<string, number>): number {
  const found = numbers.get(name) ?? numbers.size;
  numbers.set(name, found);
  return found;
}

function stand(all: Beside[], name: number, beside: number, times: number): void {
  const found = all[name] ?? { names: [], times: [], all: 0 };
  all[name] = found;
  found.names.push(beside);
  found.times.push(times);
  found.all += times;
}

/**
 * Given names and surnames come from the same places: of a hundred children one may be a Ngozi, but of the Okonkwos one
 * in ten. A surname's own people are few, so those count too whose surnames share given names with it. No group is made
 * and nobody is put in one. Whoever bears both names is left out: they say nothing of how many others do.
 */
export function keepCompany(names: FullNames, shareOf: (given: string) => number): Company {
  const { givens, surnames, ofGiven, ofSurname } = names;
  const found = new Map<string, number>();
  const sizes = Float64Array.from(ofSurname, ({ all }) => all);
  const reached = new Float64Array(surnames.length);
  ofSurname.forEach((own, surname) => {
    if (own.all < 2) return;
    const size = reach(own, ofGiven, sizes, reached);
    for (const given of own.names) {
      const paths = Math.max(0, countPaths(ofGiven[given], surname, sizes, reached));
      const alone = APART * shareOf(givens[given] ?? '');
      found.set(`${givens[given]} ${surnames[surname]}`, ((size * paths) / (own.all - 1) + alone) / (size + APART));
    }
    reached.fill(0);
  });
  return (given, surname) => found.get(`${given} ${surname}`);
}

/** From the people of a surname, by their given names, to the surnames that share them. @returns how many bear those */
function reach(own: Beside, ofGiven: readonly Beside[], sizes: Float64Array, reached: Float64Array): number {
  let size = 0;
  own.names.forEach((given, at) => {
    const others = ofGiven[given];
    if (!others) return;
    const part = (own.times[at] ?? 0) / others.all;
    for (let next = 0; next < others.names.length; next++) {
      const name = others.names[next] ?? 0;
      if (reached[name] === 0) size += sizes[name] ?? 0;
      reached[name] = (reached[name] ?? 0) + part * (others.times[next] ?? 0);
    }
  });
  return size;
}

/** And on to those of them with this given name, but for the one person asked about. */
function countPaths(given: Beside | undefined, own: number, sizes: Float64Array, reached: Float64Array): number {
  let paths = 0;
  if (given)
    for (let at = 0; at < given.names.length; at++) {
      const [name, times, self] = [given.names[at] ?? 0, given.times[at] ?? 0, given.names[at] === own ? 1 : 0];
      const others = (sizes[name] ?? 0) - self;
      if (others > 0) paths += (((reached[name] ?? 0) - times / given.all) * (times - self)) / others;
    }
  return paths;
}

/**
 * How much oftener, in bits, two people share both names than if neither name said anything of the other. Without it the
 * namesakes of a file are learned as one person with two birth dates.
 */
export function countNamesakes({ ofGiven, ofSurname }: FullNames): number {
  const pairs = pairsIn(ofGiven.flatMap(({ times }) => times));
  const [given, surname] = [ofGiven, ofSurname].map((all) => pairsIn(all.map(({ all }) => all)));
  const everybody = pairsIn([ofGiven.reduce((sum, { all }) => sum + all, 0)]);
  const expected = everybody > 0 ? ((given ?? 0) * (surname ?? 0)) / everybody : 0;
  return Math.max(0, Math.log2((pairs + CHANCE) / (expected + CHANCE)));
}

const pairsIn = (counts: readonly number[]) => counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
