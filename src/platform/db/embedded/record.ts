import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning, nameProcess } from '../../../../scripts/lock.mjs';

/** What a data folder says about its running server: `server.json`, and a file in `users/` for each command that joined. */
export type ServerRecord = { server: string; starter: string; sockets: string; closing: boolean };

export function readRecord(folder: string): ServerRecord | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

export function writeRecord(folder: string, record: ServerRecord): void {
  const half = join(folder, `server.json.${process.pid}`);
  writeFileSync(half, JSON.stringify(record), { mode: 0o600 });
  renameSync(half, join(folder, 'server.json'));
}

/** Also takes away the folder of the socket, and with it a copy of the binaries where there was one. */
export function removeRecord(folder: string, record: ServerRecord): void {
  rmSync(record.sockets, { recursive: true, force: true });
  rmSync(join(folder, 'server.json'), { force: true });
}

/** @returns how to take the name off the list again */
export function enterAsUser(folder: string): () => void {
  mkdirSync(join(folder, 'users'), { recursive: true, mode: 0o700 });
  const file = join(folder, 'users', `${nameProcess()} ${randomUUID()}`);
  writeFileSync(file, '');
  return () => rmSync(file, { force: true });
}

/** The other processes that have joined and are still there. */
export function listUsers(folder: string): string[] {
  try {
    const names = readdirSync(join(folder, 'users')).map((file) => file.split(' ')[0] ?? '');
    return names.filter((name) => name !== nameProcess() && isRunning(name));
  } catch {
    return [];
  }
}
