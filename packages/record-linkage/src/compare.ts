import { compareBirths, compareDue } from './births.ts';
import { compareHomes } from './homes.ts';
import { compareNames, type Near } from './name-pairs.ts';
import type { Levels } from './parts.ts';
import type { Prepared } from './prepare.ts';
import { edits, likeness, spell } from './spelling.ts';

/** How nearly two records agree, and the values they agree on: a rare one says more than a common one. */
export type Comparison = { levels: Levels; shared: Shared; alias: boolean };
export type Shared = {
  given?: Near;
  surname?: Near;
  birth?: string;
  town?: string;
  postcode?: string;
  line?: string;
  email?: string;
  phone?: string;
};

export function compare(left: Prepared, right: Prepared): Comparison {
  const names = compareNames(left.names, right.names);
  const birth = compareBirths(left, right);
  const home = compareHomes(left.homes, right.homes);
  const wholes = [left, right].flatMap(namesOf);
  const email = best(left.emails, right.emails, (one, other) => compareEmails(one, other, wholes), 4);
  const phone = best(left.phones, right.phones, comparePhones, 3);
  const levels: Levels = {
    given: names.given,
    surname: names.surname,
    order: names.order,
    birth,
    due: compareDue(left, right),
    sex: sameOr(left.sex, right.sex),
    postcode: home.postcode,
    town: home.town,
    line: home.line,
    email: email.level,
    phone: phone.level,
    nhs: sameOr(left.nhs, right.nhs),
    upn: sameOr(left.upn, right.upn),
  };
  const shared: Shared = { ...names.shared, ...home.shared };
  if (birth === 1) shared.birth = left.birth;
  if (email.level === 1) shared.email = email.value;
  if (phone.level === 1) shared.phone = phone.value;
  return { levels, shared, alias: names.alias };
}

const namesOf = ({ names }: Prepared) =>
  names.flatMap(({ given, surname }) => [given?.whole ?? '', surname?.whole ?? '']);

const sameOr = (left: string, right: string) => (left === '' || right === '' ? 0 : left === right ? 1 : 2);

/** People have several: the nearest two count. */
function best(
  left: readonly string[],
  right: readonly string[],
  compareTwo: (one: string, other: string) => number,
  worst: number,
): { level: number; value: string } {
  if (left.length === 0 || right.length === 0) return { level: 0, value: '' };
  let found = { level: worst, value: '' };
  for (const one of left)
    for (const other of right) {
      const level = compareTwo(one, other);
      if (level < found.level || (level === found.level && one < found.value)) found = { level, value: one };
    }
  return found;
}

/**
 * Addresses are made of names: two strangers of one name, with one provider, have addresses that look alike. So what
 * counts is what is left beside the names.
 */
function compareEmails(one: string, other: string, names: readonly string[]): number {
  if (one === other) return 1;
  const [oneUser = '', oneHost = ''] = one.split('@');
  const [otherUser = '', otherHost = ''] = other.split('@');
  const [rest, otherRest] = [spell(without(oneUser, names)), spell(without(otherUser, names))];
  const sameHost = oneHost === otherHost;
  if (oneUser === otherUser && rest.whole.length > 2) return 2;
  const apart = edits(oneUser, otherUser);
  const isHostAlike = sameHost || likeness(spell(oneHost), spell(otherHost), 0.6) > 0;
  if (isHostAlike && apart <= (sameHost ? 1 : 3)) return 2;
  return isHostAlike && (apart <= 2 || likeness(rest, otherRest, 0.6) > 0) ? 3 : 4;
}

const without = (user: string, names: readonly string[]) =>
  names.reduce((left, name) => (name.length > 2 ? left.replace(name, '') : left), user);

const comparePhones = (one: string, other: string) => (one === other ? 1 : edits(one, other) === 1 ? 2 : 3);
