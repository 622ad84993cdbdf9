/**
 * A planted database as it stood at the end of an issue, kept to be upgraded by what comes after: which numbered files
 * had made it, and every row of every table.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import pg from 'pg';
import { modules } from '../../src/modules.ts';
import type { House } from '../../src/platform/db/index.ts';
import { type Numbered, readNumbered, runNumbered } from '../../src/platform/db/migrate.ts';
import { root } from '../../src/platform/root.ts';

export type Kept = {
  /** The numbered files that had run, each with the hash of its text: one that has run is never changed. */
  numbered: { name: string; hash: string }[];
  /** `rows` is JSON that PostgreSQL wrote and reads: a number keeps all its digits. */
  tables: { name: string; columns: string[]; count: number; rows: string }[];
};

const FILE = join(root, 'tests/upgrade/planted.json.br');

export function readKept(): Kept {
  return JSON.parse(brotliDecompressSync(readFileSync(FILE)).toString());
}

/** @returns its size in bytes */
export function writeKept(kept: Kept): number {
  const text = Buffer.from(JSON.stringify(kept));
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length, [constants.BROTLI_PARAM_LGWIN]: 24 };
  const packed = brotliCompressSync(text, { params });
  writeFileSync(FILE, packed);
  return packed.length;
}

export const hashOf = ({ text }: Numbered): string => createHash('sha256').update(text).digest('hex');

/** All of it as at one moment, read by the role that sees every row. */
export async function keep(house: House): Promise<Kept> {
  return house.asOwner(async (client) => {
    await client.query('begin isolation level repeatable read read only');
    try {
      await client.query('set local role throughline_guard');
      const tables: Kept['tables'] = [];
      for (const { name, columns } of await listTables(client)) {
        const { rows } = await client.query<{ count: string; rows: string }>(
          `select count(*)::text count, coalesce(json_agg(t), '[]')::text rows from (select ${columns.map(quoted)} from ${quoted(name)}) t`,
        );
        tables.push({ name, columns, count: Number(rows[0]?.count), rows: rows[0]?.rows ?? '' });
      }
      return { numbered: readNumbered(modules).map((file) => ({ name: file.name, hash: hashOf(file) })), tables };
    } finally {
      await client.query('rollback');
    }
  });
}

/** Makes an empty database what was kept: the tables in their old shape, and the rows in them. */
export async function layOut(url: string, kept: Kept): Promise<void> {
  const files = readNumbered(modules).filter(({ name }) => kept.numbered.some((one) => one.name === name));
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    await pool.query('create schema migration');
    await runNumbered(pool, files);
    await pool.query(`truncate ${kept.tables.map(({ name }) => quoted(name)).join(', ')}`);
    await withoutReferences(pool, async () => {
      for (const table of kept.tables) await fill(pool, table);
    });
    await countOn(pool);
  } finally {
    await pool.end();
  }
}

async function fill(pool: pg.Pool, { name, columns, rows }: Kept['tables'][number]): Promise<void> {
  const list = columns.map(quoted).join(', ');
  await pool.query(
    `insert into ${quoted(name)} (${list}) overriding system value
     select ${list} from json_populate_recordset(null::${quoted(name)}, $1)`,
    [rows],
  );
}

/** Some tables refer to each other in a circle: the references are set aside, and hold again after. */
async function withoutReferences(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const { rows: references } = await pool.query<{ on: string; name: string; says: string }>(
    `select conrelid::regclass::text "on", quote_ident(conname) name, pg_get_constraintdef(oid) says
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { on, name } of references) await pool.query(`alter table ${on} drop constraint ${name}`);
  await work();
  for (const { on, name, says } of references) await pool.query(`alter table ${on} add constraint ${name} ${says}`);
}

/** Numbers that PostgreSQL gives go on after the highest that is there. */
async function countOn(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; column: string }>(
    `select attrelid::regclass::text name, quote_ident(attname) "column" from pg_attribute
     join pg_class on pg_class.oid = attrelid where attidentity <> '' and relnamespace = 'public'::regnamespace`,
  );
  for (const { name, column } of rows)
    await pool.query(
      `select setval(pg_get_serial_sequence('${name}', '${column}'), max(${column})) from ${name} having max(${column}) is not null`,
    );
}

/** The tables of the rooms, with the columns that are stored (and not worked out). */
async function listTables(client: pg.PoolClient): Promise<Pick<Kept['tables'][number], 'name' | 'columns'>[]> {
  const { rows } = await client.query(
    `select relname name, array_agg(attname::text order by attnum) columns
     from pg_class join pg_attribute on attrelid = pg_class.oid
     where relkind = 'r' and relnamespace = 'public'::regnamespace
       and attnum > 0 and not attisdropped and attgenerated = ''
     group by relname order by relname`,
  );
  return rows;
}

const quoted = (name: string): string => pg.escapeIdentifier(name);
