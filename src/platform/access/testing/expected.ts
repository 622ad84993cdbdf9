import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { itself } from '../../testing/attempts.ts';
import {
  type Ask,
  everybody,
  expectations,
  type Facts,
  type Given as Ground,
  type Kind,
  me,
  means,
  type Needs,
  nothing,
  type Place,
  pages,
  whoMay,
} from '../../testing/expected.ts';
import { NOW, type TestHouse, TODAY } from '../../testing/house.ts';
import { cast, open, own } from '../../testing/needs.ts';

export type Given = Ground & { papers: Awaited<ReturnType<typeof papers>> };

const everyone: Needs = Object.fromEntries(Object.keys(cast).map((role) => [role, open]));
const lists: Needs = { information_governance: open };
const governs: Needs = { information_governance: own };

/** Of what governance keeps: one that stands, and one that is over. */
const kept = (one: (papers: Given['papers']) => { now: string; before: string }): Place<Given> => ({
  fill: ({ papers }) => ({ own: { id: one(papers).now }, closed: { id: one(papers).before } }),
});
const ofRestriction = kept(({ restriction }) => restriction);
const ofExclusion = kept(({ exclusion }) => exclusion);
const ofOpening = kept(({ opening }) => opening);

const governance = { reason: whoMay('access.restrict') };
const opening = means(
  'opening',
  (value, { worker, facts }) => value === worker || facts.permissions.has('access.review-break-glass'),
);
const ofTheAsker = 'tells of the asker alone';

export const expected = expectations<Given>({
  // Information governance: who may see what, and who looked; never what a record holds.
  pages: [
    pages('dev', nothing, { '/': everyone }),
    pages('seun', nothing, {
      '/access/restrictions': lists,
      '/access/restrictions/new': lists,
      '/access/exclusions': lists,
      '/access/exclusions/new': lists,
      '/break-glass/reviews': lists,
    }),
    pages('seun', ofRestriction, { '/access/restrictions/:id': governs, '/access/restrictions/:id/lift': governs }),
    pages('seun', ofExclusion, { '/access/exclusions/:id/lift': governs }),
    pages('seun', ofOpening, { '/break-glass/reviews/:id': governs }),
  ],

  tables: {
    partnership: { reads: { name: everybody } },
    agency: { reads: { id: everybody } },
    team: { reads: { id: everybody } },
    team_member: { reads: { teamId: everybody } },
    worker: { reads: { id: everybody } },
    worker_role: { reads: { role: everybody } },
    role_permission: { reads: { role: everybody } },
    submission: {
      reads: { workerId: me },
      adds: itself('dev', 'workerId', () => ({ once: randomUUID(), wentTo: '/' }), { refusedTo: [] }),
      untold: true,
    },
    restriction: {
      reads: governance,
      adds: itself('seun', 'restrictedBy', ({ s, workers }) => ({
        ...{ childId: s.child.id, reason: 'A relative', contactId: workers('nadine'), restrictedAt: NOW },
      })),
    },
    restriction_allowed: {
      reads: { workerId: whoMay('access.restrict') },
      adds: itself('seun', 'allowedBy', ({ papers, workers }) => ({
        ...{ restrictionId: papers.restriction.now, workerId: workers('dev'), allowedAt: NOW },
      })),
    },
    restriction_lifted: {
      reads: governance,
      adds: itself('seun', 'liftedBy', ({ papers }) => ({
        ...{ restrictionId: papers.restriction.now, reason: 'R', liftedAt: NOW },
      })),
    },
    exclusion: {
      reads: governance,
      adds: itself('seun', 'excludedBy', ({ s, workers }) => ({
        ...{ childId: s.child.id, workerId: workers('dev'), reason: 'A neighbour', excludedAt: NOW },
      })),
    },
    exclusion_lifted: {
      reads: governance,
      adds: itself('seun', 'liftedBy', ({ papers }) => ({
        ...{ exclusionId: papers.exclusion.now, reason: 'R', liftedAt: NOW },
      })),
    },
    break_glass: {
      reads: { workerId: opening },
      adds: itself('meilin', 'workerId', ({ s }) => ({ childId: s.child.id, reason: 'Brought to the station' }), {
        refusedAbout: ['restricted', 'excluded'],
      }),
      untold: true,
    },
    break_glass_review: {
      reads: { openedBy: opening },
      adds: itself(
        'seun',
        'reviewedBy',
        ({ papers, workers }) => ({
          ...{ breakGlassId: papers.opening.now, openedBy: workers('karim'), finding: 'justified', note: 'N' },
        }),
        { refusedTo: ['kit', 'karim', 'nadine'] },
      ),
    },
  },

  guard: {
    'guard.i_may(text)': ofTheAsker,
    'guard.remembered(text)': ofTheAsker,
    'guard.remember(text,uuid[])': ofTheAsker,
    // True of a record that is closed to the asker, whose id nothing ever shows them.
    'guard.closed_to_me(uuid)': ofTheAsker,
    'guard.enter(bytea)': 'asks for a token that nobody but its holder knows',
    'guard.i_work_with(uuid)': ({ s }) => sql`guard.i_work_with(${s.child.id})`,
  },

  papers,
  facts,
});

async function papers(test: TestHouse, subjects: Record<Kind, Ground['subject']>) {
  const [seun, karim] = [test.workerId('seun'), test.workerId('karim')];
  const elsewhere = subjects['other agency’s'].child.id;
  const over = { restriction: randomUUID(), exclusion: randomUUID(), opening: randomUUID() };
  const waits = randomUUID();
  return test.arrange(async (tx) => {
    const closed = { childId: elsewhere, reason: 'A relative works here' };
    const lifted = { reason: 'Left', liftedBy: seun, liftedAt: NOW };
    await tx
      .insertInto('restriction')
      .values({ id: over.restriction, ...closed, contactId: karim, restrictedBy: seun, restrictedAt: NOW })
      .execute();
    await tx
      .insertInto('restriction_lifted')
      .values({ restrictionId: over.restriction, ...lifted })
      .execute();
    await tx
      .insertInto('exclusion')
      .values({ id: over.exclusion, ...closed, workerId: karim, excludedBy: seun, excludedAt: NOW })
      .execute();
    await tx
      .insertInto('exclusion_lifted')
      .values({ exclusionId: over.exclusion, ...lifted })
      .execute();
    const opened = { workerId: karim, childId: elsewhere, reason: 'Brought to the station' };
    const past = { openedAt: new Date('2020-01-01T10:00Z'), closesAt: new Date('2020-01-01T11:00Z') };
    await tx
      .insertInto('break_glass')
      .values([waits, over.opening].map((id) => ({ id, ...opened, ...past })))
      .execute();
    const review = { finding: 'justified', note: 'Rang the sergeant' };
    await tx
      .insertInto('break_glass_review')
      .values({ breakGlassId: over.opening, openedBy: karim, reviewedBy: seun, ...review })
      .execute();
    const one = (table: 'restriction' | 'exclusion', kind: Kind) =>
      tx.selectFrom(table).select('id').where('childId', '=', subjects[kind].child.id).limit(1);
    const restriction = await one('restriction', 'restricted').executeTakeFirstOrThrow();
    const exclusion = await one('exclusion', 'excluded').executeTakeFirstOrThrow();
    return {
      restriction: { now: restriction.id, before: over.restriction },
      exclusion: { now: exclusion.id, before: over.exclusion },
      opening: { now: waits, before: over.opening },
    };
  });
}

/** Read as the console, which reads all. */
async function facts(ask: Ask, worker: string): Promise<Facts> {
  const ids = async (query: ReturnType<typeof sql<{ id: string }>>) => new Set((await ask(query)).map(({ id }) => id));
  const mine = sql`worker_id = ${worker} and since <= ${TODAY} and (until is null or until >= ${TODAY})`;
  const excluded = await ids(sql<{ id: string }>`select child_id id from exclusion e where worker_id = ${worker}
    and not exists (select from exclusion_lifted l where l.exclusion_id = e.id)`);
  const restricted = await ids(sql<{ id: string }>`select child_id id from restriction r
    where not exists (select from restriction_lifted l where l.restriction_id = r.id)
      and not exists (select from restriction_allowed a where a.restriction_id = r.id and a.worker_id = ${worker})`);
  const [{ agency } = { agency: '' }] = await ask(
    sql<{ agency: string }>`select agency_id agency from worker where id = ${worker}`,
  );
  return {
    roles: await ids(sql<{ id: string }>`select role id from worker_role where ${mine}`),
    permissions: await ids(sql<{ id: string }>`select p.permission id from worker_role r
      join role_permission p on p.role = r.role where ${mine}`),
    agency,
    closed: new Set([...excluded, ...restricted]),
    excluded,
  };
}
