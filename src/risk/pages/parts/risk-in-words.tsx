import { SummaryList } from '@throughline/govuk-jsx';
import { sayCount, sayDay } from '../../../platform/kernel/index.ts';
import { type ReviewNow, type RiskNow, reviewNowWords } from '../../series.ts';
import { trendWords } from '../../trend.ts';
import { judgementRows } from './judgement.tsx';

/** The level of record with which way it went, and when it is looked at again. */
export function RiskInWords({ risk: { latest, trend, review } }: { risk: RiskNow }) {
  return (
    <SummaryList
      rows={[
        ...(latest ? judgementRows(latest.ofRecord) : [{ key: 'Level', value: 'No authorised assessment yet' }]),
        latest && {
          key: 'As of',
          value: (
            <>
              {sayDay(latest.completedOn)}
              {trend && `. ${trendWords[trend]}`}
              {trend && trend !== 'same' && ' since the one before'}
            </>
          ),
        },
        review && { key: 'Next review', value: sayReview(review) },
      ]}
    />
  );
}

/** This room knows no case: a review is due only while one is open, which the case's own panel tells. */
function sayReview(review: ReviewNow): string {
  if (review.state === 'waiting')
    return `Completed on ${sayDay(review.since)}; waiting for authorisation for ${sayDays(review.days)}`;
  const late = review.daysLate > 0 ? `, ${sayDays(review.daysLate)} late` : '';
  return `${sayDay(review.dueOn)}, where a case is open: ${reviewNowWords[review.state].toLowerCase()}${late}`;
}

export const sayDays = (days: number): string => sayCount(days, 'day');
