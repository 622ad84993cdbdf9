import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, plainDate } from '../../src/platform/kernel/index.ts';
import { exclude, restrictTo } from '../../src/platform/testing/closed.ts';
import { NOW, TODAY } from '../../src/platform/testing/house.ts';
import type { Visitor } from '../../src/platform/testing/visitor.ts';
import { arrangeOwn, type Subject } from '../../src/testing/arranged.ts';
import { testHouse } from '../../src/testing/open.ts';

const house = await testHouse({ holds: 'partnership' });

const names = ['Ondine', 'Wren', 'Iolo', 'Sunniva', 'Tamsyn', 'Elowen', 'Kerensa', 'Jory'];
/** A child held by Dev, with Bartosz for a social worker. */
async function aChild(): Promise<Subject> {
  const givenNames = names.pop() ?? 'Nobody';
  return arrangeOwn(house, { givenNames, familyName: `Quarrell-${givenNames}`, bornOn: plainDate('2010-03-03') });
}

const YESTERDAY = addDays(TODAY, -1);
const TOMORROW = addDays(TODAY, 1);
type Dates = { since?: typeof TODAY; until?: typeof TODAY };

/** Somebody new, whose roles and teams have days. */
async function employ(key: string, roles: Record<string, Dates>, teams: Record<string, Dates> = {}): Promise<string> {
  return house.arrange(async (tx) => {
    const rmbc = await tx.selectFrom('agency').select('id').where('code', '=', 'rmbc').executeTakeFirstOrThrow();
    const { id } = await tx
      .insertInto('worker')
      .values({ key, name: key, title: key, agencyId: rmbc.id })
      .returning('id')
      .executeTakeFirstOrThrow();
    const since = addDays(TODAY, -400);
    for (const [role, dates] of Object.entries(roles))
      await tx
        .insertInto('worker_role')
        .values({ workerId: id, role, since, ...dates })
        .execute();
    for (const [code, dates] of Object.entries(teams)) {
      const team = await tx.selectFrom('team').select('id').where('code', '=', code).executeTakeFirstOrThrow();
      await tx
        .insertInto('team_member')
        .values({ workerId: id, teamId: team.id, since, ...dates })
        .execute();
    }
    return id;
  });
}

const status = async (visitor: Visitor, path: string) => (await visitor.get(path)).status;
const pathsTo = ({ child, case: { reference } }: Subject) => [
  `/children/${child.reference}`,
  `/children/${child.reference}/assessments`,
  `/cases/${reference}`,
];

test('a role that ended yesterday or begins tomorrow opens nothing, not even a first page', async () => {
  const evolve = { evolve: {} };
  await employ('left', { evolve_practitioner: { until: YESTERDAY } }, evolve);
  await employ('new', { evolve_manager: { since: TOMORROW } }, evolve);
  await employ('today', { evolve_practitioner: { until: TODAY } }, evolve);
  const child = await aChild();
  for (const key of ['left', 'new']) {
    const visitor = await house.signedIn(key);
    for (const path of ['/', '/cases', '/children?name=Quarrell', ...pathsTo(child)])
      assert.equal(await status(visitor, path), 403, `${key} ${path}`);
  }
  const onTheLastDay = await house.signedIn('today');
  for (const path of ['/', ...pathsTo(child)]) assert.equal(await status(onTheLastDay, path), 200, path);
});

test('who left the team, or joins it tomorrow, sees none of its children; a role without a team sees none', async () => {
  const practitioner = { evolve_practitioner: {} };
  await employ('moved', practitioner, { evolve: { until: YESTERDAY } });
  await employ('joins', practitioner, { evolve: { since: TOMORROW } });
  await employ('teamless', practitioner);
  await employ('mover', { social_work_manager: {} }, { locality: { until: YESTERDAY } });
  const child = await aChild();
  for (const key of ['moved', 'joins', 'teamless', 'mover']) {
    const visitor = await house.signedIn(key);
    for (const path of pathsTo(child)) assert.equal(await status(visitor, path), 404, `${key} ${path}`);
    const found = await visitor.get('/children?name=Quarrell');
    assert.equal(found.page.querySelectorAll('tbody tr').length, 0, key);
  }
});

test('what ends while somebody is signed in ends for their next click: a role, an allocation, what is closed to them', async () => {
  const clerk = await employ('clerk', { evolve_practitioner: {}, referrer: {} }, { evolve: {} });
  const child = await aChild();
  const visitor = await house.signedIn('clerk');
  const bartosz = await house.signedIn('bartosz');
  const [page = ''] = pathsTo(child);
  assert.deepEqual([await status(visitor, page), await status(bartosz, page)], [200, 200]);
  await exclude(house, child.child.id, 'bartosz');
  assert.equal(await status(bartosz, page), 404, 'excluded');
  await restrictTo(house, child.child.id, 'grace');
  assert.equal(await status(visitor, page), 404, 'restricted to others');
  await house.arrange(async (tx) => {
    const { id } = await tx
      .selectFrom('restriction')
      .select('id')
      .where('childId', '=', child.child.id)
      .executeTakeFirstOrThrow();
    const allowed = { allowedBy: house.workerId('seun'), allowedAt: NOW };
    await tx
      .insertInto('restriction_allowed')
      .values({ restrictionId: id, workerId: clerk, ...allowed })
      .execute();
  });
  assert.equal(await status(visitor, page), 200, 'named on the restriction, and in the team');
});

test('to be named on a restriction is not to be involved', async () => {
  const child = await aChild();
  await restrictTo(house, child.child.id, 'farrah', 'dev');
  const [farrah, dev] = [await house.signedIn('farrah'), await house.signedIn('dev')];
  for (const path of pathsTo(child)) {
    assert.equal(await status(farrah, path), 404, path);
    assert.equal(await status(dev, path), 200, path);
  }
});

test('a broken glass opens one record to reading, for sixty minutes, and shuts at once when it is closed to them', async () => {
  const [child, other] = [await aChild(), await aChild()];
  const farrah = await house.signedIn('farrah');
  for (const path of pathsTo(child)) assert.equal(await status(farrah, path), 404, path);
  const asked = { reference: child.child.reference, reason: 'She has rung the duty desk from a train' };
  assert.equal((await farrah.submit('/break-glass', asked)).goesTo, `/children/${child.child.reference}`);
  for (const path of pathsTo(child)) {
    const { status: opened, page } = await farrah.get(path);
    assert.equal(opened, 200, path);
    assert.match(page.querySelector('.glass')?.textContent ?? '', /60 minutes left/, path);
  }
  for (const path of pathsTo(other)) assert.equal(await status(farrah, path), 404, path);

  const record = await farrah.get(`/children/${child.child.reference}`);
  assert.equal(record.page.querySelector('a[href$="/correct"]'), null, 'no way to what is refused');
  const corrected = { givenNames: 'Other', familyName: 'Name', sex: 'F', ethnicity: 'WBRI', interpreter: 'no' };
  const writes: [string, Record<string, string>][] = [
    [`/children/${child.child.reference}/correct`, { ...corrected, version: '1', reason: 'I heard so' }],
    [`/children/${child.child.reference}/add`, { what: 'school', school: 'Thornholme Academy' }],
    [
      `/children/${child.child.reference}/early-review`,
      { trigger: 'missing', words: 'W', 'happened-day': '29', 'happened-month': '1', 'happened-year': '2024' },
    ],
  ];
  for (const [path, typed] of writes) {
    const answer = await farrah.submit(path, typed);
    assert.equal(answer.status, 403, `${path}: ${answer.page.querySelector('.govuk-error-summary')?.textContent}`);
  }

  await restrictTo(house, child.child.id, 'grace');
  for (const path of pathsTo(child)) assert.equal(await status(farrah, path), 404, path);
});

test('sixty minutes after the glass was broken the record is shut again', async () => {
  const child = await aChild();
  const past = new Date(Date.now() - 60 * 60_000 - 1000);
  const opened = { workerId: house.workerId('farrah'), childId: child.child.id, reason: 'At the hospital' };
  await house.arrange((tx) =>
    tx
      .insertInto('break_glass')
      .values({ ...opened, openedAt: past, closesAt: new Date(past.getTime() + 60 * 60_000) })
      .execute(),
  );
  const farrah = await house.signedIn('farrah');
  for (const path of pathsTo(child)) assert.equal(await status(farrah, path), 404, path);
});

test('nobody gives themselves a role, a team, an allocation or a place on a restriction', async () => {
  const child = await aChild();
  await restrictTo(house, child.child.id, 'grace');
  const refused = { code: '42501' };
  for (const key of ['seun', 'kit', 'helen', 'nadine']) {
    await house.asIn(key, async (tx, me) => {
      const role = { workerId: me, role: 'evolve_manager', since: TODAY };
      await assert.rejects(tx.insertInto('worker_role').values(role).execute(), refused, key);
    });
    await house.asIn(key, async (tx, me) => {
      const allocated = { childId: child.child.id, workerId: me, since: TODAY, recordedAt: NOW };
      await assert.rejects(tx.insertInto('child_worker').values(allocated).execute(), refused, key);
    });
  }
  const { id } = await house.arrange((tx) =>
    tx.selectFrom('restriction').select('id').where('childId', '=', child.child.id).executeTakeFirstOrThrow(),
  );
  await house.asIn('seun', async (tx, me) => {
    const mine = { restrictionId: id, workerId: me, allowedBy: me, allowedAt: NOW };
    await assert.rejects(tx.insertInto('restriction_allowed').values(mine).execute(), refused);
  });
});
