import type { Company } from './company.ts';
import type { Comparison, Shared } from './compare.ts';
import type { Near } from './name-pairs.ts';
import { forEachPart, type Levels, type Part, partNames, parts, personal } from './parts.ts';

/** How often each level is met, best first; they add up to one. */
export type Chances = Readonly<Record<Part, readonly number[]>>;

/** What is known, or taken to be so, of the records compared. */
export type Knowledge = {
  /** Among pairs that are one person; among pairs of strangers; among brothers, sisters and twins. */
  same: Chances;
  other: Chances;
  siblings: Chances;
  /** Among strangers at one postcode, where street and town are no longer chance. */
  neighbours: { town: readonly number[]; line: readonly number[] };
  /** Of all pairs, how many are one person. */
  odds: number;
  /** Of the pairs that are one person or of one family, how many families' there are to each one person's. */
  familyOdds: number;
  /** What part of the people have this value; undefined where nobody counted. */
  share: (field: keyof Shared, value: string) => number | undefined;
  /** What part of those who could bear this surname have this given name; undefined where nobody counted. */
  company: Company;
  /** How much less, in bits, a given name says beside a surname, where no names are looked at. */
  namesakes: number;
  /** The least weight of each verdict, in bits. */
  grades: Grades;
};
export type Grades = { certain: number; likely: number; possible: number };

/** Knowledge as Fellegi-Sunter weights: bits (log2) for the same person (above nought) or against (below), by part and level. */
export type Model = {
  bits: Readonly<Record<Part, readonly number[]>>;
  siblingBits: Readonly<Record<Part, readonly number[]>>;
  neighbourBits: { town: readonly number[]; line: readonly number[] };
  sameChance: Readonly<Record<keyof Shared, number>>;
  prior: number;
  familyPrior: number;
  share: Knowledge['share'];
  company: Company;
  namesakes: number;
  grades: Grades;
};

export function makeModel(known: Knowledge): Model {
  const bitsOf = (against: Chances) =>
    forEachPart((part) => (part === 'order' ? weighOrder(known.same.order) : weigh(known.same[part], against[part])));
  const first = (part: Part) => known.same[part][0] ?? 0;
  return {
    bits: bitsOf(known.other),
    siblingBits: bitsOf(known.siblings),
    neighbourBits: {
      town: weigh(known.same.town, known.neighbours.town),
      line: weigh(known.same.line, known.neighbours.line),
    },
    sameChance: {
      given: first('given'),
      surname: first('surname'),
      birth: first('birth'),
      town: first('town'),
      postcode: first('postcode'),
      line: first('line'),
      email: first('email'),
      phone: first('phone'),
    },
    prior: Math.log2(known.odds / (1 - known.odds)),
    familyPrior: -Math.log2(known.familyOdds),
    share: known.share,
    company: known.company,
    namesakes: known.namesakes,
    grades: known.grades,
  };
}

/**
 * Bits by level, nought for “not said” in front. A nearer level never weighs less than one further off, the nearest
 * never speaks against and the furthest never for, however few pairs were counted.
 */
function weigh(same: readonly number[], other: readonly number[]): number[] {
  const bits = same.map((chance, at) => Math.log2(chance / (other[at] ?? 1)));
  for (let at = bits.length - 2; at >= 0; at--) bits[at] = Math.max(bits[at] ?? 0, bits[at + 1] ?? 0);
  bits[0] = Math.max(bits[0] ?? 0, 0);
  const last = bits.length - 1;
  bits[last] = Math.min(bits[last] ?? 0, 0);
  return [0, ...bits];
}

/** Either way of reading the names is tried, so strangers agree as well in the one as in the other: swapped only costs. */
const weighOrder = ([, swapped = 1]: readonly number[]): number[] => [0, 0, Math.log2(swapped)];

/** How much each part says for (above nought) or against the two being one person rather than strangers. */
export function weighParts({ levels, shared }: Comparison, model: Model): Record<Part, number> {
  const bits = forEachPart((part) => bitsOf(part, levels, shared, model));
  if (isNear(levels.given) && isNear(levels.surname) && levels.order !== 2)
    // Both together never say less than one of them.
    bits.given = Math.min(bits.given, Math.max(bits.given - bits.surname, mostBeside(bits.given, shared, model)));
  againstOnce(bits);
  if (levels.postcode !== 1) return bits;
  // At one postcode, street and town come with it: whichever reading says more, so that more agreement is never less.
  const apart = bits.line + bits.town;
  const line = model.neighbourBits.line[levels.line] ?? 0;
  const town = model.neighbourBits.town[levels.town] ?? 0;
  if (bits.postcode + line + town > apart) Object.assign(bits, { line, town });
  else bits.postcode = 0;
  return bits;
}

/** Whoever moves changes street, postcode and town at once: of those that speak against, the one that says most counts. */
function againstOnce(bits: Record<Part, number>): void {
  const most = Math.min(bits.postcode, bits.line, bits.town);
  let isCounted = false;
  for (const part of ['postcode', 'line', 'town'] as const) {
    if (bits[part] >= 0) continue;
    if (bits[part] > most || isCounted) bits[part] = 0;
    else isCounted = true;
  }
}

function bitsOf(part: Part, levels: Levels, shared: Shared, model: Model): number {
  const bits = model.bits[part][levels[part]] ?? 0;
  const field = part as keyof Shared;
  const value = shared[field];
  if (value === undefined) return bits;
  // Both may have been written the other way round: a name is as common as in the column where it is commoner.
  const fields: (keyof Shared)[] = field === 'given' || field === 'surname' ? ['given', 'surname'] : [field];
  const values = typeof value === 'string' ? [value] : value;
  const share = mostOf(fields.flatMap((field) => values.map((value) => model.share(field, value))));
  if (share === undefined) return bits;
  const most = Math.max(0, Math.log2(model.sameChance[field] / share));
  // A name nearly the same as a common one is common too.
  return levels[part] === 1 ? most : Math.min(bits, most);
}

/** From the same to partly the same. */
const isNear = (level: number) => level > 0 && level < 5;

/** The most a given name says once the surname agrees too. */
function mostBeside(bits: number, { given, surname }: Shared, model: Model): number {
  if (given === undefined || surname === undefined) return Math.max(0, bits - model.namesakes);
  const share = mostOf(both(given).flatMap((one) => both(surname).map((other) => model.company(one, other))));
  return share === undefined ? bits : Math.max(0, Math.log2(model.sameChance.given / share));
}

const both = (near: Near): readonly string[] => (typeof near === 'string' ? [near] : near);

function mostOf(shares: readonly (number | undefined)[]): number | undefined {
  const counted = shares.filter((share) => share !== undefined);
  return counted.length > 0 ? Math.max(...counted) : undefined;
}

/**
 * The weight of the whole, in bits: how much likelier it is that the two are one person than that they are not, all
 * people considered (10 bits: a thousand to one; nought: as likely as not). “Not” is either strangers or brothers,
 * sisters and twins, who share name, home and telephone: between them only what is one's own decides.
 */
export function weighWhole(levels: Levels, bits: Record<Part, number>, model: Model): number {
  const { strangers, family } = weighAgainst(levels, bits, model);
  const [less, more] = strangers < family ? [strangers, family] : [family, strangers];
  return less - Math.log2(1 + 2 ** (less - more));
}

/** The weight of one person against each other reading alone. */
export function weighAgainst(levels: Levels, bits: Record<Part, number>, model: Model) {
  let strangers = model.prior;
  let family = model.familyPrior;
  for (const part of partNames) {
    strangers += bits[part];
    if (personal.has(part)) family += model.siblingBits[part][levels[part]] ?? 0;
  }
  return { strangers, family };
}

export const levelName = (part: Part, level: number): string | undefined => parts[part][level - 1];
