import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { plainDate } from '../../platform/kernel/index.ts';
import { ofTheManagers, ofTheTeams, onChild } from '../../platform/testing/attempts.ts';
import {
  type Arranged,
  type Ask,
  aboutChildTo,
  child,
  expectations,
  me,
  means,
  nothing,
  ofEach,
  pages,
  type With,
} from '../../platform/testing/expected.ts';
import { NOW, type TestHouse, TODAY } from '../../platform/testing/house.ts';
import { evolve, evolveManager, open, whoeverWorksOn } from '../../platform/testing/needs.ts';
import type { Row } from '../../platform/testing/rows.ts';
import type { Visitor } from '../../platform/testing/visitor.ts';
import type { Given as Below } from '../../referrals/testing/expected.ts';
import { answer } from '../../referrals/testing/write.ts';
import { arrangeAssessment } from './assessments.ts';

export type Given = Below & {
  subject: Awaited<ReturnType<typeof subject>>;
  facts: Awaited<ReturnType<typeof facts>>;
  story: Awaited<ReturnType<typeof story>>;
};

const onChildOf = ofEach<Given>(
  (s) => ({ reference: s.child.reference, domain: 'A' }),
  ({ child }) => ({ reference: child.reference, domain: 'A' }),
);
const onWaiting = ofEach<Given>(
  (s) => ({ reference: s.waiting.reference }),
  ({ waiting }) => ({ reference: waiting }),
);
const onAuthorised = ofEach<Given>(
  (s) => ({ reference: s.authorised.reference }),
  ({ authorised }) => ({ reference: authorised }),
);

const [ASSESSMENT, EARLY] = [randomUUID(), randomUUID()];
const judged = { type: 'CCE', level: 'LOW', cceLevel: 'LOW', cseLevel: 'NONE', standing: 'at_risk' };
const ofDev = { refusedTo: ['kit', 'lucia', 'nadine'] };
const notByTheAuthor = { refusedTo: ['kit', 'lucia', 'dev', 'helen'] };
const withInstrument = { kind: 'initial', instrumentCode: 'throughline', instrumentVersion: 1 };
const assessment = (a: With<Given>, id = randomUUID()): Row => ({
  ...{ ...onChild(a), id, reference: `A-${id.slice(0, 8)}`, ...withInstrument, draftId: a.s.drafts.dev },
  ...{ completedOn: TODAY, ...judged },
});
const early = ({ s }: With<Given>, id = randomUUID()): Row => ({
  ...{
    id,
    childId: s.child.id,
    trigger: 'MISSING',
    words: 'Missing for two nights',
    happenedOn: TODAY,
    askedAt: NOW,
  },
});
/** Of an assessment that Lucia wrote, by a manager. */
const settled = (a: With<Given>, id: string): Row => ({
  ...{ ...onChild(a), assessmentId: id, authorId: a.workers('lucia') },
});

/** Belongs to a draft of the reader’s. */
const ofMyDraft = means<Given>('draft', (value, { worker, facts }) => facts.assessmentDrafts.get(value) === worker);

const seesAssessments = aboutChildTo('assessments.see');

export const expected = expectations<Given>({
  pages: [
    pages('dev', nothing, {
      '/assessments/unfinished': { evolve_practitioner: open, evolve_manager: open },
      '/assessments/blank': { evolve_practitioner: open, evolve_manager: open },
    }),
    pages('nadine', nothing, { '/assessments/waiting': { evolve_manager: open } }),
    pages('dev', onChildOf, {
      '/children/:reference/assessments': whoeverWorksOn,
      '/children/:reference/early-review': whoeverWorksOn,
      '/children/:reference/assess': evolve,
      '/children/:reference/assess/evidence/:domain': evolve,
      '/children/:reference/assess/context': evolve,
      '/children/:reference/assess/voice': evolve,
      '/children/:reference/assess/judgement': evolve,
      '/children/:reference/assess/suggestion': evolve,
      '/children/:reference/assess/complete': evolve,
      '/children/:reference/assess/set-aside': evolve,
    }),
    pages(
      'dev',
      { ...onWaiting, visited: ({ authorised }) => ({ reference: authorised }) },
      {
        '/assessments/:reference': whoeverWorksOn,
      },
    ),
    pages('nadine', onWaiting, {
      '/assessments/:reference/authorise': evolveManager,
      '/assessments/:reference/return': evolveManager,
    }),
    pages('nadine', onAuthorised, { '/assessments/:reference/correct': evolveManager }),
  ],

  tables: {
    assessment_draft: {
      reads: { childId: child, authorId: me },
      adds: ofTheTeams('dev', 'authorId', ({ s }) => ({ childId: s.child.id, ...withInstrument, begunAt: NOW })),
    },
    assessment_draft_section: {
      reads: { draftId: ofMyDraft },
      adds: ofTheTeams(
        'dev',
        [],
        ({ s }) => ({ draftId: s.drafts.dev, section: 'context', answers: '{}', savedAt: NOW }),
        ofDev,
      ),
      untold: true,
    },
    assessment_draft_set_aside: {
      reads: { draftId: ofMyDraft },
      adds: ofTheTeams('dev', [], ({ s }) => ({ draftId: s.drafts.dev, reason: 'R', setAsideAt: NOW }), ofDev),
      untold: true,
    },
    assessment: { reads: seesAssessments, adds: ofTheTeams('dev', 'authorId', (a) => assessment(a)), letter: 'A' },
    indicator_answer: {
      reads: seesAssessments,
      adds: ofTheTeams(
        'dev',
        [],
        ({ s }) => ({ assessmentId: ASSESSMENT, childId: s.child.id, indicator: 'A1', present: 'no' }),
        { ...ofDev, first: (a, owner) => [['assessment', { ...assessment(a, ASSESSMENT), authorId: owner }]] },
      ),
    },
    authorisation: {
      reads: seesAssessments,
      adds: ofTheManagers(
        'nadine',
        'authorisedBy',
        (a) => ({ ...settled(a, a.s.waiting.id), authorisedOn: TODAY, ...judged }),
        notByTheAuthor,
      ),
    },
    authorisation_correction: {
      reads: seesAssessments,
      adds: ofTheManagers(
        'nadine',
        'correctedBy',
        (a) => {
          const corrected = { version: 1, correctedOn: TODAY, belowFloor: false, reason: 'R' };
          return { ...settled(a, a.s.authorised.id), ...judged, ...corrected };
        },
        notByTheAuthor,
      ),
      untold: true,
    },
    assessment_returned: {
      reads: seesAssessments,
      adds: ofTheManagers(
        'nadine',
        'returnedBy',
        (a) => ({ ...settled(a, a.s.waiting.id), reason: 'R', returnedOn: TODAY }),
        notByTheAuthor,
      ),
      untold: true,
    },
    early_review: { reads: seesAssessments, adds: ofTheTeams('dev', 'askedBy', (a) => early(a)), untold: true },
    early_review_answered: {
      reads: seesAssessments,
      adds: ofTheTeams(
        'dev',
        [],
        ({ s }) => ({ earlyReviewId: EARLY, childId: s.child.id, assessmentId: ASSESSMENT }),
        {
          ...ofDev,
          first: (a, owner) => [
            ['early_review', { ...early(a, EARLY), askedBy: owner }],
            ['assessment', { ...assessment(a, ASSESSMENT), authorId: owner }],
          ],
        },
      ),
      untold: true,
    },
    'fact.assessment_completed': { reads: seesAssessments },
  },

  guard: { 'guard.levels_heard(uuid)': ({ s }) => sql`guard.levels_heard(${s.child.id})` },

  subject,
  facts,
  story,
});

/** One that Lucia wrote and Colin authorised, one that waits, and what Dev and Nadine have begun. */
async function subject(test: TestHouse, _how: Arranged, { child }: Below['subject']) {
  const on = { first: plainDate('2023-03-20'), second: plainDate('2023-06-12') };
  const authorised = await arrangeAssessment(test, child, { by: 'lucia', on: on.first, authorisedBy: 'colin' });
  const waiting = await arrangeAssessment(test, child, { by: 'lucia', on: on.second, previous: authorised.id });
  const drafts = { dev: randomUUID(), nadine: randomUUID() };
  const begun = { childId: child.id, ...withInstrument, begunAt: NOW };
  await test.arrange((tx) =>
    tx
      .insertInto('assessment_draft')
      .values(Object.entries(drafts).map(([key, id]) => ({ ...begun, id, authorId: test.workerId(key) })))
      .execute(),
  );
  return { authorised, waiting, drafts };
}

async function facts(ask: Ask) {
  const drafts = await ask(sql<{ id: string; author: string }>`select id, author_id author from assessment_draft`);
  return { assessmentDrafts: new Map(drafts.map(({ id, author }) => [id, author])) };
}

async function story(test: TestHouse, { child }: Below['story'], meet: (key: string) => Promise<Visitor>) {
  await answer(await meet('dev'), `/children/${child.reference}/assess`, { way: 'review' });
  return test.arrange(async (tx) => {
    const authorised = await tx
      .selectFrom('assessment')
      .select('reference')
      .where('childId', '=', child.id)
      .where('id', 'in', (of) => of.selectFrom('authorisation').select('assessmentId'))
      .orderBy('completedOn', 'desc')
      .executeTakeFirstOrThrow();
    const waiting = await tx
      .selectFrom('assessment')
      .select('reference')
      .where('id', 'not in', (of) => of.selectFrom('authorisation').select('assessmentId'))
      .orderBy('reference')
      .executeTakeFirstOrThrow();
    return { authorised: authorised.reference, waiting: waiting.reference };
  });
}
