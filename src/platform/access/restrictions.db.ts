import type { Tx } from '../db/index.ts';
import type { ChildId, WorkerId } from '../web/world.ts';
import { mapReferences } from './records.db.ts';

export type Restriction = {
  id: string;
  childId: ChildId;
  reference: string;
  reason: string;
  contact: string;
  restrictedBy: string;
  restrictedAt: Date;
  allowed: { workerId: WorkerId; name: string }[];
};

const inForce = (tx: Tx) =>
  tx
    .selectFrom('restriction as r')
    .innerJoin('worker as contact', 'contact.id', 'r.contactId')
    .innerJoin('worker as by', 'by.id', 'r.restrictedBy')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('restriction_lifted as l').select('l.reason').whereRef('l.restrictionId', '=', 'r.id'))),
    )
    .select(['r.id', 'r.childId', 'r.reason', 'contact.name as contact', 'by.name as restrictedBy', 'r.restrictedAt'])
    .$castTo<Omit<Restriction, 'reference' | 'allowed'>>();

/** The restrictions in force, the latest first, from after the one with the id `after`. */
export async function listRestrictions(tx: Tx, after: string | undefined, atMost: number): Promise<Restriction[]> {
  const found = await inForce(tx)
    .$if(after !== undefined, (query) =>
      query.where(({ refTuple, selectFrom, eb }) =>
        eb(
          refTuple('r.restrictedAt', 'r.id'),
          '<',
          selectFrom('restriction as last')
            .select(['last.restrictedAt', 'last.id'])
            .where('last.id', '=', after ?? '')
            .$asTuple('restrictedAt', 'id'),
        ),
      ),
    )
    .orderBy('r.restrictedAt', 'desc')
    .orderBy('r.id', 'desc')
    .limit(atMost)
    .execute();
  return withAllowed(tx, found);
}

export async function findRestriction(tx: Tx, id: string): Promise<Restriction | undefined> {
  const found = await inForce(tx).where('r.id', '=', id).execute();
  return (await withAllowed(tx, found))[0];
}

export async function findRestrictionOf(tx: Tx, child: ChildId): Promise<Restriction | undefined> {
  const found = await inForce(tx).where('r.childId', '=', child).execute();
  return (await withAllowed(tx, found))[0];
}

async function withAllowed(tx: Tx, found: Omit<Restriction, 'reference' | 'allowed'>[]): Promise<Restriction[]> {
  if (found.length === 0) return [];
  const references = await mapReferences(
    tx,
    found.map(({ childId }) => childId),
  );
  const allowed = await tx
    .selectFrom('restriction_allowed as a')
    .innerJoin('worker as w', 'w.id', 'a.workerId')
    .select(['a.restrictionId', 'a.workerId', 'w.name'])
    .where(
      'a.restrictionId',
      'in',
      found.map(({ id }) => id),
    )
    .orderBy('w.name')
    .execute();
  return found.map((one) => ({
    ...one,
    reference: references.get(one.childId) ?? 'No longer a record',
    allowed: allowed
      .filter(({ restrictionId }) => restrictionId === one.id)
      .map(({ workerId, name }) => ({ workerId: workerId as WorkerId, name })),
  }));
}

export type NewRestriction = { childId: ChildId; reason: string; contactId: WorkerId; by: WorkerId; at: Date };

/** Closes the record to all but its contact, who must be able to answer for it. */
export async function restrict(tx: Tx, { childId, reason, contactId, by, at }: NewRestriction): Promise<string> {
  const { id } = await tx
    .insertInto('restriction')
    .values({ childId, reason, contactId, restrictedBy: by, restrictedAt: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await allow(tx, { restrictionId: id, workerId: contactId, by, at });
  return id;
}

export async function allow(
  tx: Tx,
  { restrictionId, workerId, by, at }: { restrictionId: string; workerId: WorkerId; by: WorkerId; at: Date },
): Promise<void> {
  await tx
    .insertInto('restriction_allowed')
    .values({ restrictionId, workerId, allowedBy: by, allowedAt: at })
    .execute();
}

export async function liftRestriction(
  tx: Tx,
  { restrictionId, reason, by, at }: { restrictionId: string; reason: string; by: WorkerId; at: Date },
): Promise<void> {
  await tx.insertInto('restriction_lifted').values({ restrictionId, reason, liftedBy: by, liftedAt: at }).execute();
}
