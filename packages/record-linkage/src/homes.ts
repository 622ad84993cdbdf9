import type { Home } from './prepare.ts';
import { edits, likeness, type Spelt } from './spelling.ts';

export type HomeComparison = {
  postcode: number;
  town: number;
  line: number;
  shared: { postcode?: string; town?: string; line?: string };
};

const NOT_SAID: HomeComparison = { postcode: 0, town: 0, line: 0, shared: {} };

/** People move: of all addresses the two that agree best count. */
export function compareHomes(left: readonly Home[], right: readonly Home[]): HomeComparison {
  let found = NOT_SAID;
  let points = Number.NEGATIVE_INFINITY;
  for (const one of left)
    for (const other of right) {
      const next = compareTwo(one, other);
      const worth = (POSTCODE[next.postcode] ?? 0) + (TOWN[next.town] ?? 0) + (LINE[next.line] ?? 0);
      if (worth > points || (worth === points && tieOf(next) < tieOf(found))) [found, points] = [next, worth];
    }
  return found;
}

/** Ranks addresses only: what agreement is worth is the model's to say. */
const POSTCODE = [0, 6, 4, 1, -1];
const TOWN = [0, 2, 1, -1];
const LINE = [0, 6, 4, 2, 0, -1];

const tieOf = ({ postcode, town, line, shared }: HomeComparison) =>
  `${postcode}${town}${line}${shared.postcode ?? ''} ${shared.town ?? ''} ${shared.line ?? ''}`;

function compareTwo(one: Home, other: Home): HomeComparison {
  // Read from one column into the other: a postcode where the town belongs.
  const crossed =
    one.postcode !== '' &&
    other.postcode !== '' &&
    one.town.whole === other.postcode &&
    one.postcode === other.town.whole;
  const postcode = crossed ? 2 : comparePostcodes(one.postcode, other.postcode);
  const town = crossed ? 2 : compareTowns(one.town, other.town);
  const line = compareLines(one, other);
  const shared: HomeComparison['shared'] = {};
  if (postcode === 1) shared.postcode = one.postcode;
  if (town === 1) shared.town = one.town.whole;
  if (line === 1) shared.line = one.line;
  return { postcode, town, line, shared };
}

function comparePostcodes(one: string, other: string): number {
  if (one === '' || other === '') return 0;
  if (one === other) return 1;
  if (Math.abs(one.length - other.length) <= 1 && edits(one, other) === 1) return 2;
  const outward = (code: string) => (code.length > 4 ? code.slice(0, -3) : code.slice(0, 2));
  return outward(one) === outward(other) ? 3 : 4;
}

function compareTowns(one: Spelt, other: Spelt): number {
  if (one.whole === '' || other.whole === '') return 0;
  if (one.whole === other.whole) return 1;
  return likeness(one, other, 0.7) ? 2 : 3;
}

function compareLines(one: Home, other: Home): number {
  if (one.line === '' || other.line === '') return 0;
  if (one.line === other.line) return 1;
  const sameNumber = one.number !== '' && one.number === other.number;
  if (!likeness(one.street, other.street, 0.75)) return sameNumber ? 4 : 5;
  return sameNumber || edits(one.line, other.line) <= 1 ? 2 : 3;
}
