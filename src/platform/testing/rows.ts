import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

export type Row = Record<string, unknown>;
export type RowOf = [table: string, row: Row];

export async function insert(tx: Tx, table: string, row: Row, mayBeThere: 'may be there' | 'is new'): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  const values = sql.join(Object.values(row));
  await sql`insert into ${sql.table(table)} (${columns}) values (${values})
    ${mayBeThere === 'may be there' ? sql`on conflict do nothing` : sql``}`.execute(tx);
}
