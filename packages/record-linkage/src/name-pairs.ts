import { areSaidForOneAnother } from './nicknames.ts';
import type { Name, Word } from './prepare.ts';
import { edits, likeness } from './spelling.ts';

/** Of names nearly the same, both: the one cannot say more than the other would. */
export type Near = string | readonly [string, string];

export type NameComparison = {
  given: number;
  surname: number;
  /** 1 as written, 2 given name and surname swapped. */
  order: number;
  shared: { given?: Near; surname?: Near };
  alias: boolean;
};

/** The nearest of all names either is known by, each also with given name and surname swapped. */
export function compareNames(left: readonly Name[], right: readonly Name[]): NameComparison {
  let found: NameComparison = { given: 0, surname: 0, order: 0, shared: {}, alias: false };
  let worth = Number.NEGATIVE_INFINITY;
  left.forEach((one, first) => {
    right.forEach((other, second) => {
      const next = { ...compareTwo(one, other), alias: first + second > 0 };
      const points = pointsOf(next);
      if (points > worth || (points === worth && tieOf(next) < tieOf(found))) [found, worth] = [next, points];
    });
  });
  return found;
}

type Arranged = Omit<NameComparison, 'alias'>;

/** Ranks arrangements only: what agreement is worth is the model's to say. */
const POINTS = [0, 6, 5, 4, 3, 1, -2];
const pointsOf = ({ given, surname, order }: Arranged) =>
  (POINTS[given] ?? 0) + (POINTS[surname] ?? 0) - (order === 2 ? 3 : 0);
/** Equally near: chosen by what they are, so that it makes no difference which record comes first. */
const tieOf = ({ given, surname, order, shared }: Arranged) =>
  `${order}${given}${surname}${sayShared(shared.given)} ${sayShared(shared.surname)}`;

function compareTwo(one: Name, other: Name): Arranged {
  const straight = arrange(one.given, other.given, one.surname, other.surname);
  if (straight.given === 1 && straight.surname === 1) return straight;
  const crossed = arrange(one.given, other.surname, one.surname, other.given);
  if (pointsOf(crossed) - 3 > pointsOf(straight)) return swap(crossed);
  return straight.given === 0 && straight.surname === 0 ? { ...straight, order: 0 } : straight;
}

/**
 * Swapped, neither record says which is which, so the nearer of the two stands as the surname: brothers and sisters
 * share one name too, and would otherwise pass for one person whenever one of them is written the other way round.
 */
function swap(crossed: Arranged): Arranged {
  const { given, surname, shared } = crossed;
  const isNearer =
    given === 0 ||
    (surname !== 0 && (surname < given || (surname === given && sayShared(shared.surname) <= sayShared(shared.given))));
  if (isNearer) return { ...crossed, order: 2 };
  const values = { ...(shared.given && { surname: shared.given }), ...(shared.surname && { given: shared.surname }) };
  return { given: surname, surname: given, order: 2, shared: values };
}

const sayShared = (near: Near | undefined) => (typeof near === 'string' ? near : (near?.join(' ') ?? ''));

function arrange(given?: Word, otherGiven?: Word, surname?: Word, otherSurname?: Word): Arranged {
  const found: Arranged = {
    given: compareGiven(given, otherGiven),
    surname: compareSurnames(surname, otherSurname),
    order: 1,
    shared: {},
  };
  const givenShared = sharedOf(found.given, given, otherGiven);
  const surnameShared = sharedOf(found.surname, surname, otherSurname);
  if (givenShared) found.shared.given = givenShared;
  if (surnameShared) found.shared.surname = surnameShared;
  return found;
}

function sharedOf(level: number, one: Word | undefined, other: Word | undefined): Near | undefined {
  if (!one || !other || level > 3) return undefined;
  if (level === 1) return one.whole;
  return one.whole < other.whole ? [one.whole, other.whole] : [other.whole, one.whole];
}

function compareGiven(one: Word | undefined, other: Word | undefined): number {
  if (!one || !other) return 0;
  const level = compareWords(one, other);
  return level > 2 && areSaidForOneAnother(one.whole, other.whole) ? 2 : level;
}

const compareSurnames = (one: Word | undefined, other: Word | undefined) =>
  one && other ? compareWords(one, other) : 0;

function compareWords(one: Word, other: Word): number {
  if (one.whole === other.whole) return 1;
  const alike = likeness(one, other, one.hasVowels && other.hasVowels ? 0.5 : 0.4);
  if (isVariant(one, other, alike)) return 2;
  if (
    alike >= 0.8 ||
    (alike >= 0.66 && Math.min(one.whole.length, other.whole.length) >= 3 && edits(one.whole, other.whole) === 1)
  )
    return 3;
  if (isPart(one, other)) return 4;
  return alike >= 0.6 ? 5 : 6;
}

/** Another way of writing the same name in English letters, the same sound, or its parts in another order. */
function isVariant(one: Word, other: Word, alike: number): boolean {
  const enough = hasNoVowels(one) || hasNoVowels(other) ? 0.4 : one.skeleton.length >= 3 ? 0.5 : 0.6;
  if (one.skeleton === other.skeleton && alike >= enough) return true;
  if (one.sound === other.sound && alike >= 0.6) return true;
  return (
    one.parts.length > 1 &&
    one.parts.length === other.parts.length &&
    one.parts.toSorted().join() === other.parts.toSorted().join()
  );
}

/** Arabic and Hebrew letters leave the vowels to the reader. */
const hasNoVowels = ({ whole, hasVowels }: Word) => whole.length >= 3 && !hasVowels;

/** An initial, a name cut short, or one of several names: Smith of Smith-Jones. */
function isPart(one: Word, other: Word): boolean {
  const [shorter, longer] = one.whole.length < other.whole.length ? [one, other] : [other, one];
  if (shorter.whole.length === 1 || shorter.whole.length >= 3) if (longer.whole.startsWith(shorter.whole)) return true;
  if (one.parts.length === 1 && other.parts.length === 1) return false;
  return one.parts.some(
    (part) =>
      part.length >= 3 && other.parts.some((that) => part === that || (part.length > 4 && edits(part, that) === 1)),
  );
}
