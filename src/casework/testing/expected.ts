import { sql } from 'kysely';
import { londonMoment, plainDate } from '../../platform/kernel/index.ts';
import { ofTheTeams, onChild } from '../../platform/testing/attempts.ts';
import {
  type Arranged,
  aboutChildTo,
  expectations,
  nothing,
  ofEach,
  pages,
  type With,
} from '../../platform/testing/expected.ts';
import { type TestHouse, TODAY } from '../../platform/testing/house.ts';
import { evolve, evolveManager, open, whoeverIsWithTheChild } from '../../platform/testing/needs.ts';
import type { Row } from '../../platform/testing/rows.ts';
import type { Given as Below } from '../../risk/testing/expected.ts';
import { allocateCases } from '../allocations.db.ts';
import { closeCases, proposeClosings } from '../closings.db.ts';
import { openCases } from '../opening.db.ts';
import { addActions, writePlans } from '../plans.db.ts';

export type Given = Below & {
  subject: Awaited<ReturnType<typeof subject>>;
  story: Awaited<ReturnType<typeof story>>;
};

const seesCases = aboutChildTo('cases.see');
const readsCases = aboutChildTo('cases.read');
const seesCaseload = { evolve_practitioner: open, evolve_manager: open, head_of_service: open };
const manages = { evolve_manager: open };

const onCaseOf = ofEach<Given>(
  (s) => ({ reference: s.case.reference, action: s.action, file: 'your-plan.pdf' }),
  (story) => ({ reference: story.case, action: story.action, file: 'your-plan.pdf' }),
);
const onDecision = ofEach<Given>(
  (s) => ({ subject: s.decided }),
  (story) => ({ subject: story.decided }),
);

const onCase = (a: With<Given>) => ({ ...onChild(a), caseId: a.s.case.id });
const notByWhoHoldsIt = ['kit', 'dev', 'helen'];
const allocationEnds = (a: With<Given>): Row => ({ ...onChild(a), allocationId: a.s.allocation, endedOn: TODAY });
const closure = (a: With<Given>): Row => ({
  ...{ ...onCase(a), proposalId: a.s.proposal, proposedBy: a.workers('lucia'), reason: 'MOVED_AREA' },
  ...{ levelAtClosing: 'MEDIUM', riskHeldBy: 'Elsewhere', closedOn: TODAY },
});

export const expected = expectations<Given>({
  // That there is a case, who holds it and the plan are seen with the child.
  pages: [
    pages('dev', nothing, { '/cases': seesCaseload, '/progress': seesCaseload }),
    pages('nadine', nothing, { '/cases/to-open': manages, '/closures': manages }),
    pages('dev', onCaseOf, {
      '/cases/:reference': whoeverIsWithTheChild,
      '/cases/:reference/direct-work': evolve,
      '/cases/:reference/contribution': evolve,
      '/cases/:reference/engagement': evolve,
      '/cases/:reference/plan': evolve,
      '/cases/:reference/plan/copy': evolve,
      '/cases/:reference/plan/copy/:file': evolve,
      '/cases/:reference/actions': evolve,
      '/cases/:reference/actions/:action': evolve,
      '/cases/:reference/progress': evolve,
      '/cases/:reference/feedback': evolve,
      '/cases/:reference/close': evolve,
    }),
    pages('nadine', onCaseOf, { '/cases/:reference/allocate': evolveManager }),
    pages('nadine', onDecision, { '/cases/open/:subject': evolveManager, '/cases/note/:subject': evolveManager }),
    pages(
      'colin',
      { ...onCaseOf, visited: (story) => ({ reference: story.closing }) },
      {
        '/closures/:reference': evolveManager,
      },
    ),
  ],

  tables: {
    evolve_case: {
      reads: seesCases,
      adds: ofTheTeams(
        'nadine',
        'openedBy',
        (a) => ({
          ...{ ...onChild(a), reference: 'E-FORGED', subjectId: a.s.decided, previousId: a.s.case.id },
          ...{ teamId: a.team('evolve'), lawfulBasis: 's17', openedOn: TODAY },
        }),
        {
          first: (a) => [['closure', { ...closure(a), closedBy: a.workers('colin') }]],
          refusedTo: [...notByWhoHoldsIt, 'gwen'],
        },
      ),
      letter: 'E',
    },
    open_case: { reads: seesCases },
    engagement: {
      reads: seesCases,
      adds: ofTheTeams('dev', 'recordedBy', (a) => ({ ...onCase(a), standing: 'child', onDay: TODAY })),
    },
    decision_noted: {
      reads: readsCases,
      adds: ofTheTeams('nadine', 'notedBy', (a) => ({
        ...{ ...onCase(a), subjectId: a.s.decided, takenOn: true, words: 'W', notedOn: TODAY },
      })),
      untold: true,
    },
    allocation: {
      reads: seesCases,
      adds: ofTheTeams(
        'nadine',
        'allocatedBy',
        (a) => {
          const to = { workerId: a.workers('lucia'), since: TODAY, reason: 'R' };
          return { ...onCase(a), replacesId: a.s.allocation, ...to };
        },
        {
          first: (a) => [['allocation_end', { ...allocationEnds(a), endedBy: a.workers('colin') }]],
          refusedTo: notByWhoHoldsIt,
        },
      ),
    },
    allocation_end: { reads: seesCases, adds: ofTheTeams('nadine', 'endedBy', allocationEnds) },
    direct_work: {
      reads: readsCases,
      adds: ofTheTeams('dev', 'workerId', (a) => ({
        ...{ ...onCase(a), onDay: TODAY, kind: 'visit', topic: 'T', words: 'W' },
      })),
    },
    contribution: {
      reads: readsCases,
      adds: ofTheTeams('dev', 'workerId', (a) => ({
        ...{ ...onCase(a), onDay: TODAY, towards: 's47', givenTo: 'G', words: 'W' },
      })),
    },
    safety_plan: {
      reads: seesCases,
      adds: ofTheTeams('dev', 'writtenBy', (a) => ({ ...onCase(a), version: 2, writtenOn: TODAY, sections: '{}' })),
    },
    plan_action: {
      reads: seesCases,
      adds: ofTheTeams(
        'dev',
        'addedBy',
        (a) => ({ ...onChild(a), planId: a.s.plan, what: 'W', who: 'W', dueOn: TODAY, addedOn: TODAY }),
        { mayBeAhead: ['dueOn'] },
      ),
    },
    plan_action_done: {
      reads: seesCases,
      adds: ofTheTeams('dev', 'recordedBy', (a) => ({
        ...{ ...onChild(a), actionId: a.s.action, became: 'done', doneOn: TODAY },
      })),
    },
    plan_copy: {
      reads: seesCases,
      adds: ofTheTeams('dev', 'recordedBy', (a) => ({
        ...{ ...onChild(a), planId: a.s.plan, givenOn: TODAY, format: 'PAPER', language: 'English' },
      })),
    },
    progress_note: {
      reads: readsCases,
      adds: ofTheTeams('dev', 'notedBy', (a) => ({ ...onCase(a), onDay: TODAY, words: 'W' })),
    },
    exit_feedback: {
      reads: readsCases,
      adds: ofTheTeams('dev', 'recordedBy', (a) => ({ ...onCase(a), offeredOn: TODAY, outcome: 'declined' })),
    },
    closure_proposal: {
      reads: readsCases,
      adds: ofTheTeams('dev', 'proposedBy', (a) => ({
        ...{ ...onCase(a), reason: 'MOVED_AREA', words: 'W', riskHeldBy: 'E', proposedOn: TODAY },
      })),
    },
    closure_declined: {
      reads: readsCases,
      adds: ofTheTeams('nadine', 'declinedBy', (a) => ({
        ...{ ...onChild(a), proposalId: a.s.proposal, reason: 'R', declinedOn: TODAY },
      })),
      untold: true,
    },
    closure: { reads: seesCases, adds: ofTheTeams('nadine', 'closedBy', closure) },
    'fact.case_closed': { reads: seesCases },
    'fact.caseload': { reads: seesCases },
    'fact.child_assessed': { reads: aboutChildTo('assessments.see') },
  },

  guard: {
    'guard.i_work_on(uuid)': ({ s }) => sql`guard.i_work_on(${s.case.id})`,
    'guard.can_hold(uuid,uuid,uuid)': ({ s, team, workers }) =>
      sql`guard.can_hold(${team('evolve')}, ${s.child.id}, ${workers('bartosz')})`,
    'guard.case_before(uuid)': ({ s }) => sql`guard.case_before(${s.child.id})`,
    'guard.closing_is_proven(uuid,text)': ({ s }) => sql`guard.closing_is_proven(${s.case.id}, 'MOVED_AREA')`,
    'guard.waits_for_evolve(uuid,uuid)': ({ s }) => sql`guard.waits_for_evolve(${s.decided}, ${s.child.id})`,
  },

  traces: (own) => ['/cases?whose=team', '/cases?whose=mine', '/cases?late=yes', `/cases/${own.case.reference}`],

  subject,
  story,
});

async function subject(test: TestHouse, how: Arranged, { child, first }: Below['subject']) {
  const [dev, lucia, colin] = [test.workerId('dev'), test.workerId('lucia'), test.workerId('colin')];
  const { openedOn, closedOn, team: teamId, holder: workerId } = how;
  const [childId, at] = [child.id, londonMoment(openedOn, '12:00')];
  return test.arrange(async (tx) => {
    const opening = { childId, subjectId: first, teamId, lawfulBasis: 's17', openedOn };
    const [one] = await openCases(tx, [{ ...opening, by: colin, at }]);
    if (!one) throw new Error('no case was opened');
    const on = { caseId: one.id, childId, at };
    await allocateCases(tx, [{ ...on, workerId, since: openedOn, reason: 'First', by: colin }]);
    const sections = { concerns: 'A debt', safePeopleAndPlaces: 'Her aunt' };
    const [plan = ''] = await writePlans(tx, [{ ...on, version: 1, writtenOn: openedOn, sections, by: dev }]);
    const due = { dueOn: plainDate('2024-02-01'), onCopy: true, addedOn: openedOn };
    const [action = ''] = await addActions(tx, [{ planId: plan, childId, what: 'W', who: 'W', ...due, by: dev, at }]);
    const why = { reason: 'MOVED_AREA' as const, words: 'Moved', riskHeldBy: 'Elsewhere' };
    const proposedOn = closedOn ?? plainDate('2024-01-29');
    const [proposal = ''] = await proposeClosings(tx, [{ ...on, ...why, proposedOn, by: lucia }]);
    const proposed = { ...why, proposalId: proposal, proposedBy: lucia };
    if (closedOn) await closeCases(tx, [{ ...on, ...proposed, level: 'MEDIUM', closedOn, by: colin }]);
    const { id: allocation } = await tx
      .selectFrom('allocation')
      .select('id')
      .where('caseId', '=', one.id)
      .executeTakeFirstOrThrow();
    return { case: one, plan, action, allocation, proposal };
  });
}

async function story(test: TestHouse, { child }: Below['story']) {
  return test.arrange(async (tx) => {
    const one = async (question: ReturnType<typeof sql<{ it: string }>>) => {
      const [first] = (await question.execute(tx)).rows;
      if (!first) throw new Error(`the story has none: ${question.compile(tx).sql}`);
      return first.it;
    };
    return {
      case: await one(sql`select e.reference it from evolve_case e join open_case o on o.case_id = e.id
        where e.child_id = ${child.id}`),
      action: await one(sql`select id it from plan_action where child_id = ${child.id}
        and id not in (select action_id from plan_action_done) order by id`),
      closing: await one(sql`select e.reference it from closure_proposal p join evolve_case e on e.id = p.case_id
        where e.id in (select case_id from open_case) order by e.reference`),
      decided: await one(sql`select subject_id it from waiting_for_evolve`),
    };
  });
}
