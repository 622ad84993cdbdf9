import type { WorkerId } from '../platform/web/world.ts';

/** Who recorded it and when: a worker, or nobody where the console did (an import, the trial's planting). */
export type Recorded = { by: WorkerId | null; at: Date };

/** One for a whole list, or each record's own: what many wrote down over years keeps their names and days. */
export type Recording<T> = Recorded | ((one: T) => Recorded);

export const recordedOf = <T>(recording: Recording<T>, one: T): Recorded =>
  typeof recording === 'function' ? recording(one) : recording;

/** As columns. */
export const who = ({ by, at }: Recorded) => ({ recordedBy: by, recordedAt: at });

/** One insert takes at most 65,535 values. */
export function inParts<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += 1000) parts.push(all.slice(from, from + 1000));
  return parts;
}
