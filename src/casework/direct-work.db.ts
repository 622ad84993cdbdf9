import { sql } from 'kysely';
import { inParts, type Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { CaseId } from './case-record.ts';
import type { Contribution, ContributionTo, DirectWork, WorkKind } from './direct-work.ts';

/** What was done with a child, the latest first, a page at a time from before a key. */
export async function listDirectWork(
  tx: Tx,
  caseId: CaseId,
  { before, atMost }: { before?: { on: string; id: string } | undefined; atMost: number },
): Promise<DirectWork[]> {
  return directWork(tx)
    .where('d.caseId', '=', caseId)
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(d.on_day, d.id) < (${before?.on}::date, ${before?.id}::uuid)`),
    )
    .orderBy('d.onDay', 'desc')
    .orderBy('d.id', 'desc')
    .limit(atMost)
    .execute();
}

/** Everything since a day, over several cases: for the weekly meeting. */
export async function listDirectWorkSince(
  tx: Tx,
  cases: readonly CaseId[],
  since: PlainDate,
): Promise<(DirectWork & { caseId: CaseId })[]> {
  if (cases.length === 0) return [];
  return directWork(tx)
    .select('d.caseId')
    .where('d.caseId', '=', sql<string>`any (${cases}::uuid[])`)
    .where('d.onDay', '>=', since)
    .orderBy('d.onDay')
    .$castTo<DirectWork & { caseId: CaseId }>()
    .execute();
}

const directWork = (tx: Tx) =>
  tx
    .selectFrom('direct_work as d')
    .innerJoin('worker as w', 'w.id', 'd.workerId')
    .select(['d.id', 'd.onDay as on', 'd.kind', 'd.topic', 'd.words', 'd.tools', 'd.cameOfIt', 'w.name as workerName'])
    .$castTo<DirectWork>();

export type NewDirectWork = {
  caseId: CaseId;
  childId: ChildId;
  on: PlainDate;
  kind: WorkKind;
  topic: string;
  words: string;
  tools?: string | null | undefined;
  cameOfIt?: string | null | undefined;
  by: WorkerId;
  at: Date;
};
export async function recordDirectWork(tx: Tx, all: readonly NewDirectWork[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ caseId, childId, on, kind, topic, words, tools, cameOfIt, by, at }) => ({
      ...{ caseId, childId, kind, topic, words, tools, cameOfIt },
      onDay: on,
      workerId: by,
      recordedAt: at,
    }));
    await tx.insertInto('direct_work').values(rows).execute();
  }
}

export async function listContributions(tx: Tx, caseId: CaseId): Promise<Contribution[]> {
  return tx
    .selectFrom('contribution as c')
    .innerJoin('worker as w', 'w.id', 'c.workerId')
    .select(['c.id', 'c.onDay as on', 'c.towards', 'c.givenTo', 'c.words', 'w.name as workerName'])
    .where('c.caseId', '=', caseId)
    .orderBy('c.onDay', 'desc')
    .orderBy('c.recordedAt', 'desc')
    .$castTo<Contribution>()
    .execute();
}

export type NewContribution = {
  caseId: CaseId;
  childId: ChildId;
  on: PlainDate;
  towards: ContributionTo;
  givenTo: string;
  words: string;
  by: WorkerId;
  at: Date;
};
export async function recordContributions(tx: Tx, all: readonly NewContribution[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ caseId, childId, on, towards, givenTo, words, by, at }) => ({
      ...{ caseId, childId, towards, givenTo, words },
      onDay: on,
      workerId: by,
      recordedAt: at,
    }));
    await tx.insertInto('contribution').values(rows).execute();
  }
}
