import { userInfo } from 'node:os';
import { openDatabase } from '../db/connection.ts';
import { House } from '../db/index.ts';
import { migrate } from '../db/migrate.ts';
import type { Command, Console, Module } from '../module.ts';

/**
 * Runs one command line. What cannot be done ends in one sentence, never in a stack trace.
 * @returns the exit code: 0 done, 1 refused or found something, 2 wrong use or unreadable input, 3 not finished.
 */
export async function runCommandLine(
  words: string[],
  commands: readonly Command[],
  rooms: readonly Module[],
): Promise<number> {
  // Whoever reads the output may stop (`| head`): the work is done all the same.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const found = commands
    .filter(({ name }) => name.split(' ').every((word, at) => words[at] === word))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (!found) return listCommands(words, commands);
  const args = words.slice(found.name.split(' ').length);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`throughline ${found.name}: ${found.says}.\n\n${found.help.trim()}\n`);
    return 0;
  }
  const terminal = new Terminal(rooms);
  try {
    return await found.run(args, terminal);
  } catch (error) {
    process.stderr.write(`${sayTrouble(error)}\n`);
    return isWrongUse(error) ? 2 : 3;
  } finally {
    await terminal.close();
  }
}

/** Thrown by a command for words it cannot use; the sentence says what would do. */
export class WrongUse extends Error {}

/** An option nobody declared is wrong use too: parseArgs says so with a code of its own. */
const isWrongUse = (error: unknown) =>
  error instanceof WrongUse ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));

function listCommands(words: string[], commands: readonly Command[]): number {
  const asked = words.length === 0 || words[0] === 'help' || words.includes('--help');
  const lines = commands.map(({ name, says }) => `  throughline ${name.padEnd(28)} ${says}`);
  const text = `${asked ? '' : `There is no command “${words.join(' ')}”.\n`}Commands (each with --help):\n${lines.join('\n')}\n`;
  (asked ? process.stdout : process.stderr).write(text);
  return asked ? 0 : 2;
}

class Terminal implements Console {
  readonly actor = `console:${userInfo().username}` as const;
  readonly #rooms: readonly Module[];
  #closing: (() => Promise<void>)[] = [];

  constructor(rooms: readonly Module[]) {
    this.#rooms = rooms;
  }

  async open(): Promise<House> {
    const database = await openDatabase(process.env);
    this.#closing.push(() => database.stop());
    await migrate(database.url, this.#rooms);
    const house = new House(database.url);
    this.#closing.push(() => house.close());
    return house;
  }

  print(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  progress(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  async close(): Promise<void> {
    for (const step of this.#closing.toReversed()) await step();
    this.#closing = [];
  }
}

function sayTrouble(error: unknown): string {
  if (process.env.THROUGHLINE_DEBUG && error instanceof Error) return error.stack ?? error.message;
  return error instanceof Error ? error.message : String(error);
}
