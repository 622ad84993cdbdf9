import { both, having, type TableSpec, type Where } from '@throughline/disclosure';
import type { Attribute, Countable } from '../platform/module.ts';
import { dimensionOf, oneRowEach, withinSentence } from './dimension.ts';
import { attributesOf, type Offered } from './offered.ts';

/**
 * A table as it is asked for, and written in an address: `assessments.type.age@looked_after=yes`. Up to two attributes,
 * or two yes-or-no ones together (`at-risk.looked_after+send`): each, both, either, neither. `:percent` prints shares,
 * `:rate` so many for every 10,000.
 */
export type AskedTable = {
  kind: string;
  by: readonly string[];
  as?: 'percent' | 'rate';
  cohort?: { attribute: string; value: string };
};

export function writeTable({ kind, by, as, cohort }: AskedTable): string {
  const only = cohort ? `@${cohort.attribute}=${cohort.value}` : '';
  return [kind, ...by].join('.') + (as ? `:${as}` : '') + only;
}

/** Undefined: no such table can be made from what the rooms offer. */
export function readTable(text: string, offered: Offered): AskedTable | undefined {
  const [what = '', only] = text.split('@');
  const [counted = '', as] = what.split(':');
  const [kind = '', ...by] = counted.split('.');
  const countable = offered.countables.find((one) => one.kind === kind);
  if (!countable || by.length > 2 || new Set(by).size !== by.length) return undefined;
  const attributes = attributesOf(countable, offered);
  if (!by.every((name) => isTold(name, countable, attributes))) return undefined;
  const cohort = only === undefined ? undefined : readCohort(only, attributes);
  if (only !== undefined && !cohort) return undefined;
  const asked = { kind, by, ...(cohort && { cohort }) };
  if (as === undefined) return asked;
  return (as === 'percent' || as === 'rate') && isPrinted(as, asked, countable) ? { ...asked, as } : undefined;
}

function readCohort(text: string, attributes: Record<string, Attribute>): AskedTable['cohort'] {
  const [attribute = '', value = ''] = text.split('=');
  const values = Object.hasOwn(attributes, attribute) ? attributes[attribute]?.values : undefined;
  return values && Object.hasOwn(values, value) ? { attribute, value } : undefined;
}

/**
 * The whole of a table of nothing else would be 100 % of itself. A rate is of all children in the area, so it is told
 * apart by what is recorded, not by what children are: a rate by age needs how many are of that age.
 */
function isPrinted(as: 'percent' | 'rate', { by, cohort }: AskedTable, { population, attributes }: Countable): boolean {
  if (as === 'percent') return by.length > 0;
  return population !== undefined && cohort === undefined && by.every((name) => Object.hasOwn(attributes, name));
}

/** One attribute, several told together, or two different ones that are each yes or no. */
function isTold(name: string, { several = {} }: Countable, attributes: Record<string, Attribute>): boolean {
  if (Object.hasOwn(several, name)) return true;
  const names = name.split('+');
  if (!names.every((one) => Object.hasOwn(attributes, one))) return false;
  const yesOrNo = names.every((one) => Object.hasOwn(attributes[one]?.values ?? {}, 'yes'));
  return names.length === 1 || (names.length === 2 && names[0] !== names[1] && yesOrNo);
}

/** The table in the engine's terms; its title says what is counted, by what, of whom. Rates need the population. */
export function specOf(
  asked: AskedTable,
  countable: Countable,
  offered: Offered,
  population: number | undefined = undefined,
): TableSpec {
  const attributes = attributesOf(countable, offered);
  const answers = countable.within?.answers ?? {};
  const by = asked.by.map((name) =>
    countable.several?.[name]
      ? oneRowEach(countable.several[name], attributes)
      : dimensionOf(name, attributes, answers),
  );
  const { cohort } = asked;
  const cohorts = [...answersOf(countable), ...(cohort ? [having(cohort.attribute, cohort.value)] : [])];
  const only = cohort && sayOnly(attributes[cohort.attribute], cohort.value);
  const title = [
    countable.label,
    ...(only ? [` (${only})`] : []),
    ...(by.length > 0 ? [`, by ${by.map(({ title: of }) => withinSentence(of)).join(' and ')}`] : []),
    ...(asked.as ? [asWords[asked.as]] : []),
  ].join('');
  return {
    id: writeTable(asked),
    title,
    of: countable.within?.kind ?? asked.kind,
    by,
    ...(asked.as === 'percent' && { printedAs: 'percentage' as const }),
    ...(asked.as === 'rate' && population !== undefined && { printedAs: { per: EVERY, population } }),
    ...(cohorts.length > 0 && { cohort: both(...cohorts) }),
  };
}

/** What all of its records answer, where they are some of another kind's. */
export const answersOf = ({ within }: Countable): Where[] =>
  Object.entries(within?.answers ?? {}).map(([name, codes]) => having(name, ...codes));

/** `looked after`, `latest level: no risk identified`. */
function sayOnly(attribute: Attribute | undefined, code: string): string | undefined {
  const says = attribute?.values[code];
  if (!attribute || says === undefined) return undefined;
  return says === attribute.label
    ? withinSentence(says)
    : `${withinSentence(attribute.label)}: ${withinSentence(says)}`;
}

const asWords = { percent: ', as percentages', rate: ', per 10,000' } as const;
const EVERY = 10_000;
