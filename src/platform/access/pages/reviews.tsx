import { Pagination, Table, Tag } from '@throughline/govuk-jsx';
import { londonDay, londonTime, sayDay } from '../../kernel/index.ts';
import { page } from '../../web/page.tsx';
import { pagedBy, part } from '../../web/paging.ts';
import { Wide } from '../../web/wide.tsx';
import { listOpenings, type Opening } from '../break-glass.db.ts';
import { isReviewLate, reviewDue } from '../break-glass.ts';

const paged = pagedBy({ id: part.id }, 50);

/** Records opened in an emergency that nobody has reviewed yet. References only: governance sees no content. */
export const breakGlassReviews = page({
  path: '/break-glass/reviews',
  may: 'access.review-break-glass',
  load: (tx, _, __, query) =>
    paged.ask(
      query,
      (after, atMost) => listOpenings(tx, after?.id, atMost),
      ({ id }) => ({ id }),
    ),
  says: 'Openings in an emergency to review',
  about: ({ shown }) => shown.map(({ childId }) => childId),
  view: ({ shown, next }) => (
    <>
      <p class="govuk-body">
        Somebody not involved with a child opened the record for 60 minutes. A second person says within two working
        days whether the reason justified it.
      </p>
      {shown.length === 0 ? <p class="govuk-body">Nothing waits for a review.</p> : <Openings found={shown} />}
      {next && <Pagination next={{ href: next }} />}
    </>
  ),
});

function Openings({ found }: { found: readonly Opening[] }) {
  return (
    <Wide says="Openings in an emergency to review">
      <Table
        head={['Record', 'Opened by', 'When', 'Reason given', 'Review due']}
        rows={found.map((opening) => [
          <a class="govuk-link reference" href={`/break-glass/reviews/${opening.id}`}>
            {opening.reference}
          </a>,
          `${opening.worker}, ${opening.agency}`,
          `${sayDay(londonDay(opening.openedAt))} at ${londonTime(opening.openedAt)}`,
          opening.reason,
          <>
            {sayDay(reviewDue(opening.openedAt))} {isReviewLate(opening) && <Tag colour="red">Late</Tag>}
          </>,
        ])}
      />
    </Wide>
  );
}
