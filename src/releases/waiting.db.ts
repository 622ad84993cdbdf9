import type { Tx } from '../platform/db/index.ts';
import type { WaitingLine } from '../platform/module.ts';
import { waitingLine } from '../platform/web/waiting-line.ts';
import type { World } from '../platform/web/world.ts';
import { type Done, type Release, whyNotSettle } from './release.ts';
import { listReleases } from './releases.db.ts';

/** How long whoever composed is told of what became of it: the last seven days. */
const TOLD_MS = 7 * 24 * 60 * 60 * 1000;

/** What others made of this worker's own figures of late. */
export async function listSettled(tx: Tx, { worker, now }: World): Promise<WaitingLine[]> {
  const mine = (await listReleases(tx)).filter(({ composed }) => composed.by === worker.id);
  const lately = (done: Done | null) => done !== null && now.getTime() - done.at.getTime() < TOLD_MS;
  return [
    ...linesOf(
      mine.filter(({ approved, withdrawn }) => lately(approved) && !withdrawn),
      'approved',
    ),
    ...linesOf(
      mine.filter(({ declined }) => lately(declined)),
      'not approved',
    ),
    ...linesOf(
      mine.filter(({ withdrawn }) => lately(withdrawn)),
      'withdrawn',
    ),
  ];
}

function linesOf(settled: readonly Release[], what: string): WaitingLine[] {
  const [only] = settled;
  return waitingLine({
    count: settled.length,
    one: `release of yours was ${what} in the last seven days`,
    several: `releases of yours were ${what} in the last seven days`,
    path: only && settled.length === 1 ? `/releases/${only.reference}` : '/releases',
  });
}

/** Figures that wait for a second person, and could be approved by this one. */
export async function listToApprove(tx: Tx, { worker }: World): Promise<WaitingLine[]> {
  const count = (await listReleases(tx)).filter((release) => !whyNotSettle(release, worker.id)).length;
  const [one, several] = ['release of figures to approve', 'releases of figures to approve'];
  return waitingLine({ count, one, several, path: '/releases' });
}
