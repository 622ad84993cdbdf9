import { withFile } from '../../../packages/commands/src/testing/file.ts';
import type { House } from '../db/index.ts';
import type { ImportResult } from '../imports/index.ts';
import type { Command } from '../module.ts';

export { withFile };

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
