import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import type { Kind, With } from '../../src/platform/testing/expected.ts';
import { arrangeAll, type Subject, whatIsGiven } from '../../src/testing/arranged.ts';
import { type Given, guard } from '../../src/testing/expected.ts';
import { testHouse } from '../../src/testing/open.ts';

const house = await testHouse({ holds: 'partnership' });
let given: Omit<With<Given>, 's' | 'me'>;
let subjects: Record<Kind, Subject>;
before(async () => {
  const all = await arrangeAll(house);
  subjects = all.subjects;
  given = await whatIsGiven(house, all);
});

test('every function of the guard that is handed something is asked about what is not the asker’s', async () => {
  const { rows } = await house.arrange((tx) =>
    sql<{ name: string }>`select p.oid::regprocedure::text name from pg_proc p
      where p.pronamespace = 'guard'::regnamespace and p.pronargs > 0 and p.prorettype <> 'trigger'::regtype
        and has_function_privilege('throughline_app', p.oid, 'execute')`.execute(tx),
  );
  assert.deepEqual([...guard.keys()].toSorted(), rows.map(({ name }) => name).toSorted());
});

for (const key of ['asha', 'gwen', 'yusuf', 'amina', 'elaine', 'dev', 'nadine', 'helen']) {
  test(`${key} is told nothing of a record that is closed, or another team’s, by asking the guard for it`, async () => {
    const told: string[] = [];
    for (const [name, call] of guard) {
      if (typeof call === 'string') continue;
      for (const kind of ['restricted', 'excluded', 'other team’s'] as const) {
        const a = { ...given, s: subjects[kind], me: house.workerId(key) };
        const answer = await house
          .asIn(key, async (tx) => {
            const { rows } = await sql<{ answer: unknown }>`select ${call(a)} answer`.execute(tx);
            return rows.map(({ answer }) => answer);
          })
          .catch((error: { code?: string }) => (error.code === '42501' ? [] : [error.code]));
        if (!answer.every(isNothing)) told.push(`${name} about ${kind}: ${JSON.stringify(answer)}`);
      }
    }
    assert.deepEqual(told, []);
  });
}

const isNothing = (answer: unknown) =>
  answer === null || answer === false || (Array.isArray(answer) && answer.length === 0);
