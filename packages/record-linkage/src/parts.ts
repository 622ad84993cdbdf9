/**
 * What two records are compared by, and how nearly each part can agree, from best to worst. Level 0 is “one of the two
 * does not say”, and weighs nothing. A level never weighs more than the one before it.
 */
export const parts = {
  given: ['same', 'variant', 'close', 'part', 'alike', 'different'],
  surname: ['same', 'variant', 'close', 'part', 'alike', 'different'],
  order: ['as written', 'swapped'],
  birth: ['same', 'swapped', 'one digit', 'day not known', 'two of three', 'near', 'different'],
  due: ['same', 'a week', 'three weeks', 'seven weeks', 'different'],
  sex: ['same', 'different'],
  postcode: ['same', 'close', 'district', 'different'],
  town: ['same', 'close', 'different'],
  line: ['same', 'close', 'street', 'number', 'different'],
  email: ['same', 'close', 'alike', 'different'],
  phone: ['same', 'close', 'different'],
  nhs: ['same', 'different'],
  upn: ['same', 'different'],
} as const;

export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];

export function forEachPart<T>(value: (part: Part) => T): Record<Part, T> {
  const found = {} as Record<Part, T>;
  for (const part of partNames) found[part] = value(part);
  return found;
}

/** What brothers, sisters and twins do not share; all else they may, so between them it decides nothing. */
export const personal: ReadonlySet<Part> = new Set<Part>(['given', 'order', 'birth', 'due', 'sex', 'nhs', 'upn']);

/** Per part the level's place: 0 not said, 1 the best. */
export type Levels = Record<Part, number>;
