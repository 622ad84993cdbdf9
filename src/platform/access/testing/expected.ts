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
    team_member: { reads: { team_id: everybody } },
    worker: { reads: { id: everybody } },
    worker_role: { reads: { role: everybody } },
    role_permission: { reads: { role: everybody } },
    submission: {
      reads: { worker_id: me },
      adds: itself('dev', 'worker_id', () => ({ once: randomUUID(), went_to: '/' }), { refusedTo: [] }),
      untold: true,
    },
    restriction: {
      reads: governance,
      adds: itself('seun', 'restricted_by', ({ s, workers }) => ({
        ...{ child_id: s.child.id, reason: 'A relative', contact_id: workers('nadine'), restricted_at: NOW },
      })),
    },
    restriction_allowed: {
      reads: { worker_id: whoMay('access.restrict') },
      adds: itself('seun', 'allowed_by', ({ papers, workers }) => ({
        ...{ restriction_id: papers.restriction.now, worker_id: workers('dev'), allowed_at: NOW },
      })),
    },
    restriction_lifted: {
      reads: governance,
      adds: itself('seun', 'lifted_by', ({ papers }) => ({
        ...{ restriction_id: papers.restriction.now, reason: 'R', lifted_at: NOW },
      })),
    },
    exclusion: {
      reads: governance,
      adds: itself('seun', 'excluded_by', ({ s, workers }) => ({
        ...{ child_id: s.child.id, worker_id: workers('dev'), reason: 'A neighbour', excluded_at: NOW },
      })),
    },
    exclusion_lifted: {
      reads: governance,
      adds: itself('seun', 'lifted_by', ({ papers }) => ({
        ...{ exclusion_id: papers.exclusion.now, reason: 'R', lifted_at: NOW },
      })),
    },
    break_glass: {
      reads: { worker_id: opening },
      adds: itself('meilin', 'worker_id', ({ s }) => ({ child_id: s.child.id, reason: 'Brought to the station' }), {
        refusedAbout: ['restricted', 'excluded'],
      }),
      untold: true,
    },
    break_glass_review: {
      reads: { opened_by: opening },
      adds: itself(
        'seun',
        'reviewed_by',
        ({ papers, workers }) => ({
          ...{ break_glass_id: papers.opening.now, opened_by: workers('karim'), finding: 'justified', note: 'N' },
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
    const closed = { child_id: elsewhere, reason: 'A relative works here' };
    const lifted = { reason: 'Left', lifted_by: seun, lifted_at: NOW };
    await tx
      .insertInto('restriction')
      .values({ id: over.restriction, ...closed, contact_id: karim, restricted_by: seun, restricted_at: NOW })
      .execute();
    await tx
      .insertInto('restriction_lifted')
      .values({ restriction_id: over.restriction, ...lifted })
      .execute();
    await tx
      .insertInto('exclusion')
      .values({ id: over.exclusion, ...closed, worker_id: karim, excluded_by: seun, excluded_at: NOW })
      .execute();
    await tx
      .insertInto('exclusion_lifted')
      .values({ exclusion_id: over.exclusion, ...lifted })
      .execute();
    const opened = { worker_id: karim, child_id: elsewhere, reason: 'Brought to the station' };
    const past = { opened_at: new Date('2020-01-01T10:00Z'), closes_at: new Date('2020-01-01T11:00Z') };
    await tx
      .insertInto('break_glass')
      .values([waits, over.opening].map((id) => ({ id, ...opened, ...past })))
      .execute();
    const review = { finding: 'justified', note: 'Rang the sergeant' };
    await tx
      .insertInto('break_glass_review')
      .values({ break_glass_id: over.opening, opened_by: karim, reviewed_by: seun, ...review })
      .execute();
    const one = (table: 'restriction' | 'exclusion', kind: Kind) =>
      tx.selectFrom(table).select('id').where('child_id', '=', subjects[kind].child.id).limit(1);
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
