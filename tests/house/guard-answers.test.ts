import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RawBuilder, sql } from 'kysely';
import type { TestHouse } from '../../src/platform/testing/house.ts';
import { openTestHouse } from '../../src/testing/open.ts';
import { arrangeSubjects, type Kind, type Subject } from './matrix/subjects.ts';

let house: TestHouse;
let subjects: Record<Kind, Subject>;
let team: string;
before(async () => {
  house = await openTestHouse('partnership');
  subjects = await arrangeSubjects(house);
  team = await house.arrange(async (tx) => {
    const found = await tx.selectFrom('team').select('id').where('code', '=', 'evolve').executeTakeFirstOrThrow();
    return found.id;
  });
});
after(() => house.close());

type Call = (s: Subject) => RawBuilder<unknown>;
const ofTheAsker = 'tells of the asker alone';
const pure = 'compares what it is given';
const ofFigures = 'tells of figures, which releases.access.test.ts asks for as everybody';
const byToken = 'asks for a token that nobody but its holder knows';

/**
 * Every function of the guard that is handed something, called with what belongs to somebody else: each answers nothing.
 * Those that cannot tell of a record say why.
 */
const calls: Record<string, Call | string> = {
  'guard.i_may(text)': ofTheAsker,
  'guard.remembered(text)': ofTheAsker,
  'guard.remember(text,uuid[])': ofTheAsker,
  // True of a record that is closed to the asker, whose id nothing ever shows them.
  'guard.closed_to_me(uuid)': ofTheAsker,
  'guard.enter(bytea)': byToken,
  'guard.close_session(bytea)': byToken,
  'guard.open_trial_session(text,bytea)': 'refuses wherever people may not choose who to be',
  'guard.i_work_with(uuid)': ({ child }) => sql`guard.i_work_with(${child.id})`,
  'guard.looks(uuid,text,uuid,bigint,integer)': ({ child }) =>
    sql`guard.looks(${child.id}, ${`/children/${child.reference}`}, null, null, 10)`,
  'guard.recorded_just_now(uuid)': ({ child }) => sql`guard.recorded_just_now(${child.id})`,
  'guard.i_may_add_to(uuid)': ({ child }) => sql`guard.i_may_add_to(${child.id})`,
  'guard.has_somebody_involved(uuid)': ({ child }) => sql`guard.has_somebody_involved(${child.id})`,
  'guard.find_children(text,date,text,text,integer)': ({ child }) =>
    sql`guard.find_children(null, null, ${child.reference}, null, 50)`,
  'guard.child_with_reference(text)': ({ child }) => sql`guard.child_with_reference(${child.reference})`,
  'guard.references_of(uuid[])': ({ child }) => sql`guard.references_of(${[child.id]}::uuid[])`,
  'guard.break_glass(text,text,date,text)': 'is asked page by page in looked-at.test.ts and in the people room',
  'guard.heard_by_author(uuid)': ({ referral }) => sql`guard.heard_by_author(${referral.id})`,
  'guard.children_asked_about(uuid)': ({ requests }) => sql`guard.children_asked_about(${requests.syp})`,
  'guard.i_may_decide(uuid)': ({ referral }) => sql`guard.i_may_decide(${referral.id})`,
  'guard.contact_for(uuid)': ({ child }) => sql`guard.contact_for(${child.id})`,
  'guard.i_may_ask_who(uuid)': 'says whether one matches on a referral one works with, of whomever it is',
  'guard.workers_with(uuid)': ({ child }) => sql`guard.workers_with(${child.id})`,
  'guard.teams_with(uuid)': ({ child }) => sql`guard.teams_with(${child.id})`,
  'guard.whom_to_ring(uuid)': 'whom to ring is all there is to know',
  'guard.left_matching(uuid,date)': ({ child }) => sql`guard.left_matching(${child.id}, '2009-06-01')`,
  'guard.evidence_of(uuid)': ({ child }) => sql`guard.evidence_of(${child.id})`,
  'guard.identities(uuid[])': ({ child }) => sql`guard.identities(${[child.id]}::uuid[])`,
  'guard.keys_asked(text,text,date,date)': pure,
  'guard.blocked(text[],text[],text[],text,integer)': 'reads under the asker’s own policies',
  'guard.may_match(uuid)': 'says what the sweeper may be shown, which is asked in pairs.access.test.ts',
  'guard.may_say(uuid,uuid)': 'as guard.may_match, of two',
  'guard.i_may_undo(uuid)': ({ child }) => sql`guard.i_may_undo(${child.id})`,
  'guard.levels_heard(uuid)': ({ child }) => sql`guard.levels_heard(${child.id})`,
  'guard.is_released(uuid)': ofFigures,
  'guard.is_published(uuid)': ofFigures,
  'guard.may_read_release(uuid)': ofFigures,
  'guard.may_read_figures(uuid)': ofFigures,
  'guard.i_am_composing(uuid)': ofFigures,
  'guard.may_settle(uuid)': ofFigures,
  'guard.attacked_apart(uuid)': ofFigures,
  'guard.withstood_attack(uuid)': ofFigures,
  'guard.release_records(uuid)': ofFigures,
  'guard.release_changes(uuid,jsonb)': ofFigures,
  'guard.i_work_on(uuid)': (s) => sql`guard.i_work_on(${s.case.id})`,
  'guard.can_hold(uuid,uuid,uuid)': ({ child }) =>
    sql`guard.can_hold(${team}, ${child.id}, ${house.workerId('bartosz')})`,
  'guard.case_before(uuid)': ({ child }) => sql`guard.case_before(${child.id})`,
  'guard.closing_is_proven(uuid,text)': (s) => sql`guard.closing_is_proven(${s.case.id}, 'MOVED_AREA')`,
  'guard.waits_for_evolve(uuid,uuid)': ({ decided, child }) => sql`guard.waits_for_evolve(${decided}, ${child.id})`,
};

test('every function of the guard that is handed something is asked here about what is not the asker’s', async () => {
  const { rows } = await house.arrange((tx) =>
    sql<{ name: string }>`select p.oid::regprocedure::text name from pg_proc p
      where p.pronamespace = 'guard'::regnamespace and p.pronargs > 0 and p.prorettype <> 'trigger'::regtype
        and has_function_privilege('throughline_app', p.oid, 'execute')`.execute(tx),
  );
  assert.deepEqual(Object.keys(calls).toSorted(), rows.map(({ name }) => name).toSorted());
});

for (const key of ['asha', 'gwen', 'yusuf', 'amina', 'elaine', 'dev', 'nadine', 'helen']) {
  test(`${key} is told nothing of a record that is closed, or another team’s, by asking the guard for it`, async () => {
    const told: string[] = [];
    for (const [name, call] of Object.entries(calls)) {
      if (typeof call === 'string') continue;
      for (const kind of ['restricted', 'excluded', 'other team’s'] as const) {
        const answer = await house
          .asIn(key, async (tx) => {
            const { rows } = await sql<{ answer: unknown }>`select ${call(subjects[kind])} answer`.execute(tx);
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
