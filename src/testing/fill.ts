import { House } from '../platform/db/index.ts';
import { migrate } from '../platform/db/migrate.ts';
import type { Module } from '../platform/module.ts';
import { plantTrial } from '../trial/plant.ts';
import { plantCast } from '../trial/plant-cast.db.ts';

/** `empty` is a database nobody has begun to use: no partnership, no worker. */
export type Contents = 'empty' | 'cast' | 'partnership';

/**
 * What a test finds in its database: the cast alone, or the whole fictional partnership. This file and all it stands on
 * is bundled by itself, and a digest of that says whether what was filled before is what would be filled now.
 */
export const fill: Record<Contents, (url: string, rooms: readonly Module[]) => Promise<unknown>> = {
  empty: migrate,
  cast: (url) => inHouse(url, (house) => house.as('console', {}, plantCast)),
  partnership: (url) => inHouse(url, (house) => plantTrial(house, { actor: 'console:test', progress: () => {} })),
};

async function inHouse(url: string, plant: (house: House) => Promise<unknown>): Promise<void> {
  const house = new House(url, 2);
  try {
    await plant(house);
    await house.asOwner(async (client) => void (await client.query('analyze')));
  } finally {
    await house.close();
  }
}
