import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { measuresOf } from '../figures/report.ts';
import { modules } from '../modules.ts';
import { TODAY } from '../platform/testing/house.ts';
import { testHouse } from '../testing/open.ts';
import { referenceFor } from './plant-names.ts';
import { tellStory } from './story/index.ts';

const planted = await testHouse({ reads: 'partnership' });

const measures = measuresOf(modules);
const OVER_A_PERIOD = measures.filter((measure) => measure.over === 'period' && measure.kind !== 'share');

const YEAR = {
  'evolve.young-people-referred': 77,
  'closures.all': 73,
  'closures.risk-reduced': 73,
  'closures.no-risk-identified': 46,
  'closures.low': 27,
  'assessments.completed': 344,
  'assessments.cce-only': 141,
  'assessments.cse-only': 107,
  'assessments.both': 50,
  'assessments.no-risk-identified': 46,
  'assessments.children': 139,
  'assessments.initial': 77,
  'assessments.reviews': 267,
  'caseload.open': 70,
  'caseload.cce-only': 31,
  'caseload.any-cce': 43,
  'caseload.cse-only': 26,
  'caseload.both': 12,
  'caseload.not-yet-assessed': 1,
  'caseload.no-risk-identified': 0,
};

test('calendar 2023 comes out of the records as the papers report it', async () => {
  const year = await planted.figures('2023-01-01', '2023-12-31');
  assert.deepEqual(Object.fromEntries(Object.keys(YEAR).map((id) => [id, year[id]])), YEAR);
  const onTime = year['reviews.on-time'] ?? 0;
  assert.ok(onTime >= 82 && onTime < 84, `${onTime} % on time`);
});

test('the two halves of 2023 add up to the year for every count of things that happened', async () => {
  const [year, first, second] = [
    await planted.figures('2023-01-01', '2023-12-31'),
    await planted.figures('2023-01-01', '2023-06-30'),
    await planted.figures('2023-07-01', '2023-12-31'),
  ];
  // A child may be assessed in both halves: children add up where nobody is counted twice in a lifetime.
  const ofHappenings = OVER_A_PERIOD.filter(({ unit, id }) => unit !== 'children' || id.startsWith('evolve.'));
  assert.ok(ofHappenings.length >= 15);
  for (const { id } of ofHappenings)
    assert.equal(
      (first[id] ?? 0) + (second[id] ?? 0),
      year[id],
      `${id}: counted in neither half, or in both; count by one day`,
    );
  for (const half of [first, second]) assert.ok((half['assessments.completed'] ?? 0) > 120);
});

test('the year before has figures of its own', async () => {
  const [before, year] = [
    await planted.figures('2022-01-01', '2022-12-31'),
    await planted.figures('2023-01-01', '2023-12-31'),
  ];
  for (const id of ['evolve.young-people-referred', 'closures.all', 'assessments.completed', 'assessments.children']) {
    assert.ok((before[id] ?? 0) > 0, id);
    assert.notEqual(before[id], year[id], id);
  }
  assert.ok((before['closures.moved-area'] ?? 0) > 0, 'not every ending is a success');
});

test('the levels on entering and now sum to the children, and nobody with no risk identified came in low', async () => {
  const year = await planted.figures('2023-01-01', '2023-12-31');
  const changes = Object.entries(year).filter(([id]) => id.startsWith('level-change.'));
  const sum = (all: typeof changes) => all.reduce((total, [, value]) => total + (value ?? 0), 0);
  assert.equal(changes.length, 16);
  assert.equal(sum(changes), 139);
  const settled = changes.filter(([id]) => id.endsWith('-to-none'));
  assert.equal(sum(settled), 46);
  assert.equal(sum(settled.filter(([id]) => /\.(high|medium)-/.test(id))), 46);
});

for (const { on, children, neglect } of [
  { on: '2023-01-31', children: 398, neglect: undefined },
  { on: '2023-03-31', children: 395, neglect: undefined },
  { on: '2023-10-31', children: 377, neglect: 151 },
  { on: '2024-01-15', children: 309, neglect: 124 },
])
  test(`on ${on} ${children} children are on a protection plan${neglect ? `, ${neglect} of them for neglect` : ''}`, async () => {
    const { rows } = await planted.arrange((tx) =>
      sql<{ children: number; neglect: number }>`
        select count(distinct s.child_id) children, count(distinct s.child_id) filter (where s.category = 'NEG') neglect
        from child_status s left join child_status_end e on e.status_id = s.id
        where s.kind = 'CP' and s.since <= ${on} and (e.ended_on is null or e.ended_on > ${on})`.execute(tx),
    );
    assert.equal(rows[0]?.children, children);
    if (neglect) assert.equal(rows[0]?.neglect, neglect);
  });

test('neglect among plans comes out as a share and as a rate of the population estimated by then', async () => {
  const autumn = await planted.figures('2023-01-01', '2023-10-31');
  assert.deepEqual(
    ['plans', 'neglect', 'no-category', 'neglect-share', 'neglect-rate', 'plans-rate'].map(
      (id) => autumn[`protection.${id}`],
    ),
    [377, 151, 0, 40.1, 26.4, 65.9],
  );
});

test('referrals by who sent them are parts of those received, and every school names itself', async () => {
  const year = await planted.figures('2023-01-01', '2023-12-31');
  const parts = ['from-schools', 'from-education', 'from-police', 'from-health'].map(
    (id) => year[`referrals.${id}`] ?? 0,
  );
  const all = year['referrals.received'] ?? 0;
  assert.ok((parts[0] ?? 0) > 50 && parts.reduce((sum, part) => sum + part, 0) < all);
  assert.equal(year['referrals.from-schools-unnamed'], 0);
  assert.equal(year['referrals.from-schools-share'], Math.round((1000 * (parts[0] ?? 0)) / all) / 10);
});

test('ten referrals wait, reviews are overdue, one closing waits for a second person', async () => {
  const count = async (query: string) =>
    (await planted.arrange((tx) => sql<{ count: number }>`${sql.raw(query)}`.execute(tx))).rows[0]?.count;
  assert.equal(await count('select count(*) from undecided_referral'), 10);
  assert.equal(
    await count(
      `select count(*) from closure_proposal p where not exists (select from closure c where c.proposal_id = p.id)`,
    ),
    1,
  );
  const overdue = await count(`select count(*) from evolve_case k
    cross join lateral (select max(completed_on) last from assessment a where a.child_id = k.child_id) a
    where not exists (select from closure c where c.case_id = k.id) and a.last + 84 < '${TODAY}'`);
  assert.equal(overdue, 7);
});

test('what was done stands under the names and days of those who did it, and never later than the trial’s day', async () => {
  const { rows } = await planted.arrange((tx) =>
    sql<{ says: string }>`
      select 'referral ' || reference says from referral where recorded_at > ${NOW_THERE} or author_id is null
      union all select 'assessment ' || reference from assessment where recorded_at::date <> completed_on or author_id is null
      union all select 'case ' || reference from evolve_case where recorded_at::date <> opened_on or opened_by is null
      union all select 'child ' || c.reference from child c join child_detail d on d.child_id = c.id
        where c.recorded_at > ${NOW_THERE} or c.recorded_at::date < d.born_on`.execute(tx),
  );
  assert.deepEqual(rows, []);
});

test('teachers read their own referrals with what was decided, and the one not yet sent reminds its author', async () => {
  for (const key of ['ben', 'harriet']) {
    const visitor = await planted.signedIn(key);
    const { html } = await visitor.get('/referrals/mine');
    assert.match(html, /Decided/);
  }
  const { html } = await (await planted.signedIn('ben')).get('/');
  assert.match(html, /Send it by 3 February 2024/);
});

test('a record closed to one worker is not there for them, and a restricted one opens to the named alone', async () => {
  const { notable, restrictions } = tellStory();
  const open = async (key: string, child: string) =>
    (await (await planted.signedIn(key)).get(`/children/${referenceFor('C', child)}`)).status;
  assert.equal(await open('nadine', notable.excluded), 200);
  assert.equal(await open('siobhan', notable.excluded), 404);
  for (const { childKey, allowed } of restrictions) {
    for (const key of allowed) assert.equal(await open(key, childKey), 200, key);
    assert.equal(await open('helen', childKey), 404);
  }
});

const NOW_THERE = sql`${TODAY}::date + time '10:00'`;
