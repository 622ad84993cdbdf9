import { sql } from 'kysely';
import { ofChild, recogniseChildren, recordTaken } from '../../people/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Importing, Written } from '../../platform/imports/command.ts';
import { compareWithHeld } from '../../platform/imports/index.ts';
import { sayCount } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import { listSeries } from '../assessments.db.ts';
import {
  type AssessmentId,
  fromElsewhere,
  type NewAssessment,
  type NewAuthorisation,
  recordAssessments,
  recordAuthorisations,
} from '../recording.db.ts';
import type { AssessmentsFile } from './assessments.ts';
import { assessmentsBeside, chain, judgementSaid, type SaidAssessment } from './assessments-beside.ts';

/** Settles a spreadsheet of assessments against what is held. @returns how to write what is new. */
export async function compareAssessmentsFile(
  tx: Tx,
  { records, result }: AssessmentsFile,
  { now, progress }: Importing,
): Promise<() => Promise<Written>> {
  const recognition = await recogniseChildren(
    tx,
    records.map(({ child }) => child),
  );
  const children = [...recognition.found.values()].flatMap(({ held }) => held?.id ?? []);
  const held = await listSeries(
    tx,
    children.map((childId) => ({ childId })),
  );
  const { compare, toWrite } = assessmentsBeside(held);
  compareWithHeld(
    result,
    records,
    ofChild(recognition, ({ child }) => child.childId, compare),
  );
  const reviewed = await listReviewed(tx, children);
  const chained = chain(toWrite.added, held, (childId) => recognition.found.get(childId)?.held?.id, reviewed);
  for (const { said, comesBetween } of chained)
    if (comesBetween) result.noticed.push({ ...said.at.place('completedOn'), problem: COMES_BETWEEN });
  const waiting = toWrite.added.filter(({ authorisedOn }) => !authorisedOn).length;
  if (waiting > 0)
    result.notes.push(
      `${sayCount(waiting, 'assessment')} without authorised_on: held as waiting for a manager, and not counted until one authorises.`,
    );
  return async () => {
    const { ids, made } = await recordTaken(tx, recognition, { by: null, at: now });
    progress(`${sayCount(chained.length, 'assessment')}…`);
    const assessments = chained.flatMap(({ said, id, previous }) => {
      const childId = ids.get(said.child.childId);
      return childId ? [{ said, id, childId, previous }] : [];
    });
    await recordAssessments(
      tx,
      assessments.map(({ said, ...of }) => newAssessment(said, of, now)),
    );
    const authorisations = [
      ...assessments.flatMap(({ said, id, childId }) => newAuthorisation(said, id, childId, now)),
      ...toWrite.authorised.flatMap(({ said, held }) => newAuthorisation(said, held.id, held.childId, now)),
    ];
    await recordAuthorisations(tx, authorisations);
    const written = { assessments: assessments.length, authorisations: authorisations.length };
    return { children: [...ids.values()], made: { ...made, ...written } };
  };
}

const COMES_BETWEEN = 'comes between two that are held, of which one reviews the other: it is kept beside them';

async function listReviewed(tx: Tx, children: readonly ChildId[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('assessment')
    .select('previousId')
    .where('childId', '=', sql<string>`any (${children}::uuid[])`)
    .where('previousId', 'is not', null)
    .execute();
  return new Set(rows.map(({ previousId }) => previousId ?? ''));
}

function newAssessment(
  said: SaidAssessment,
  of: { id: AssessmentId; childId: ChildId; previous: AssessmentId | undefined },
  now: Date,
): NewAssessment {
  return {
    ...of,
    kind: said.kind,
    instrument: fromElsewhere,
    completedOn: said.completedOn,
    authorName: said.author,
    judgement: judgementSaid(said),
    importKey: said.key,
    recordedAt: now,
  };
}

function newAuthorisation(
  said: SaidAssessment,
  assessment: AssessmentId,
  childId: ChildId,
  now: Date,
): NewAuthorisation[] {
  if (!said.authorisedOn) return [];
  return [
    {
      assessment,
      childId,
      author: undefined,
      authoriserName: said.authoriser,
      authorisedOn: said.authorisedOn,
      judgement: judgementSaid(said),
      recordedAt: now,
    },
  ];
}
