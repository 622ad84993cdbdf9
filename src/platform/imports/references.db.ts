import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import { newReference } from '../kernel/index.ts';

/** As many references as are wanted, none of them taken: among tens of thousands two would now and then be the same. */
export async function newReferences(
  tx: Tx,
  table: 'referral' | 'assessment' | 'evolve_case',
  prefix: string,
  count: number,
): Promise<string[]> {
  const fresh = new Set<string>();
  while (fresh.size < count) {
    const tried = Array.from({ length: count - fresh.size }, () => newReference(prefix));
    const { rows } = await sql<{ reference: string }>`
      select reference from ${sql.table(table)} where reference = any (${tried}::text[])`.execute(tx);
    const taken = new Set(rows.map(({ reference }) => reference));
    for (const reference of tried) if (!taken.has(reference)) fresh.add(reference);
  }
  return [...fresh];
}
