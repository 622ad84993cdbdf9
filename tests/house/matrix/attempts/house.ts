import { randomUUID } from 'node:crypto';
import { NOW } from '../../../../src/platform/testing/house.ts';
import { type Attempt, itself } from './attempt.ts';

export const house: Record<string, Attempt> = {
  audit_entry: {
    ...itself('dev', ({ me }) => ({ actor: me, worker_id: me, kind: 'look', act: 'a', subject: '/' }), [
      'actor',
      'worker_id',
    ]),
    refusedTo: [],
  },
  submission: {
    ...itself('dev', ({ me }) => ({ once: randomUUID(), worker_id: me, went_to: '/' }), ['worker_id']),
    refusedTo: [],
  },
  restriction: itself(
    'seun',
    ({ s, me, workers }) => ({
      child_id: s.child.id,
      reason: 'A relative',
      contact_id: workers('nadine'),
      restricted_by: me,
      restricted_at: NOW,
    }),
    ['restricted_by'],
  ),
  restriction_allowed: itself(
    'seun',
    ({ papers, me, workers }) => ({
      restriction_id: papers.restriction.inForce,
      worker_id: workers('dev'),
      allowed_by: me,
      allowed_at: NOW,
    }),
    ['allowed_by'],
  ),
  restriction_lifted: itself(
    'seun',
    ({ papers, me }) => ({ restriction_id: papers.restriction.inForce, reason: 'R', lifted_by: me, lifted_at: NOW }),
    ['lifted_by'],
  ),
  exclusion: itself(
    'seun',
    ({ s, me, workers }) => ({
      child_id: s.child.id,
      worker_id: workers('dev'),
      reason: 'A neighbour',
      excluded_by: me,
      excluded_at: NOW,
    }),
    ['excluded_by'],
  ),
  exclusion_lifted: itself(
    'seun',
    ({ papers, me }) => ({ exclusion_id: papers.exclusion.inForce, reason: 'R', lifted_by: me, lifted_at: NOW }),
    ['lifted_by'],
  ),
  break_glass: {
    by: 'meilin',
    row: ({ s, me }) => ({ worker_id: me, child_id: s.child.id, reason: 'Brought to the station' }),
    signed: ['worker_id'],
    refusedAbout: ['restricted', 'excluded'],
  },
  break_glass_review: {
    ...itself(
      'seun',
      ({ papers, me, workers }) => ({
        break_glass_id: papers.opening.waits,
        opened_by: workers('karim'),
        reviewed_by: me,
        finding: 'justified',
        note: 'N',
      }),
      ['reviewed_by'],
    ),
    refusedTo: ['kit', 'karim', 'nadine'],
  },
};
