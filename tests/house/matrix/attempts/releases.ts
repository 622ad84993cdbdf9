import { NOW } from '../../../../src/platform/testing/house.ts';
import type { Named, Row } from '../adding.ts';
import { attack, RELEASE, release, summary, table } from '../releases.ts';
import type { Attempt, With } from './attempt.ts';

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
  release_summary: byTheAnalyst(summary),
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
