import { join } from 'node:path';
import { root } from '../root.ts';
import { startEmbedded } from './embedded.ts';

export type Database = { url: string; embedded: boolean; stop: () => Promise<void> };

/** Where the embedded database lies, unless DATABASE_URL names a server. */
export function dataFolder(env: NodeJS.ProcessEnv): string | undefined {
  return env.DATABASE_URL ? undefined : (env.THROUGHLINE_DATA ?? join(root, 'data'));
}

/** The configured server where DATABASE_URL names one, otherwise the embedded one in the data folder. */
export async function openDatabase(env: NodeJS.ProcessEnv): Promise<Database> {
  const folder = dataFolder(env);
  if (!folder) return { url: env.DATABASE_URL ?? '', embedded: false, stop: async () => {} };
  const { url, stop } = await startEmbedded(folder);
  return { url, embedded: true, stop };
}
