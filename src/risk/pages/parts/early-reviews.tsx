import { InsetText } from '@throughline/govuk-jsx';
import { sayDay } from '../../../platform/kernel/index.ts';
import type { EarlyReview } from '../../early-reviews.db.ts';
import { earlyReviewTriggers } from '../../review.ts';

/** What has happened that asks for a review before it is due, until one is completed. */
export const EarlyReviews = ({ reviews }: { reviews: readonly EarlyReview[] }) =>
  reviews.length === 0 ? null : (
    <InsetText>
      <p class="govuk-body govuk-!-font-weight-bold">An early review was asked for.</p>
      <ul class="govuk-list">
        {reviews.map(({ trigger, happenedOn, words, askedBy }) => (
          <li>
            {earlyReviewTriggers[trigger]}, {sayDay(happenedOn)}. {words} ({askedBy})
          </li>
        ))}
      </ul>
    </InsetText>
  );
