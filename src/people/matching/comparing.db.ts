import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';

/**
 * The one place where what nobody on the page may see is compared (docs/decisions/0014). For the length of `work` the same
 * transaction is `throughline_matching`: it reads no table, and may ask the guard who somebody is. What `work` hands back
 * is ids, grades and words about records the guard says may be shown; of the others, only whom to ring. The day is that of
 * the page; an import, which has none, says its own.
 */
export async function comparing<T>(tx: Tx, work: () => Promise<T>, today?: PlainDate): Promise<T> {
  const { rows } = await sql<{ before: string }>`
    select current_setting('role') before, set_config('role', 'throughline_matching', true),
      set_config('app.today', coalesce(nullif(current_setting('app.today', true), ''), ${today ?? ''}), true)`.execute(
    tx,
  );
  const found = await work();
  // Where `work` throws the role stays, which may do nothing else, and the transaction is taken back.
  await sql`select set_config('role', ${rows[0]?.before ?? 'none'}, true)`.execute(tx);
  return found;
}
