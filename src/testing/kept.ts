/**
 * The filled databases, kept under build/ as the folder of a PostgreSQL for as long as nothing changes that fills them.
 * A run works on a copy of it, so that two runs never meet; what a killed run leaves is taken away by the next.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning, nameProcess, withLock } from '../../scripts/lock.mjs';
import { clearAway, startEmbedded } from '../platform/db/embedded.ts';
import { root } from '../platform/root.ts';
import { fillAll } from './filled.ts';

type Say = (sentence: string) => void;

const BUILDS = join(root, 'build');
const KEPT = 2;
const COPY = 'throughline-test-';
const MEMORY = '/dev/shm';

/** A server on a copy of what is kept. */
export async function openKept(shape: string, say: Say): Promise<{ url: string; close: () => Promise<void> }> {
  const copy = await makeRunFolder(roomForCopies());
  mkdirSync(BUILDS, { recursive: true });
  await withLock(join(BUILDS, 'test-databases.lock'), async () =>
    cpSync(await keep(shape, say), copy, { recursive: true }),
  );
  chmodSync(join(copy, 'postgres'), 0o700); // copying does not keep a folder's mode, and PostgreSQL insists on it
  const server = await startEmbedded(copy, { forTests: true });
  return {
    url: server.url,
    close: async () => {
      await server.stop();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}

async function keep(shape: string, say: Say): Promise<string> {
  const folder = join(BUILDS, `test-databases-${shape}`);
  if (!existsSync(folder)) await make(folder, shape, say);
  utimesSync(folder, new Date(), new Date());
  sweepKept();
  return folder;
}

/** Made beside and then renamed: it is there whole, or not at all. */
async function make(folder: string, shape: string, say: Say): Promise<void> {
  const half = mkdtempSync(join(BUILDS, `half-${nameProcess()}-`));
  try {
    const server = await startEmbedded(half, { forTests: true });
    await fillAll(server.url, shape, say).finally(server.stop);
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  }
}

/** Keeps those used last. */
function sweepKept(): void {
  const lastUsed = (folder: string) => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const kept = readdirSync(BUILDS)
    .filter((name) => /^test-(databases|empty|cast|partnership)-/.test(name))
    .map((name) => join(BUILDS, name))
    .toSorted((a, b) => lastUsed(b) - lastUsed(a));
  for (const folder of kept.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}

/** A folder that is known by its process, and swept by the next run when that is gone. */
export async function makeRunFolder(place = tmpdir()): Promise<string> {
  await sweepRuns(place);
  return mkdtempSync(join(place, `${COPY}${nameProcess()}-`));
}

/** In memory where there is room (a container's may be 64 MB): copying there takes a tenth of what it takes on a disk. */
function roomForCopies(): string {
  if (!existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > 2 ** 30 ? MEMORY : tmpdir();
}

/** What killed runs have left: their folders, and a server where servers do not die with their starter. */
async function sweepRuns(place: string): Promise<void> {
  const abandoned = readdirSync(place).filter((name) => name.startsWith(COPY) && !isRunning(ownerOf(name)));
  for (const folder of abandoned.map((name) => join(place, name))) {
    await clearAway(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

const ownerOf = (folder: string): string => folder.slice(COPY.length).split('-')[0] ?? '';
