import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  lchownSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { type Account, spawnOn } from './account.ts';
import { isLivedIn } from './living.ts';

export const OWNER = 'throughline_owner';
export const DATABASE = 'throughline';

export type Installation = { native: string; account: Account; forTests: boolean };

/** The way out wherever the packaged PostgreSQL does not run. */
export const ELSEWHERE = 'Or set DATABASE_URL to a PostgreSQL server, 15 or later.';

const HALF = 'postgres.half-';

/**
 * Makes the cluster, its owner and its database beside where they belong, and moves them there when they are whole: an
 * interrupted initdb leaves a folder that initdb will not fill and PostgreSQL will not start on.
 */
export async function makeCluster(cluster: string, installation: Installation): Promise<void> {
  const folder = dirname(cluster);
  const half = mkdtempSync(join(folder, HALF));
  const { nobody } = installation.account;
  if (nobody) chownSync(half, nobody.uid, nobody.gid);
  await initialise(half, installation);
  await makeDatabase(half, installation);
  renameSync(half, cluster);
  if (!installation.forTests) sync(folder);
}

/** PostgreSQL starts only on a folder that is its own and closed to others, which a copied or restored one may not be. */
export function claimCluster(cluster: string, { nobody }: Account): void {
  const { uid, mode } = statSync(cluster);
  if (process.getuid?.() === 0 && uid !== (nobody?.uid ?? 0)) {
    const { uid, gid } = nobody ?? { uid: 0, gid: 0 };
    for (const name of ['.', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })])
      lchownSync(join(cluster, name), uid, gid);
  }
  if ((mode & 0o777) !== 0o700) chmodSync(cluster, 0o700);
}

/** Clears away what interrupted starts have left, once the last initdb has noticed that its starter is gone. */
export async function clearHalves(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((name) => name.startsWith(HALF))) {
    const half = join(folder, name);
    for (const until = Date.now() + 10_000; isLivedIn(half) && Date.now() < until; ) await pause(20);
    rmSync(half, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function initialise(half: string, installation: Installation): Promise<void> {
  const locale = [
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    // Which letters belong to a word (for trigrams) is still asked of the system, and macOS knows no C.UTF-8.
    ...(process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=en_US.UTF-8'] : ['--locale=C.UTF-8']),
  ];
  const haste = installation.forTests ? ['--no-sync', '--wal-segsize=1'] : [];
  await run(half, installation, 'initdb', ['--username=postgres', '--auth=trust', ...locale, ...haste]);
}

/** The only use of the superuser. The owner is what a configured server would give us: no superuser, no bypass of policies. */
async function makeDatabase(half: string, installation: Installation): Promise<void> {
  const { forTests } = installation;
  const statements = [
    `create role ${OWNER} login createrole ${forTests ? 'createdb' : ''};`,
    `create database ${DATABASE} owner ${OWNER};`,
  ];
  const alone = ['-c', 'exit_on_error=on', '-c', `fsync=${forTests ? 'off' : 'on'}`];
  await run(half, installation, 'postgres', ['--single', ...alone, 'postgres'], statements.join('\n'));
}

async function run(cluster: string, installation: Installation, program: string, args: string[], input = '') {
  const {
    file,
    args: all,
    options,
  } = spawnOn(cluster, installation.account, join(installation.native, 'bin', program), args);
  const child = spawn(file, all, { ...options, detached: true, stdio: ['pipe', 'ignore', 'pipe'] });
  child.stdin.on('error', () => {}); // it ended before reading: its exit says so
  child.stdin.end(input);
  const [code, complaint] = await Promise.all([
    new Promise((resolve, reject) => child.on('close', resolve).on('error', reject)),
    text(child.stderr),
  ]);
  if (code !== 0) throw new Error(`The database could not be made (${program}): ${complaint.trim()}\n${ELSEWHERE}`);
}

/** So that the folder's new name, too, survives a loss of power. */
function sync(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
