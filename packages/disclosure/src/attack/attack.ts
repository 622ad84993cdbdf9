import { Network } from './maximum-flow.ts';
import { boundsOf } from './programme.ts';
import { type Reduced, reduce } from './reduced.ts';
import { type Interval, NotSolved, type Seen } from './seen.ts';
import { worldOf } from './world.ts';

/** Below this, linear programmes are quick enough, and one way of working is easier to trust than two. */
const WIDE = 400;

/** The feasibility interval: the least and greatest value of everything sought, over all populations that agree with everything known. */
export async function attackSeen(seen: Seen, seconds: number): Promise<Interval[]> {
  const problem = reduce(worldOf(seen));
  return problem.columns > WIDE ? byFlows(problem, seconds) : boundsOf(problem, seconds);
}

/** Single counts of a two-way table by flows; sums of several, and whatever is not a network, by programmes. */
async function byFlows(problem: Reduced, seconds: number): Promise<Interval[]> {
  const until = performance.now() + seconds * 1000;
  const network = Network.of(problem);
  if (!network) return boundsOf(problem, seconds);
  const sums = problem.sought.filter(({ columns }) => columns.length > 1);
  const ofSums = sums.length > 0 ? await boundsOf({ ...problem, sought: sums }, seconds) : [];
  return problem.sought.map((one): Interval => {
    const [column] = one.columns;
    if (column === undefined) return { low: one.fixed, high: one.fixed };
    if (one.columns.length > 1) return ofSums[sums.indexOf(one)] ?? { low: 0, high: 0 };
    if (performance.now() > until) throw new NotSolved('The attack did not finish in its time.');
    const { low, high } = network.bounds(column);
    return { low: low + one.fixed, high: high + one.fixed };
  });
}
