import { randomUUID } from 'node:crypto';
import { type Accepted, type Answer, findDifference } from '../../platform/imports/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import type { Judgement } from '../judgement.ts';
import type { AssessmentInSeries, Series } from '../series.ts';
import type { ImportedAssessment } from './assessments.ts';

export type SaidAssessment = Accepted<ImportedAssessment>;
type AssessmentId = AssessmentInSeries['id'];

type AssessmentsToWrite = {
  added: SaidAssessment[];
  /** Taken in before without a day of authorisation, which a newer file tells. */
  authorised: { said: SaidAssessment; held: AssessmentInSeries }[];
};

/** Nobody completes two for a child on one day: one of that day is the same, or contradicts it. */
export function assessmentsBeside(series: ReadonlyMap<ChildId, Series>) {
  const toWrite: AssessmentsToWrite = { added: [], authorised: [] };
  const compare = (said: SaidAssessment, childId: ChildId | undefined): Answer => {
    const same = (childId ? (series.get(childId) ?? []) : []).findLast(
      ({ completedOn, returned }) => completedOn === said.completedOn && !returned,
    );
    if (!same) {
      toWrite.added.push(said);
      return { held: false };
    }
    const difference = findDifference(factsOf(said, same), 'this child and day');
    if (difference) return difference;
    if (!said.authorisedOn || same.authorised) return { held: true };
    if (same.authorId !== null) return { held: true, notices: [MADE_HERE] };
    toWrite.authorised.push({ said, held: same });
    return { held: false };
  };
  return { compare, toWrite };
}

const MADE_HERE = {
  column: 'authorisedOn',
  problem: 'is not taken: the assessment was made in Throughline, where a manager authorises it',
};

function factsOf(said: SaidAssessment, { kind, judgement, authorised }: AssessmentInSeries) {
  return [
    { column: 'kind', said: said.kind, held: kind },
    { column: 'type', said: said.type, held: judgement.type },
    { column: 'level', said: said.level, held: judgement.level },
    { column: 'standing', said: judgementSaid(said).standing, held: judgement.standing },
    { column: 'authorisedOn', said: said.authorisedOn, held: authorised?.on },
  ];
}

/** A spreadsheet holds the overall level; that of each type follows where there is only one. */
export function judgementSaid({ type, level, standing }: ImportedAssessment): Judgement {
  const byType =
    type === 'BOTH' ? undefined : { cce: type === 'CCE' ? level : NONE, cse: type === 'CSE' ? level : NONE };
  return { type, level, byType, standing: standing === 'neither' ? undefined : standing, modes: [] };
}
const NONE = 'NONE';

export type Chained = {
  said: SaidAssessment;
  id: AssessmentId;
  previous: AssessmentId | undefined;
  /** The one before it is reviewed already by a later one. */
  comesBetween: boolean;
};

/** Each review names the assessment before it, in order of days, as long as no other review names that one. */
export function chain(
  added: readonly SaidAssessment[],
  series: ReadonlyMap<ChildId, Series>,
  heldAs: (childId: string) => ChildId | undefined,
  reviewed: ReadonlySet<string>,
): Chained[] {
  const chained: Chained[] = [];
  for (const [childId, of] of Map.groupBy(added, ({ child }) => child.childId)) {
    const held = heldAs(childId);
    const before = ((held && series.get(held)) ?? [])
      .filter(({ returned }) => !returned)
      .map(({ id, completedOn }): { id: AssessmentId; on: PlainDate } => ({ id, on: completedOn }));
    for (const said of of.toSorted((a, b) => (a.completedOn < b.completedOn ? -1 : 1))) {
      const id = randomUUID() as AssessmentId;
      const last = before
        .filter(({ on }) => on < said.completedOn)
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))
        .at(-1);
      const comesBetween = said.kind === 'review' && last !== undefined && reviewed.has(last.id);
      const previous = said.kind === 'review' && !comesBetween ? last?.id : undefined;
      before.push({ id, on: said.completedOn });
      chained.push({ said, id, previous, comesBetween });
    }
  }
  return chained;
}
