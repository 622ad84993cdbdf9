import { userInfo } from 'node:os';
import { runCommandLine as run, terminal } from '@throughline/commands';
import { openDatabase } from '../db/connection.ts';
import { House } from '../db/index.ts';
import { migrate } from '../db/migrate.ts';
import type { Command, Console, Module } from '../module.ts';

export { WrongUse } from '@throughline/commands';

/** Runs one command line of the house: a command may ask for the database, which is closed when it ends. */
export async function runCommandLine(
  words: string[],
  commands: readonly Command[],
  rooms: readonly Module[],
): Promise<number> {
  const desk = new Desk(rooms);
  try {
    return await run('throughline', words, commands, desk);
  } finally {
    await desk.close();
  }
}

class Desk implements Console {
  readonly actor = `console:${userInfo().username}` as const;
  readonly print = terminal.print;
  readonly progress = terminal.progress;
  readonly #rooms: readonly Module[];
  #closing: (() => Promise<void>)[] = [];

  constructor(rooms: readonly Module[]) {
    this.#rooms = rooms;
  }

  readonly open = async (): Promise<House> => {
    const database = await openDatabase(process.env);
    this.#closing.push(() => database.stop());
    await migrate(database.url, this.#rooms);
    const house = new House(database.url);
    this.#closing.push(() => house.close());
    return house;
  };

  async close(): Promise<void> {
    for (const step of this.#closing.toReversed()) await step();
    this.#closing = [];
  }
}
