import { NOW, TODAY } from '../../../src/platform/testing/house.ts';
import type { Named, Row } from './adding.ts';

export const RELEASE = 'a0000000-0000-4000-8000-00000000000f';

export const release = (by: string): Row => ({
  id: RELEASE,
  reference: 'F-FORGED2',
  title: 'T',
  profile: 'public',
  period_from: '2023-01-01',
  period_to: '2023-12-31',
  as_at: TODAY,
  composed_by: by,
  composed_at: NOW,
});
export const summary: Row = { release_id: RELEASE, summary: ['S'] };
export const table: Row = { release_id: RELEASE, ordinal: 0, asked: 'assessments.type', words: '{}' };
export const attack = (findings = '[]'): Row => ({
  release_id: RELEASE,
  together_with: [],
  cells_attacked: 0,
  seconds: 0,
  findings,
  attacked_at: NOW,
});

/** What nobody outside reads: a release that waits, and one that was approved for the partnership alone. */
export function unreleased(by: string, approver: string): Named[] {
  const [waits, apart] = ['e', 'c'].map((end) => RELEASE.replace(/f$/, end));
  const whole = (id: string | undefined, more: Row): Named[] => [
    ['release', { ...release(by), id, ...more }],
    ['release_summary', { ...summary, release_id: id }],
    ['release_table', { ...table, release_id: id }],
    ['release_figure', { release_id: id, ordinal: 0, line: 0, place: 0, value: 7 }],
    ['release_attack', { ...attack(), release_id: id }],
  ];
  return [
    ...whole(waits, { reference: 'F-FORGED3' }),
    ...whole(apart, { reference: 'F-FORGED4', profile: 'partnership' }),
    ['release_approval', { release_id: apart, approved_by: approver, approved_at: NOW }],
  ];
}

/** A release that stands, for the pages about it. */
export function released(reference: string, by: string, approver: string): { reference: string; rows: Named[] } {
  const id = RELEASE.replace(/f$/, 'd');
  const words = {
    id: 'assessments.type',
    title: 'T',
    unit: 'assessments',
    definition: 'D',
    exclusions: 'E',
    owner: 'O',
  };
  return {
    reference,
    rows: [
      ['release', { ...release(by), id, reference }],
      ['release_summary', { ...summary, release_id: id }],
      [
        'release_table',
        {
          ...{ ...table, release_id: id },
          words: JSON.stringify({
            ...words,
            over: 'P',
            rowsAre: 'R',
            columns: ['Assessments'],
            lines: ['All'],
            notes: [],
          }),
        },
      ],
      ['release_figure', { release_id: id, ordinal: 0, line: 0, place: 0, value: 7 }],
      ['release_attack', { ...attack(), release_id: id }],
      ['release_approval', { release_id: id, approved_by: approver, approved_at: NOW }],
    ],
  };
}
