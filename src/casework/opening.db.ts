import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inParts, type Tx } from '../platform/db/index.ts';
import { newReference, type PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, TeamId, WorkerId, World } from '../platform/web/world.ts';
import type { Engagement } from './case.ts';
import type { CaseId } from './case-record.ts';

/** A decision for Evolve about one child, which no case and no answer has followed yet. */
export type Waiting = {
  subjectId: string;
  childId: ChildId;
  decidedOn: PlainDate;
  referralReference: string;
  reason: string;
  lawfulBasis: string;
};

const waiting = (tx: Tx) =>
  tx
    .selectFrom(
      sql<Waiting>`(select subject_id, child_id, decided_on, referral_reference, reason, lawful_basis
        from guard.waiting_for_me())`.as('w'),
    )
    .selectAll();

export async function listWaiting(tx: Tx): Promise<Waiting[]> {
  return waiting(tx).execute();
}

export async function countWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from guard.waiting_for_me()`.execute(tx);
  return rows[0]?.count ?? 0;
}

async function findWaiting(tx: Tx, subjectId: string): Promise<Waiting | undefined> {
  return waiting(tx).where('subjectId', '=', subjectId).executeTakeFirst();
}

export type OpenedCase = { reference: string; childId: ChildId; openedOn: PlainDate; openedBy: string | null };

/** The case opened from this decision, when there is one already. */
async function findCaseOpenedFrom(tx: Tx, subjectId: string): Promise<OpenedCase | undefined> {
  return tx
    .selectFrom('evolve_case as k')
    .leftJoin('worker as w', 'w.id', 'k.openedBy')
    .select(['k.reference', 'k.childId', 'k.openedOn', 'w.name as openedBy'])
    .where('k.subjectId', '=', subjectId)
    .$castTo<OpenedCase>()
    .executeTakeFirst();
}

/** The decision, whether it still waits or somebody has just opened a case from it. */
export async function findDecided(tx: Tx, subjectId: string) {
  const waiting = await findWaiting(tx, subjectId);
  const opened = waiting ? undefined : await findCaseOpenedFrom(tx, subjectId);
  const childId = waiting?.childId ?? opened?.childId;
  return childId && { childId, waiting, opened };
}

/** The child's latest spell, even where it closed too long ago for this worker to see more of it. */
export async function findCaseBefore(tx: Tx, child: ChildId) {
  const { rows } = await sql<{ caseId: CaseId; reference: string; closedOn: PlainDate | null }>`
    select case_id, reference, closed_on from guard.case_before(${child})`.execute(tx);
  return rows[0];
}

/** The worker's teams in which somebody holds cases: what a case is opened with. */
export async function listTeamsThatHold(tx: Tx, { worker, today }: World): Promise<{ id: TeamId; name: string }[]> {
  const { rows } = await sql<{ id: TeamId; name: string }>`
    select t.id, t.name from team t where t.id = any (${worker.teams}::uuid[]) and exists (
      select from team_member m
      join worker_role r on r.worker_id = m.worker_id
      join role_permission p on p.role = r.role and p.permission = 'cases.hold'
      where m.team_id = t.id and m.since <= ${today} and (m.until is null or m.until >= ${today})
        and r.since <= ${today} and (r.until is null or r.until >= ${today}))
    order by t.name`.execute(tx);
  return rows;
}

export type NewCase = {
  childId: ChildId;
  teamId: TeamId;
  lawfulBasis: string;
  openedOn: PlainDate;
  at: Date;
  /** Nobody on an imported case. */
  by?: WorkerId | undefined;
  /** The subject of the decision it was opened from. */
  subjectId?: string | undefined;
  /** The child's closed case before this one, if there was one. */
  previousId?: CaseId | undefined;
  /** Both for a story told again the same; otherwise made here. */
  id?: CaseId | undefined;
  reference?: string | undefined;
  importKey?: string | undefined;
};
export type Opened = { id: CaseId; reference: string };

/** @returns the cases in the order given. A reference somebody else has is made again. */
export async function openCases(tx: Tx, cases: readonly NewCase[]): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const some of inParts(cases)) {
    let left = some.map((one) => ({
      one,
      id: one.id ?? (randomUUID() as CaseId),
      reference: one.reference ?? newReference('E'),
    }));
    const all = left;
    while (left.length > 0) {
      const added = await addCases(tx, left);
      left = left.filter(({ id }) => !added.has(id));
      for (const again of left) again.reference = newReference('E');
    }
    opened.push(...all.map(({ id, reference }) => ({ id, reference })));
  }
  return opened;
}

const placeOf = ({ childId, teamId, subjectId, previousId }: NewCase) => ({ childId, teamId, subjectId, previousId });

async function addCases(tx: Tx, cases: readonly (Opened & { one: NewCase })[]): Promise<Set<string>> {
  const rows = await tx
    .insertInto('evolve_case')
    .values(
      cases.map(({ id, reference, one }) => ({
        ...{ id, reference, ...placeOf(one), lawfulBasis: one.lawfulBasis, importKey: one.importKey },
        openedOn: one.openedOn,
        openedBy: one.by,
        recordedAt: one.at,
      })),
    )
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export type NewEngagement = {
  caseId: CaseId;
  childId: ChildId;
  standing: Engagement;
  words?: string | null | undefined;
  on: PlainDate;
  by: WorkerId;
  at: Date;
};
export async function recordEngagements(tx: Tx, all: readonly NewEngagement[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ caseId, childId, standing, words, on, by, at }) => ({
      ...{ caseId, childId, standing, words },
      onDay: on,
      recordedBy: by,
      recordedAt: at,
    }));
    await tx.insertInto('engagement').values(rows).execute();
  }
}

export type EngagementRow = { standing: Engagement; words: string | null; on: PlainDate };
export async function listEngagements(tx: Tx, caseId: CaseId): Promise<EngagementRow[]> {
  return tx
    .selectFrom('engagement')
    .select(['standing', 'words', 'onDay as on'])
    .where('caseId', '=', caseId)
    .orderBy('onDay', 'desc')
    .orderBy('recordedAt', 'desc')
    .$castTo<EngagementRow>()
    .execute();
}

/** The decision is answered without opening a case: noted on the open one, or not taken on. */
export async function answerDecision(
  tx: Tx,
  { subjectId, childId }: Waiting,
  answer: { caseId: CaseId | undefined; words: string },
  { worker, today, now }: World,
): Promise<void> {
  await tx
    .insertInto('decision_noted')
    .values({
      subjectId,
      childId,
      caseId: answer.caseId ?? null,
      takenOn: answer.caseId !== undefined,
      words: answer.words,
      notedOn: today,
      notedBy: worker.id,
      recordedAt: now,
    })
    .execute();
}
