/** Which records a cell counts: values of attributes, joined by and, or, not. A declaration; nothing here is run on a database. */
export type Where =
  | { attribute: string; in: readonly string[] }
  | { all: readonly Where[] }
  | { any: readonly Where[] }
  | { not: Where };

export const everybody: Where = { all: [] };
export const having = (attribute: string, ...values: string[]): Where => ({ attribute, in: values });
export const both = (...parts: Where[]): Where => ({ all: parts });
export const either = (...parts: Where[]): Where => ({ any: parts });
export const neither = (...parts: Where[]): Where => ({ not: { any: parts } });

export function holds(where: Where, attributes: Readonly<Record<string, string>>): boolean {
  if ('attribute' in where) return where.in.includes(attributes[where.attribute] ?? '');
  if ('all' in where) return where.all.every((part) => holds(part, attributes));
  if ('any' in where) return where.any.some((part) => holds(part, attributes));
  return !holds(where.not, attributes);
}

export function attributesIn(where: Where): string[] {
  if ('attribute' in where) return [where.attribute];
  const parts = 'all' in where ? where.all : 'any' in where ? where.any : [where.not];
  return [...new Set(parts.flatMap(attributesIn))];
}

/** The same condition with other names for its attributes. */
export function renamed(where: Where, name: (attribute: string) => string): Where {
  if ('attribute' in where) return { attribute: name(where.attribute), in: where.in };
  if ('all' in where) return { all: where.all.map((part) => renamed(part, name)) };
  if ('any' in where) return { any: where.any.map((part) => renamed(part, name)) };
  return { not: renamed(where.not, name) };
}

/**
 * What never holds, as far as it says anything of what is asked. Two definitions may meet in a thing that nobody asks
 * (without a type there is no level, nor a review that is due), unless one of its answers is free of them all.
 */
export function ofWhatIsAsked(
  never: readonly Where[],
  attributes: Readonly<Record<string, { values: readonly string[] }>>,
  isAsked: (name: string) => boolean,
): readonly Where[] {
  const isFree = (name: string) => {
    const ruled = new Set(never.flatMap((where) => valuesIn(where, name)));
    return !isAsked(name) && attributes[name]?.values.some((value) => !ruled.has(value));
  };
  const left = never.filter((where) => !attributesIn(where).some(isFree));
  return left.length === never.length ? never : ofWhatIsAsked(left, attributes, isAsked);
}

function valuesIn(where: Where, name: string): readonly string[] {
  if ('attribute' in where) return where.attribute === name ? where.in : [];
  return ('all' in where ? where.all : 'any' in where ? where.any : [where.not]).flatMap((part) =>
    valuesIn(part, name),
  );
}

/**
 * Can this hold of nobody, given what never holds? By trying every answer to what it asks, so for conditions of a few
 * attributes; of one that asks more it is not known, and false.
 */
export function isRuledOut(
  where: Where,
  attributes: Readonly<Record<string, { values: readonly string[] }>>,
  never: readonly Where[],
): boolean {
  const names = attributesIn(where);
  const known = never.filter((one) => attributesIn(one).every((name) => names.includes(name)));
  const valuesOf = (name: string) => attributes[name]?.values ?? [];
  if (names.reduce((product, name) => product * valuesOf(name).length, 1) > MOST_TRIED) return false;
  const answers = names.reduce<Record<string, string>[]>(
    (all, name) => all.flatMap((one) => valuesOf(name).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
  return !answers.some((one) => holds(where, one) && !known.some((out) => holds(out, one)));
}

const MOST_TRIED = 20_000;
