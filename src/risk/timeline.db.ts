import type { Tx } from '../platform/db/index.ts';
import { sayDay } from '../platform/kernel/index.ts';
import type { TimelineEntry } from '../platform/module.ts';
import type { ChildId } from '../platform/web/world.ts';
import { listSeriesOf } from './assessments.db.ts';
import { listEarlyReviews } from './early-reviews.db.ts';
import { levelWords } from './judgement.ts';
import { earlyReviewTriggers } from './review.ts';
import type { AssessmentInSeries } from './series.ts';

/** What this room knows of a child by day. */
export async function riskTimeline(tx: Tx, child: ChildId): Promise<TimelineEntry[]> {
  const early = await listEarlyReviews(tx, [child]);
  return [
    ...(await listSeriesOf(tx, child)).flatMap(entriesOf),
    ...early.map(({ askedOn, trigger, words, happenedOn }) => ({
      on: askedOn,
      says: 'Early review asked for',
      detail: `${earlyReviewTriggers[trigger]}, ${sayDay(happenedOn)}. ${words}`,
    })),
  ];
}

function entriesOf(one: AssessmentInSeries): TimelineEntry[] {
  const path = `/assessments/${one.reference}`;
  const { author, judgement, authorised, ofRecord, returned } = one;
  return [
    {
      on: one.completedOn,
      says: one.kind === 'review' ? 'Risk reviewed' : 'Risk assessed',
      detail: `${levelWords[judgement.level]}${author ? `, by ${author}` : ''}`,
      path,
    },
    ...(authorised && ofRecord
      ? [{ on: authorised.on, says: 'Assessment authorised', detail: levelWords[ofRecord.level], path }]
      : []),
    ...(returned ? [{ on: returned.on, says: 'Assessment returned to its author', path }] : []),
  ];
}
