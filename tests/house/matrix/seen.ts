import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../src/platform/db/index.ts';
import type { Means, Seen as SeenWith } from '../../../src/platform/testing/expected.ts';
import { TODAY } from '../../../src/platform/testing/house.ts';
import { type Given, rooms, tables } from '../../../src/testing/expected.ts';

type Seen = SeenWith<Given['facts']>;

/** Every column that says who or what a row is about. */
export const columns: readonly { relation: string; column: string; means: Means<Given> }[] = [...tables].flatMap(
  ([relation, { reads = {} }]) => Object.entries(reads).map(([column, means]) => ({ relation, column, means })),
);

/** As the console, which reads all; in between, within the same transaction, as the worker. */
export async function whatIsSeen(tx: Tx, worker: string): Promise<Seen> {
  const facts = await readFacts(tx, worker);
  await sql`select set_config('app.worker', ${worker}, true), set_config('app.today', ${TODAY}, true),
    set_config('app.from', '2020-01-01', true), set_config('app.to', ${TODAY}, true), set_config('app.as_at', ${TODAY}, true),
    set_config('role', 'throughline_app', true)`.execute(tx);
  const values = await readValues(tx);
  const involved = await sql<{ id: string }>`select distinct child_id id from guard.my_involvement()`.execute(tx);
  await sql`select set_config('role', 'throughline_console', true)`.execute(tx);
  return { worker, values, involved: new Set(involved.rows.map(({ id }) => id)), facts };
}

async function readFacts(tx: Tx, worker: string): Promise<Given['facts']> {
  const ask = async <Row>(query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(tx)).rows;
  const facts = {};
  for (const room of rooms) Object.assign(facts, await room.facts?.(ask, worker));
  return facts as Given['facts'];
}

async function readValues(tx: Tx): Promise<Record<string, string[]>> {
  const parts = columns.map(
    ({ relation, column }) => sql`select ${`${relation}.${column}`} "column",
      array(select distinct ${sql.ref(column)}::text from ${sql.table(relation)} where ${sql.ref(column)} is not null) "values"`,
  );
  const { rows } = await sql<{ column: string; values: string[] }>`${sql.join(parts, sql` union all `)}`.execute(tx);
  return Object.fromEntries(rows.map(({ column, values }) => [column, values]));
}

/** The values a worker reads and must not, each with its column. */
export function wrongIn(seen: Seen): string[] {
  return columns.flatMap(({ relation, column, means }) =>
    (seen.values[`${relation}.${column}`] ?? [])
      .filter((value) => !means.isRight(value, seen))
      .map((value) => `${relation}.${column}: ${value} (${means.says})`),
  );
}
