import { attackSeen } from './attack/attack.ts';
import { differences } from './differences.ts';
import type { Learnt } from './learnt.ts';
import { isSmall } from './profile.ts';
import type { Protected } from './publication.ts';
import { readingOf } from './reader.ts';
import { wholeGroups } from './whole-groups.ts';

/** `found` is what refuses a release: small cells that are exact, or known to be at or below the threshold; small differences. */
export type Findings = { cells: Learnt[]; found: Learnt[]; seconds: number };

/** Attacks all these releases together, as somebody who kept every one of them would. */
export async function attack(releases: readonly Protected[], seconds = 20): Promise<Findings> {
  const start = performance.now();
  const cells: Learnt[] = [];
  for (const { seen, hidden } of readingOf(releases)) {
    const left = seconds - (performance.now() - start) / 1000;
    const intervals = await attackSeen(seen, left);
    hidden.forEach((cell, at) => {
      const profile = releases.find(({ id }) => id === cell.release)?.profile;
      const interval = intervals[at];
      if (!profile || !interval) throw new RangeError('The attack has lost a cell.');
      cells.push({
        release: cell.release,
        table: cell.table,
        key: cell.key,
        ...interval,
        exact: interval.low === interval.high,
        withinThreshold: interval.high <= profile.threshold,
        small: isSmall(cell.people, profile),
      });
    });
  }
  const whole = wholeIn(releases);
  const found = cells.filter(
    (cell) => (cell.small && (cell.exact || cell.withinThreshold)) || (cell.exact && whole.has(nameOf(cell))),
  );
  return {
    cells,
    found: [...found, ...shownSmall(releases), ...shownWhole(releases), ...differences(releases)],
    seconds: (performance.now() - start) / 1000,
  };
}

const nameOf = ({ release, table, key }: Pick<Learnt, 'release' | 'table' | 'key'>) =>
  JSON.stringify([release, table, Object.entries(key).toSorted()]);

/** Cells that hold all of their row, in releases whose profile guards them. */
function wholeIn(releases: readonly Protected[]): ReadonlySet<string> {
  return new Set(guardedWhole(releases).map(({ release, table, cell }) => nameOf({ release, table, key: cell.key })));
}

function guardedWhole(releases: readonly Protected[]) {
  return releases
    .filter(({ profile }) => profile.wholeGroups === 'protect')
    .flatMap((one) => wholeGroups(one, one.profile).map((group) => ({ release: one.id, ...group })));
}

/** A cell that holds all of its row and is left showing needs no attack either. */
function shownWhole(releases: readonly Protected[]): Learnt[] {
  const hidden = new Set(
    releases.flatMap(({ id, tables }) =>
      tables.flatMap((table) =>
        table.cells.flatMap((cell) => (cell.hidden ? [nameOf({ release: id, table: table.id, key: cell.key })] : [])),
      ),
    ),
  );
  return guardedWhole(releases).flatMap(({ release, table, cell: { key, value } }) => {
    const place = { release, table, key };
    const learnt = { low: value, high: value, exact: true, withinThreshold: false, small: false };
    return hidden.has(nameOf(place)) ? [] : [{ ...place, ...learnt }];
  });
}

/** A small cell left showing needs no attack. */
function shownSmall(releases: readonly Protected[]): Learnt[] {
  return releases.flatMap(({ id, profile, tables }) =>
    tables.flatMap((table) =>
      table.cells
        .filter(({ hidden, people }) => !hidden && isSmall(people, profile))
        .map(({ key, value }) => {
          const learnt = { low: value, high: value, exact: true, withinThreshold: value <= profile.threshold };
          return { release: id, table: table.id, key, ...learnt, small: true };
        }),
    ),
  );
}
