import { randomUUID } from 'node:crypto';
import { exclude, restrictTo } from '../../../src/casework/testing/arrange.ts';
import { recordChild } from '../../../src/people/index.ts';
import { addDays } from '../../../src/platform/kernel/index.ts';
import { NOW, type TestHouse, TODAY } from '../../../src/platform/testing/house.ts';
import type { DraftId } from '../../../src/referrals/index.ts';
import { recordDraft } from '../../../src/referrals/index.ts';
import { match, receive } from '../../../src/referrals/testing/received.ts';
import { CAST } from '../../../src/trial/story/cast.ts';
import { insert } from './adding.ts';
import { released } from './releases.ts';
import { type Kind, kinds, type Subject } from './subjects.ts';

type Of<Value> = Partial<Record<Kind, Value>>;

/** What stands by itself and not on a child's record: what workers write and are sent, and what governance keeps. */
export type Papers = {
  /** A draft and a sent referral of each of these workers. */
  drafts: Record<string, { open: DraftId; expired: DraftId }>;
  sent: Record<string, Of<string>>;
  /** That the record of a child of this kind was met, sent to each of these workers; and one sent to somebody else. */
  notices: Record<string, Of<string>>;
  restriction: { inForce: string; lifted: string };
  exclusion: { inForce: string; lifted: string };
  opening: { waits: string; reviewed: string };
  /** The child of each kind, and a second record like it that is closed as it is: said to be the same. */
  pairs: Record<Kind, string>;
  /** Figures that were approved and stand. */
  release: string;
};

type Arrange = { makers: readonly string[]; contacts: readonly string[]; subjects: Record<Kind, Subject> };

export async function arrangePapers(test: TestHouse, { makers, contacts, subjects }: Arrange): Promise<Papers> {
  const pairs = await arrangePairs(test, subjects);
  const papers: Papers = {
    ...{ drafts: {}, sent: {}, notices: {}, pairs },
    ...(await arrangeGovernance(test, subjects)),
    release: await arrangeRelease(test),
  };
  for (const key of makers) {
    papers.drafts[key] = { open: await draft(test, key, 7), expired: await draft(test, key, -3) };
    const sent: Of<string> = {};
    for (const kind of ['own', 'restricted', 'excluded'] as const) {
      const received = await receive(test, [{ givenNames: 'As referred' }], { by: key });
      await match(test, received, subjects[kind].child.id);
      sent[kind] = received.reference;
    }
    papers.sent[key] = sent;
  }
  for (const key of contacts) {
    const mine: Of<string> = {};
    for (const kind of ['own', 'restricted', 'excluded'] as const) mine[kind] = await notice(test, subjects[kind], key);
    papers.notices[key] = mine;
  }
  return papers;
}

async function arrangeRelease(test: TestHouse): Promise<string> {
  const { reference, rows } = released('F-MATRX22', test.workerId('ilinca'), test.workerId('tomasz'));
  await test.arrange(async (tx) => {
    for (const [table, row] of rows) await insert(tx, table, row, 'may be there');
  });
  return reference;
}

async function arrangePairs(test: TestHouse, subjects: Record<Kind, Subject>): Promise<Record<Kind, string>> {
  const pairs: Partial<Record<Kind, string>> = {};
  for (const kind of kinds) {
    const { child } = subjects[kind];
    const { id, twice } = await test.arrange(async (tx) => {
      const known = await tx.selectFrom('child_now').selectAll().where('id', '=', child.id).executeTakeFirstOrThrow();
      const who = { givenNames: `${known.given_names}e`, familyName: known.family_name, bornOn: known.born_on };
      const { id: twice } = await recordChild(tx, { ...who, sex: 'F' }, { by: null, at: NOW });
      const [left_id, right_id] = [child.id, twice].toSorted();
      if (!left_id || !right_id) throw new Error('two children');
      const pair = { left_id, right_id };
      const judged = { evidence: 'E', weight: 3, grade: 'possible', doubt: 3, found_at: NOW };
      const { id } = await tx
        .insertInto('likely_pair')
        .values({ ...pair, ...judged })
        .returning('id')
        .executeTakeFirstOrThrow();
      const said = { same: true, reason: 'R', said_by: test.workerId('tomasz'), said_at: NOW };
      await tx
        .insertInto('pair_said')
        .values({ ...pair, ...said })
        .execute();
      return { id, twice };
    });
    if (kind === 'restricted') await restrictTo(test, twice, 'colin', 'grace');
    if (kind === 'excluded') for (const { key } of CAST) await exclude(test, twice, key);
    pairs[kind] = id;
  }
  return pairs as Record<Kind, string>;
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
  const id = randomUUID();
  const [, subject_id] = subjects;
  await test.arrange((tx) =>
    tx
      .insertInto('contact_notice')
      .values({
        id,
        subject_id,
        referral_id: referral.id,
        child_id: child.id,
        contact_id: test.workerId(key),
        raised_by: test.workerId('tomasz'),
        raised_at: NOW,
      })
      .execute(),
  );
  return id;
}

async function arrangeGovernance(test: TestHouse, subjects: Record<Kind, Subject>) {
  const [seun, karim] = [test.workerId('seun'), test.workerId('karim')];
  const elsewhere = subjects['other agency’s'].child.id;
  const ids = { restriction: randomUUID(), exclusion: randomUUID(), waits: randomUUID(), reviewed: randomUUID() };
  return test.arrange(async (tx) => {
    const closed = { child_id: elsewhere, reason: 'A relative works here' };
    const lifted = { reason: 'Left', lifted_by: seun, lifted_at: NOW };
    await tx
      .insertInto('restriction')
      .values({ id: ids.restriction, ...closed, contact_id: karim, restricted_by: seun, restricted_at: NOW })
      .execute();
    await tx
      .insertInto('restriction_lifted')
      .values({ restriction_id: ids.restriction, ...lifted })
      .execute();
    await tx
      .insertInto('exclusion')
      .values({ id: ids.exclusion, ...closed, worker_id: karim, excluded_by: seun, excluded_at: NOW })
      .execute();
    await tx
      .insertInto('exclusion_lifted')
      .values({ exclusion_id: ids.exclusion, ...lifted })
      .execute();
    const opened = { worker_id: karim, child_id: elsewhere, reason: 'Brought to the station' };
    const past = { opened_at: new Date('2020-01-01T10:00Z'), closes_at: new Date('2020-01-01T11:00Z') };
    await tx
      .insertInto('break_glass')
      .values([ids.waits, ids.reviewed].map((id) => ({ id, ...opened, ...past })))
      .execute();
    await tx
      .insertInto('break_glass_review')
      .values({
        break_glass_id: ids.reviewed,
        opened_by: karim,
        reviewed_by: seun,
        finding: 'justified',
        note: 'Rang the sergeant',
      })
      .execute();
    const one = (table: 'restriction' | 'exclusion', kind: Kind) =>
      tx.selectFrom(table).select('id').where('child_id', '=', subjects[kind].child.id).limit(1);
    const restriction = await one('restriction', 'restricted').executeTakeFirstOrThrow();
    const exclusion = await one('exclusion', 'excluded').executeTakeFirstOrThrow();
    return {
      restriction: { inForce: restriction.id, lifted: ids.restriction },
      exclusion: { inForce: exclusion.id, lifted: ids.exclusion },
      opening: { waits: ids.waits, reviewed: ids.reviewed },
    };
  });
}
