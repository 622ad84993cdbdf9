import { randomUUID } from 'node:crypto';
import type { Tx } from '../platform/db/index.ts';
import { type Id, newReference, type PlainDate } from '../platform/kernel/index.ts';
import type { ChildId, WorkerId } from '../platform/web/world.ts';
import type { IndicatorAnswer } from './answer.ts';
import type { AssessmentKind } from './assessment.ts';
import type { Floor } from './floors.ts';
import type { InstrumentUsed } from './instrument.ts';
import type { Judgement } from './judgement.ts';
import type { Suggestion } from './suggestion.ts';
import type { ChildVoice } from './voice.ts';

export type AssessmentId = Id<'assessment'>;

/** What an assessment says. Records from elsewhere hold the first few; the rest may be missing. */
export type NewAssessment = {
  /** Both are drawn, except where the trial keeps its own from one planting to the next. */
  id?: AssessmentId | undefined;
  reference?: string | undefined;
  childId: ChildId;
  kind: AssessmentKind;
  previous?: AssessmentId | undefined;
  replaces?: AssessmentId | undefined;
  draft?: Id<'assessment-draft'> | undefined;
  instrument: InstrumentUsed;
  completedOn: PlainDate;
  author?: WorkerId | undefined;
  /** As a file names somebody who is no worker here. */
  authorName?: string | undefined;
  judgement: Judgement;
  firstJudgement?: Judgement | undefined;
  changedBecause?: string | undefined;
  suggestion?: Suggestion | undefined;
  differsBecause?: string | undefined;
  analysis?: string | undefined;
  protective?: readonly string[] | undefined;
  push?: readonly string[] | undefined;
  pull?: readonly string[] | undefined;
  context?: string | undefined;
  voice?: ChildVoice | undefined;
  parentView?: string | undefined;
  answers?: readonly IndicatorAnswer[] | undefined;
  importKey?: string | undefined;
  recordedAt: Date;
};

/** The instrument of a record that was made with some tool elsewhere, and says no more of it. */
export const fromElsewhere: InstrumentUsed = { code: 'elsewhere', version: 1 };

export type RecordedAssessment = { id: AssessmentId; reference: string };

/** @returns the new assessments in the order given. Inserted in parts: one statement takes at most 65,535 values. */
export async function recordAssessments(tx: Tx, all: readonly NewAssessment[]): Promise<RecordedAssessment[]> {
  const recorded: RecordedAssessment[] = [];
  for (let from = 0; from < all.length; from += PART) {
    const some = all.slice(from, from + PART).map((one) => ({ ...one, id: one.id ?? (randomUUID() as AssessmentId) }));
    recorded.push(...(await addWithReferences(tx, some)));
    await recordAnswers(tx, some);
  }
  return recorded;
}
const PART = 1000;

type WithId = NewAssessment & { id: AssessmentId };

/** A reference that is taken is drawn again: among a million assessments it happens. */
async function addWithReferences(tx: Tx, wanted: WithId[]): Promise<RecordedAssessment[]> {
  const references = new Map<string, string>();
  while (references.size < wanted.length) {
    // A review is added after the one it names, which may still be waiting for another reference.
    const waiting = new Set(wanted.map(({ id }) => id).filter((id) => !references.has(id)));
    const tried = wanted.filter(({ id, previous }) => waiting.has(id) && !(previous && waiting.has(previous)));
    const added = await tx
      .insertInto('assessment')
      .values(tried.map((one) => ({ ...assessmentRow(one), reference: one.reference ?? newReference('A') })))
      .onConflict((conflict) => conflict.column('reference').doNothing())
      .returning(['id', 'reference'])
      .execute();
    for (const { id, reference } of added) references.set(id, reference);
    for (const one of tried) if (!references.has(one.id)) one.reference = undefined;
  }
  return wanted.map(({ id }) => ({ id, reference: references.get(id) ?? '' }));
}

/** Only what is given: the application may not write the columns of imports, not even with nothing. */
function assessmentRow(one: WithId) {
  const { judgement, firstJudgement, voice } = one;
  return {
    id: one.id,
    childId: one.childId,
    kind: one.kind,
    previousId: one.previous,
    replacesId: one.replaces,
    draftId: one.draft,
    instrumentCode: one.instrument.code,
    instrumentVersion: one.instrument.version,
    completedOn: one.completedOn,
    authorId: one.author,
    authorName: one.authorName,
    ...judgementRow(judgement),
    firstJudgement: firstJudgement && JSON.stringify(firstJudgement),
    changedBecause: one.changedBecause,
    suggestedLevel: one.suggestion?.level,
    suggestedBecause: one.suggestion && [...one.suggestion.because],
    reasonForDifference: one.differsBecause,
    analysis: one.analysis,
    protective: one.protective && [...one.protective],
    pushFactors: one.push && [...one.push],
    pullFactors: one.pull && [...one.pull],
    context: one.context,
    voice: voice && JSON.stringify(voice),
    parentView: one.parentView,
    importKey: one.importKey,
    recordedAt: one.recordedAt,
  };
}

export function judgementRow({ type, level, byType, standing, modes }: Judgement) {
  return {
    type,
    level,
    cceLevel: byType?.cce ?? null,
    cseLevel: byType?.cse ?? null,
    standing: standing ?? (type === 'NO_RISK' ? 'neither' : 'not_recorded'),
    modes: [...modes],
  };
}

async function recordAnswers(tx: Tx, assessments: readonly WithId[]): Promise<void> {
  const rows = assessments.flatMap(({ id, childId, answers = [] }) =>
    answers.map((answer) => ({
      assessmentId: id,
      childId,
      indicator: answer.indicator,
      present: answer.present,
      recency: answer.recency ?? null,
      basis: answer.basis ?? null,
      evidence: answer.evidence ?? null,
      sourceAgency: answer.sourceAgency ?? null,
    })),
  );
  for (let from = 0; from < rows.length; from += PART) {
    await tx
      .insertInto('indicator_answer')
      .values(rows.slice(from, from + PART))
      .execute();
  }
}

export type NewAuthorisation = {
  assessment: AssessmentId;
  childId: ChildId;
  author: WorkerId | undefined;
  authoriser?: WorkerId | undefined;
  authoriserName?: string | undefined;
  authorisedOn: PlainDate;
  judgement: Judgement;
  floor?: Pick<Floor, 'level' | 'because'> | undefined;
  belowFloor?: boolean | undefined;
  reason?: string | undefined;
  recordedAt: Date;
};

/** A second authorisation of one assessment is refused by its key: somebody else was first. */
export async function recordAuthorisations(tx: Tx, all: readonly NewAuthorisation[]): Promise<void> {
  for (let from = 0; from < all.length; from += PART) {
    await tx
      .insertInto('authorisation')
      .values(all.slice(from, from + PART).map(authorisationRow))
      .execute();
  }
}

const authorisationRow = (one: NewAuthorisation) => ({
  assessmentId: one.assessment,
  childId: one.childId,
  authorId: one.author,
  authorisedBy: one.authoriser,
  authoriserName: one.authoriserName,
  authorisedOn: one.authorisedOn,
  ...judgementRow(one.judgement),
  floorLevel: one.floor?.level,
  floorBecause: one.floor && [...one.floor.because],
  belowFloor: one.belowFloor,
  reason: one.reason,
  recordedAt: one.recordedAt,
});
