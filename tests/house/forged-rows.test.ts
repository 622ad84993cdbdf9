import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { addDays, findPlainDate } from '../../src/platform/kernel/index.ts';
import type { Attempt as AttemptWith, Kind, With as WithAll } from '../../src/platform/testing/expected.ts';
import { TODAY } from '../../src/platform/testing/house.ts';
import { insert } from '../../src/platform/testing/rows.ts';
import { arrangeAll, type Subject, whatIsGiven } from '../../src/testing/arranged.ts';
import { type Given, tables } from '../../src/testing/expected.ts';
import { testHouse } from '../../src/testing/open.ts';

type Attempt = AttemptWith<Given>;
type With = WithAll<Given>;

const attempts = [...tables].flatMap(([table, { adds }]): [string, Attempt][] => (adds ? [[table, adds]] : []));

const house = await testHouse({ holds: 'partnership' });
let subjects: Record<Kind, Subject>;
let given: Omit<With, 's' | 'me'>;
before(async () => {
  const all = await arrangeAll(house);
  subjects = all.subjects;
  given = await whatIsGiven(house, all);
});

test('for every table the app may add to there is an attempt', async () => {
  const { rows } = await house.arrange((tx) =>
    sql<{
      name: string;
    }>`select relname name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
      and has_any_column_privilege('throughline_app', c.oid, 'insert')`.execute(tx),
  );
  assert.deepEqual(attempts.map(([table]) => table).toSorted(), rows.map(({ name }) => name).toSorted());
});

for (const [table, attempt] of attempts) {
  test(`${table}: its author adds it, and nobody in another’s name, about another’s child, or without the right`, async () => {
    const { by, signed, refusedAbout, refusedTo = ['kit'] } = attempt;
    assert.equal(await add(table, attempt, { by }), 'added');
    const wrong: string[] = [];
    const refused = async (says: string, how: How) => {
      const answer = await add(table, attempt, how);
      if (answer !== '42501') wrong.push(`${says}: ${answer}`);
    };
    for (const column of signed)
      await refused(`signed by another in ${column}`, { by, forged: { [column]: other(by) } });
    for (const kind of refusedAbout) await refused(`about ${kind}`, { by, kind });
    for (const key of refusedTo) await refused(`by ${key}`, { by: key });
    const days = Object.entries(rowOf(attempt, by, 'own') ?? {}).flatMap(([column, value]) =>
      typeof value === 'string' && findPlainDate(value) ? [column] : [],
    );
    for (const column of days.filter((one) => !attempt.mayBeAhead?.includes(one)))
      await refused(`dated tomorrow in ${column} (where a day may be ahead: mayBeAhead)`, {
        by,
        forged: { [column]: addDays(TODAY, 1) },
      });
    assert.deepEqual(wrong, []);
  });
}

test('one id of another’s record among one’s own is refused, by a policy or by the keys', async () => {
  const wrong: string[] = [];
  for (const [table, attempt] of attempts) {
    for (const kind of attempt.refusedAbout.filter((one) => one === 'restricted' || one === 'other team’s')) {
      const [mine, theirs] = (['own', kind] as const).map((of) => rowOf(attempt, attempt.by, of));
      const swapped = Object.keys(mine ?? {}).filter((column) => mine?.[column] !== theirs?.[column]);
      for (const column of swapped.filter((one) => one !== 'id' && one !== 'reference')) {
        const answer = await add(table, attempt, { by: attempt.by, forged: { [column]: theirs?.[column] } });
        const isRefused = ['42501', '23503', '23514'].includes(answer) || attempt.mayName?.[column]?.includes(kind);
        if (!isRefused) wrong.push(`${table}.${column} ${kind}: ${answer}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

const rowOf = (attempt: Attempt, by: string, kind: Kind) =>
  attempt.row({ ...given, s: subjects[kind], me: house.workerId(by) });

const other = (key: string) => house.workerId(key === 'colin' ? 'asha' : 'colin');

type How = { by: string; kind?: Kind; forged?: Record<string, unknown> };

/** Tries it and takes it back. What stands before the row is the console's; the row itself is the worker's own doing. */
async function add(table: string, attempt: Attempt, { by, kind = 'own', forged }: How): Promise<string> {
  const me = house.workerId(by);
  const all: With = { ...given, s: subjects[kind], me };
  let answer = 'nothing';
  await house.house
    .as('console', {}, async (tx) => {
      for (const [before, row] of attempt.first?.(all, house.workerId(attempt.by)) ?? [])
        await insert(tx, before, row, 'may be there');
      await sql`select set_config('app.worker', ${me}, true), set_config('app.today', ${TODAY}, true),
        set_config('role', 'throughline_app', true)`.execute(tx);
      answer = await insert(tx, table, { ...attempt.row(all), ...forged }, 'is new').then(
        () => 'added',
        (error: { code?: string; message: string }) => error.code ?? error.message,
      );
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return answer;
}

class TakenBack extends Error {}
