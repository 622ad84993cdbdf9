import { attackSeen } from './attack/attack.ts';
import { differences } from './attack/differences.ts';
import { isSmall } from './profile.ts';
import type { Cell, Protected } from './publication.ts';
import { readingOf } from './reader.ts';

/** What a reader can learn of one hidden cell. */
export type Learnt = {
  release: string;
  table: string;
  key: Cell['key'];
  low: number;
  high: number;
  exact: boolean;
  withinThreshold: boolean;
  /** Hidden for its own sake; the others are hidden to guard such. */
  small: boolean;
};
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
        small: isSmall(cell.children, profile),
      });
    });
  }
  const found = cells.filter(({ small, exact, withinThreshold }) => small && (exact || withinThreshold));
  return {
    cells,
    found: [...found, ...shownSmall(releases), ...differences(releases)],
    seconds: (performance.now() - start) / 1000,
  };
}

/** A small cell left showing needs no attack. */
function shownSmall(releases: readonly Protected[]): Learnt[] {
  return releases.flatMap(({ id, profile, tables }) =>
    tables.flatMap((table) =>
      table.cells
        .filter(({ hidden, children }) => !hidden && isSmall(children, profile))
        .map(({ key, value }) => {
          const learnt = { low: value, high: value, exact: true, withinThreshold: value <= profile.threshold };
          return { release: id, table: table.id, key, ...learnt, small: true };
        }),
    ),
  );
}
