import { boundsOf } from './programme.ts';
import { reduce } from './reduced.ts';
import type { Interval, Seen } from './seen.ts';
import { worldOf } from './world.ts';

/** The least and greatest value of everything sought, over all populations that agree with everything known. */
export async function attackSeen(seen: Seen, seconds: number): Promise<Interval[]> {
  return boundsOf(reduce(worldOf(seen)), seconds);
}
