/**
 * The databases of a run of tests: one PostgreSQL, and in it a filled database of each kind, of which every test file
 * gets a copy of its own in a twentieth of a second. With TEST_DATABASE_URL (a role that may create databases and roles)
 * all of it is on that server instead.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { modules } from '../modules.ts';
import { sqlOf } from '../platform/db/migrate.ts';
import { root } from '../platform/root.ts';
import type { Contents } from './fill.ts';
import { asAdmin, COPY, claim, databaseAt, fillAll, nameFilled } from './filled.ts';
import { openKept } from './kept.ts';

/** Where a test file finds its databases. */
export type Databases = {
  /** A server, as a role that may create databases there. */
  url: string;
  /** Changes when what fills the databases changes, and then only. */
  shape: string;
  /** The whole partnership, for all who only look. */
  shown: string;
  /** The server lives as long as the run, and nothing in it is worth a disk. */
  isOurs: boolean;
};

export type Opened = Databases & { close: () => Promise<void> };

export async function openDatabases(say: (sentence: string) => void): Promise<Opened> {
  const shape = shapeOf();
  const given = process.env.TEST_DATABASE_URL;
  if (given) await fillAll(given, shape, say);
  const { url, close } = given ? { url: given, close: async () => {} } : await openKept(shape, say);
  const server = { url, shape, isOurs: !given };
  const shown = await createDatabase(server, 'partnership');
  await closeToWriting(shown.url);
  return { ...server, shown: shown.url, close: () => shown.drop().finally(close) };
}

/** Written by scripts/build.mjs beside what it builds: a digest of fill.ts and all it stands on. */
const DIGEST = 'filled-by';

/** The SQL, what goes through it, and the versions of what both run on. */
function shapeOf(): string {
  const files = [join(root, 'package-lock.json'), findUp(DIGEST)].map((file) => readFileSync(file));
  const hash = createHash('sha256').update(sqlOf(modules));
  for (const file of files) hash.update(file);
  return hash.digest('hex').slice(0, 12);
}

function findUp(name: string, folder = import.meta.dirname): string {
  if (existsSync(join(folder, name))) return join(folder, name);
  if (dirname(folder) === folder) throw new Error('Tests run from a build: npm test, with the path of a test.');
  return findUp(name, dirname(folder));
}

/** A copy of a filled database, claimed for as long as the connection that made it lasts. */
export async function createDatabase(
  { url, shape, isOurs }: Omit<Databases, 'shown'>,
  contents: Contents,
): Promise<{ url: string; drop: () => Promise<void>; abandon: () => Promise<void> }> {
  const name = COPY + randomUUID().replaceAll('-', '');
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const drop = async () => {
    try {
      // Not by force at first: that asks for the right to end an autovacuum at work there, which dropping alone ends.
      await admin.query(`drop database ${name}`).catch(() => admin.query(`drop database ${name} with (force)`));
    } finally {
      await admin.end();
    }
  };
  try {
    await claim(admin, name);
    // To copy files is the quickest, but asks for a checkpoint: dear where what is written goes to a disk.
    const strategy = isOurs ? 'strategy file_copy' : '';
    await admin.query(`create database ${name} template ${nameFilled(contents, shape)} ${strategy}`);
  } catch (error) {
    await admin.end();
    throw error;
  }
  return { url: databaseAt(url, name), drop, abandon: () => admin.end() };
}

/** What a look leaves behind by itself: that somebody signed in, and what they looked at. */
const LEFT_BY_LOOKING = ['session', 'audit_entry'];

/** Whoever may write elsewhere, here nobody may: a test that would change what others see fails, and is told why. */
async function closeToWriting(url: string): Promise<void> {
  await asAdmin(url, async (owner) => {
    await owner.query(`create function only_looked_at() returns trigger language plpgsql as $$ begin
      raise exception 'This test adds to % in the database that all tests look at: it needs one of its own', tg_table_name;
    end $$`);
    const tables = await owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
      [LEFT_BY_LOOKING],
    );
    for (const { name } of tables.rows)
      await owner.query(`create trigger only_looked_at before insert or update or delete or truncate on ${name}
        for each statement execute function only_looked_at()`);
  });
}
