import {
  addStatuses,
  type IdentifierKind,
  readIdentifier,
  recordAddresses,
  recordAliases,
  recordChild,
  recordIdentifiers,
  recordSchools,
} from '../people/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { isRefusal, londonDay } from '../platform/kernel/index.ts';
import type { ChildId } from '../platform/web/world.ts';
import { type ReceivedReferral, type ReferredChild, statusesTold } from './received.ts';
import type { Done } from './screenings.db.ts';

/** Nobody on record is this child: they are recorded as the referrer knew them. */
export async function recordAsReferred(
  tx: Tx,
  child: ReferredChild,
  referral: Pick<ReceivedReferral, 'answers' | 'receivedAt'>,
  done: Done,
): Promise<ChildId> {
  const { id } = await recordChild(tx, child, done);
  // In the referrer's words: a nickname says nothing of the family name, and may be all there is.
  if (child.alsoKnownAs)
    await recordAliases(tx, [{ childId: id, givenNames: child.alsoKnownAs, familyName: '', kind: 'known_as' }], done);
  await recordIdentifiers(tx, numbers(id, child), done);
  if (child.address) await recordAddresses(tx, [{ childId: id, address: child.address }], done);
  if (child.school) await recordSchools(tx, [{ childId: id, school: child.school }], done);
  const since = londonDay(referral.receivedAt);
  const told = statusesTold(referral.answers, child.place);
  await addStatuses(
    tx,
    told.map((kind) => ({ childId: id, kind, since, source: 'referral' })),
    done,
  );
  return id;
}

/** An older referral may hold a number that is none: it is left where it was said. */
function numbers(childId: ChildId, { nhsNumber, upn, laChildId }: ReferredChild) {
  const given: Record<IdentifierKind, string | null> = { NHS: nhsNumber, UPN: upn, LA_CHILD_ID: laChildId };
  return Object.entries(given).flatMap(([kind, value]) =>
    value && !isRefusal(readIdentifier(kind as IdentifierKind, value))
      ? [{ childId, kind: kind as IdentifierKind, value }]
      : [],
  );
}
