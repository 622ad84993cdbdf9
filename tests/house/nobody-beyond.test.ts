import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { TestHouse } from '../../src/platform/testing/house.ts';
import { openTestHouse } from '../../src/testing/open.ts';
import { CAST } from '../../src/trial/story/cast.ts';
import { insert } from './matrix/adding.ts';
import { anybody, employ } from './matrix/anybody.ts';
import { whatIsGiven } from './matrix/attempts/attempt.ts';
import { attempts } from './matrix/attempts/index.ts';
import { arrangePapers } from './matrix/papers.ts';
import { relations } from './matrix/relations.ts';
import { unreleased } from './matrix/releases.ts';
import { whatIsSeen, wrongIn } from './matrix/seen.ts';
import { arrangeSubjects, kinds } from './matrix/subjects.ts';

/** Tables the story leaves empty: a row of each is added about a child of every kind. */
const untold = [
  ...['assessment_draft_section', 'assessment_draft_set_aside', 'assessment_returned', 'authorisation_correction'],
  ...['break_glass', 'closure_declined', 'concerned_worker', 'contact_notice_seen', 'decision_noted', 'early_review'],
  ...['early_review_answered', 'subject_match_undone', 'submission', 'partner_answer'],
  ...['release', 'release_summary', 'release_table', 'release_figure', 'release_declined', 'release_withdrawn'],
  ...['pair_said', 'pair_undone'],
];
/** Real records of the story among those that anybody may be tied to, beside one of each kind. */
const ALSO = 12;

let house: TestHouse;
let children: string[];
before(async () => {
  house = await openTestHouse('partnership');
  const subjects = await arrangeSubjects(house);
  const papers = await arrangePapers(house, { makers: ['ben'], contacts: ['nadine'], subjects });
  const given = await whatIsGiven(house, subjects, papers);
  children = await house.arrange(async (tx) => {
    for (const table of untold) {
      for (const kind of kinds) {
        const attempt = attempts[table];
        if (!attempt) throw new Error(`no attempt at ${table}`);
        const all = { ...given, s: subjects[kind], me: house.workerId(attempt.by) };
        for (const [before, row] of attempt.first?.(all, all.me) ?? []) await insert(tx, before, row, 'may be there');
        await insert(tx, table, attempt.row(all), 'may be there');
      }
    }
    for (const [table, row] of unreleased(house.workerId('ilinca'), house.workerId('helen')))
      await insert(tx, table, row, 'may be there');
    const open = await tx.selectFrom('open_case').select('child_id').orderBy('case_id').limit(ALSO).execute();
    return [...kinds.map((kind) => subjects[kind].child.id), ...open.map(({ child_id }) => child_id)];
  });
});
after(() => house.close());

test('every table and view the app may read says here what its rows are about', async () => {
  const { rows } = await house.arrange((tx) =>
    sql<{ name: string }>`
      select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^(pg_|information_schema)' and c.relkind in ('r', 'v', 'm', 'p')
        and has_any_column_privilege('throughline_app', c.oid, 'select') and has_schema_privilege('throughline_app', n.oid, 'usage')`.execute(
      tx,
    ),
  );
  assert.deepEqual(Object.keys(relations).toSorted(), rows.map(({ name }) => name).toSorted());
});

test('no member of the cast reads a row about a child they are not involved with, or who is closed to them', async () => {
  const read = new Set<string>();
  for (const { key } of CAST) {
    const seen = await house.arrange((tx) => whatIsSeen(tx, house.workerId(key)));
    assert.deepEqual(wrongIn(seen), [], key);
    for (const [column, values] of Object.entries(seen.values)) if (values.length > 0) read.add(column);
  }
  const columns = Object.entries(relations).flatMap(([relation, of]) =>
    Object.keys(of).map((one) => `${relation}.${one}`),
  );
  const unread = columns.filter((column) => !read.has(column));
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
