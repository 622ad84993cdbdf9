import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { plainDate } from '../kernel/index.ts';
import type { DB } from './schema.ts';

/** The database inside one transaction, under one role. Every question and change takes this as its first argument. */
export type Tx = Kysely<DB>;

/** The database roles of decision 1: none of them can log in, and none owns a table. */
const databaseRoles = {
  app: 'throughline_app',
  counting: 'throughline_counting',
  console: 'throughline_console',
  auditor: 'throughline_auditor',
  matching: 'throughline_matching',
  guard: 'throughline_guard',
} as const;
type DatabaseRole = 'app' | 'counting' | 'console' | 'auditor' | 'matching';

// Days come back as PlainDate, counts as numbers: a count beyond 2^53 is not a count of children.
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === pg.types.builtins.DATE) return plainDate;
    if (oid === pg.types.builtins.INT8) return Number;
    if (oid === pg.types.builtins.NUMERIC) return Number;
    return pg.types.getTypeParser(oid, format);
  },
};

/** Columns are camelCase here and snake_case in the database; tables keep their names. What is inside JSON stays as it is. */
const columns = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** One partnership's database: a pool, and the only doors into it. */
export class House {
  readonly #pool: pg.Pool;
  readonly #bound = new WeakMap<pg.PoolClient, Tx>();

  constructor(url: string, connections = 10) {
    this.#pool = new pg.Pool({ connectionString: url, max: connections, types, connectionTimeoutMillis: 5000 });
    // A connection that breaks while idle, or while it is being closed, is nobody's error: the pool has let it go, and the
    // next page opens another or says that it cannot.
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  /**
   * One transaction under a role, with these claims set for its length. Commits when `work` returns, rolls back when it
   * throws. Role and claims go with `begin` in one message.
   */
  async as<T>(role: DatabaseRole, claims: Record<string, string>, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`begin; set local role ${databaseRoles[role]}; ${setClaims(claims)}`);
      const answer = await work(this.#bind(client));
      await client.query('commit');
      return answer;
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** As the owner, for migrations only: row security is forced, so the owner sees no rows. */
  async asOwner<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #bind(client: pg.PoolClient): Tx {
    let tx = this.#bound.get(client);
    if (!tx) {
      // Kysely takes a pool; this one always hands out the connection that holds the transaction, and keeps it.
      const same = new Proxy(client, {
        get: (target, name) => {
          if (name === 'release') return () => {};
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      const pool = { options: this.#pool.options, connect: async () => same, end: async () => {} };
      tx = new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [columns] });
      this.#bound.set(client, tx);
    }
    return tx;
  }
}

function setClaims(claims: Record<string, string>): string {
  return Object.entries(claims)
    .map(([name, value]) => `select set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`)
    .join('; ');
}
