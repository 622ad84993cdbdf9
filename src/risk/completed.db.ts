import { sql } from 'kysely';
import type { Tx } from '../platform/db/index.ts';
import type { PlainDate } from '../platform/kernel/index.ts';
import type { IndicatorAnswer } from './answer.ts';
import { findInSeries, type JudgementRow, judgement, judgementOf } from './assessments.db.ts';
import type { InstrumentUsed } from './instrument.ts';
import type { Judgement, Level } from './judgement.ts';
import type { AssessmentInSeries } from './series.ts';
import type { Suggestion } from './suggestion.ts';
import type { ChildVoice } from './voice.ts';

/** A completed assessment with all it says. */
export type CompletedAssessment = AssessmentInSeries & {
  instrument: InstrumentUsed;
  answers: IndicatorAnswer[];
  /** Missing where the tool was not asked, as in records from elsewhere. */
  suggestion: Suggestion | undefined;
  differsBecause: string | null;
  /** Before the suggestion was seen, where the practitioner thought again. */
  firstJudgement: Judgement | null;
  changedBecause: string | null;
  analysis: string | null;
  protective: string[];
  push: string[];
  pull: string[];
  context: string | null;
  voice: ChildVoice | null;
  parentView: string | null;
  previousReference: string | null;
  replacesReference: string | null;
  replacedByReference: string | null;
  authorisation: AuthorisationRecord | undefined;
  corrections: Correction[];
};
type AuthorisationRecord = {
  by: string | null;
  on: PlainDate;
  judgement: Judgement;
  floor: { level: Level; because: string[] };
  belowFloor: boolean;
  reason: string | null;
};
type Correction = { version: number; by: string; on: PlainDate; judgement: Judgement; reason: string };

export async function findCompleted(tx: Tx, reference: string): Promise<CompletedAssessment | undefined> {
  const inSeries = await findInSeries(tx, reference);
  if (!inSeries) return undefined;
  const says = await findWhatItSays(tx, inSeries.id);
  return (
    says && {
      ...inSeries,
      ...says,
      answers: await listAnswers(tx, inSeries.id),
      authorisation: inSeries.authorised && (await findAuthorisation(tx, inSeries.id)),
      corrections: inSeries.authorised ? await listCorrections(tx, inSeries.id) : [],
    }
  );
}

async function findWhatItSays(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('assessment as a')
    .leftJoin('assessment as before', 'before.id', 'a.previousId')
    .leftJoin('assessment as replaced', 'replaced.id', 'a.replacesId')
    .leftJoin('assessment as after', 'after.replacesId', 'a.id')
    .select([
      'a.instrumentCode as code',
      'a.instrumentVersion as version',
      'a.suggestedBecause as because',
      'a.reasonForDifference as differsBecause',
      'a.changedBecause',
      'a.analysis',
      'a.protective',
      'a.pushFactors as push',
      'a.pullFactors as pull',
      'a.context',
      'a.parentView',
      'before.reference as previousReference',
      'replaced.reference as replacesReference',
      'after.reference as replacedByReference',
      sql<Level | null>`a.suggested_level`.as('suggested'),
      sql<Judgement | null>`a.first_judgement`.as('firstJudgement'),
      sql<ChildVoice | null>`a.voice`.as('voice'),
    ])
    .where('a.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { code, version, suggested, because, ...rest } = row;
  const suggestion = because.length > 0 ? { level: suggested ?? undefined, because } : undefined;
  return { ...rest, instrument: { code, version }, suggestion };
}

export async function listAnswers(tx: Tx, assessment: string): Promise<IndicatorAnswer[]> {
  const rows = await tx
    .selectFrom('indicator_answer')
    .select(['indicator', 'present', 'recency', 'basis', 'evidence', 'sourceAgency'])
    .where('assessmentId', '=', assessment)
    .orderBy('indicator')
    .$castTo<{ [Part in keyof IndicatorAnswer]-?: Exclude<IndicatorAnswer[Part], undefined> | null }>()
    .execute();
  return rows.flatMap(({ indicator, present, recency, basis, evidence, sourceAgency }) =>
    indicator && present
      ? [
          {
            indicator,
            present,
            recency: recency ?? undefined,
            basis: basis ?? undefined,
            evidence: evidence ?? undefined,
            sourceAgency: sourceAgency ?? undefined,
          },
        ]
      : [],
  );
}

async function findAuthorisation(tx: Tx, assessment: string): Promise<AuthorisationRecord | undefined> {
  const row = await tx
    .selectFrom('authorisation as z')
    .leftJoin('worker as w', 'w.id', 'z.authorisedBy')
    .select([
      'w.name',
      'z.authoriserName',
      'z.authorisedOn as on',
      'z.floorBecause as because',
      'z.belowFloor',
      'z.reason',
      sql<Level>`z.floor_level`.as('floor'),
      sql<JudgementRow>`${judgement('z')}`.as('judged'),
    ])
    .where('z.assessmentId', '=', assessment)
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, authoriserName, on, floor, because, belowFloor, reason, judged } = row;
  const by = name ?? authoriserName;
  return { by, on, judgement: judgementOf(judged), floor: { level: floor, because }, belowFloor, reason };
}

async function listCorrections(tx: Tx, assessment: string): Promise<Correction[]> {
  const rows = await tx
    .selectFrom('authorisation_correction as c')
    .innerJoin('worker as w', 'w.id', 'c.correctedBy')
    .select([
      'c.version',
      'w.name as by',
      'c.correctedOn as on',
      'c.reason',
      sql<JudgementRow>`${judgement('c')}`.as('judged'),
    ])
    .where('c.assessmentId', '=', assessment)
    .orderBy('c.version')
    .execute();
  return rows.map(({ judged, ...rest }) => ({ ...rest, judgement: judgementOf(judged) }));
}
