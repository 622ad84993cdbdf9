import type { Attribute, Countable, Described, Module } from '../platform/module.ts';

/** What the rooms offer published tables: the kinds of record, and what may be told of the child behind any. */
export type Offered = { countables: readonly Countable[]; describes: Described };

/** Two kinds of one name, or nobody describing the child, is refused at start. */
export function offeredBy(rooms: readonly Module[]): Offered {
  const countables = rooms.flatMap((room) => room.countables ?? []);
  const describes = rooms.flatMap((room) => room.describes ?? []);
  if (new Set(countables.map(({ kind }) => kind)).size !== countables.length)
    throw new Error('two kinds of record share a name');
  for (const { kind, within } of countables)
    if (within && !countables.some((one) => one.kind === within.kind && !one.within))
      throw new Error(`${kind} lies within ${within.kind}, which nobody counts by itself`);
  const [first, second] = describes;
  if (!first || second) throw new Error('one room, and one only, describes the child behind a record');
  return { countables, describes: first };
}

export function countableOf({ kind }: { kind: string }, { countables }: Offered): Countable {
  const countable = countables.find((one) => one.kind === kind);
  if (!countable) throw new RangeError(`no room counts ${kind}`);
  return countable;
}

/** The kind whose records it is counted from: its own, or those it lies within. */
export function countedFrom({ kind, within }: Countable, { countables }: Offered): Countable {
  const from = countables.find((one) => one.kind === (within?.kind ?? kind));
  if (!from) throw new RangeError(`no room counts ${within?.kind ?? kind}`);
  return from;
}

/** Everything a record of this kind may be told apart by: its own attributes, and the child's. */
export const attributesOf = (countable: Countable, { describes }: Offered): Record<string, Attribute> => ({
  ...countable.attributes,
  ...describes.attributes,
});
