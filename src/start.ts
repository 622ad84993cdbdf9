import { parseArgs } from 'node:util';
import { modules } from './modules.ts';
import { listCast } from './platform/auth/cast.db.ts';
import { WrongUse } from './platform/cli/cli.ts';
import { dataFolder, openDatabase } from './platform/db/connection.ts';
import { House } from './platform/db/index.ts';
import { migrate } from './platform/db/migrate.ts';
import { isRefusal, londonDay, sayDay } from './platform/kernel/index.ts';
import type { Command, Console } from './platform/module.ts';
import { findPartnership } from './platform/web/partnership.db.ts';
import type { Partnership } from './platform/web/world.ts';
import { sayIfOlder } from './trial/older.db.ts';

export const start: Command = {
  name: 'start',
  says: 'starts Throughline and prints its address',
  help: `
throughline start [--plant-anew]   (PORT=3000, DATABASE_URL=postgres://… and THROUGHLINE_DATA=folder are read)

Starts the database (or uses the one DATABASE_URL names), plants the fictional partnership in an empty one, and serves
until it is stopped. A database that is not a trial is not served yet: real sign-in comes later.

--plant-anew   plants today's trial in place of an older one, whose data folder is kept beside it under another name

Exit 1: refused, with the reason. Exit 3: could not start.`,
  async run(args, console) {
    const { values } = parseArgs({ args, options: { 'plant-anew': { type: 'boolean', default: false } } });
    const port = readPort(process.env.PORT);
    if (values['plant-anew'] && !(await replant(console))) return 1;
    // Loaded while the database starts.
    const [database, { createServer }, { startJobs }] = await Promise.all([
      openDatabase(process.env),
      import('./platform/web/server.tsx'),
      import('./platform/jobs/jobs.ts'),
    ]);
    const house = new House(database.url);
    const stopping = new AbortController();
    const steps: (() => Promise<void>)[] = [() => database.stop(), () => house.close()];
    try {
      await migrate(database.url, modules);
      const partnership = await findOrPlant(house, console);
      if (partnership?.kind !== 'trial') {
        console.progress(
          'This database is not a trial. Throughline cannot sign real people in yet, so it will not serve it.',
        );
        return 1;
      }
      const server = await createServer(house, partnership, modules);
      steps.push(() => server.close());
      await server.listen({ port, host: process.env.HOST ?? 'localhost' });
      steps.push(await startJobs(database.url, house, modules));
      console.print(await sayWelcome(house, partnership, port));
      await stopped(stopping);
      return 0;
    } finally {
      for (const step of steps.toReversed()) await step().catch(() => {});
    }
  },
};

/** @returns whether today's trial stands where the older one stood */
async function replant(console: Console): Promise<boolean> {
  const folder = dataFolder(process.env);
  if (!folder) {
    console.progress('DATABASE_URL names a server: there, plant a new trial in a database that is empty.');
    return false;
  }
  const { plantAnew } = await import('./trial/plant-anew.ts');
  const today = londonDay(new Date());
  const outcome = await plantAnew(folder, { today, plant: (url) => plantAt(url, console) });
  console.progress(
    isRefusal(outcome)
      ? outcome.refused
      : `The older trial is kept in ${outcome.kept}. To start it again: THROUGHLINE_DATA=${outcome.kept} npm start`,
  );
  return !isRefusal(outcome);
}

async function plantAt(url: string, console: Console): Promise<void> {
  await migrate(url, modules);
  const house = new House(url);
  try {
    await findOrPlant(house, console);
  } finally {
    await house.close();
  }
}

/** The partnership of this database; an empty database becomes the trial, one with records of its own is left alone. */
async function findOrPlant(house: House, console: Console): Promise<Partnership | undefined> {
  const find = () => house.as('console', {}, findPartnership);
  const found = await find();
  if (found) return found;
  const { plantTrial } = await import('./trial/plant.ts');
  const planted = await plantTrial(house, console);
  return 'refused' in planted ? undefined : find();
}

async function sayWelcome(house: House, partnership: Partnership, port: number): Promise<string> {
  const today = londonDay(partnership.trialNow ?? new Date());
  const cast = await house.as('app', { today }, listCast);
  const older = await house.as('console', {}, sayIfOlder);
  return [
    '',
    `Throughline – ${partnership.name} – today is ${sayDay(today)} (a trial: everybody is invented)`,
    '',
    ...cast.map((member) => `  ${member.name.padEnd(32)} ${member.title}`),
    '',
    ...(older ? [older, ''] : []),
    `Open http://localhost:${port} and choose who to be. Stop with Ctrl+C.`,
  ].join('\n');
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new WrongUse(`PORT takes a whole number up to 65535, not “${text}”.`);
  return port;
}

function stopped(stopping: AbortController): Promise<void> {
  return new Promise((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
    // Not `once`: Ctrl+C arrives twice, from the terminal and again through npm, and the second must not cut short the first.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  });
}
