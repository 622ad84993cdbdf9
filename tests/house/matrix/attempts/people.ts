import { randomUUID } from 'node:crypto';
import { NOW } from '../../../../src/platform/testing/house.ts';
import type { Row } from '../adding.ts';
import { type Attempt, itself, ofTheirOwn, onChild, recorded, type With } from './attempt.ts';

const SAID = randomUUID();
const said = ({ s, also }: With, by: string): Row => {
  const [left_id, right_id] = [s.child.id, also].toSorted();
  return { left_id, right_id, same: true, reason: 'R', said_by: by, said_at: NOW };
};
/** Whoever works a sweep’s list speaks of everybody not closed to them. */
const bySweepers = {
  by: 'gwen',
  refusedAbout: ['restricted', 'excluded'],
  refusedTo: ['kit', 'bartosz', 'ilinca'],
} as const;

export const people: Record<string, Attempt> = {
  child: itself('asha', ({ me }) => ({ reference: 'C-FORGED', ...recorded(me) }), ['recorded_by']),
  child_detail: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), version: 9, sex: 'F', ethnicity: 'NOBT', reason: 'R' })),
  child_alias: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), given_names: 'A', family_name: 'B', kind: 'known_as' })),
  child_identifier: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), kind: 'UPN', value: 'A123456789012' })),
  child_address: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), address: '1 Low Road' })),
  child_school: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), school: 'Thornholme Academy' })),
  child_adult: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), name: 'A', relationship: 'Aunt' })),
  pair_said: { ...bySweepers, row: (a) => said(a, a.me), signed: ['said_by'] },
  pair_undone: {
    ...bySweepers,
    first: (a, owner) => [['pair_said', { id: SAID, ...said(a, owner) }]],
    row: ({ me }) => ({ said_id: SAID, reason: 'R', undone_by: me, undone_at: NOW }),
    signed: ['undone_by'],
  },
  sweep: {
    ...itself('gwen', ({ me }) => ({ started_by: me, started_at: NOW }), ['started_by']),
    refusedTo: ['kit', 'asha', 'ilinca'],
  },
  kinship: ofTheirOwn('bartosz', (a) => ({ ...onChild(a), other_id: a.also, relation: 'sibling' })),
};
