import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Partnership } from './world.ts';

/** The partnership this database belongs to, or undefined while it is empty. */
export async function findPartnership(tx: Tx): Promise<Partnership | undefined> {
  const row = await tx
    .selectFrom('partnership')
    .select([
      'name',
      'kind',
      'trialNow',
      sql<string>`coalesce(settings->'phones'->>'mash', 'the number your agency holds')`.as('mash'),
      sql<string>`coalesce(settings->'phones'->>'outOfHours', 'the number your agency holds')`.as('outOfHours'),
    ])
    .executeTakeFirst();
  return (
    row && {
      name: row.name,
      kind: row.kind === 'trial' ? 'trial' : 'live',
      trialNow: row.trialNow,
      phones: { mash: row.mash, outOfHours: row.outOfHours },
    }
  );
}
