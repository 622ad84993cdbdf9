import type { Tx } from '../../platform/db/index.ts';
import type { WaitingLine } from '../../platform/module.ts';
import { waitingLine } from '../../platform/web/waiting-line.ts';
import type { World } from '../../platform/web/world.ts';
import { whyNotSettle } from './release.ts';
import { listReleases } from './releases.db.ts';

/** Figures that wait for a second person, and could be approved by this one. */
export async function listToApprove(tx: Tx, { worker }: World): Promise<WaitingLine[]> {
  const count = (await listReleases(tx)).filter((release) => !whyNotSettle(release, worker.id)).length;
  const [one, several] = ['release of figures to approve', 'releases of figures to approve'];
  return waitingLine({ count, one, several, path: '/releases' });
}
