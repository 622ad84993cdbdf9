import { both, type Dimension, either, grouping, having, neither } from '@throughline/disclosure';
import type { Attribute, Countable } from '../platform/module.ts';

/** `Type of exploitation` within a sentence; `SEND` stays as it is. */
export const withinSentence = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? `${words[0]?.toLowerCase()}${words.slice(1)}` : words;

/** A row for every answer, 0 or not (one that stood only where somebody is in it would say so); none for what is ruled out. */
export function dimensionOf(
  name: string,
  attributes: Record<string, Attribute>,
  answers: NonNullable<Countable['within']>['answers'],
): Dimension {
  const [first = '', second] = name.split('+');
  const one = attributes[first];
  if (!one) throw new RangeError(`nothing is told apart by ${first}`);
  if (second === undefined)
    return grouping(
      one.label,
      first,
      Object.fromEntries(
        Object.entries(one.values)
          .filter(([code]) => answers[first]?.includes(code) ?? true)
          .map(([code, says]) => [says, [code]]),
      ),
    );
  const other = attributes[second];
  if (!other) throw new RangeError(`nothing is told apart by ${second}`);
  return together(one, first, other, second);
}

/** Rows that overlap, and are not crossed with one another. */
export const oneRowEach = (
  { label, of }: NonNullable<Countable['several']>[string],
  attributes: Record<string, Attribute>,
): Dimension => ({
  title: label,
  total: 'Total',
  groups: of.map((name) => ({ name: attributes[name]?.label ?? name, where: having(name, 'yes') })),
});

// Rows that overlap: whatever a reader can work out from the others (either less one is the other alone) is a row too, so
// that it is protected as a figure of its own.
function together(one: Attribute, first: string, other: Attribute, second: string): Dimension {
  const [a, b] = [having(first, 'yes'), having(second, 'yes')];
  const [says, saysOther] = [one.values.yes ?? one.label, other.values.yes ?? other.label];
  return {
    title: `${one.label} and ${withinSentence(other.label)}`,
    total: 'Total',
    groups: [
      { name: says, where: a },
      { name: saysOther, where: b },
      { name: 'Both', where: both(a, b) },
      { name: `${says} alone`, where: both(a, neither(b)) },
      { name: `${saysOther} alone`, where: both(b, neither(a)) },
      { name: 'Either or both', where: either(a, b) },
      { name: 'Neither recorded', where: neither(a, b) },
    ],
  };
}
