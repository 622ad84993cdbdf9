import { createHash } from 'node:crypto';
import {
  type Id,
  isRefusal,
  londonMoment,
  newReference,
  type PlainDate,
  type Refusal,
} from '../platform/kernel/index.ts';
import { chanceFor } from './story/chance.ts';

/**
 * What one key of the story is called in the database: the same in every planting, so that a bookmark, a screenshot and
 * a test still find who they found. Real work draws both by chance.
 */
export function idFor<Noun extends string>(noun: Noun, key: string): Id<Noun> {
  const hex = createHash('sha256').update(`${noun} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id<Noun>;
}

export function referenceFor(prefix: string, key: string): string {
  const chance = chanceFor(`reference ${key}`);
  return newReference(prefix, (below) => chance.between(0, below - 1));
}

/** What came overnight from the council's case management system stands there in the morning. */
export const overnight = (day: PlainDate): Date => londonMoment(day, '06:30');

/** A rule that refuses what the story tells: story or rule is wrong, and nothing is planted until one is put right. */
export function passed<T>(key: string, outcome: T | Refusal | undefined): T {
  if (isRefusal(outcome)) throw new Error(`The story stops at ${key}: ${outcome.refused}`);
  return outcome as T;
}

export function getFrom<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key);
  if (found === undefined) throw new Error(`the story names ${String(key)}, which it does not tell of`);
  return found;
}
