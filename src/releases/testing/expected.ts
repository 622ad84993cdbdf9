import { sql } from 'kysely';
import { itself } from '../../platform/testing/attempts.ts';
import {
  type Ask,
  expectations,
  type Given as Ground,
  means,
  NOBODY,
  nothing,
  type Place,
  pages,
  type With,
  whoMay,
} from '../../platform/testing/expected.ts';
import { NOW, type TestHouse, TODAY } from '../../platform/testing/house.ts';
import { open, seesFigures } from '../../platform/testing/needs.ts';
import { insert, type Row, type RowOf } from '../../platform/testing/rows.ts';
import type { Visitor } from '../../platform/testing/visitor.ts';
import { answer } from '../../referrals/testing/write.ts';
import type { TableWords } from '../layout.ts';

export type Given = Ground & {
  papers: Awaited<ReturnType<typeof papers>>;
  facts: Awaited<ReturnType<typeof facts>>;
  story: Awaited<ReturnType<typeof story>>;
};

const analyst = { performance_analyst: open };
const countsEverybody = { ...nothing, countsEverybody: true } as const;
const onRelease: Place<Given> = {
  fill: ({ papers: { release } }) => ({ [NOBODY]: { reference: release, file: `${release}.csv` } }),
  visited: ({ release }) => ({ reference: release, file: `${release}.csv` }),
};

const seesAny = whoMay('figures.see');
/** Read by those who see figures, and by everybody once it is published. */
const listing = means<Given>(
  'listing',
  (value, { facts }) => facts.permissions.has('figures.see') || facts.listed.has(value),
);
/** The same, until it is withdrawn. */
const published = means<Given>(
  'published',
  (value, { facts }) => facts.permissions.has('figures.see') || facts.published.has(value),
);
const ofFigures = 'tells of figures, which releases.access.test.ts asks for as everybody';

const RELEASE = 'a0000000-0000-4000-8000-00000000000f';
const release = (by: string): Row => ({
  ...{ id: RELEASE, reference: 'F-FORGED2', title: 'T', profile: 'public', asAt: TODAY },
  ...{ periodFrom: '2023-01-01', periodTo: '2023-12-31', composedBy: by, composedAt: NOW },
});
const summary: Row = { releaseId: RELEASE, summary: ['S'] };
const table: Row = { releaseId: RELEASE, ordinal: 0, asked: 'assessments.type', words: '{}' };
const figure: Row = { releaseId: RELEASE, ordinal: 0, line: 0, place: 0, value: 7 };
const attack: Row = {
  ...{ releaseId: RELEASE, togetherWith: [], cellsAttacked: 0, seconds: 0, findings: '[]', attackedAt: NOW },
};
const approval = (by: string): Row => ({ releaseId: RELEASE, approvedBy: by, approvedAt: NOW });

/** Those who see no figures, see them only, or approve them. */
const allOthers = ['kit', 'ben', 'dev', 'asha', 'seun', 'gwen', 'helen', 'nadine'];
const byTheAnalyst = (row: Row, ...before: RowOf[]) =>
  itself<Given>('ilinca', [], () => row, {
    first: (_, owner) => [['release', release(owner)], ...before],
    refusedTo: allOthers,
  });
/** Of what an analyst composed, and the attack found nothing in: by another, who approves figures. */
const byAnother = (signed: string, row: Row, before: (a: With) => RowOf[] = () => []) =>
  itself<Given>('helen', signed, () => ({ releaseId: RELEASE, ...row }), {
    first: (a) => [['release', release(a.workers('ilinca'))], ['release_attack', attack], ...before(a)],
    refusedTo: ['ilinca', 'kit', 'ben', 'dev', 'asha', 'seun', 'gwen'],
  });

export const expected = expectations<Given>({
  pages: [
    pages('ilinca', nothing, {
      '/check-figures': { performance_analyst: open, governance_advisor: open },
      '/releases': seesFigures,
    }),
    pages('ilinca', countsEverybody, { '/releases/compose': analyst, '/answers/new': analyst }),
    pages('helen', onRelease, {
      '/releases/:reference': seesFigures,
      '/releases/:reference/paper': seesFigures,
      '/releases/:reference/files/:file': seesFigures,
      '/releases/:reference/withdraw': { head_of_service: open, evolve_manager: open },
    }),
  ],

  tables: {
    release: {
      reads: { id: listing },
      adds: itself('ilinca', 'composedBy', ({ me }) => release(me), {
        refusedTo: allOthers,
        // A period that is not over yet is counted as it stands.
        mayBeAhead: ['periodFrom', 'periodTo'],
      }),
      untold: true,
    },
    release_summary: { reads: { releaseId: published }, adds: byTheAnalyst(summary), untold: true },
    release_table: { reads: { releaseId: published }, adds: byTheAnalyst(table), untold: true },
    release_figure: {
      reads: { releaseId: published },
      adds: byTheAnalyst(figure, ['release_table', table]),
      untold: true,
    },
    release_record: {
      adds: byTheAnalyst({
        ...{ releaseId: RELEASE, kind: 'assessments', recordKey: '1', childKey: '1', attributes: '{}' },
      }),
    },
    release_attack: { reads: { releaseId: seesAny }, adds: byTheAnalyst(attack) },
    release_approval: { reads: { releaseId: listing }, adds: byAnother('approvedBy', { approvedAt: NOW }) },
    release_declined: {
      reads: { releaseId: seesAny },
      adds: byAnother('declinedBy', { reason: 'R', declinedAt: NOW }),
      untold: true,
    },
    release_withdrawn: {
      reads: { releaseId: listing },
      adds: byAnother('withdrawnBy', { reason: 'R', withdrawnAt: NOW }, (a) => [
        ['release_approval', approval(a.workers('nadine'))],
      ]),
      untold: true,
    },
  },

  guard: {
    'guard.is_released(uuid)': ofFigures,
    'guard.is_published(uuid)': ofFigures,
    'guard.may_read_release(uuid)': ofFigures,
    'guard.may_read_figures(uuid)': ofFigures,
    'guard.i_am_composing(uuid)': ofFigures,
    'guard.may_settle(uuid)': ofFigures,
    'guard.attacked_apart(uuid)': ofFigures,
    'guard.withstood_attack(uuid)': ofFigures,
    'guard.release_records(uuid)': ofFigures,
    'guard.release_changes(uuid,jsonb)': ofFigures,
  },

  papers,
  facts,
  story,
});

const WORDS: TableWords = {
  ...{ id: 'assessments.type', title: 'T', unit: 'assessments', definition: 'D', exclusions: 'E', owner: 'O' },
  ...{ over: 'P', rowsAre: 'R', columns: ['Assessments'], lines: ['All'], notes: [] },
};

/** A release that stands, for the pages about it; and what nobody outside reads: one that waits, and one for the partnership alone. */
async function papers(test: TestHouse) {
  const [ilinca, helen, tomasz] = [test.workerId('ilinca'), test.workerId('helen'), test.workerId('tomasz')];
  const whole = (end: string, more: Row, approver?: string): RowOf[] => {
    const id = RELEASE.replace(/f$/, end);
    const of = (row: Row) => ({ ...row, releaseId: id });
    return [
      ['release', { ...release(ilinca), id, ...more }],
      ['release_summary', of(summary)],
      ['release_table', of({ ...table, words: JSON.stringify(WORDS) })],
      ['release_figure', of(figure)],
      ['release_attack', of(attack)],
      ...(approver ? [['release_approval', of(approval(approver))] satisfies RowOf] : []),
    ];
  };
  await test.arrange(async (tx) => {
    for (const [name, row] of [
      ...whole('e', { reference: 'F-FORGED3' }),
      ...whole('c', { reference: 'F-FORGED4', profile: 'partnership' }, helen),
      ...whole('d', { reference: 'F-MATRX22' }, tomasz),
    ])
      await insert(tx, name, row, 'may be there');
  });
  return { release: 'F-MATRX22' };
}

/** Figures made for the public and approved by a second person; and those of them that nobody withdrew. */
async function facts(ask: Ask) {
  const approved = await ask(sql<{ id: string; stands: boolean }>`
    select r.id, w.release_id is null stands from release r join release_approval a on a.release_id = r.id
    left join release_withdrawn w on w.release_id = r.id where r.profile = 'public'`);
  return {
    listed: new Set(approved.map(({ id }) => id)),
    published: new Set(approved.flatMap(({ id, stands }) => (stands ? id : []))),
  };
}

/** Composed by one, and approved by another. */
async function story(_test: TestHouse, _story: Ground['story'], meet: (key: string) => Promise<Visitor>) {
  const title = 'Assessments by type';
  const composed = await answer(await meet('ilinca'), '/releases/compose?table=assessments.type', { title });
  await answer(await meet('helen'), composed, { decision: 'approve' });
  return { release: composed.split('/').at(-1) ?? '' };
}
