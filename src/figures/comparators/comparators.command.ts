import { importCommand } from '../../platform/imports/command.ts';
import { type Accepted, compareWithHeld, template } from '../../platform/imports/index.ts';
import type { Comparator } from './comparator.ts';
import { listComparators, listNeighbours, recordComparators, recordNeighbours } from './comparators.db.ts';
import { comparatorColumns, keyOf, readComparators } from './reading.ts';
import { type Neighbour, neighbourColumns, readNeighbours } from './reading-neighbours.ts';

const asRecorded = ({ key: _key, at: _at, ...figure }: Accepted<Comparator>): Comparator => figure;

export const importComparators = importCommand({
  name: 'comparators',
  says: 'takes in published figures of other areas, to read ours beside',
  file: 'FILE.csv',
  about: `
One row for each figure of an area: England (E92000001), a region, a statistical neighbour, or our own as published.
measure is an id that can be compared; unit is count, rate (per 10,000 children) or share (per cent); basis is validated or
live. Leave from empty for a figure as at a day. Where there is no number write c, z, x, low or u: x is what is not
public. A value that differs from the one held is recorded beside it, and the latest is read.`,
  template: template(comparatorColumns),
  read: readComparators,
  async compare(tx, { records, result }, { now }) {
    const held = new Map((await listComparators(tx)).map((figure) => [keyOf(figure), figure]));
    const changed = new Set<string>();
    compareWithHeld(result, records, (record) => {
      const before = held.get(record.key);
      if (before && SAID.every((part) => before[part] === record[part])) return { held: true };
      changed.add(record.key);
      if (!before || before.shown === record.shown) return { held: false };
      return {
        held: false,
        notices: [{ column: 'shown', problem: `follows ${before.shown}, which is kept and no longer read` }],
      };
    });
    return async () => {
      const fresh = records.filter(({ key }) => changed.has(key)).map(asRecorded);
      await recordComparators(tx, fresh, now);
      return { children: [], made: { comparators: fresh.length } };
    };
  },
});

const SAID = ['shown', 'area', 'source', 'sourceDate'] as const;

export const importNeighbours = importCommand({
  name: 'neighbours',
  says: 'takes in a list of statistical neighbours',
  file: 'FILE.csv',
  about: `
One row for each area of a list: the model by its name (2021), the area it is of, and the neighbours in their order. A
list held is never changed; a newer model is another list, and those before it can still be chosen.`,
  template: template(neighbourColumns),
  read: readNeighbours,
  async compare(tx, { records, result }, { now }) {
    const listed = await listNeighbours(tx);
    const held = new Map(listed.map((one) => [`${one.model}|${one.ofCode}|${one.code}`, one]));
    const whole = new Set(listed.map(({ model, ofCode }) => `${model}|${ofCode}`));
    const fresh: Neighbour[] = [];
    compareWithHeld(result, records, ({ key, at: _, ...neighbour }) => {
      const before = held.get(key);
      if (before && before.place === neighbour.place && before.inForceFrom === neighbour.inForceFrom)
        return { held: true };
      if (before || whole.has(`${neighbour.model}|${neighbour.ofCode}`))
        return {
          column: 'model',
          problem: 'is held already, with other areas, places or day',
          remedy: 'Give a newer list a model of its own.',
        };
      fresh.push(neighbour);
      return { held: false };
    });
    return async () => {
      await recordNeighbours(tx, fresh, now);
      return { children: [], made: { neighbours: fresh.length } };
    };
  },
});
