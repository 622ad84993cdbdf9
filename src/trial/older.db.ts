import type { Tx } from '../platform/db/index.ts';
import { STORY } from './story/telling.ts';

/** What is said of a trial that was planted from an earlier telling of the story. */
export async function sayIfOlder(tx: Tx): Promise<string | undefined> {
  const planted = await tx.selectFrom('partnership').select('story').where('kind', '=', 'trial').executeTakeFirst();
  if (!planted || planted.story === STORY) return undefined;
  return 'This trial was planted by an older version. To plant today’s, and keep this one in a folder beside it: npm start -- --plant-anew';
}
