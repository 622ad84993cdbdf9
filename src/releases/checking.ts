import { inWorker, type Protected, type Publication, profiles, type Sheet } from '@throughline/disclosure';
import type { Counted } from '../figures/index.ts';
import type { LaidOut, ProfileId } from './composition.ts';
import type { ReleaseId, Standing } from './release.ts';

/** Longest that anybody waits for figures to be protected, and for them to be attacked: a ledger of years takes longer. */
const SECONDS = { protect: 20, attack: 60 };

export type Prepared = {
  release: Protected;
  /** As counted, before anything was hidden. */
  publication: Publication;
  laidOut: LaidOut[];
  sheets: Sheet[];
  counted: Counted;
  earlier: { id: ReleaseId; reference: string; standing: Standing; release: Protected }[];
};

/** On top of what earlier releases of the same records let a reader know. */
export const protectOnTop = (publication: Publication, profile: ProfileId, earlier: Prepared['earlier']) =>
  inWorker(
    { job: 'protect', publication, profile: profiles[profile], earlier: earlier.map(({ release }) => release) },
    SECONDS.protect,
  );

/** The same with only these tables: what would be released if the others were left out. */
export function protectThese({ publication, release, earlier }: Prepared, ids: readonly string[]) {
  const tables = publication.tables.filter(({ id }) => ids.includes(id));
  return protectOnTop({ ...publication, tables }, release.profile.id as ProfileId, earlier);
}

/** The attack of somebody who kept every release of these records, the new one included. */
export const attackAll = ({ release, earlier }: Prepared) =>
  attackReleases([...earlier.map((one) => one.release), release]);

export const attackReleases = (releases: readonly Protected[]) =>
  inWorker({ job: 'attack', releases, seconds: SECONDS.attack }, SECONDS.attack + 5);
