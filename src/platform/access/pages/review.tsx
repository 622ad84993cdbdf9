import { SummaryList } from '@throughline/govuk-jsx';
import { findId, londonDay, londonTime, sayDay } from '../../kernel/index.ts';
import { page } from '../../web/page.tsx';
import { longText, radios } from '../../web/questions.tsx';
import { findOpening, reviewOpening } from '../break-glass.db.ts';

/** Was the reason good enough? Said by somebody other than the one who broke the glass. */
export const reviewBreakGlass = page({
  path: '/break-glass/reviews/:id',
  may: 'access.review-break-glass',
  async load(tx, { id }) {
    const known = findId(id);
    return known && findOpening(tx, known);
  },
  says: ({ reference }) => `Review the opening of ${reference}`,
  about: ({ childId }) => [childId],
  asks: {
    finding: radios({
      ask: 'Did the reason justify opening the record?',
      options: {
        justified: 'Justified',
        not_justified: { says: 'Not justified', hint: 'Take it up with the worker’s manager, outside this record' },
      },
      missing: 'Select whether it was justified',
    }),
    note: longText({
      ask: 'What did you find?',
      hint: 'Whom you asked, and what they said. Do not write about the child.',
      missing: 'Enter what you found',
      atMost: 2000,
    }),
  },
  async submit(tx, opening, answers, world) {
    await reviewOpening(tx, opening, { ...answers, by: world.worker.id });
    return {
      goTo: '/break-glass/reviews',
      did: 'reviewed an opening in an emergency',
      says: 'Your review is recorded.',
    };
  },
  back: { to: '/break-glass/reviews', says: 'Openings in an emergency to review' },
  view: ({ reference, worker, agency, reason, openedAt }, form) => (
    <>
      <SummaryList
        rows={[
          { key: 'Opened by', value: `${worker}, ${agency}` },
          { key: 'When', value: `${sayDay(londonDay(openedAt))} at ${londonTime(openedAt)}, for 60 minutes` },
          { key: 'Reason given', value: reason },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/audit/looks?reference=${reference}`}>
          Who looked at this record, and when
        </a>
      </p>
      {form.show({ button: 'Record the review' })}
    </>
  ),
});
