import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { plainDate } from '../../platform/kernel/index.ts';
import { ofTheManagers, ofTheTeams, onChild } from '../../platform/testing/attempts.ts';
import {
  type Arranged,
  type Ask,
  aboutChild,
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
const judged = { type: 'CCE', level: 'LOW', cce_level: 'LOW', cse_level: 'NONE', standing: 'at_risk' };
const ofDev = { refusedTo: ['kit', 'lucia', 'nadine'] };
const notByTheAuthor = { refusedTo: ['kit', 'lucia', 'dev', 'helen'] };
const withInstrument = { kind: 'initial', instrument_code: 'throughline', instrument_version: 1 };
const assessment = (a: With<Given>, id = randomUUID()): Row => ({
  ...{ ...onChild(a), id, reference: `A-${id.slice(0, 8)}`, ...withInstrument, draft_id: a.s.drafts.dev },
  ...{ completed_on: TODAY, ...judged },
});
const early = ({ s }: With<Given>, id = randomUUID()): Row => ({
  ...{
    id,
    child_id: s.child.id,
    trigger: 'MISSING',
    words: 'Missing for two nights',
    happened_on: TODAY,
    asked_at: NOW,
  },
});
/** Of an assessment that Lucia wrote, by a manager. */
const settled = (a: With<Given>, id: string): Row => ({
  ...{ ...onChild(a), assessment_id: id, author_id: a.workers('lucia') },
});

/** Belongs to a draft of the reader’s. */
const ofMyDraft = means<Given>('draft', (value, { worker, facts }) => facts.assessmentDrafts.get(value) === worker);

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
      reads: { child_id: child, author_id: me },
      adds: ofTheTeams('dev', 'author_id', ({ s }) => ({ child_id: s.child.id, ...withInstrument, begun_at: NOW })),
    },
    assessment_draft_section: {
      reads: { draft_id: ofMyDraft },
      adds: ofTheTeams(
        'dev',
        [],
        ({ s }) => ({ draft_id: s.drafts.dev, section: 'context', answers: '{}', saved_at: NOW }),
        ofDev,
      ),
      untold: true,
    },
    assessment_draft_set_aside: {
      reads: { draft_id: ofMyDraft },
      adds: ofTheTeams('dev', [], ({ s }) => ({ draft_id: s.drafts.dev, reason: 'R', set_aside_at: NOW }), ofDev),
      untold: true,
    },
    assessment: { reads: aboutChild, adds: ofTheTeams('dev', 'author_id', (a) => assessment(a)), letter: 'A' },
    indicator_answer: {
      reads: aboutChild,
      adds: ofTheTeams(
        'dev',
        [],
        ({ s }) => ({ assessment_id: ASSESSMENT, child_id: s.child.id, indicator: 'A1', present: 'no' }),
        { ...ofDev, first: (a, owner) => [['assessment', { ...assessment(a, ASSESSMENT), author_id: owner }]] },
      ),
    },
    authorisation: {
      reads: aboutChild,
      adds: ofTheManagers(
        'nadine',
        'authorised_by',
        (a) => ({ ...settled(a, a.s.waiting.id), authorised_on: TODAY, ...judged }),
        notByTheAuthor,
      ),
    },
    authorisation_correction: {
      reads: aboutChild,
      adds: ofTheManagers(
        'nadine',
        'corrected_by',
        (a) => {
          const corrected = { version: 1, corrected_on: TODAY, below_floor: false, reason: 'R' };
          return { ...settled(a, a.s.authorised.id), ...judged, ...corrected };
        },
        notByTheAuthor,
      ),
      untold: true,
    },
    assessment_returned: {
      reads: aboutChild,
      adds: ofTheManagers(
        'nadine',
        'returned_by',
        (a) => ({ ...settled(a, a.s.waiting.id), reason: 'R', returned_on: TODAY }),
        notByTheAuthor,
      ),
      untold: true,
    },
    early_review: { reads: aboutChild, adds: ofTheTeams('dev', 'asked_by', (a) => early(a)), untold: true },
    early_review_answered: {
      reads: aboutChild,
      adds: ofTheTeams(
        'dev',
        [],
        ({ s }) => ({ early_review_id: EARLY, child_id: s.child.id, assessment_id: ASSESSMENT }),
        {
          ...ofDev,
          first: (a, owner) => [
            ['early_review', { ...early(a, EARLY), asked_by: owner }],
            ['assessment', { ...assessment(a, ASSESSMENT), author_id: owner }],
          ],
        },
      ),
      untold: true,
    },
    'fact.assessment_completed': { reads: aboutChild },
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
  const begun = { child_id: child.id, ...withInstrument, begun_at: NOW };
  await test.arrange((tx) =>
    tx
      .insertInto('assessment_draft')
      .values(Object.entries(drafts).map(([key, id]) => ({ ...begun, id, author_id: test.workerId(key) })))
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
      .where('child_id', '=', child.id)
      .where('id', 'in', (of) => of.selectFrom('authorisation').select('assessment_id'))
      .orderBy('completed_on', 'desc')
      .executeTakeFirstOrThrow();
    const waiting = await tx
      .selectFrom('assessment')
      .select('reference')
      .where('id', 'not in', (of) => of.selectFrom('authorisation').select('assessment_id'))
      .orderBy('reference')
      .executeTakeFirstOrThrow();
    return { authorised: authorised.reference, waiting: waiting.reference };
  });
}
