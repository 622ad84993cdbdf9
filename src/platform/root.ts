import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout's folder. Code runs from build/, at a depth that varies, while SQL and assets are read in place. */
export const root = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  const description = join(folder, 'package.json');
  if (existsSync(description) && JSON.parse(readFileSync(description, 'utf8')).name === 'throughline') return folder;
  if (dirname(folder) === folder) throw new Error('Throughline is not running from a checkout of itself.');
  return findRoot(dirname(folder));
}
