import { randomUUID } from 'node:crypto';
import {
  addActions,
  allocateCases,
  type CaseId,
  closeCases,
  openCases,
  proposeClosings,
  writePlans,
} from '../../../src/casework/index.ts';
import { exclude, restrictTo } from '../../../src/casework/testing/arrange.ts';
import { allocateWorkers, type Known, recordChild } from '../../../src/people/index.ts';
import type { Tx } from '../../../src/platform/db/index.ts';
import { londonMoment, type PlainDate, plainDate } from '../../../src/platform/kernel/index.ts';
import { NOW, type TestHouse } from '../../../src/platform/testing/house.ts';
import type { ChildId, TeamId, WorkerId } from '../../../src/platform/web/world.ts';
import { recordAgreements, recordDecisions, recordMatches, recordRequests } from '../../../src/referrals/index.ts';
import { receive } from '../../../src/referrals/testing/received.ts';
import { arrangeAssessment } from '../../../src/risk/testing/assessments.ts';

/** Whose child it is, to those of the cast who work in one team, and what stands in the way. */
export const kinds = [
  'own',
  'colleague’s',
  'other team’s',
  'other agency’s',
  'restricted',
  'excluded',
  'closed',
  'long closed',
  'adult and closed',
] as const;
export type Kind = (typeof kinds)[number];

type Named = { id: string; reference: string };
type Name = { givenNames: string; familyName: string; bornOn: PlainDate };
/** One child with a record of every sort that a page or a row can be about. */
export type Subject = {
  child: Known;
  case: { id: CaseId; reference: string };
  plan: string;
  action: string;
  allocation: string;
  proposal: string;
  authorised: Named;
  waiting: Named;
  drafts: Record<string, string>;
  /** At the MASH: the first child on it is known to be this one, the second is not known yet and looks like this one. */
  referral: Named;
  subjects: [string, string];
  match: string;
  agreement: string;
  /** Asked of one agency each. */
  requests: Record<'rdash' | 'syp', string>;
  /** Decided for Evolve: what the case was opened from, or a later decision that waits. */
  decided: string;
};

type Arranged = {
  worker: WorkerId;
  workerTeam: TeamId;
  holder: WorkerId;
  team: TeamId;
  /** Decided in November; otherwise it waits at the MASH since nine this morning. */
  decidedLongAgo?: boolean;
  urgent?: boolean;
  closedOn?: PlainDate;
};

const day = plainDate;
const OPENED = day('2023-03-01');
/** They have begun to assess every one of these children. */
const AUTHORS = ['dev', 'nadine'];

/** A child of every kind. Of the cast: Bartosz and Dev hold the own ones, Farrah and Lucia the colleague's. */
export async function arrangeSubjects(test: TestHouse): Promise<Record<Kind, Subject>> {
  const [north, elsewhere] = [await addTeam(test, 'evolve-north', 'rmbc'), await addTeam(test, 'elsewhere', undefined)];
  const team = (code: string) => test.arrange((tx) => findTeam(tx, code));
  const [locality, evolve] = [await team('locality'), await team('evolve')];
  const ours = { workerTeam: locality, team: evolve };
  const own = { ...ours, worker: test.workerId('bartosz'), holder: test.workerId('dev'), urgent: true };
  const nora = { ...north, decidedLongAgo: true };
  const piotr = { ...elsewhere, decidedLongAgo: true };
  const closed = { ...own, decidedLongAgo: true };
  const arranged: Record<Kind, Arranged> = {
    own,
    'colleague’s': { ...ours, worker: test.workerId('farrah'), holder: test.workerId('lucia') },
    'other team’s': nora,
    'other agency’s': piotr,
    restricted: own,
    excluded: own,
    closed: { ...closed, closedOn: day('2024-01-05') },
    'long closed': { ...closed, closedOn: day('2023-08-01') },
    'adult and closed': { ...closed, closedOn: day('2024-01-05') },
  };
  const subjects: Partial<Record<Kind, Subject>> = {};
  for (const [place, kind] of kinds.entries()) {
    const bornOn = day(kind === 'adult and closed' ? '2006-01-04' : '2009-06-01');
    const name = { givenNames: `Kind ${place + 1}`, familyName: `Zwillinger${kind.replace(/\W/g, '')}`, bornOn };
    subjects[kind] = await arrangeSubject(test, name, arranged[kind]);
  }
  const all = subjects as Record<Kind, Subject>;
  await restrictTo(test, all.restricted.child.id, 'colin', 'grace');
  const cast = await test.arrange((tx) => tx.selectFrom('worker').select('key').execute());
  for (const { key } of cast) if (!key.startsWith('nora-')) await exclude(test, all.excluded.child.id, key);
  return all;
}

/** One more like the own one, under a name of its own. */
export async function arrangeOwn(test: TestHouse, name: Name): Promise<Subject> {
  const [workerTeam, team] = await test.arrange(async (tx) => [
    await findTeam(tx, 'locality'),
    await findTeam(tx, 'evolve'),
  ]);
  if (!workerTeam || !team) throw new Error('no such team');
  const [worker, holder] = [test.workerId('bartosz'), test.workerId('dev')];
  return arrangeSubject(test, name, { workerTeam, team, worker, holder, urgent: true });
}

async function arrangeSubject(test: TestHouse, name: Name, how: Arranged): Promise<Subject> {
  const child = await test.arrange(async (tx) => {
    const recorded = { by: null, at: londonMoment(OPENED, '09:00') };
    const known = await recordChild(tx, { ...name, sex: 'F' }, recorded);
    const allocated = { childId: known.id, workerId: how.worker, teamId: how.workerTeam, since: OPENED };
    await allocateWorkers(tx, [{ ...allocated, ...(how.closedOn && { endedOn: how.closedOn }) }], recorded);
    return known;
  });
  const first = await decideForEvolve(test, child.id, OPENED);
  const opened = await openAndClose(test, child.id, first, how);
  const authorised = await arrangeAssessment(test, child, {
    by: 'lucia',
    on: day('2023-03-20'),
    authorisedBy: 'colin',
  });
  const waiting = await arrangeAssessment(test, child, { by: 'lucia', on: day('2023-06-12'), previous: authorised.id });
  const referral = await refer(test, child.id, name, how);
  const decided = how.decidedLongAgo ? first : await decideForEvolve(test, child.id, day('2024-01-29'));
  return { child, ...opened, authorised, waiting, ...referral, decided, drafts: await beginDrafts(test, child.id) };
}

async function openAndClose(test: TestHouse, childId: ChildId, subjectId: string, how: Arranged) {
  const [dev, lucia, colin] = [test.workerId('dev'), test.workerId('lucia'), test.workerId('colin')];
  const at = londonMoment(OPENED, '12:00');
  const { team: teamId, holder, closedOn } = how;
  return test.arrange(async (tx) => {
    const opening = { childId, subjectId, teamId, lawfulBasis: 's17', openedOn: OPENED };
    const [one] = await openCases(tx, [{ ...opening, by: colin, at }]);
    if (!one) throw new Error('no case was opened');
    const on = { caseId: one.id, childId, at };
    await allocateCases(tx, [{ ...on, workerId: holder, since: OPENED, reason: 'First', by: colin }]);
    const sections = { concerns: 'A debt', safePeopleAndPlaces: 'Her aunt' };
    const [plan = ''] = await writePlans(tx, [{ ...on, version: 1, writtenOn: OPENED, sections, by: dev }]);
    const due = { dueOn: day('2024-02-01'), onCopy: true, addedOn: OPENED };
    const [action = ''] = await addActions(tx, [{ planId: plan, childId, what: 'W', who: 'W', ...due, by: dev, at }]);
    const why = { reason: 'MOVED_AREA' as const, words: 'Moved', riskHeldBy: 'Elsewhere' };
    const proposedOn = closedOn ?? day('2024-01-29');
    const [proposal = ''] = await proposeClosings(tx, [{ ...on, ...why, proposedOn, by: lucia }]);
    const proposed = { ...why, proposalId: proposal, proposedBy: lucia };
    if (closedOn) await closeCases(tx, [{ ...on, ...proposed, level: 'MEDIUM', closedOn, by: colin }]);
    const { id: allocation } = await tx
      .selectFrom('allocation')
      .select('id')
      .where('case_id', '=', one.id)
      .executeTakeFirstOrThrow();
    return { case: one, plan, action, allocation, proposal };
  });
}

async function refer(test: TestHouse, childId: ChildId, named: Name, how: Arranged) {
  const receivedAt = how.decidedLongAgo ? londonMoment(day('2023-06-20'), '09:00') : NOW;
  const immediateDanger = how.urgent === true;
  const received = await receive(test, [named, named], { receivedAt, immediateDanger });
  const [first = '', second = ''] = received.subjects;
  const done = { by: test.workerId('asha'), at: receivedAt };
  return test.arrange(async (tx) => {
    const match = { referralId: received.id, childId, same: true, reason: 'Same number' };
    await recordMatches(tx, [{ ...match, subjectId: first, ...done }]);
    const agreement = randomUUID();
    await recordAgreements(tx, [
      { id: agreement, referralId: received.id, agreed: true, reason: null, words: 'Her mother agreed', ...done },
    ]);
    const requests = { rdash: randomUUID(), syp: randomUUID() };
    const asked = { referralId: received.id, agreementId: agreement, childNamed: named.familyName, asks: 'What?' };
    for (const [agency, id] of Object.entries(requests))
      await recordRequests(tx, [{ ...asked, id, agencyId: await findAgency(tx, agency), dueAt: receivedAt, ...done }]);
    if (how.decidedLongAgo)
      await recordDecisions(tx, [
        {
          referralId: received.id,
          reason: 'Advice',
          lawfulBasis: 'PUBLIC_TASK',
          askedOfReferrer: null,
          outcomes: [first, second].map((subjectId) => ({ subjectId, outcome: 'ADVICE' as const })),
          by: null,
          at: londonMoment(day('2023-06-21'), '10:00'),
        },
      ]);
    const { id } = await tx
      .selectFrom('subject_match')
      .select('id')
      .where('subject_id', '=', first)
      .executeTakeFirstOrThrow();
    const subjects: [string, string] = [first, second];
    return { referral: { id: received.id, reference: received.reference }, subjects, match: id, agreement, requests };
  });
}

/** A referral about the child that was decided for Evolve. @returns the subject of the decision. */
async function decideForEvolve(test: TestHouse, childId: ChildId, on: PlainDate): Promise<string> {
  const at = londonMoment(on, '10:00');
  const { id, subjects } = await receive(test, [{ givenNames: 'Earlier' }], { receivedAt: at });
  const [subjectId = ''] = subjects;
  await test.arrange(async (tx) => {
    await recordMatches(tx, [{ subjectId, referralId: id, childId, same: true, reason: 'Same', by: null, at }]);
    const outcomes = [{ subjectId, outcome: 'ALLOCATE_EVOLVE' as const }];
    const decision = { reason: 'Two phones', lawfulBasis: 's17' as const, askedOfReferrer: null };
    await recordDecisions(tx, [{ ...decision, referralId: id, outcomes, by: null, at }]);
  });
  return subjectId;
}

async function beginDrafts(test: TestHouse, childId: ChildId): Promise<Record<string, string>> {
  const begun = { child_id: childId, kind: 'initial', instrument_code: 'throughline', instrument_version: 1 };
  const drafts = AUTHORS.map((key) => ({ ...begun, id: randomUUID(), author_id: test.workerId(key), begun_at: NOW }));
  await test.arrange((tx) => tx.insertInto('assessment_draft').values(drafts).execute());
  return Object.fromEntries(drafts.map(({ id }, place) => [AUTHORS[place] ?? '', id]));
}

/** A team in which nobody of the cast works, with one who does social work and holds cases; of an agency, or of its own. */
async function addTeam(test: TestHouse, code: string, agency: string | undefined) {
  return test.arrange(async (tx) => {
    const at = agency
      ? { id: await findAgency(tx, agency) }
      : await tx
          .insertInto('agency')
          .values({ code, name: code, kind: 'statutory_partner' })
          .returning('id')
          .executeTakeFirstOrThrow();
    const { id: team } = await tx
      .insertInto('team')
      .values({ code, name: code, agency_id: at.id })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { id: worker } = await tx
      .insertInto('worker')
      .values({ key: `nora-${code}`, name: 'Nora', title: 'Works elsewhere', agency_id: at.id })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx.insertInto('team_member').values({ team_id: team, worker_id: worker, since: OPENED }).execute();
    for (const role of ['social_worker', 'evolve_practitioner'])
      await tx.insertInto('worker_role').values({ worker_id: worker, role, since: OPENED }).execute();
    const both = { worker: worker as WorkerId, holder: worker as WorkerId };
    return { ...both, workerTeam: team as TeamId, team: team as TeamId };
  });
}

async function findTeam(tx: Tx, code: string): Promise<TeamId> {
  const { id } = await tx.selectFrom('team').select('id').where('code', '=', code).executeTakeFirstOrThrow();
  return id as TeamId;
}

async function findAgency(tx: Tx, code: string) {
  const found = await tx.selectFrom('agency').select('id').where('code', '=', code).executeTakeFirstOrThrow();
  return found.id as Parameters<typeof recordRequests>[1][number]['agencyId'];
}
