import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { ChildId, WorkerId } from '../web/world.ts';

/**
 * Information governance names a record by its exact reference and is shown references, never what a record holds. The
 * ground knows no child: the people room answers these two through the guard.
 */
export async function findRecord(tx: Tx, reference: string): Promise<ChildId | undefined> {
  const wanted = reference.replaceAll(/\s/g, '').toUpperCase();
  const { rows } = await sql<{ id: ChildId | null }>`select guard.child_with_reference(${wanted}) id`.execute(tx);
  return rows[0]?.id ?? undefined;
}

export async function mapReferences(tx: Tx, children: readonly ChildId[]): Promise<Map<ChildId, string>> {
  if (children.length === 0) return new Map();
  const { rows } = await sql<{ childId: ChildId; reference: string }>`
    select child_id, reference from guard.references_of(${children}::uuid[])`.execute(tx);
  return new Map(rows.map(({ childId, reference }) => [childId, reference]));
}

/** Workers to choose from, by name, with where they work: `{ id: 'Asha Rehmani, Rotherham …' }`. */
export async function listWorkerOptions(tx: Tx, without: readonly WorkerId[] = []): Promise<Record<string, string>> {
  const workers = await tx
    .selectFrom('worker as w')
    .innerJoin('agency as a', 'a.id', 'w.agencyId')
    .select(['w.id', 'w.name', 'a.name as agency'])
    .orderBy('w.name')
    .execute();
  return Object.fromEntries(
    workers
      .filter(({ id }) => !without.some((one) => one === id))
      .map(({ id, name, agency }) => [id, `${name}, ${agency}`]),
  );
}
