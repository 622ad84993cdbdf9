import type { Tx } from '../platform/db/index.ts';
import { isRefusal, type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import { complete } from './assessment.ts';
import { listSeriesOf } from './assessments.db.ts';
import { analysisOf, draftForRules, everyDomainIsAnswered, type OpenDraft } from './draft.ts';
import { inTurn } from './drafts.db.ts';
import { answerEarlyReviews } from './early-reviews.db.ts';
import type { AssessmentInstrument } from './instrument.ts';
import type { Judgement } from './judgement.ts';
import { type RecordedAssessment, recordAssessments } from './recording.db.ts';
import { kindNow, whatItFollows } from './series.ts';

/**
 * The draft becomes an assessment, whole or not at all. `follows` is the assessment the author was told theirs comes after:
 * if that is another by now, they read it first.
 */
export async function completeDraft(
  tx: Tx,
  instrument: AssessmentInstrument,
  draft: OpenDraft,
  follows: string | undefined,
  { today, now }: { today: PlainDate; now: Date },
): Promise<RecordedAssessment | Refusal> {
  // 1. One completion per child at a time, so that two cannot follow the same assessment.
  await inTurn(tx, draft.childId);
  const { previous, replaces } = whatItFollows(await listSeriesOf(tx, draft.childId));
  if (previous?.reference !== follows) return overtaken();
  // 2. The rules, over what was saved.
  const rules = draftForRules(instrument, draft, kindNow(draft, { previous, replaces }));
  const unfinished = everyDomainIsAnswered(instrument, draft);
  if (unfinished) return unfinished;
  const completion = complete(instrument, rules, draft.author, today);
  if (isRefusal(completion)) return completion;
  // 3. The assessment with its answers; the draft stays, readable to its author.
  const [recorded] = await recordAssessments(tx, [
    {
      childId: draft.childId,
      kind: rules.kind,
      previous: rules.previous,
      replaces: replaces?.id,
      draft: draft.id,
      instrument: draft.instrument,
      completedOn: completion.completedOn,
      author: draft.author,
      judgement: completion.judgement,
      firstJudgement: rules.changed && rules.own && onlyJudgement(rules.own),
      changedBecause: rules.changed?.because,
      suggestion: rules.shown,
      differsBecause: rules.differsBecause,
      analysis: analysisOf(draft),
      protective: draft.context?.protective,
      push: draft.context?.push,
      pull: draft.context?.pull,
      context: draft.context?.words ?? undefined,
      voice: rules.voice,
      parentView: rules.parentView,
      answers: rules.answers,
      recordedAt: now,
    },
  ]);
  if (!recorded) throw new Error('the assessment was not recorded');
  // 4. Whatever asked for this review has it now.
  await answerEarlyReviews(tx, draft.childId, recorded.id);
  return recorded;
}

const overtaken = () =>
  refuse('Another assessment of this child was completed or returned since you opened this page. Read it first.');

const onlyJudgement = ({ type, level, byType, standing, modes }: Judgement): Judgement => ({
  ...{ type, level, byType, standing, modes },
});
