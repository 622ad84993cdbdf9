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
    const { agency_id } = await tx
      .selectFrom('team')
      .select('agency_id')
      .where('code', '=', 'evolve')
      .executeTakeFirstOrThrow();
    await tx.insertInto('team').values({ code, name: code, agency_id }).execute();
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
  const author_id = test.workerId('dev');
  const type = level === 'NONE' ? ('NO_RISK' as const) : ('CCE' as const);
  const judged = {
    type,
    level,
    cce_level: level,
    cse_level: 'NONE',
    standing: level === 'NONE' ? 'neither' : 'at_risk',
  };
  const { id } = await tx
    .insertInto('assessment')
    .values({
      reference: newReference('A'),
      child_id: childId,
      kind: 'initial',
      instrument_code: 'throughline',
      instrument_version: 1,
      completed_on: completedOn,
      author_id,
      ...judged,
      recorded_at: londonMoment(completedOn, '12:00'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (waiting) return;
  const authorised_on = completedOn < TODAY ? addDays(completedOn, 1) : completedOn;
  await tx
    .insertInto('authorisation')
    .values({
      assessment_id: id,
      child_id: childId,
      author_id,
      authorised_by: test.workerId('nadine'),
      authorised_on,
      ...judged,
      recorded_at: londonMoment(authorised_on, '12:00'),
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
        received_at: at,
        channel: 'phone',
        source: '2A',
        suspected: 'CCE',
        author_id: test.workerId('tomasz'),
        family_told: true,
        recorded_at: at,
      })
      .execute();
    await tx
      .insertInto('referral_subject')
      .values({ id: subject, referral_id: referral, ordinal: 1, sex: 'F' })
      .execute();
    await tx
      .insertInto('subject_match')
      .values({
        subject_id: subject,
        referral_id: referral,
        child_id: childId,
        same: true,
        reason: 'Same name and birthday',
        matched_at: at,
      })
      .execute();
    await tx
      .insertInto('decision')
      .values({
        id: decision,
        referral_id: referral,
        reason: 'Two phones and a debt: she is being used to carry',
        lawful_basis: 's47',
        decided_at: at,
      })
      .execute();
    await tx
      .insertInto('decision_outcome')
      .values({ decision_id: decision, subject_id: subject, referral_id: referral, outcome: 'ALLOCATE_EVOLVE' })
      .execute();
  });
  return subject;
}
