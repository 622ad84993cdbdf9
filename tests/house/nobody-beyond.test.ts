import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { child, kinds } from '../../src/platform/testing/expected.ts';
import { insert } from '../../src/platform/testing/rows.ts';
import { arrangeAll, whatIsGiven } from '../../src/testing/arranged.ts';
import { expected, tables } from '../../src/testing/expected.ts';
import { testHouse } from '../../src/testing/open.ts';
import { CAST } from '../../src/trial/story/cast.ts';
import { anybody, employ } from './matrix/anybody.ts';
import { columns, whatIsSeen, wrongIn } from './matrix/seen.ts';

/** Real records of the story among those that anybody may be tied to, beside one of each kind. */
const ALSO = 12;

const house = await testHouse({ holds: 'partnership' });
let children: string[];
before(async () => {
  const all = await arrangeAll(house);
  const given = await whatIsGiven(house, all);
  const { subjects } = all;
  children = await house.arrange(async (tx) => {
    for (const [table, { adds, untold }] of tables) {
      if (!untold) continue;
      if (!adds) throw new Error(`nothing says what may be added to ${table}`);
      for (const kind of kinds) {
        const a = { ...given, s: subjects[kind], me: house.workerId(adds.by) };
        for (const [before, row] of adds.first?.(a, a.me) ?? []) await insert(tx, before, row, 'may be there');
        await insert(tx, table, adds.row(a), 'may be there');
      }
    }
    const open = await tx.selectFrom('open_case').select('childId').orderBy('caseId').limit(ALSO).execute();
    return [...kinds.map((kind) => subjects[kind].child.id), ...open.map(({ childId }) => childId)];
  });
});

test('every table and view the app may read says what its rows are about', async () => {
  const { rows } = await house.arrange((tx) =>
    sql<{ name: string }>`
      select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^(pg_|information_schema)' and c.relkind in ('r', 'v', 'm', 'p')
        and has_any_column_privilege('throughline_app', c.oid, 'select') and has_schema_privilege('throughline_app', n.oid, 'usage')`.execute(
      tx,
    ),
  );
  const said = new Set(columns.map(({ relation }) => relation));
  const unsaid = rows.map(({ name }) => name).filter((name) => !said.has(name));
  assert.deepEqual(unsaid, [], 'say in testing/expected.ts of the room, under `tables`, what a row of these is about');
  const gone = [...said].filter((name) => !rows.some((row) => row.name === name));
  assert.deepEqual(gone, [], 'the app reads none of these: take them out of testing/expected.ts of the room');
});

test('above who the children are, what is read of a child is read by whoever has a permission too', () => {
  const { people: _people, ...above } = expected;
  const bare = Object.entries(above).flatMap(([room, { tables = {} }]) =>
    Object.entries(tables).flatMap(([table, { reads = {} }]) =>
      Object.values(reads).every((means) => means === child) && Object.keys(reads).length > 0
        ? [`${room}: ${table}`]
        : [],
    ),
  );
  assert.deepEqual(bare, [], 'say which permission in testing/expected.ts: `aboutChildTo(permission)`');
});

test('no member of the cast reads a row about a child they are not involved with, or who is closed to them', async () => {
  const read = new Set<string>();
  for (const { key } of CAST) {
    const seen = await house.arrange((tx) => whatIsSeen(tx, house.workerId(key)));
    assert.deepEqual(wrongIn(seen), [], key);
    for (const [column, values] of Object.entries(seen.values)) if (values.length > 0) read.add(column);
  }
  const unread = columns.map(({ relation, column }) => `${relation}.${column}`).filter((one) => !read.has(one));
  assert.deepEqual(unread, [], 'what nobody reads proves nothing');
});

test('nor does anybody else, whatever roles, teams and children they have, had, or will have', async () => {
  await fc.assert(
    fc.asyncProperty(anybody(children.length), async (who) => {
      let wrong: string[] = ['nothing was read'];
      await house
        .arrange(async (tx) => {
          const worker = await employ(tx, house, who, children);
          wrong = wrongIn(await whatIsSeen(tx, worker));
          throw new TakenBack();
        })
        .catch((error: unknown) => {
          if (!(error instanceof TakenBack)) throw error;
        });
      assert.deepEqual(wrong, []);
    }),
    { numRuns: 40 },
  );
});

class TakenBack extends Error {}
