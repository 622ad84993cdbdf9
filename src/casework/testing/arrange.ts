import { randomUUID } from 'node:crypto';
import { recordChildren } from '../../people/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { addDays, londonMoment, newReference, type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import { NOW, type TestHouse, TODAY } from '../../platform/testing/house.ts';
import type { ChildId, TeamId } from '../../platform/web/world.ts';
import type { Level } from '../../risk/index.ts';
import { allocateCases } from '../allocations.db.ts';
import type { CaseId } from '../case-record.ts';
import { openCases } from '../opening.db.ts';

export type Arranged = { id: CaseId; reference: string; childId: ChildId };
type Wanted = {
  name: string;
  team?: string;
  to?: string;
  openedOn?: PlainDate;
  born?: PlainDate;
  /** Authorised by Nadine unless told otherwise; `waiting` leaves it with the manager. */
  levels?: { level: Level; on: PlainDate; waiting?: boolean }[];
};

/** Open cases for tests, each of a child of its own. */
export async function arrangeCases(test: TestHouse, wanted: readonly Wanted[]): Promise<Arranged[]> {
  return test.arrange(async (tx) => {
    const children = await recordChildren(
      tx,
      wanted.map(({ name, born = plainDate('2009-06-01') }) => ({
        givenNames: name,
        familyName: 'Marsh',
        bornOn: born,
        sex: 'F' as const,
        firstLanguage: 'English',
      })),
      { by: null, at: NOW },
    );
    const arranged: Arranged[] = [];
    for (const [place, one] of wanted.entries()) {
      const child = children[place];
      if (!child) throw new Error('the child was not recorded');
      arranged.push(await arrangeCase(tx, test, child.id, one));
    }
    return arranged;
  });
}

async function arrangeCase(tx: Tx, test: TestHouse, childId: ChildId, wanted: Wanted): Promise<Arranged> {
  const { openedOn = plainDate('2023-09-01'), team = 'evolve', to, levels = [] } = wanted;
  const by = { by: test.workerId('nadine'), at: londonMoment(openedOn, '09:00') };
  const [opened] = await openCases(tx, [
    { childId, teamId: await teamId(tx, team), lawfulBasis: 's17', openedOn, ...by },
  ]);
  if (!opened) throw new Error('the case was not opened');
  const on = { caseId: opened.id, childId };
  if (to)
    await allocateCases(tx, [
      { ...on, ...by, workerId: test.workerId(to), since: openedOn, reason: 'Allocated when the case was opened' },
    ]);
  for (const { level, on: completedOn, waiting } of levels) {
    await arrangeLevel(tx, test, childId, level, completedOn, waiting);
  }
  return { ...opened, childId };
}

export async function teamId(tx: Tx, code: string): Promise<TeamId> {
  const { id } = await tx.selectFrom('team').select('id').where('code', '=', code).executeTakeFirstOrThrow();
  return id as TeamId;
}

/** Another team that holds cases, in which nobody of the cast works. */
export async function addTeam(test: TestHouse, code: string): Promise<void> {
  await test.arrange(async (tx) => {
    const { agencyId } = await tx
      .selectFrom('team')
      .select('agencyId')
      .where('code', '=', 'evolve')
      .executeTakeFirstOrThrow();
    await tx.insertInto('team').values({ code, name: code, agencyId }).execute();
  });
}

/** A completed assessment by Dev; Nadine authorises it the next day unless it is left waiting. */
export async function arrangeLevel(
  tx: Tx,
  test: TestHouse,
  childId: ChildId,
  level: Level,
  completedOn: PlainDate,
  waiting = false,
): Promise<void> {
  const authorId = test.workerId('dev');
  const type = level === 'NONE' ? ('NO_RISK' as const) : ('CCE' as const);
  const judged = {
    type,
    level,
    cceLevel: level,
    cseLevel: 'NONE',
    standing: level === 'NONE' ? 'neither' : 'at_risk',
  };
  const { id } = await tx
    .insertInto('assessment')
    .values({
      reference: newReference('A'),
      childId,
      kind: 'initial',
      instrumentCode: 'throughline',
      instrumentVersion: 1,
      completedOn,
      authorId,
      ...judged,
      recordedAt: londonMoment(completedOn, '12:00'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (waiting) return;
  const authorisedOn = completedOn < TODAY ? addDays(completedOn, 1) : completedOn;
  await tx
    .insertInto('authorisation')
    .values({
      assessmentId: id,
      childId,
      authorId,
      authorisedBy: test.workerId('nadine'),
      authorisedOn,
      ...judged,
      recordedAt: londonMoment(authorisedOn, '12:00'),
    })
    .execute();
}

/** A decision for Evolve about a child, which waits to be answered. */
export async function arrangeDecision(test: TestHouse, childId: ChildId, decidedOn: PlainDate): Promise<string> {
  const [referral, subject, decision] = [randomUUID(), randomUUID(), randomUUID()];
  const at = londonMoment(decidedOn, '11:00');
  await test.arrange(async (tx) => {
    await tx
      .insertInto('referral')
      .values({
        id: referral,
        reference: newReference('R'),
        receivedAt: at,
        channel: 'phone',
        source: '2A',
        suspected: 'CCE',
        authorId: test.workerId('tomasz'),
        familyTold: true,
        recordedAt: at,
      })
      .execute();
    await tx
      .insertInto('referral_subject')
      .values({ id: subject, referralId: referral, ordinal: 1, sex: 'F' })
      .execute();
    await tx
      .insertInto('subject_match')
      .values({
        subjectId: subject,
        referralId: referral,
        childId,
        same: true,
        reason: 'Same name and birthday',
        matchedAt: at,
      })
      .execute();
    await tx
      .insertInto('decision')
      .values({
        id: decision,
        referralId: referral,
        reason: 'Two phones and a debt: she is being used to carry',
        lawfulBasis: 's47',
        decidedAt: at,
      })
      .execute();
    await tx
      .insertInto('decision_outcome')
      .values({ decisionId: decision, subjectId: subject, referralId: referral, outcome: 'ALLOCATE_EVOLVE' })
      .execute();
  });
  return subject;
}
