import { type RawBuilder, sql } from 'kysely';
import { NOW, type TestHouse } from '../../src/platform/testing/house.ts';
import type { Visitor } from '../../src/platform/testing/visitor.ts';
import { typed } from '../../src/referrals/testing/typed.ts';
import { answer } from '../../src/referrals/testing/write.ts';

/** Somebody who opens a page, and where: the names in its address filled from the story. */
export type Visit = { who: string; at: string };
type Names = Record<string, string>;

/** A visit to every address of the house. What the story has none of is begun here, as people would begin it. */
export async function visitsTo(
  test: TestHouse,
  meet: (key: string) => Promise<Visitor>,
): Promise<ReadonlyMap<string, Visit>> {
  const records = await findRecords(test);
  const begun = await begin(test, meet, records);
  return new Map(
    openings(records, begun).flatMap(([who, names, paths]) =>
      paths.map((path): [string, Visit] => [path, { who, at: fill(path, names) }]),
    ),
  );
}

function fill(path: string, names: Names): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = names[name];
    if (!value) throw new Error(`nothing to put in ${path} for ${name}`);
    return value;
  });
}

type Records = Awaited<ReturnType<typeof findRecords>>;
type Begun = Awaited<ReturnType<typeof begin>>;

const openings = (on: Records, begun: Begun): [who: string, Names, paths: string[]][] => [
  ['dev', {}, ['/', '/children', '/cases', '/progress', '/assessments/unfinished', '/assessments/blank']],
  ['nadine', {}, ['/assessments/waiting', '/cases/to-open', '/closures', '/mash/contact-notices']],
  ['seun', {}, ['/access/restrictions/new', '/access/exclusions/new', '/access/restrictions', '/access/exclusions']],
  ['seun', { id: on.restriction }, ['/access/restrictions/:id', '/access/restrictions/:id/lift']],
  ['seun', { id: on.exclusion }, ['/access/exclusions/:id/lift']],
  ['seun', { id: begun.emergency }, ['/break-glass/reviews', '/break-glass/reviews/:id']],
  ['seun', { reference: on.child }, ['/audit/looks?reference=:reference']],
  ['bartosz', {}, ['/break-glass', '/referrals/allocated', '/children/allocated']],
  ['elaine', { reference: on.allocated }, ['/mash/:reference/acknowledge']],
  ['ben', {}, ['/referrals/new', '/referrals/mine']],
  ['ben', { reference: on.sent }, ['/referrals/:reference/sent', '/referrals/mine/:reference']],
  [
    'ben',
    { draft: on.draft, section: 'concern' },
    ['', '/children', '/family', '/:section', '/check'].map((page) => `/referrals/drafts/:draft${page}`),
  ],
  ...(['children', 'family'] as const).map((section): [string, Names, string[]] => [
    'ben',
    { draft: on.draft, entry: begun.entries[section] },
    ['', '/remove'].map((page) => `/referrals/drafts/:draft/${section}/:entry${page}`),
  ]),
  ['asha', {}, ['/mash']],
  [
    'asha',
    { ...begun.compared },
    [
      ...['', '/screen', '/agreement', '/ask-partners', '/strategy-discussion'],
      ...['/children/:place/new', '/children/:place/:candidate'],
    ].map((page) => `/mash/:reference${page}`),
  ],
  ['asha', { ...on.matched }, ['/mash/:reference/children/:place/undo/:match']],
  ['asha', { reference: on.allocated }, ['/mash/:reference/concerns']],
  ['gwen', { reference: on.rated }, ['/mash/:reference/decide']],
  ['nadine', { id: begun.notice }, ['/mash/contact-notices/:id']],
  ['gwen', { pair: on.pair }, ['/same-child', '/same-child/:pair']],
  ['gwen', { pair: begun.said }, ['/same-child/:pair/undo']],
  ['yusuf', {}, ['/edt']],
  ['ruth', { id: on.request }, ['/requests', '/requests/:id']],
  [
    'dev',
    { reference: on.child, domain: 'A' },
    [
      ...['', '/history', '/correct', '/add', '/assessments', '/assess', '/assess/evidence/:domain', '/assess/context'],
      ...['voice', 'judgement', 'suggestion', 'complete', 'set-aside'].map((part) => `/assess/${part}`),
      '/early-review',
    ].map((page) => `/children/:reference${page}`),
  ],
  ['dev', { reference: on.authorised }, ['/assessments/:reference']],
  ['nadine', { reference: on.waiting }, ['/assessments/:reference/authorise', '/assessments/:reference/return']],
  ['nadine', { reference: on.authorised }, ['/assessments/:reference/correct']],
  ['nadine', { subject: on.subject }, ['/cases/open/:subject', '/cases/note/:subject']],
  ['nadine', { reference: on.evolveCase }, ['/cases/:reference/allocate']],
  ['colin', { reference: on.closing }, ['/closures/:reference']],
  [
    'dev',
    { reference: on.evolveCase, action: on.action },
    [
      ...['', '/direct-work', '/contribution', '/engagement', '/plan', '/plan/copy', '/actions', '/actions/:action'],
      ...['/progress', '/feedback', '/close'],
    ].map((page) => `/cases/:reference${page}`),
  ],
  ['helen', {}, ['/reports/child-exploitation']],
  ['ilinca', {}, ['/check-figures', '/reports/compare?topic=plans&list=2021&list=2025']],
  ['ilinca', {}, ['/releases', '/releases/compose', '/answers/new']],
  [
    'helen',
    { reference: begun.release },
    ['/releases/:reference', '/releases/:reference/paper', '/releases/:reference/withdraw'],
  ],
  [
    'nadine',
    { figure: 'closures.risk-reduced' },
    ['/reports/child-exploitation/figures/:figure?from=2023-01-01&to=2023-12-31'],
  ],
];

async function findRecords(test: TestHouse) {
  const find = <Found>(question: RawBuilder<Found>) =>
    test.arrange(async (tx) => {
      const [first] = (await question.execute(tx)).rows;
      if (!first) throw new Error(`the story has none: ${question.compile(tx).sql}`);
      return first;
    });
  const one = async (question: RawBuilder<{ it: string }>) => (await find(question)).it;
  const evolveCase = await one(sql`
    select e.reference it from evolve_case e join open_case o on o.case_id = e.id join safety_plan p on p.case_id = e.id
    join plan_action x on x.plan_id = p.id and x.id not in (select action_id from plan_action_done)
    where (select worker_id from allocation where case_id = e.id order by since desc limit 1) = ${test.workerId('dev')}
    order by e.reference`);
  const itsChild = sql`(select child_id from evolve_case where reference = ${evolveCase})`;
  const undecided = sql`select r.reference it from referral r join undecided_referral u on u.referral_id = r.id`;
  return {
    evolveCase,
    child: await one(sql`select reference it from child where id = ${itsChild}`),
    action: await one(sql`select id it from plan_action where child_id = ${itsChild}
      and id not in (select action_id from plan_action_done) order by id`),
    authorised: await one(sql`select a.reference it from assessment a join authorisation u on u.assessment_id = a.id
      where a.child_id = ${itsChild} order by a.completed_on desc`),
    waiting: await one(sql`select reference it from assessment
      where id not in (select assessment_id from authorisation) order by reference`),
    closing: await one(sql`select e.reference it from closure_proposal p join evolve_case e on e.id = p.case_id
      where e.id in (select case_id from open_case) order by e.reference`),
    subject: await one(sql`select subject_id it from waiting_for_evolve`),
    restriction: await one(sql`select id it from restriction order by id`),
    exclusion: await one(sql`select id it from exclusion`),
    draft: await one(sql`select id it from referral_draft`),
    sent: await one(
      sql`select reference it from referral where author_id = ${test.workerId('ben')} order by received_at desc`,
    ),
    rated: await one(
      sql`${undecided} join screening s on s.referral_id = r.id where s.brag = 'amber' order by r.reference`,
    ),
    allocated: await one(sql`${undecided} join subject_match m on m.referral_id = r.id and m.same
      join child_worker w on w.child_id = m.child_id order by r.reference`),
    matched: await find(sql<{ reference: string; place: string; match: string }>`
      select r.reference, s.ordinal::text place, m.id match from subject_match m join referral r on r.id = m.referral_id
      join undecided_referral u on u.referral_id = r.id join referral_subject s on s.id = m.subject_id
      where m.same order by r.reference`),
    pair: await one(sql`select id it from likely_pair where grade = 'possible' order by doubt, id`),
    request:
      await one(sql`select q.id it from partner_request q join undecided_referral u on u.referral_id = q.referral_id
      join agency a on a.id = q.agency_id where a.code = 'trft'`),
  };
}

async function begin(test: TestHouse, meet: (key: string) => Promise<Visitor>, on: Records) {
  const [ben, dev, bartosz] = [await meet('ben'), await meet('dev'), await meet('bartosz')];
  await answer(ben, `/referrals/drafts/${on.draft}/family/new`, typed.person);
  await answer(dev, `/children/${on.child}/assess`, { way: 'review' });
  const reason = 'At our door tonight, and afraid to go home';
  await answer(bartosz, '/break-glass', { reference: on.child, reason });
  const entry = async (section: string) => {
    const { html } = await ben.get(`/referrals/drafts/${on.draft}/${section}`);
    return new RegExp(`/${section}/([^/"]{8,})"`).exec(html)?.[1] ?? '';
  };
  return {
    entries: { children: await entry('children'), family: await entry('family') },
    emergency: await test.arrange(
      async (tx) => (await tx.selectFrom('break_glass').select('id').executeTakeFirstOrThrow()).id,
    ),
    compared: await findCompared(await meet('asha')),
    notice: await raiseNotice(test),
    release: await release(await meet('ilinca'), await meet('helen')),
    said: await sayOfPair(test, await meet('gwen')),
  };
}

/** Figures composed by one, and approved by another. */
async function release(ilinca: Visitor, helen: Visitor): Promise<string> {
  const composed = await answer(ilinca, '/releases/compose?table=assessments.type', { title: 'Assessments by type' });
  await answer(helen, composed, { decision: 'approve' });
  return composed.split('/').at(-1) ?? '';
}

/** A referral that waits, one of its children, and somebody on record who may be that child. */
async function findCompared(asha: Visitor): Promise<{ reference: string; place: string; candidate: string }> {
  const { page } = await asha.get('/mash');
  for (const link of page.querySelectorAll('tbody a')) {
    const { html } = await asha.get(link.getAttribute('href') ?? '');
    const [, reference, place, candidate] = /\/mash\/(R-\w+)\/children\/(\d)\/(C-\w+)"/.exec(html) ?? [];
    if (reference && place && candidate) return { reference, place, candidate };
  }
  throw new Error('nobody on record is like a child who waits');
}

/** The surest of the pairs, said to be two children. */
async function sayOfPair(test: TestHouse, gwen: Visitor): Promise<string> {
  const { id } = await test.arrange((tx) =>
    tx
      .selectFrom('likely_pair')
      .select('id')
      .where('grade', '=', 'certain')
      .orderBy('doubt')
      .orderBy('id')
      .executeTakeFirstOrThrow(),
  );
  const path = `/same-child/${id}`;
  const seen = (await gwen.get(path)).page.querySelector('input[name="seen"]')?.getAttribute('value') ?? '';
  await gwen.submit(path, { verdict: 'not_same', reason: 'Two cousins of one name', seen });
  return id;
}

/** Nobody in the story refers a child whose record is closed to the MASH. */
async function raiseNotice(test: TestHouse): Promise<string> {
  return test.arrange(async (tx) => {
    const { child_id, contact_id } = await tx.selectFrom('restriction').selectAll().executeTakeFirstOrThrow();
    const { subject_id, referral_id } = await tx
      .selectFrom('undecided_referral as u')
      .innerJoin('referral_subject as s', 's.referral_id', 'u.referral_id')
      .select(['s.id as subject_id', 's.referral_id'])
      .executeTakeFirstOrThrow();
    const raised = { subject_id, referral_id, child_id, contact_id, raised_by: test.workerId('asha'), raised_at: NOW };
    const notice = await tx.insertInto('contact_notice').values(raised).returning('id').executeTakeFirstOrThrow();
    return notice.id;
  });
}
