import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Given as Below } from '../../platform/access/testing/expected.ts';
import { londonMoment } from '../../platform/kernel/index.ts';
import { itself, ofTheirOwn, onChild } from '../../platform/testing/attempts.ts';
import { excludeEverybody, restrictTo } from '../../platform/testing/closed.ts';
import {
  type About,
  type Arranged,
  type Ask,
  aboutChild,
  child,
  expectations,
  isMine,
  type Kind,
  kinds,
  means,
  type Needs,
  nothing,
  ofEach,
  type Place,
  pages,
  type With,
} from '../../platform/testing/expected.ts';
import { NOW, type TestHouse, TODAY } from '../../platform/testing/house.ts';
import { none, open, team, teamAndClosed, whoeverIsWithTheChild } from '../../platform/testing/needs.ts';
import { recordChild } from '../recording.db.ts';
import { allocateWorkers } from '../recording-care.db.ts';

export type Given = Below & {
  subject: Awaited<ReturnType<typeof subject>>;
  papers: Awaited<ReturnType<typeof papers>>;
  facts: Awaited<ReturnType<typeof facts>>;
  story: Awaited<ReturnType<typeof story>>;
};

const looksForChildren: Needs = {
  ...Object.fromEntries(Object.keys(whoeverIsWithTheChild).map((role) => [role, open])),
  missing_advocate: open,
};
const { missing_advocate: _advocate, ...breaksTheGlass } = looksForChildren;
const reads: Needs = { ...whoeverIsWithTheChild, missing_advocate: none };
const { edt: _edt, head_of_service: _head, ...answersForTheRecord } = whoeverIsWithTheChild;
const managesSocialWork: Needs = { social_worker: open, social_work_manager: open };
/** A record may turn out to be of somebody else’s child: whoever works the list of a sweep is told who everybody is. */
const everybodyNotClosed: readonly About[] = [
  ...teamAndClosed,
  ...(['other team’s', 'other agency’s', 'long closed'] as const),
];

const onRecord = ofEach<Given>(
  (s) => ({ reference: s.child.reference }),
  (story) => ({ reference: story.child.reference }),
);
/** The child of each kind, and a second record like it that is closed as it is: said to be the same. */
const onPair: Place<Given> = {
  fill: ({ papers }) => Object.fromEntries(kinds.map((kind) => [kind, { pair: papers.pairs[kind] }])),
};

const SAID = randomUUID();
const said = ({ s, also }: With<Given>, by: string) => {
  const [leftId, rightId] = [s.child.id, also].toSorted();
  return { leftId, rightId, same: true, reason: 'R', saidBy: by, saidAt: NOW };
};
/** Whoever works a sweep’s list speaks of everybody not closed to them. */
const bySweepers: { refusedAbout: readonly Kind[]; refusedTo: readonly string[] } = {
  refusedAbout: ['restricted', 'excluded'],
  refusedTo: ['kit', 'bartosz', 'ilinca'],
};
/** Of a row of this sort, which the reader sees. */
const ofSaid = means<Given>(
  'said',
  (value, seen) => seen.facts.said.get(value)?.every((one) => isMine(one, seen)) ?? false,
);

export const expected = expectations<Given>({
  pages: [
    pages('dev', nothing, { '/children': looksForChildren }),
    pages('bartosz', nothing, { '/children/allocated': managesSocialWork, '/break-glass': breaksTheGlass }),
    pages('dev', onRecord, {
      '/children/:reference': reads,
      '/children/:reference/history': reads,
      '/children/:reference/correct': answersForTheRecord,
      '/children/:reference/add': answersForTheRecord,
    }),
    // Two records of one child: said at the MASH; the list of everybody’s is for its manager.
    pages('gwen', nothing, { '/same-child': { mash_manager: open } }),
    pages(
      'gwen',
      { ...onPair, visited: (story) => ({ pair: story.pair }) },
      {
        '/same-child/:pair': { mash_screener: team, mash_manager: everybodyNotClosed },
      },
    ),
    pages('gwen', onPair, { '/same-child/:pair/undo': { mash_screener: none, mash_manager: everybodyNotClosed } }),
  ],

  tables: {
    child: {
      reads: { id: child },
      adds: itself('asha', 'recordedBy', () => ({ reference: 'C-FORGED', recordedAt: NOW })),
      letter: 'C',
    },
    child_now: { reads: { id: child } },
    child_detail: {
      reads: aboutChild,
      adds: ofTheirOwn('bartosz', 'recordedBy', (a) => ({
        ...{ ...onChild(a), version: 9, sex: 'F', ethnicity: 'NOBT', reason: 'R' },
      })),
    },
    child_alias: {
      reads: aboutChild,
      adds: ofTheirOwn('bartosz', 'recordedBy', (a) => ({
        ...{ ...onChild(a), givenNames: 'A', familyName: 'B', kind: 'known_as' },
      })),
    },
    child_identifier: {
      reads: aboutChild,
      adds: ofTheirOwn('bartosz', 'recordedBy', (a) => ({ ...onChild(a), kind: 'UPN', value: 'A123456789012' })),
    },
    child_address: {
      reads: aboutChild,
      adds: ofTheirOwn('bartosz', 'recordedBy', (a) => ({ ...onChild(a), address: '1 Low Road' })),
    },
    child_school: {
      reads: aboutChild,
      adds: ofTheirOwn('bartosz', 'recordedBy', (a) => ({ ...onChild(a), school: 'Thornholme Academy' })),
    },
    child_adult: {
      reads: aboutChild,
      adds: ofTheirOwn('bartosz', 'recordedBy', (a) => ({ ...onChild(a), name: 'A', relationship: 'Aunt' })),
    },
    kinship: {
      reads: { childId: child, otherId: child },
      adds: ofTheirOwn('bartosz', 'recordedBy', (a) => ({ ...onChild(a), otherId: a.also, relation: 'sibling' })),
    },
    child_status: {
      reads: aboutChild,
      adds: ofTheirOwn('bartosz', 'recordedBy', (a) => ({
        ...{ ...onChild(a), kind: 'SEN_SUPPORT', since: TODAY, source: 'worker' },
      })),
    },
    child_status_end: { reads: aboutChild },
    child_worker: { reads: aboutChild },
    child_worker_end: { reads: aboutChild },
    // That two records are of one child is read where both are seen.
    pair_said: {
      reads: { leftId: child, rightId: child },
      adds: itself('gwen', 'saidBy', (a) => said(a, a.me), bySweepers),
      untold: true,
    },
    pair_undone: {
      reads: { saidId: ofSaid },
      adds: itself('gwen', 'undoneBy', () => ({ saidId: SAID, reason: 'R', undoneAt: NOW }), {
        ...bySweepers,
        first: (a, owner) => [['pair_said', { id: SAID, ...said(a, owner) }]],
      }),
      untold: true,
    },
    sweep: {
      adds: itself('gwen', 'startedBy', () => ({ startedAt: NOW }), { refusedTo: ['kit', 'asha', 'ilinca'] }),
    },
    'fact.protection_plan': { reads: aboutChild },
    'fact.child_described': { reads: aboutChild },
  },

  guard: {
    'guard.recorded_just_now(uuid)': ({ s }) => sql`guard.recorded_just_now(${s.child.id})`,
    'guard.i_may_add_to(uuid)': ({ s }) => sql`guard.i_may_add_to(${s.child.id})`,
    'guard.has_somebody_involved(uuid)': ({ s }) => sql`guard.has_somebody_involved(${s.child.id})`,
    'guard.find_children(text,date,text,text,integer)': ({ s }) =>
      sql`guard.find_children(null, null, ${s.child.reference}, null, 50)`,
    'guard.child_with_reference(text)': ({ s }) => sql`guard.child_with_reference(${s.child.reference})`,
    'guard.references_of(uuid[])': ({ s }) => sql`guard.references_of(${[s.child.id]}::uuid[])`,
    'guard.break_glass(text,text,date,text)': 'is asked page by page in looked-at.test.ts and in the people room',
    'guard.contact_for(uuid)': ({ s }) => sql`guard.contact_for(${s.child.id})`,
    'guard.workers_with(uuid)': ({ s }) => sql`guard.workers_with(${s.child.id})`,
    'guard.teams_with(uuid)': ({ s }) => sql`guard.teams_with(${s.child.id})`,
    'guard.whom_to_ring(uuid)': 'whom to ring is all there is to know',
    'guard.left_matching(uuid,date)': ({ s }) => sql`guard.left_matching(${s.child.id}, '2009-06-01')`,
    'guard.evidence_of(uuid)': ({ s }) => sql`guard.evidence_of(${s.child.id})`,
    'guard.identities(uuid[])': ({ s }) => sql`guard.identities(${[s.child.id]}::uuid[])`,
    'guard.keys_asked(text,text,date,date)': 'compares what it is given',
    'guard.blocked(text[],text[],text[],text,integer)': 'reads under the asker’s own policies',
    'guard.may_match(uuid)': 'says what the sweeper may be shown, which is asked in pairs.access.test.ts',
    'guard.may_say(uuid,uuid)': 'as guard.may_match, of two',
    'guard.i_may_undo(uuid)': ({ s }) => sql`guard.i_may_undo(${s.child.id})`,
  },

  traces: ({ child }) => [
    ...['name=Xanthopoulou', 'name=Iolo', 'name=Wren+Xanthopoulou', 'number=7777777', 'name=a', 'name=q'].map(
      (query) => `/children?${query}`,
    ),
    '/children?born-day=11&born-month=2&born-year=2012',
    `/children/${child.reference}`,
    `/children/${child.reference}/history`,
  ],

  subject,
  papers,
  facts,
  story,
});

async function subject(test: TestHouse, how: Arranged) {
  const recorded = { by: null, at: londonMoment(how.openedOn, '09:00') };
  return test.arrange(async (tx) => {
    const known = await recordChild(tx, { ...how.name, sex: 'F' }, recorded);
    const allocated = { childId: known.id, workerId: how.worker, teamId: how.workerTeam, since: how.openedOn };
    await allocateWorkers(tx, [{ ...allocated, ...(how.closedOn && { endedOn: how.closedOn }) }], recorded);
    return { child: known };
  });
}

type Subjects = Record<Kind, Awaited<ReturnType<typeof subject>>>;

async function papers(test: TestHouse, subjects: Subjects) {
  const pairs: Partial<Record<Kind, string>> = {};
  for (const kind of kinds) {
    const { id, twice } = await pairUp(test, subjects[kind].child.id);
    if (kind === 'restricted') await restrictTo(test, twice, 'colin', 'grace');
    if (kind === 'excluded') await excludeEverybody(test, twice);
    pairs[kind] = id;
  }
  return { pairs };
}

/** Records the child a second time. */
async function pairUp(test: TestHouse, childId: Subjects['own']['child']['id']) {
  return test.arrange(async (tx) => {
    const known = await tx.selectFrom('child_now').selectAll().where('id', '=', childId).executeTakeFirstOrThrow();
    const who = { givenNames: `${known.givenNames}e`, familyName: known.familyName, bornOn: known.bornOn };
    const { id: twice } = await recordChild(tx, { ...who, sex: 'F' }, { by: null, at: NOW });
    const [leftId, rightId] = [childId, twice].toSorted();
    if (!leftId || !rightId) throw new Error('two children');
    const pair = { leftId, rightId };
    const judged = { evidence: 'E', weight: 3, grade: 'possible', doubt: 3, foundAt: NOW };
    const { id } = await tx
      .insertInto('likely_pair')
      .values({ ...pair, ...judged })
      .returning('id')
      .executeTakeFirstOrThrow();
    const same = { same: true, reason: 'R', saidBy: test.workerId('tomasz'), saidAt: NOW };
    await tx
      .insertInto('pair_said')
      .values({ ...pair, ...same })
      .execute();
    return { id, twice };
  });
}

async function facts(ask: Ask) {
  const pairs = await ask(
    sql<{ id: string; children: string[] }>`select id, array[left_id, right_id]::text[] children from pair_said`,
  );
  return { said: new Map(pairs.map(({ id, children }) => [id, children])) };
}

async function story(test: TestHouse) {
  const { id } = await test.arrange((tx) =>
    tx
      .selectFrom('likely_pair')
      .select('id')
      .where('grade', '=', 'possible')
      .orderBy('doubt')
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  );
  return { pair: id };
}
