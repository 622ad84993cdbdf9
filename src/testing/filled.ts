import pg from 'pg';
import { modules } from '../modules.ts';
import { type Contents, fill } from './fill.ts';

const KEPT = 2;
const ONE_AT_A_TIME = 7_470_146;
const OF_A_LIVING_TEST = 7_470_148;

/** What a filled database is called: copies are made of the one whose shape is today's. */
export const nameFilled = (contents: Contents, shape: string): string => `throughline_${contents}_${shape}`;

/** The copy of one test. Whoever made it holds a lock on its name for as long as they live. */
export const COPY = 'throughline_test_';

/** The others are copies of the first. */
const FILLED: readonly Contents[] = ['empty', 'cast', 'partnership'];

/** Fills what is not there yet. Of two runs at once on one server, the second waits. */
export async function fillAll(url: string, shape: string, say: (sentence: string) => void): Promise<void> {
  await asAdmin(url, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [ONE_AT_A_TIME]);
    await sweep(admin, shape);
    for (const contents of FILLED) await fillOne(admin, url, { contents, shape, say });
  });
}

async function fillOne(
  admin: pg.Client,
  url: string,
  { contents, shape, say }: { contents: Contents; shape: string; say: (sentence: string) => void },
): Promise<void> {
  const name = nameFilled(contents, shape);
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (rowCount) return;
  if (contents === 'partnership') say('Planting the partnership for the tests: once, until what plants it changes.');
  // One that somebody broke off making is in the way.
  await admin.query(`drop database if exists ${name}_making with (force)`);
  await admin.query(
    `create database ${name}_making ${contents === 'empty' ? '' : `template ${nameFilled('empty', shape)}`}`,
  );
  await fill[contents](databaseAt(url, `${name}_making`), modules);
  await admin.query(`alter database ${name}_making rename to ${name}`);
}

/** Takes away what was filled before the last time, and the copies of runs that are gone. */
async function sweep(admin: pg.Client, shape: string): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>(`select datname from pg_database
    where datname ~ '^throughline_(${FILLED.join('|')}|test)_[0-9a-f]+$' order by oid desc`);
  const names = rows.map(({ datname }) => datname);
  const filledBefore = names.filter((name) => !name.startsWith(COPY) && !name.endsWith(shape));
  for (const name of filledBefore.slice((KEPT - 1) * FILLED.length)) await admin.query(`drop database ${name}`);
  for (const name of names.filter((name) => name.startsWith(COPY)))
    if (await isAbandoned(admin, name)) await admin.query(`drop database if exists ${name} with (force)`);
}

async function isAbandoned(admin: pg.Client, name: string): Promise<boolean> {
  const { rows } = await admin.query<{ free: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) free', [
    OF_A_LIVING_TEST,
    name,
  ]);
  return rows[0]?.free === true;
}

/** For as long as the connection lasts. */
export async function claim(admin: pg.Client, name: string): Promise<void> {
  await admin.query('select pg_advisory_lock($1, hashtext($2))', [OF_A_LIVING_TEST, name]);
}

export async function asAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Another database of the same server. */
export function databaseAt(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
