import { join } from 'node:path';
import { root } from '../root.ts';
import { startEmbedded } from './embedded.ts';

export type Database = { url: string; embedded: boolean; stop: () => Promise<void> };

/** The configured server where DATABASE_URL names one, otherwise the embedded one in the data folder. */
export async function openDatabase(env: NodeJS.ProcessEnv): Promise<Database> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, embedded: false, stop: async () => {} };
  const { url, stop } = await startEmbedded(env.THROUGHLINE_DATA ?? join(root, 'data'));
  return { url, embedded: true, stop };
}
