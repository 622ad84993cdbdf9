import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { ChildId, WorkerId } from '../web/world.ts';
import { mapReferences } from './records.db.ts';

export type OpenGlass = { minutes: number; reason: string };

/** Minutes left, and the reason given, where any of these children is open to the reader by breaking the glass. */
export async function findOpenGlass(tx: Tx, children: readonly ChildId[]): Promise<OpenGlass | undefined> {
  if (children.length === 0) return undefined;
  const { rows } = await sql<OpenGlass>`
    select ceil(extract(epoch from closes_at - now()) / 60)::integer minutes, reason from break_glass
    where worker_id = guard.me() and closes_at > now() and child_id = any (${children}::uuid[])
    order by closes_at limit 1`.execute(tx);
  return rows[0];
}

export type Opening = {
  id: string;
  childId: ChildId;
  reference: string;
  workerId: WorkerId;
  worker: string;
  agency: string;
  reason: string;
  openedAt: Date;
  /** The real moment it is now: breaking the glass uses the real clock even in a trial. */
  now: Date;
};

const waiting = (tx: Tx) =>
  tx
    .selectFrom('break_glass as g')
    .innerJoin('worker as w', 'w.id', 'g.workerId')
    .innerJoin('agency as a', 'a.id', 'w.agencyId')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('break_glass_review as r').select('r.note').whereRef('r.breakGlassId', '=', 'g.id'))),
    )
    .where('g.workerId', '<>', sql<string>`guard.me()`);

/** Openings that wait for a review by the reader, the oldest first, from after the one with the id `after`. */
export async function listOpenings(tx: Tx, after: string | undefined, atMost: number): Promise<Opening[]> {
  const found = await openings(tx)
    .$if(after !== undefined, (query) =>
      query.where(({ refTuple, selectFrom, eb }) =>
        eb(
          refTuple('g.openedAt', 'g.id'),
          '>',
          selectFrom('break_glass as last')
            .select(['last.openedAt', 'last.id'])
            .where('last.id', '=', after ?? '')
            .$asTuple('openedAt', 'id'),
        ),
      ),
    )
    .orderBy('g.openedAt')
    .orderBy('g.id')
    .limit(atMost)
    .execute();
  return withReferences(tx, found);
}

export async function findOpening(tx: Tx, id: string): Promise<Opening | undefined> {
  return (await withReferences(tx, await openings(tx).where('g.id', '=', id).execute()))[0];
}

/** When each was opened: what waits on the first page. */
export async function openingMoments(tx: Tx): Promise<{ openedAt: Date; now: Date }[]> {
  return waiting(tx)
    .select(['g.openedAt', sql<Date>`now()`.as('now')])
    .execute();
}

const openings = (tx: Tx) =>
  waiting(tx)
    .select([
      'g.id',
      'g.childId',
      'g.workerId',
      'w.name as worker',
      'a.name as agency',
      'g.reason',
      'g.openedAt',
      sql<Date>`now()`.as('now'),
    ])
    .$castTo<Omit<Opening, 'reference'>>();

async function withReferences(tx: Tx, found: Omit<Opening, 'reference'>[]): Promise<Opening[]> {
  const references = await mapReferences(
    tx,
    found.map(({ childId }) => childId),
  );
  return found.map((one) => ({ ...one, reference: references.get(one.childId) ?? 'No longer a record' }));
}

export type Finding = 'justified' | 'not_justified';

export async function reviewOpening(
  tx: Tx,
  opening: Opening,
  { finding, note, by }: { finding: Finding; note: string; by: WorkerId },
): Promise<void> {
  await tx
    .insertInto('break_glass_review')
    .values({ breakGlassId: opening.id, openedBy: opening.workerId, reviewedBy: by, finding, note })
    .execute();
}
