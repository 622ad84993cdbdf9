import { NOW, TODAY } from '../../../../src/platform/testing/house.ts';
import type { Row } from '../adding.ts';
import { type Attempt, allHidden, ofTheTeams, onCase, onChild, recorded, type With } from './attempt.ts';

const closure = (a: With, by: string): Row => ({
  ...onCase(a),
  proposal_id: a.s.proposal,
  proposed_by: a.workers('lucia'),
  reason: 'MOVED_AREA',
  level_at_closing: 'MEDIUM',
  risk_held_by: 'Elsewhere',
  closed_on: TODAY,
  closed_by: by,
});

export const casework: Record<string, Attempt> = {
  evolve_case: {
    by: 'nadine',
    row: ({ s, me, team }) => ({
      reference: 'E-FORGED',
      child_id: s.child.id,
      subject_id: s.decided,
      previous_id: s.case.id,
      team_id: team('evolve'),
      lawful_basis: 's17',
      opened_on: TODAY,
      opened_by: me,
      recorded_at: NOW,
    }),
    first: (a) => [['closure', closure(a, a.workers('colin'))]],
    signed: ['opened_by'],
    refusedAbout: allHidden,
    refusedTo: ['kit', 'dev', 'helen', 'gwen'],
  },
  decision_noted: ofTheTeams(
    'nadine',
    (a) => ({
      ...onCase(a),
      subject_id: a.s.decided,
      taken_on: true,
      words: 'W',
      noted_on: TODAY,
      noted_by: a.me,
    }),
    'noted_by',
  ),
  engagement: ofTheTeams(
    'dev',
    (a) => ({ ...onCase(a), standing: 'child', on_day: TODAY, ...recorded(a.me) }),
    'recorded_by',
  ),
  allocation: {
    by: 'nadine',
    row: (a) => ({
      ...onCase(a),
      replaces_id: a.s.allocation,
      worker_id: a.workers('lucia'),
      since: TODAY,
      reason: 'R',
      allocated_by: a.me,
    }),
    first: (a) => [
      [
        'allocation_end',
        {
          allocation_id: a.s.allocation,
          child_id: a.s.child.id,
          ended_on: TODAY,
          ended_by: a.workers('colin'),
          recorded_at: NOW,
        },
      ],
    ],
    signed: ['allocated_by'],
    refusedAbout: allHidden,
    refusedTo: ['kit', 'dev', 'helen'],
  },
  allocation_end: ofTheTeams(
    'nadine',
    ({ s, me }) => ({
      allocation_id: s.allocation,
      child_id: s.child.id,
      ended_on: TODAY,
      ended_by: me,
      recorded_at: NOW,
    }),
    'ended_by',
  ),
  direct_work: ofTheTeams(
    'dev',
    (a) => ({ ...onCase(a), on_day: TODAY, kind: 'visit', topic: 'T', words: 'W', worker_id: a.me }),
    'worker_id',
  ),
  contribution: ofTheTeams(
    'dev',
    (a) => ({ ...onCase(a), on_day: TODAY, towards: 's47', given_to: 'G', words: 'W', worker_id: a.me }),
    'worker_id',
  ),
  safety_plan: ofTheTeams(
    'dev',
    (a) => ({ ...onCase(a), version: 2, written_on: TODAY, sections: '{}', written_by: a.me }),
    'written_by',
  ),
  plan_action: ofTheTeams(
    'dev',
    ({ s, me }) => {
      const added = { added_on: TODAY, added_by: me, recorded_at: NOW };
      return { plan_id: s.plan, child_id: s.child.id, what: 'W', who: 'W', due_on: TODAY, ...added };
    },
    'added_by',
  ),
  plan_action_done: ofTheTeams(
    'dev',
    (a) => ({ ...onChild(a), action_id: a.s.action, became: 'done', done_on: TODAY }),
    'recorded_by',
  ),
  plan_copy: ofTheTeams(
    'dev',
    (a) => ({ ...onChild(a), plan_id: a.s.plan, given_on: TODAY, format: 'PAPER', language: 'English' }),
    'recorded_by',
  ),
  progress_note: ofTheTeams('dev', (a) => ({ ...onCase(a), on_day: TODAY, words: 'W', noted_by: a.me }), 'noted_by'),
  exit_feedback: ofTheTeams(
    'dev',
    (a) => ({ ...onCase(a), offered_on: TODAY, outcome: 'declined', recorded_by: a.me }),
    'recorded_by',
  ),
  closure_proposal: ofTheTeams(
    'dev',
    (a) => ({
      ...onCase(a),
      reason: 'MOVED_AREA',
      words: 'W',
      risk_held_by: 'E',
      proposed_on: TODAY,
      proposed_by: a.me,
    }),
    'proposed_by',
  ),
  closure_declined: ofTheTeams(
    'nadine',
    ({ s, me }) => ({
      proposal_id: s.proposal,
      child_id: s.child.id,
      reason: 'R',
      declined_by: me,
      declined_on: TODAY,
      recorded_at: NOW,
    }),
    'declined_by',
  ),
  closure: ofTheTeams('nadine', (a) => closure(a, a.me), 'closed_by'),
};
