import { Logger, type Runner, run } from 'graphile-worker';
import pg from 'pg';
import type { House } from '../db/index.ts';
import type { Module } from '../module.ts';

// A job that fails is tried again; the terminal is told once, in a line. Nothing of what the job works on is printed.
const QUIET = new Logger(() => (level, message) => {
  if (level === 'error') process.stderr.write(`A job did not finish: ${message.split('\n')[0]}\n`);
});

/** Starts doing the rooms' jobs at their times. @returns what stops it again. */
export async function startJobs(url: string, house: House, rooms: readonly Module[]): Promise<() => Promise<void>> {
  const jobs = rooms.flatMap((room) => room.jobs ?? []);
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // A lost database is said by the pages; the runner tries again by itself.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const runner: Runner = await run({
    pgPool: pool,
    schema: 'jobs',
    concurrency: 1,
    noHandleSignals: true,
    logger: QUIET,
    taskList: Object.fromEntries(jobs.map((job) => [job.name, () => job.run(house)])),
    crontab: jobs.map((job) => `${job.when} ${job.name}`).join('\n'),
  });
  return async () => {
    await runner.stop();
    await pool.end();
  };
}
