import type { House } from '../platform/db/index.ts';
import { type Refusal, refuse } from '../platform/kernel/index.ts';
import { findPartnership } from '../platform/web/partnership.db.ts';
import { plantCast } from './plant-cast.db.ts';

type Planted = { workers: number };

/** Plants the fictional partnership in an empty database, whole or not at all. Real records are never mixed with it. */
export async function plantTrial(house: House, progress: (text: string) => void): Promise<Planted | Refusal> {
  return house.as('console', {}, async (tx) => {
    if (await findPartnership(tx)) return refuse('This database already holds a partnership.');
    const child = await tx.selectFrom('child').select('id').limit(1).executeTakeFirst();
    const referral = await tx.selectFrom('referral').select('id').limit(1).executeTakeFirst();
    if (child || referral)
      return refuse('This database holds real records. The fictional partnership is planted only in an empty one.');
    progress('Planting the fictional partnership…');
    await plantCast(tx);
    return { workers: 1 };
  });
}
