import { ageOn, type PlainDate, sayCount, sayDay } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import type { ethnicities } from './codes.ts';

export type Sex = 'F' | 'M' | 'U';
type Ethnicity = keyof typeof ethnicities.codes;

/** A child as now known: the latest version of what is recorded. Any part may be missing. */
export type ChildNow = {
  id: ChildId;
  reference: string;
  givenNames: string | null;
  familyName: string | null;
  bornOn: PlainDate | null;
  expectedOn: PlainDate | null;
  sex: Sex;
  ethnicity: Ethnicity;
  firstLanguage: string | null;
  interpreter: boolean;
  disabilities: string[];
  diedOn: PlainDate | null;
  version: number;
};

type Named = Pick<ChildNow, 'givenNames' | 'familyName' | 'expectedOn'>;

/** The name as said on every page. A child not yet born has no name of their own yet. */
export function sayName({ givenNames, familyName, expectedOn }: Named): string {
  const name = [givenNames, familyName].filter(Boolean).join(' ');
  if (expectedOn) return `Unborn child ${name ? `${name} ` : ''}expected ${sayDay(expectedOn)}`;
  if (givenNames && familyName) return name;
  if (givenNames) return `${givenNames} (family name not known)`;
  if (familyName) return `${familyName} (given name not known)`;
  return 'Name not known';
}

type Aged = Pick<ChildNow, 'bornOn' | 'expectedOn' | 'diedOn'>;

/** Age in completed years; undefined where it is not known or the child is not born. */
export function findAge({ bornOn, diedOn }: Aged, today: PlainDate): number | undefined {
  const day = diedOn ?? today;
  return bornOn && bornOn <= day ? ageOn(bornOn, day) : undefined;
}

export function sayAge(child: Aged, today: PlainDate): string {
  const age = findAge(child, today);
  if (child.expectedOn) return child.expectedOn < today ? 'Birth not recorded yet' : 'Not yet born';
  if (age === undefined) return 'Age not known';
  if (child.diedOn) return `Died on ${sayDay(child.diedOn)}, aged ${sayYears(age, child.bornOn, child.diedOn)}`;
  return sayYears(age, child.bornOn, today);
}

/** The same after a name: `aged 14`. */
export function sayAged(child: Aged, today: PlainDate): string {
  const age = sayAge(child, today);
  return /^\d/.test(age) ? `aged ${age}` : `${age[0]?.toLowerCase()}${age.slice(1)}`;
}

function sayYears(age: number, bornOn: PlainDate | null, day: PlainDate): string {
  if (age > 0 || !bornOn) return String(age);
  const months =
    (Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(bornOn.slice(5, 7));
  const whole = day.slice(8) < bornOn.slice(8) ? months - 1 : months;
  return sayCount(whole, 'month');
}

/** A person of eighteen or over is no longer a child; nobody's age is guessed. */
export function isAdult(child: Aged, today: PlainDate): boolean {
  return (findAge(child, today) ?? 0) >= 18;
}

export const sexes = { F: 'Female', M: 'Male', U: 'Not known' } as const satisfies Record<Sex, string>;

/** Census codes. An answer comes from the child or a parent and is never guessed. */
export const disabilities: Record<string, string> = {
  NONE: 'None',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Autism',
  DDA: 'Other',
};

export const aliasKinds = {
  known_as: 'Known as',
  former_name: 'Former name',
  other_spelling: 'Other spelling',
} as const;
export type AliasKind = keyof typeof aliasKinds;

/** `03/05/2010` is misread across the world; a birth date is said in words, and an unborn child's as expected. */
export function sayBirth({ bornOn, expectedOn }: Pick<ChildNow, 'bornOn' | 'expectedOn'>): string {
  if (bornOn) return sayDay(bornOn);
  return expectedOn ? `Expected ${sayDay(expectedOn)}` : 'Not known';
}
