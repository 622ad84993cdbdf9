import type { PlainDate } from '../platform/kernel/index.ts';
import { atLeast, type Direction, type Level, overrideDirection } from './judgement.ts';

/** One authorised assessment, as far as its level goes. */
export type LevelOn = { completedOn: PlainDate; level: Level };

export const trendWords = {
  up: 'Risk has risen',
  down: 'Risk has fallen',
  same: 'No change',
} as const satisfies Record<Direction, string>;

/** From the last authorised level but one to the last; undefined until there are two. */
export function levelTrend(series: readonly LevelOn[]): Direction | undefined {
  const [before, latest] = inOrder(series).slice(-2);
  return before && latest && overrideDirection(before.level, latest.level);
}

export type EntryAndLatest = { entry: Level; latest: Level; change: Direction };

/** Of one spell with the service: the first authorised level beside the latest, even where they are the same one. */
export function entryAndLatest(series: readonly LevelOn[]): EntryAndLatest | undefined {
  const ordered = inOrder(series);
  const [first, last] = [ordered.at(0), ordered.at(-1)];
  if (!first || !last) return undefined;
  return { entry: first.level, latest: last.level, change: overrideDirection(first.level, last.level) };
}

/** The cohort scrutiny asked about: entered at medium or high, later no risk identified. */
export const enteredAtRiskNowNone = ({ entry, latest }: EntryAndLatest): boolean =>
  atLeast(entry, 'MEDIUM') && latest === 'NONE';

const inOrder = (series: readonly LevelOn[]) => series.toSorted((a, b) => a.completedOn.localeCompare(b.completedOn));
