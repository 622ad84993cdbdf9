import type { Tx } from '../db/index.ts';
import type { ChildId, WorkerId } from '../web/world.ts';
import { mapReferences } from './records.db.ts';

export type Exclusion = {
  id: string;
  childId: ChildId;
  reference: string;
  workerId: WorkerId;
  worker: string;
  reason: string;
  excludedBy: string;
  excludedAt: Date;
};

const inForce = (tx: Tx) =>
  tx
    .selectFrom('exclusion as e')
    .innerJoin('worker as w', 'w.id', 'e.workerId')
    .innerJoin('worker as by', 'by.id', 'e.excludedBy')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('exclusion_lifted as l').select('l.reason').whereRef('l.exclusionId', '=', 'e.id'))),
    )
    .select([
      'e.id',
      'e.childId',
      'e.workerId',
      'w.name as worker',
      'e.reason',
      'by.name as excludedBy',
      'e.excludedAt',
    ])
    .$castTo<Omit<Exclusion, 'reference'>>();

/** The exclusions in force, the latest first, from after the one with the id `after`. */
export async function listExclusions(tx: Tx, after: string | undefined, atMost: number): Promise<Exclusion[]> {
  const found = await inForce(tx)
    .$if(after !== undefined, (query) =>
      query.where(({ refTuple, selectFrom, eb }) =>
        eb(
          refTuple('e.excludedAt', 'e.id'),
          '<',
          selectFrom('exclusion as last')
            .select(['last.excludedAt', 'last.id'])
            .where('last.id', '=', after ?? '')
            .$asTuple('excludedAt', 'id'),
        ),
      ),
    )
    .orderBy('e.excludedAt', 'desc')
    .orderBy('e.id', 'desc')
    .limit(atMost)
    .execute();
  return withReferences(tx, found);
}

export async function findExclusion(tx: Tx, id: string): Promise<Exclusion | undefined> {
  return (await withReferences(tx, await inForce(tx).where('e.id', '=', id).execute()))[0];
}

export async function isExcluded(tx: Tx, child: ChildId, worker: WorkerId): Promise<boolean> {
  const found = await inForce(tx).where('e.childId', '=', child).where('e.workerId', '=', worker).execute();
  return found.length > 0;
}

async function withReferences(tx: Tx, found: Omit<Exclusion, 'reference'>[]): Promise<Exclusion[]> {
  const references = await mapReferences(
    tx,
    found.map(({ childId }) => childId),
  );
  return found.map((one) => ({ ...one, reference: references.get(one.childId) ?? 'No longer a record' }));
}

export type NewExclusion = { childId: ChildId; workerId: WorkerId; reason: string; by: WorkerId; at: Date };

export async function exclude(tx: Tx, { childId, workerId, reason, by, at }: NewExclusion): Promise<void> {
  await tx.insertInto('exclusion').values({ childId, workerId, reason, excludedBy: by, excludedAt: at }).execute();
}

export async function liftExclusion(
  tx: Tx,
  { exclusionId, reason, by, at }: { exclusionId: string; reason: string; by: WorkerId; at: Date },
): Promise<void> {
  await tx.insertInto('exclusion_lifted').values({ exclusionId, reason, liftedBy: by, liftedAt: at }).execute();
}
