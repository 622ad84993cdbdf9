import { sql } from 'kysely';
import { inParts, type Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { CaseId } from './case-record.ts';

export type ProgressNote = { caseId: CaseId; on: PlainDate; words: string; by: string };

/** The latest note on each of these cases. */
export async function mapLatestNotes(tx: Tx, cases: readonly CaseId[]): Promise<Map<CaseId, ProgressNote>> {
  if (cases.length === 0) return new Map();
  const { rows } = await sql<ProgressNote>`
    select n.case_id, n.on_day as on, n.words, w.name as by
    from unnest(${cases}::uuid[]) as wanted (id)
    join lateral (
      select * from progress_note p where p.case_id = wanted.id order by p.on_day desc, p.recorded_at desc limit 1
    ) n on true
    join worker w on w.id = n.noted_by`.execute(tx);
  return new Map(rows.map((note) => [note.caseId, note]));
}

export async function listNotes(tx: Tx, caseId: CaseId, atMost: number): Promise<ProgressNote[]> {
  return tx
    .selectFrom('progress_note as n')
    .innerJoin('worker as w', 'w.id', 'n.notedBy')
    .select(['n.caseId', 'n.onDay as on', 'n.words', 'w.name as by'])
    .where('n.caseId', '=', caseId)
    .orderBy('n.onDay', 'desc')
    .orderBy('n.recordedAt', 'desc')
    .limit(atMost)
    .$castTo<ProgressNote>()
    .execute();
}

export type NewProgressNote = {
  caseId: CaseId;
  childId: ChildId;
  on: PlainDate;
  words: string;
  by: WorkerId;
  at: Date;
};
export async function noteProgress(tx: Tx, all: readonly NewProgressNote[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ caseId, childId, on, words, by, at }) => ({
      ...{ caseId, childId, words },
      onDay: on,
      notedBy: by,
      recordedAt: at,
    }));
    await tx.insertInto('progress_note').values(rows).execute();
  }
}
