import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Given as Below } from '../../people/testing/expected.ts';
import type { Tx } from '../../platform/db/index.ts';
import { addDays, londonMoment, type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import type { Role } from '../../platform/module.ts';
import type { Arranged, Kind } from '../../platform/testing/expected.ts';
import { NOW, type TestHouse, TODAY } from '../../platform/testing/house.ts';
import { cast } from '../../platform/testing/needs.ts';
import type { Visitor } from '../../platform/testing/visitor.ts';
import type { AgencyId, ChildId } from '../../platform/web/world.ts';
import { recordDecisions } from '../decisions.db.ts';
import type { DraftId } from '../draft.ts';
import { recordMatches } from '../matches.db.ts';
import { recordDraft } from '../recording.db.ts';
import { recordRequests } from '../requests.db.ts';
import { recordAgreements } from '../screenings.db.ts';
import { match, receive } from './received.ts';
import { typed } from './typed.ts';
import { answer } from './write.ts';

/** Whoever refers; and whoever may be told that a record was met. */
export const makers: readonly Role[] = [
  ...(['referrer', 'partner', 'mash_screener', 'mash_manager', 'edt', 'social_worker', 'social_work_manager'] as const),
  ...(['evolve_practitioner', 'evolve_manager', 'missing_advocate', 'police_intelligence'] as const),
];
export const contacts: readonly Role[] = [
  ...(['mash_screener', 'mash_manager', 'social_worker', 'social_work_manager'] as const),
  ...(['evolve_practitioner', 'evolve_manager', 'head_of_service', 'information_governance'] as const),
];

/** At the MASH: the first child on the referral is known to be this one, the second is not known yet and looks like this one. */
export async function subject(test: TestHouse, how: Arranged, { child }: Below['subject']) {
  const first = await decideForEvolve(test, child.id, how.openedOn);
  const referred = await refer(test, child.id, how);
  const later = how.decidedLongAgo ? first : await decideForEvolve(test, child.id, plainDate('2024-01-29'));
  /** `first`: what the case was opened from; `decided`: a later decision that waits, or the same. */
  return { ...referred, first, decided: later };
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

async function refer(test: TestHouse, childId: ChildId, { name, decidedLongAgo, urgent }: Arranged) {
  const receivedAt = decidedLongAgo ? londonMoment(plainDate('2023-06-20'), '09:00') : NOW;
  const received = await receive(test, [name, name], { receivedAt, immediateDanger: urgent === true });
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
    const asked = { referralId: received.id, agreementId: agreement, childNamed: name.familyName, asks: 'What?' };
    for (const [agency, id] of Object.entries(requests))
      await recordRequests(tx, [{ ...asked, id, agencyId: await findAgency(tx, agency), dueAt: receivedAt, ...done }]);
    if (decidedLongAgo)
      await recordDecisions(tx, [
        {
          referralId: received.id,
          reason: 'Advice',
          lawfulBasis: 'PUBLIC_TASK',
          askedOfReferrer: null,
          outcomes: [first, second].map((subjectId) => ({ subjectId, outcome: 'ADVICE' as const })),
          by: null,
          at: londonMoment(plainDate('2023-06-21'), '10:00'),
        },
      ]);
    const { id } = await tx
      .selectFrom('subject_match')
      .select('id')
      .where('subjectId', '=', first)
      .executeTakeFirstOrThrow();
    const subjects: [string, string] = [first, second];
    return { referral: { id: received.id, reference: received.reference }, subjects, match: id, agreement, requests };
  });
}

async function findAgency(tx: Tx, code: string): Promise<AgencyId> {
  const found = await tx.selectFrom('agency').select('id').where('code', '=', code).executeTakeFirstOrThrow();
  return found.id as AgencyId;
}

type Subject = Below['subject'] & Awaited<ReturnType<typeof subject>>;
type Of<Value> = Partial<Record<Kind, Value>>;

export async function papers(test: TestHouse, subjects: Record<Kind, Subject>) {
  /** A draft and a sent referral of each of these workers. */
  const drafts: Record<string, { open: DraftId; expired: DraftId }> = {};
  const sent: Record<string, Of<string>> = {};
  /** That the record of a child of this kind was met, sent to each of these workers; and one sent to somebody else. */
  const notices: Record<string, Of<string>> = {};
  for (const key of [...makers.map((role) => cast[role]), 'harriet']) {
    drafts[key] = { open: await draft(test, key, 7), expired: await draft(test, key, -3) };
    const mine: Of<string> = {};
    for (const kind of ['own', 'restricted', 'excluded'] as const) {
      const received = await receive(test, [{ givenNames: 'As referred' }], { by: key });
      await match(test, received, subjects[kind].child.id);
      mine[kind] = received.reference;
    }
    sent[key] = mine;
  }
  for (const key of contacts.map((role) => cast[role])) {
    const mine: Of<string> = {};
    for (const kind of ['own', 'restricted', 'excluded'] as const) mine[kind] = await notice(test, subjects[kind], key);
    notices[key] = mine;
  }
  return { drafts, sent, notices };
}

async function draft(test: TestHouse, key: string, daysLeft: number): Promise<DraftId> {
  const id = randomUUID() as DraftId;
  const named = { entries: ['a', 'b'].map((entry) => ({ id: entry, answers: {} })), none: false };
  const saved = { children: named, family: named };
  const asked = { today: TODAY, writesDown: false, source: undefined };
  const written = { id, startedAt: NOW, expiresOn: addDays(TODAY, daysLeft), asked, saved, sentAs: null };
  await test.arrange((tx) => recordDraft(tx, test.workerId(key), written, NOW));
  return id;
}

async function notice(test: TestHouse, { subjects, referral, child }: Subject, key: string): Promise<string> {
  const [id, raisedBy] = [randomUUID(), test.workerId('tomasz')];
  const about = { subjectId: subjects[1], referralId: referral.id, childId: child.id };
  await test.arrange((tx) =>
    tx
      .insertInto('contact_notice')
      .values({ id, ...about, contactId: test.workerId(key), raisedBy, raisedAt: NOW })
      .execute(),
  );
  return id;
}

export async function story(test: TestHouse, _story: Below['story'], meet: (key: string) => Promise<Visitor>) {
  const find = <Found>(question: RawBuilder<Found>) =>
    test.arrange(async (tx) => {
      const [first] = (await question.execute(tx)).rows;
      if (!first) throw new Error(`the story has none: ${question.compile(tx).sql}`);
      return first;
    });
  const one = async (question: RawBuilder<{ it: string }>) => (await find(question)).it;
  const undecided = sql`select r.reference it from referral r join undecided_referral u on u.referral_id = r.id`;
  const draft = await one(sql`select id it from referral_draft`);
  return {
    draft,
    entries: await findEntries(await meet('ben'), `/referrals/drafts/${draft}`),
    compared: await findCompared(await meet('asha')),
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
    request:
      await one(sql`select q.id it from partner_request q join undecided_referral u on u.referral_id = q.referral_id
      join agency a on a.id = q.agency_id where a.code = 'trft'`),
  };
}

/** A child and somebody of the family, named on a draft. */
async function findEntries(ben: Visitor, path: string): Promise<Record<'children' | 'family', string>> {
  await answer(ben, `${path}/family/new`, typed.person);
  const entry = async (section: string) => {
    const { html } = await ben.get(`${path}/${section}`);
    return new RegExp(`/${section}/([^/"]{8,})"`).exec(html)?.[1] ?? '';
  };
  return { children: await entry('children'), family: await entry('family') };
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
