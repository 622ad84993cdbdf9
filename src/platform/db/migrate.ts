import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';
import type { Module } from '../module.ts';
import { root } from '../root.ts';

/** The migrator's own tables live apart: row security is forced on every table of the schema `public`. */
const OWN = 'migration';
const LOCK = 7_470_144;

export type Numbered = { name: string; text: string };

/**
 * Brings the database at `url` to today's shape: numbered files once, in number order, then, when any of them changed,
 * everything repeatable (the guard, involvements, policies, measures, what each role may). All or nothing.
 * @returns the names of the numbered files that ran now.
 */
export async function migrate(url: string, rooms: readonly Module[]): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // As in House: a connection that breaks while it is being closed is nobody's error.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const lock = await pool.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [LOCK]);
    await lock.query('create schema if not exists migration');
    const files = readNumbered(rooms);
    const ran = (await haveRun(lock, files)) ? [] : await runNumbered(pool, files);
    await runRepeatable(lock, rooms, ran.length > 0);
    return ran;
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {});
    lock.release();
    await pool.end();
  }
}

/** Asked first, for the migrator looks over every table of the database three times before it finds nothing to do. */
async function haveRun(client: pg.PoolClient, files: readonly Numbered[]): Promise<boolean> {
  const names = files.map(({ name }) => name);
  const ran = `${OWN}.${DEFAULT_MIGRATION_TABLE}`;
  const found = await client.query<{ there: boolean }>('select to_regclass($1) is not null there', [ran]);
  if (!found.rows[0]?.there) return false;
  const { rows } = await client.query<{ name: string }>(`select name from ${ran}`);
  return rows.length === names.length && rows.every(({ name }) => names.includes(name));
}

/** All that `migrate` would run in an empty database: databases of one text have one shape. */
export function sqlOf(rooms: readonly Module[]): string {
  return JSON.stringify([readNumbered(rooms), repeatableSql(rooms)]);
}

/** @returns the names of those that ran now; the schema `migration` is there */
export async function runNumbered(pool: pg.Pool, files: readonly Numbered[]): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrations = files.map(({ name, text }): [string, Migration] => [
    name,
    { up: async (within: Kysely<unknown>) => void (await sql.raw(text).execute(within)) },
  ]);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(migrations) },
    migrationTableSchema: OWN,
    allowUnorderedMigrations: true, // each room has its own range of the one number line
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
}

/** Every room's `sql/NNNN-name.sql` in number order; a number used twice is refused. */
export function readNumbered(rooms: readonly Module[]): Numbered[] {
  const found = rooms.flatMap((room) =>
    sqlFiles(room, /^\d{4}-.+\.sql$/).map((file) => ({ name: file.slice(0, -4), text: read(room, file) })),
  );
  const shared = [...Map.groupBy(found, ({ name }) => name.slice(0, 4)).values()].find(({ length }) => length > 1);
  if (shared) throw new Error(`two migrations share a number: ${shared.map(({ name }) => name).join(', ')}`);
  return found.toSorted((a, b) => a.name.localeCompare(b.name));
}

async function runRepeatable(client: pg.PoolClient, rooms: readonly Module[], tablesChanged: boolean): Promise<void> {
  const text = repeatableSql(rooms);
  const hash = createHash('sha256').update(text).digest('hex');
  await client.query(
    `create table if not exists ${OWN}.repeatable (hash text not null, ran_at timestamptz default now())`,
  );
  const last = await client.query<{ hash: string }>(`select hash from ${OWN}.repeatable order by ran_at desc limit 1`);
  if (!tablesChanged && last.rows[0]?.hash === hash) return;
  try {
    await client.query('begin');
    await client.query(text);
    await client.query(`insert into ${OWN}.repeatable (hash) values ($1)`, [hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function repeatableSql(rooms: readonly Module[]): string {
  const all = (file: string) => rooms.filter((room) => has(room, file)).map((room) => read(room, file));
  return [
    ground('before.sql'),
    ...all('involvements.sql'),
    composeInvolvement(rooms),
    ...all('guard.sql'),
    ...all('teams.sql'),
    composeTeams(rooms),
    ...all('policies.sql'),
    ...all('measures.sql'),
    // The same views a second time, for the counting role: see after.sql.
    ...all('measures.sql').map((text) => text.replaceAll('create view fact.', 'create view counted.')),
    rolePermissions(rooms),
    ground('after.sql'),
  ].join('\n');
}

/** One relation of who is involved with which child and why, from what the rooms offer. */
function composeInvolvement(rooms: readonly Module[]): string {
  const views = rooms
    .filter((room) => has(room, 'involvements.sql'))
    .map((room) => `select worker_id, child_id, why, since, until from guard.${room.name}_involvement`);
  const none =
    'select null::uuid worker_id, null::uuid child_id, null::text why, null::date since, null::date until where false';
  return `create view guard.involvement as ${[...views, none].join('\nunion all ')};`;
}

/** Who works with a child now, found from the child. */
function composeTeams(rooms: readonly Module[]): string {
  const views = rooms
    .filter((room) => has(room, 'teams.sql'))
    .map((room) => `select child_id, team_id from guard.${room.name}_team`);
  const none = 'select null::uuid child_id, null::uuid team_id where false';
  return `create view guard.working_team as ${[...views, none].join('\nunion all ')};`;
}

function rolePermissions(rooms: readonly Module[]): string {
  const rows = rooms.flatMap((room) =>
    Object.entries(room.permissions ?? {}).flatMap(([permission, { roles }]) =>
      roles.map((role) => `(${pg.escapeLiteral(role)}, ${pg.escapeLiteral(permission)})`),
    ),
  );
  const insert = rows.length > 0 ? `insert into role_permission (role, permission) values ${rows.join(', ')};` : '';
  return `create policy the_migrator_writes on role_permission to current_user using (true) with check (true);
    delete from role_permission; ${insert} drop policy the_migrator_writes on role_permission;`;
}

const folder = (room: Module) => join(root, 'src', room.name, 'sql');
const has = (room: Module, file: string) => existsSync(join(folder(room), file));
const read = (room: Module, file: string) => readFileSync(join(folder(room), file), 'utf8');
const ground = (file: string) => readFileSync(join(root, 'src/platform/db', file), 'utf8');
const sqlFiles = (room: Module, pattern: RegExp) =>
  existsSync(folder(room)) ? readdirSync(folder(room)).filter((file) => pattern.test(file)) : [];
