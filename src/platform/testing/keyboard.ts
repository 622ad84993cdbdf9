import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House } from '../db/index.ts';
import type { ImportResult } from '../imports/index.ts';
import type { Command } from '../module.ts';

export type Ended = { code: number; printed: string; told: string };

/** Somebody at the console of a database: one command, its exit code, and what it printed and told on the way. */
export async function runCommand(house: House, command: Command, ...args: string[]): Promise<Ended> {
  const printed: string[] = [];
  const told: string[] = [];
  const code = await command.run(args, {
    actor: 'console:tester',
    open: async () => house,
    print: (text) => void printed.push(text),
    progress: (text) => void told.push(text),
  });
  return { code, printed: printed.join('\n'), told: told.join('\n') };
}

/** A file for a command to read, gone when `work` is done. */
export async function withFile<T>(
  name: string,
  content: string | Uint8Array,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-file-'));
  try {
    writeFileSync(join(folder, name), content);
    return await work(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What taking in a file comes to, and the exit code. */
export type Taken = ImportResult & { code: number };

export async function takeFile(
  house: House,
  command: Command,
  content: string | Uint8Array,
  ...options: string[]
): Promise<Taken> {
  return withFile('file', content, async (path) => {
    const { code, printed, told } = await runCommand(house, command, path, '--format', 'json', ...options);
    if (!printed) throw new Error(told);
    return { ...JSON.parse(printed), code };
  });
}
