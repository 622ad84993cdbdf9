import { sql } from 'kysely';
import type { Tx } from '../../../src/platform/db/index.ts';
import type { TestHouse } from '../../../src/testing/house.ts';
import type { With } from './attempts/index.ts';
import type { Papers } from './papers.ts';
import type { Kind, Subject } from './subjects.ts';

/** What attempts are made with, but for whom they are about and who makes them. */
export async function whatIsGiven(
  test: TestHouse,
  subjects: Record<Kind, Subject>,
  papers: Papers,
): Promise<Omit<With, 's' | 'me'>> {
  const idsOf = async (table: 'team' | 'agency') => {
    const rows = await test.arrange((tx) => tx.selectFrom(table).select(['id', 'code']).execute());
    return (code: string) => rows.find((row) => row.code === code)?.id ?? '';
  };
  const { child_id: also } = await test.arrange((tx) =>
    tx
      .selectFrom('child_worker')
      .select('child_id')
      .where('worker_id', '=', test.workerId('bartosz'))
      .where('child_id', 'not in', (of) => of.selectFrom('child_worker_end').select('child_id'))
      .where(
        'child_id',
        'not in',
        Object.values(subjects).map(({ child }) => child.id),
      )
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  return { workers: test.workerId, team: await idsOf('team'), agency: await idsOf('agency'), papers, also };
}

export async function insert(
  tx: Tx,
  table: string,
  row: Record<string, unknown>,
  mayBeThere: 'may be there' | 'is new',
): Promise<void> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  const values = sql.join(Object.values(row));
  await sql`insert into ${sql.table(table)} (${columns}) values (${values})
    ${mayBeThere === 'may be there' ? sql`on conflict do nothing` : sql``}`.execute(tx);
}
