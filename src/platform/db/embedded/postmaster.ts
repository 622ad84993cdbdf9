import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, nameProcess } from '../../../../scripts/lock.mjs';
import { spawnOn } from './account.ts';
import { ELSEWHERE, type Installation } from './cluster.ts';
import { isLivedIn } from './living.ts';

/** Starts the server and waits until it takes connections. @returns the name of its process */
export async function startPostmaster(
  cluster: string,
  installation: Installation,
  sockets: string,
  log: string,
  onSpawn: (process: string) => void,
): Promise<void> {
  for (const until = Date.now() + 30_000; ; await pause(500)) {
    const from = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    const child = spawnPostmaster(cluster, installation, sockets, log);
    if (child.pid !== undefined) onSpawn(nameProcess(child.pid));
    if (await becomesReady(child, cluster)) return;
    const reason = readFileSync(log).subarray(from).toString();
    if (!isPassing(reason, cluster) || Date.now() > until)
      throw new Error(`The database did not start.\n${fatal(reason)}\n${ELSEWHERE}`);
  }
}

function spawnPostmaster(cluster: string, installation: Installation, sockets: string, log: string): ChildProcess {
  const settings = {
    // No port, no password: only who may enter the folder of the socket (0700) may connect.
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    // What workers write about children must not end up in the log: no statements, no "Key (name)=(…) already exists".
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(installation.forTests ? { fsync: 'off', full_page_writes: 'off' } : {}),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const program = join(installation.native, 'bin', 'postgres');
  const { file, args: all, options } = spawnOn(cluster, installation.account, program, ['-p', '5432', ...args]);
  const output = openSync(log, isLarge(log) ? 'w' : 'a', 0o600);
  // Detached: Ctrl+C in the terminal is for us; the server is stopped when we have finished with it.
  const child = spawn(file, all, { ...options, detached: true, stdio: ['ignore', output, output] });
  child.on('error', () => {});
  child.unref();
  closeSync(output);
  return child;
}

/** PostgreSQL writes into its own lock file how far it is: the eighth line. Recovery after a crash may take a while. */
async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const lines = readPidFile(cluster);
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return true;
    await pause(10);
  }
  return false;
}

function readPidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/**
 * After kill -9 of the server its last processes may still hold the shared memory for some seconds. And the number in
 * an abandoned lock file may since have been given to some other process, which PostgreSQL takes for a living server: so
 * the file is removed, but only when no process at all lives in the cluster (each of PostgreSQL's stands in its folder).
 */
function isPassing(reason: string, cluster: string): boolean {
  if (/lock file "postmaster.pid" already exists/.test(reason)) {
    if (isLivedIn(cluster) === false) rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return true;
  }
  return /shared memory block|could not create shared memory|semaphore|terminate any old server/i.test(reason);
}

/** Fast, then without ceremony: an immediate stop loses nothing either, the next start replays the log. */
export async function stopPostmaster(server: string): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 15],
  ] as const) {
    signalProcess(server, signal);
    for (const until = Date.now() + seconds * 1000; Date.now() < until; await pause(20)) {
      if (!isRunning(server)) return;
    }
  }
  throw new Error(`The database (process ${server}) does not stop.`);
}

function signalProcess(server: string, signal: NodeJS.Signals): void {
  if (isRunning(server)) process.kill(Number.parseInt(server, 10), signal);
}

function isLarge(log: string): boolean {
  return (statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000;
}

function fatal(reason: string): string {
  const lines = reason.split('\n').filter((line) => /FATAL|PANIC|HINT|cannot|could not/.test(line));
  return (lines.length > 0 ? lines : reason.split('\n')).slice(-5).join('\n');
}
