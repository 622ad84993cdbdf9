import { londonMoment, plainDate } from '../../platform/kernel/index.ts';
import { NOW, type TestHouse } from '../../platform/testing/house.ts';
import type { ChildId } from '../../platform/web/world.ts';
import { recordDecisions } from '../decisions.db.ts';
import { recordMatches } from '../matches.db.ts';
import type { Referral, Subject } from '../referral.ts';
import { recordScreenings } from '../screenings.db.ts';
import { sendReferral } from '../sent.db.ts';

export type Arranged = { id: string; reference: string; subjects: string[] };

const nobody: Subject = {
  givenNames: null,
  familyName: null,
  alsoKnownAs: null,
  bornOn: null,
  expectedOn: null,
  sex: 'U',
  ethnicity: null,
  address: null,
  school: null,
  nhsNumber: null,
  upn: null,
  laChildId: null,
};

/** A referral Ben sent at nine this morning, unless told otherwise; nothing has been done with it. */
export async function receive(
  test: TestHouse,
  children: readonly Partial<Subject>[],
  some: Partial<Referral> & { by?: string } = {},
): Promise<Arranged> {
  const { by = 'ben', ...changed } = some;
  return test.arrange(async (tx) => {
    const reference = await sendReferral(tx, {
      receivedAt: londonMoment(plainDate('2024-01-30'), '09:00'),
      channel: 'online',
      source: '2A',
      authorId: test.workerId(by),
      agencyId: null,
      referrer: { wantsAnonymity: false, name: 'Ben Oyelaran', role: 'Teacher', agency: null, relationship: null },
      concern: 'Two phones, and a car that waits at the gate.',
      suspected: 'CCE',
      needLevel: 3,
      immediateDanger: false,
      missingNow: 'no',
      familyTold: true,
      whyNotTold: null,
      subjects: children.map((child) => ({ ...nobody, ...child })),
      formVersion: null,
      answers: [],
      draftId: null,
      ...changed,
    });
    const { id } = await tx
      .selectFrom('referral')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirstOrThrow();
    const subjects = await tx
      .selectFrom('referral_subject')
      .select('id')
      .where('referralId', '=', id)
      .orderBy('ordinal')
      .execute();
    return { id, reference, subjects: subjects.map((subject) => subject.id) };
  });
}

/** Asha says that the first child referred is this one. */
export const match = (test: TestHouse, { id, subjects: [subjectId = ''] }: Arranged, childId: ChildId, at = NOW) =>
  test.arrange((tx) =>
    recordMatches(tx, [
      { subjectId, referralId: id, childId, same: true, reason: 'Same number', by: test.workerId('asha'), at },
    ]),
  );

export const rate = (test: TestHouse, { id }: Arranged, brag: 'red' | 'amber' | 'green' | 'blue', at = NOW) =>
  test.arrange((tx) =>
    recordScreenings(tx, [{ referralId: id, brag, recommends: null, words: null, by: test.workerId('asha'), at }]),
  );

export const decideAs = (test: TestHouse, key: string, { id, subjects }: Arranged, at = NOW) =>
  test.arrange((tx) =>
    recordDecisions(tx, [
      {
        referralId: id,
        reason: 'Below the threshold',
        lawfulBasis: 'PUBLIC_TASK',
        askedOfReferrer: null,
        outcomes: subjects.map((subjectId) => ({ subjectId, outcome: 'ADVICE' })),
        by: test.workerId(key),
        at,
      },
    ]),
  );
