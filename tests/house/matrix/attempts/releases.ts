import { NOW, TODAY } from '../../../../src/platform/testing/house.ts';
import type { Attempt, Named, Row, With } from './attempt.ts';

const RELEASE = 'a0000000-0000-4000-8000-00000000000f';

const release = (by: string): Row => ({
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
const table: Row = { release_id: RELEASE, ordinal: 0, asked: 'assessments.type', words: '{}' };
const attack = (findings = '[]'): Row => ({
  release_id: RELEASE,
  together_with: [],
  cells_attacked: 0,
  seconds: 0,
  findings,
  attacked_at: NOW,
});

/** Those who see no figures, see them only, or approve them. */
const others = ['kit', 'ben', 'dev', 'asha', 'seun', 'gwen', 'helen', 'nadine'];
const byTheAnalyst = (row: Row, ...before: Named[]): Attempt => ({
  by: 'ilinca',
  row: () => row,
  first: (_, owner) => [['release', release(owner)], ...before],
  signed: [],
  refusedAbout: [],
  refusedTo: others,
});

/** Of what an analyst composed, and the attack found nothing in: by another, who approves figures. */
const byAnother = (row: (a: With) => Row, signed: string, ...before: Named[]): Attempt => ({
  by: 'helen',
  row,
  first: (a) => [['release', release(a.workers('ilinca'))], ['release_attack', attack()], ...before],
  signed: [signed],
  refusedAbout: [],
  refusedTo: ['ilinca', 'kit', 'ben', 'dev', 'asha', 'seun', 'gwen'],
});

export const releases: Record<string, Attempt> = {
  release: {
    by: 'ilinca',
    row: ({ me }) => release(me),
    signed: ['composed_by'],
    refusedAbout: [],
    refusedTo: others,
  },
  release_table: byTheAnalyst(table),
  release_figure: byTheAnalyst({ release_id: RELEASE, ordinal: 0, line: 0, place: 0, value: 7 }, [
    'release_table',
    table,
  ]),
  release_record: byTheAnalyst({
    ...{ release_id: RELEASE, kind: 'assessments', record_key: '1', child_key: '1', attributes: '{}' },
  }),
  release_attack: byTheAnalyst(attack()),
  release_approval: byAnother(({ me }) => ({ release_id: RELEASE, approved_by: me, approved_at: NOW }), 'approved_by'),
  release_declined: byAnother(
    ({ me }) => ({ release_id: RELEASE, reason: 'R', declined_by: me, declined_at: NOW }),
    'declined_by',
  ),
  release_withdrawn: {
    ...byAnother(
      ({ me }) => ({ release_id: RELEASE, reason: 'R', withdrawn_by: me, withdrawn_at: NOW }),
      'withdrawn_by',
    ),
    first: (a) => [
      ['release', release(a.workers('ilinca'))],
      ['release_attack', attack()],
      ['release_approval', { release_id: RELEASE, approved_by: a.workers('nadine'), approved_at: NOW }],
    ],
  },
};

/** What nobody outside reads: a release that waits, and one that was approved for the partnership alone. */
export function unreleased(by: string, approver: string): Named[] {
  const [waits, apart] = ['e', 'c'].map((end) => RELEASE.replace(/f$/, end));
  const whole = (id: string | undefined, more: Row): Named[] => [
    ['release', { ...release(by), id, ...more }],
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
