import { randomUUID } from 'node:crypto';
import { NOW, TODAY } from '../../../../src/platform/testing/house.ts';
import type { Row } from '../adding.ts';
import { type Attempt, allHidden, hiddenToManagers, ofTheTeams, type With } from './attempt.ts';

const [ASSESSMENT, EARLY] = [randomUUID(), randomUUID()];
const judged = { type: 'CCE', level: 'LOW', cce_level: 'LOW', cse_level: 'NONE', standing: 'at_risk' };
const assessment = ({ s }: With, author: string, id = randomUUID()): Row => ({
  id,
  reference: `A-${id.slice(0, 8)}`,
  child_id: s.child.id,
  kind: 'initial',
  draft_id: s.drafts.dev,
  instrument_code: 'throughline',
  instrument_version: 1,
  completed_on: TODAY,
  author_id: author,
  ...judged,
  recorded_at: NOW,
});
const early = ({ s }: With, by: string): Row => {
  const happened = { trigger: 'MISSING', words: 'Missing for two nights', happened_on: TODAY };
  return { id: EARLY, child_id: s.child.id, ...happened, asked_by: by, asked_at: NOW };
};

export const risk: Record<string, Attempt> = {
  assessment_draft: ofTheTeams(
    'dev',
    ({ s, me }) => ({
      child_id: s.child.id,
      author_id: me,
      kind: 'initial',
      instrument_code: 'throughline',
      instrument_version: 1,
      begun_at: NOW,
    }),
    'author_id',
  ),
  assessment_draft_section: {
    by: 'dev',
    row: ({ s }) => ({ draft_id: s.drafts.dev, section: 'context', answers: '{}', saved_at: NOW }),
    signed: [],
    refusedAbout: allHidden,
    refusedTo: ['kit', 'lucia', 'nadine'],
  },
  assessment_draft_set_aside: {
    by: 'dev',
    row: ({ s }) => ({ draft_id: s.drafts.dev, reason: 'R', set_aside_at: NOW }),
    signed: [],
    refusedAbout: allHidden,
    refusedTo: ['kit', 'lucia', 'nadine'],
  },
  assessment: ofTheTeams('dev', (a) => assessment(a, a.me), 'author_id'),
  indicator_answer: {
    by: 'dev',
    row: ({ s }) => ({ assessment_id: ASSESSMENT, child_id: s.child.id, indicator: 'A1', present: 'no' }),
    first: (a, owner) => [['assessment', assessment(a, owner, ASSESSMENT)]],
    signed: [],
    refusedAbout: allHidden,
    refusedTo: ['kit', 'lucia', 'nadine'],
  },
  authorisation: {
    by: 'nadine',
    row: ({ s, me, workers }) => ({
      assessment_id: s.waiting.id,
      child_id: s.child.id,
      author_id: workers('lucia'),
      authorised_by: me,
      authorised_on: TODAY,
      ...judged,
      recorded_at: NOW,
    }),
    signed: ['authorised_by'],
    refusedAbout: hiddenToManagers,
    refusedTo: ['kit', 'lucia', 'dev', 'helen'],
  },
  authorisation_correction: {
    by: 'nadine',
    row: ({ s, me, workers }) => ({
      assessment_id: s.authorised.id,
      child_id: s.child.id,
      author_id: workers('lucia'),
      version: 1,
      corrected_by: me,
      corrected_on: TODAY,
      ...judged,
      below_floor: false,
      reason: 'R',
      recorded_at: NOW,
    }),
    signed: ['corrected_by'],
    refusedAbout: hiddenToManagers,
    refusedTo: ['kit', 'lucia', 'dev', 'helen'],
  },
  assessment_returned: {
    by: 'nadine',
    row: ({ s, me, workers }) => ({
      assessment_id: s.waiting.id,
      child_id: s.child.id,
      author_id: workers('lucia'),
      returned_by: me,
      reason: 'R',
      returned_on: TODAY,
      recorded_at: NOW,
    }),
    signed: ['returned_by'],
    refusedAbout: hiddenToManagers,
    refusedTo: ['kit', 'lucia', 'dev', 'helen'],
  },
  early_review: ofTheTeams('dev', (a) => ({ ...early(a, a.me), id: randomUUID() }), 'asked_by'),
  early_review_answered: {
    by: 'dev',
    row: ({ s }) => ({ early_review_id: EARLY, child_id: s.child.id, assessment_id: ASSESSMENT }),
    first: (a, owner) => [
      ['early_review', early(a, owner)],
      ['assessment', assessment(a, owner, ASSESSMENT)],
    ],
    signed: [],
    refusedAbout: allHidden,
    refusedTo: ['kit', 'lucia', 'nadine'],
  },
};
