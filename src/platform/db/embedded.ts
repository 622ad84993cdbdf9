/**
 * The embedded database: the PostgreSQL that comes inside an npm package, on a socket in a private folder.
 *
 * Its data folder holds `postgres/` (the cluster), `postgres.log`, and, while it runs, `server.json` (where the socket
 * is, which process is the server, who started it) and `users/` (who else is using it). All are read and changed under
 * `server.lock`, so of two that start at one moment the first makes the cluster and the second joins it.
 *
 * - The server belongs to the process that started it, and shuts down in good order when that process is gone, even by
 *   kill -9 (Linux; elsewhere the next start stops the orphan first). Nothing committed is lost, nothing is left running.
 * - Another command that finds it running joins. When the starter wants to stop, it lets nobody else join, waits for
 *   those who have (for `patience`, half a minute), and only then stops the server. Whoever calls meanwhile waits, and
 *   starts a server of its own. Only a starter that is killed takes the server away from under its guests; their open
 *   transactions are rolled back like any other lost connection's.
 * - A process is known by its number and the moment it began, so a number used again misleads nobody.
 */
import { chownSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, nameProcess, withLock } from '../../../scripts/lock.mjs';
import { chooseAccount } from './embedded/account.ts';
import { findBinaries, prepareBinaries } from './embedded/binaries.ts';
import { claimCluster, clearHalves, DATABASE, makeCluster, OWNER } from './embedded/cluster.ts';
import { startPostmaster, stopPostmaster } from './embedded/postmaster.ts';
import { enterAsUser, listUsers, readRecord, removeRecord, type ServerRecord, writeRecord } from './embedded/record.ts';

export type Embedded = {
  /** For a pool of `pg`: the database `throughline` as its owner, who is no superuser. */
  url: string;
  /** Leaves the server; whoever started it also stops it, when the others have left. */
  stop: () => Promise<void>;
  /** Somebody else had started the server. */
  joined: boolean;
};

export type EmbeddedOptions = {
  /** No syncing to disk, and an owner who may create databases. For tests only: a loss of power loses the data. */
  forTests?: boolean;
  /** How long a stop waits for other commands to finish with the database, in milliseconds. */
  patience?: number;
  say?: (sentence: string) => void;
};

export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const folder = resolve(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const until = Date.now() + 180_000; Date.now() < until; await pause(100)) {
    const found = await withLock(join(folder, 'server.lock'), () => joinOrStart(folder, options));
    if (found) return found;
  }
  throw new Error(`The database in ${folder} runs but does not answer (process ${readRecord(folder)?.server}).`);
}

/** The process that runs, serves or uses the database of a data folder, or undefined while nobody does. */
export function findProcessOn(dataFolder: string): string | undefined {
  const folder = resolve(dataFolder);
  const record = readRecord(folder);
  const name = [record?.starter, record?.server, ...listUsers(folder)].find((one) => one && isRunning(one));
  return name?.split('@')[0];
}

/** @returns nothing while the server is on its way out: its starter needs the lock for that, so we must let go of it */
async function joinOrStart(folder: string, options: EmbeddedOptions): Promise<Embedded | undefined> {
  const record = readRecord(folder);
  if (!record) return start(folder, options);
  const lives = isRunning(record.server);
  if (lives && isRunning(record.starter))
    return !record.closing && (await answers(record.sockets)) ? enter(folder, record) : undefined;
  if (lives) await stopPostmaster(record.server);
  removeRecord(folder, record);
  return start(folder, options);
}

/** What a starter that was killed has left of a data folder that nobody will start again: its server, its sockets. */
export async function clearAway(dataFolder: string): Promise<void> {
  const record = readRecord(dataFolder);
  if (!record) return;
  if (isRunning(record.server)) await stopPostmaster(record.server);
  removeRecord(dataFolder, record);
}

/** A server that has just been killed has stopped listening a little before it is gone. */
function answers(sockets: string): Promise<boolean> {
  const socket = connect(join(sockets, '.s.PGSQL.5432'));
  return new Promise<boolean>((resolve) => {
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
  }).finally(() => socket.destroy());
}

function enter(folder: string, record: ServerRecord): Embedded {
  const leave = enterAsUser(folder);
  return { url: urlOf(record.sockets), joined: true, stop: async () => leave() };
}

async function start(folder: string, options: EmbeddedOptions): Promise<Embedded> {
  const binaries = findBinaries();
  const account = chooseAccount();
  const sockets = makeSocketFolder();
  let record: ServerRecord = { server: '', starter: nameProcess(), sockets, closing: false };
  writeRecord(folder, record); // at once: whatever interrupts us, the next start knows which folder to clear away
  try {
    const native = prepareBinaries(binaries, account.nobody !== undefined, sockets);
    if (account.nobody) chownSync(sockets, account.nobody.uid, account.nobody.gid);
    const installation = { native, account, forTests: options.forTests ?? false };
    const cluster = join(folder, 'postgres');
    await clearHalves(folder);
    if (!existsSync(cluster)) await makeCluster(cluster, installation);
    claimCluster(cluster, account);
    await startPostmaster(cluster, installation, sockets, join(folder, 'postgres.log'), (server) => {
      record = { ...record, server };
      writeRecord(folder, record);
    });
  } catch (error) {
    removeRecord(folder, record);
    throw error;
  }
  return { url: urlOf(sockets), joined: false, stop: onlyOnce(() => leaveLast(folder, record, options)) };
}

/** A socket's whole path must stay under 107 characters; the temporary folder of macOS and of some CI is long. */
function makeSocketFolder(): string {
  const folder = tmpdir();
  return mkdtempSync(join(folder.length < 60 && !folder.includes(',') ? folder : '/tmp', 'throughline-'));
}

function urlOf(sockets: string): string {
  return `postgresql://${OWNER}@localhost/${DATABASE}?host=${encodeURIComponent(sockets)}&sslmode=disable`;
}

async function leaveLast(folder: string, record: ServerRecord, options: EmbeddedOptions): Promise<void> {
  // If our server died and somebody has started another since, that one is not ours to stop.
  const isOurs = () => readRecord(folder)?.server === record.server;
  const lock = join(folder, 'server.lock');
  await withLock(lock, async () => isOurs() && writeRecord(folder, { ...record, closing: true }));
  await waitForUsers(folder, options);
  await withLock(lock, async () => {
    await stopPostmaster(record.server);
    if (isOurs()) removeRecord(folder, record);
  });
}

async function waitForUsers(folder: string, { patience = 30_000, say = sayAside }: EmbeddedOptions): Promise<void> {
  const until = Date.now() + patience;
  const users = listUsers(folder).length;
  if (users > 0) say(`Waiting for ${users === 1 ? 'another command' : `${users} other commands`} to finish…`);
  while (listUsers(folder).length > 0 && Date.now() < until) await pause(50);
}

function sayAside(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
