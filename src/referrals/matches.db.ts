import { sql } from 'kysely';
import { inParts, type Tx } from '../platform/db/index.ts';
import { findId, type PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import { type Grade, gradeOf, grades, type Likeness } from './matching.ts';
import type { Done } from './screenings.db.ts';

/** A child on record who may be the one referred, unless somebody has said that they are not. */
export type Candidate = Likeness & {
  childId: ChildId;
  reference: string;
  givenNames: string | null;
  familyName: string | null;
  bornOn: PlainDate | null;
  expectedOn: null;
  /** Their allocated social workers. */
  workers: string[];
  /** The teams that work with them. */
  teams: string[];
  grade: Grade;
  ruledOut: RuledOut | undefined;
};
export type RuledOut = { id: string; childId: ChildId; reason: string; by: string | null };

/** Those who may be the child referred, the most alike first; and whom to ring about those closed to the reader. */
export type Candidates = { open: Candidate[]; contacts: string[] };

type Row = Omit<Candidate, 'grade' | 'expectedOn' | 'ruledOut'> & { contact: string | null };

/** Runs over everything on record. Whoever is the contact of a child closed to the reader is told, once. */
export async function findCandidates(tx: Tx, subjectId: string, now: Date): Promise<Candidates> {
  const { rows } = await sql<Row>`
    select child_id as "childId", reference, given_names as "givenNames", family_name as "familyName", born_on as "bornOn",
      numbers, born, given, family, alias, kin, workers, teams, contact
    from guard.match_candidates(${subjectId}, ${now})`.execute(tx);
  const ruledOut = await listRuledOut(tx, subjectId);
  const open = rows
    .filter(({ contact }) => contact === null)
    .map(({ contact: _, ...row }) => ({
      ...row,
      expectedOn: null,
      grade: gradeOf(row),
      ruledOut: ruledOut.find(({ childId }) => childId === row.childId),
    }));
  const contacts = rows.flatMap(({ contact }) => contact ?? []);
  return { open: open.toSorted(mostAlikeFirst), contacts: [...new Set(contacts)].toSorted() };
}

function mostAlikeFirst(a: Candidate, b: Candidate): number {
  const order = ({ grade }: Candidate) => grades.indexOf(grade);
  return order(a) - order(b) || a.reference.localeCompare(b.reference);
}

async function listRuledOut(tx: Tx, subjectId: string): Promise<RuledOut[]> {
  return tx
    .selectFrom('subject_match as m')
    .leftJoin('worker as w', 'w.id', 'm.matched_by')
    .leftJoin('subject_match_undone as u', 'u.match_id', 'm.id')
    .select(['m.id', 'm.child_id as childId', 'm.reason', 'w.name as by'])
    .where('m.subject_id', '=', subjectId)
    .where('m.same', '=', false)
    .where('u.match_id', 'is', null)
    .$castTo<RuledOut>()
    .execute();
}

/** What was said of a referred child and has not been undone. */
export async function findMatch(tx: Tx, subjectId: string, text: string) {
  const id = findId<'match'>(text);
  if (!id) return undefined;
  return tx
    .selectFrom('subject_match as m')
    .leftJoin('subject_match_undone as u', 'u.match_id', 'm.id')
    .select(['m.id', 'm.same', 'm.reason', 'm.child_id as childId'])
    .where('m.id', '=', id)
    .where('m.subject_id', '=', subjectId)
    .where('u.match_id', 'is', null)
    .$castTo<{ id: string; same: boolean; reason: string; childId: ChildId }>()
    .executeTakeFirst();
}

/** Two people saying who one referred child is take turns: the second sees what the first said. */
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
      subject_id: subjectId,
      referral_id: referralId,
      child_id: childId,
      same,
      reason,
      matched_by: by,
      matched_at: at,
    }));
    await tx.insertInto('subject_match').values(rows).execute();
  }
}

export async function undoMatch(tx: Tx, matchId: string, reason: string, { by, at }: Done): Promise<void> {
  await tx
    .insertInto('subject_match_undone')
    .values({ match_id: matchId, reason, undone_by: by, undone_at: at })
    .execute();
}

/** The concern is about this worker: from now on they do not see it, and it does not wait for them. */
export async function recordConcernedWorker(tx: Tx, referralId: string, worker: WorkerId, { by, at }: Done) {
  await tx
    .insertInto('concerned_worker')
    .values({ referral_id: referralId, worker_id: worker, recorded_by: by, recorded_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
