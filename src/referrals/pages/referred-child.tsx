import { allocatedWorkers, mapChildren } from '../../people/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Module } from '../../platform/module.ts';
import { askPanels } from '../../platform/web/panels.ts';
import type { World } from '../../platform/web/world.ts';
import { findCandidates } from '../matches.db.ts';
import { knownChildren, nameReferred, type ReceivedReferral } from '../received.ts';
import { type BesideRecord, WhoIsThis } from '../who-is-this.tsx';

/** Each child of a referral beside what is on record of them, as far as the reader may see it. */
export async function besideRecord(tx: Tx, { children }: ReceivedReferral, rooms: readonly Module[], world: World) {
  const ids = knownChildren({ children });
  const known = await mapChildren(tx, ids);
  const workers = await allocatedWorkers(tx, ids, world.today);
  const beside: BesideRecord[] = [];
  for (const child of children) {
    const id = child.match?.childId;
    const asked = !child.match && world.may('referrals.match');
    beside.push({
      child,
      known: id && known.get(id),
      worker: workers.find(({ childId }) => childId === id),
      candidates: asked ? await findCandidates(tx, child, world.now) : { open: [], contacts: [] },
      history: id ? await askPanels(tx, rooms, id, world) : [],
    });
  }
  return beside;
}

export function TheChild({ beside, reference, world }: { beside: BesideRecord; reference: string; world: World }) {
  return (
    <article class="referred-child">
      <h3 class="govuk-heading-s">{nameReferred(beside.child)}</h3>
      <WhoIsThis beside={beside} path={`/mash/${reference}/children/${beside.child.place}`} world={world} />
      {beside.history.map(({ title, body }) => (
        <details class="govuk-details" open>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{title}</span>
          </summary>
          <div class="govuk-details__text">{body}</div>
        </details>
      ))}
    </article>
  );
}
