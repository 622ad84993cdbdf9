import { sql } from 'kysely';
import { comparing, type Likely, type OnRecord, onRecordColumns, rankLikely } from '../people/index.ts';
import { inParts, type Tx } from '../platform/db/index.ts';
import { findId } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import { describeReferred } from './matching.ts';
import type { ReferredChild } from './received.ts';
import type { Done } from './screenings.db.ts';

/** A child on record who may be the one referred, unless somebody has said that they are not. */
export type Candidate = OnRecord &
  Likely & {
    /** A twin or sibling of this child is on record. */
    kin: 'twin' | 'sibling' | null;
    /** Their allocated social workers. */
    workers: string[];
    /** The teams that work with them. */
    teams: string[];
    ruledOut: RuledOut | undefined;
  };
type RuledOut = { id: string; childId: ChildId; reason: string; by: string | null; considered: string[] | null };

/** Those who may be the child referred, the likeliest first; and whom to ring about those closed to the reader. */
export type Candidates = { open: Candidate[]; contacts: string[] };

type Shown = Pick<Candidate, 'kin' | 'workers' | 'teams'> & { childId: ChildId | null; contact: string | null };

/** Runs over everything on record. Whoever is the contact of a child closed to the reader is told, once. */
export async function findCandidates(tx: Tx, child: ReferredChild, now: Date): Promise<Candidates> {
  const { shown, contacts } = await compareWithAll(tx, child, now);
  const ruledOut = shown.length > 0 ? await listRuledOut(tx, child.id) : [];
  const open = shown.map((one) => ({ ...one, ruledOut: ruledOut.find(({ childId }) => childId === one.childId) }));
  return { open, contacts: [...new Set(contacts)].toSorted() };
}

/** What is compared of a child closed to the reader ends here: of it only the contact is handed back. */
async function compareWithAll(tx: Tx, child: ReferredChild, now: Date) {
  return comparing(tx, async () => {
    const { rows: all } = await sql<OnRecord>`
      select ${onRecordColumns} from guard.who_may_be_referred(${child.id})`.execute(tx);
    const likely = rankLikely(describeReferred(child), all);
    if (likely.length === 0) return { shown: [], contacts: [] };
    const ids = likely.map(({ childId }) => childId);
    const { rows } = await sql<Shown>`select child_id, kin, workers, teams, contact
      from guard.show_candidates(${child.id}, ${ids}::uuid[], ${now})`.execute(tx);
    const shown = likely.flatMap((one) => {
      const found = rows.find(({ childId }) => childId === one.childId);
      return found ? [{ ...one, kin: found.kin, workers: found.workers, teams: found.teams }] : [];
    });
    return { shown, contacts: rows.flatMap(({ contact }) => contact ?? []) };
  });
}

async function listRuledOut(tx: Tx, subjectId: string): Promise<RuledOut[]> {
  return (
    tx
      .selectFrom('subject_match as m')
      .leftJoin('worker as w', 'w.id', 'm.matchedBy')
      .leftJoin('subject_match_undone as u', 'u.matchId', 'm.id')
      .select(['m.id', 'm.childId', 'm.reason', 'w.name as by', 'm.considered'])
      .where('m.subjectId', '=', subjectId)
      .where('m.same', '=', false)
      .where('u.matchId', 'is', null)
      // The one said over most: it is the latest, also where every moment is the same one.
      .orderBy(sql`cardinality(m.considered)`, (order) => order.desc().nullsLast())
      .$castTo<RuledOut>()
      .execute()
  );
}

/** What was said of a referred child and has not been undone. */
export async function findMatch(tx: Tx, subjectId: string, text: string) {
  const id = findId<'match'>(text);
  if (!id) return undefined;
  return tx
    .selectFrom('subject_match as m')
    .leftJoin('subject_match_undone as u', 'u.matchId', 'm.id')
    .select(['m.id', 'm.same', 'm.reason', 'm.childId'])
    .where('m.id', '=', id)
    .where('m.subjectId', '=', subjectId)
    .where('u.matchId', 'is', null)
    .$castTo<{ id: string; same: boolean; reason: string; childId: ChildId }>()
    .executeTakeFirst();
}

/** Two people saying who one referred child is take turns (an advisory lock): the second sees what the first said. */
export async function takeTurnToMatch(tx: Tx, referralId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('match ' || ${referralId}, 0))`.execute(tx);
}

export type NewMatch = {
  subjectId: string;
  referralId: string;
  childId: ChildId;
  same: boolean;
  reason: string;
  /** Nobody: an import says it. */
  by: WorkerId | null;
  at: Date;
};
export async function recordMatches(tx: Tx, all: readonly NewMatch[]): Promise<void> {
  for (const some of inParts(all)) {
    const rows = some.map(({ subjectId, referralId, childId, same, reason, by, at }) => ({
      ...{ subjectId, referralId, childId, same, reason },
      matchedBy: by,
      matchedAt: at,
    }));
    await tx.insertInto('subject_match').values(rows).execute();
  }
}

export async function undoMatch(tx: Tx, matchId: string, reason: string, { by, at }: Done): Promise<void> {
  await tx.insertInto('subject_match_undone').values({ matchId, reason, undoneBy: by, undoneAt: at }).execute();
}

/** The concern is about this worker: from now on they do not see it, and it does not wait for them. */
export async function recordConcernedWorker(tx: Tx, referralId: string, worker: WorkerId, { by, at }: Done) {
  await tx
    .insertInto('concerned_worker')
    .values({ referralId, workerId: worker, recordedBy: by, recordedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
