import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { AssessmentKind } from './assessment.ts';
import type { Authorisation, Correction } from './authorisation.ts';
import type { Floor } from './floors.ts';
import type { ExploitationType, Level } from './judgement.ts';
import { judgementRow, recordAuthorisations } from './recording.db.ts';
import type { AssessmentInSeries } from './series.ts';

export async function saveAuthorisation(
  tx: Tx,
  assessment: AssessmentInSeries,
  authorisation: Authorisation,
  floor: Pick<Floor, 'level' | 'because'>,
  at: Date,
): Promise<void> {
  const { by, on, judgement, reason, belowFloor } = authorisation;
  await recordAuthorisations(tx, [
    {
      assessment: assessment.id,
      childId: assessment.childId,
      author: assessment.authorId ?? undefined,
      authoriser: by,
      authorisedOn: on,
      judgement,
      floor,
      belowFloor,
      reason,
      recordedAt: at,
    },
  ]);
}

/** `version` is the one after what the manager was shown: two corrections at once are refused by the key. */
export async function saveCorrection(
  tx: Tx,
  assessment: AssessmentInSeries,
  version: number,
  { by, on, judgement, reason, belowFloor }: Correction,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('authorisation_correction')
    .values({
      assessmentId: assessment.id,
      childId: assessment.childId,
      authorId: assessment.authorId,
      version,
      correctedBy: by,
      correctedOn: on,
      ...judgementRow(judgement),
      belowFloor,
      reason,
      recordedAt: at,
    })
    .execute();
}

type Return = { by: WorkerId; on: PlainDate; reason: string; at: Date };

export async function saveReturn(tx: Tx, assessment: AssessmentInSeries, returned: Return): Promise<void> {
  await tx
    .insertInto('assessment_returned')
    .values({
      assessmentId: assessment.id,
      childId: assessment.childId,
      authorId: assessment.authorId ?? '',
      returnedBy: returned.by,
      reason: returned.reason,
      returnedOn: returned.on,
      recordedAt: returned.at,
    })
    .execute();
}

export type WaitingAssessment = {
  reference: string;
  childId: ChildId;
  author: string | null;
  kind: AssessmentKind;
  completedOn: PlainDate;
  type: ExploitationType;
  level: Level;
};

/** Completed by others than the reader, and neither authorised nor returned. */
export async function listWaiting(tx: Tx): Promise<WaitingAssessment[]> {
  return waiting(tx)
    .leftJoin('worker as w', 'w.id', 'a.authorId')
    .select(['a.reference', 'a.childId', 'a.kind', 'a.completedOn', 'a.type', 'a.level'])
    .select(sql<string | null>`coalesce(w.name, a.author_name)`.as('author'))
    .$castTo<WaitingAssessment>()
    .execute();
}

export async function countWaiting(tx: Tx, longSince: PlainDate) {
  return waiting(tx)
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      fn.countAll<number>().filterWhere('a.completedOn', '<', longSince).as('late'),
    ])
    .executeTakeFirstOrThrow();
}

const waiting = (tx: Tx) =>
  tx
    .selectFrom('assessment as a')
    .where(sql<boolean>`a.id = any ((select array_agg(assessment_id) from guard.waiting_for_authorisation())::uuid[])`);

/** Returned to this author, and not yet put right: nothing about the child was completed since. */
export async function listReturnedTo(tx: Tx, author: WorkerId): Promise<{ reference: string; childId: ChildId }[]> {
  return tx
    .selectFrom('assessment_returned as t')
    .innerJoin('assessment as a', 'a.id', 't.assessmentId')
    .select(['a.reference', 'a.childId'])
    .where('t.authorId', '=', author)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assessment as later')
            .select('later.id')
            .whereRef('later.childId', '=', 'a.childId')
            .where(sql<boolean>`(later.completed_on, later.turn) > (a.completed_on, a.turn)`),
        ),
      ),
    )
    .orderBy('a.completedOn')
    .$castTo<{ reference: string; childId: ChildId }>()
    .execute();
}
