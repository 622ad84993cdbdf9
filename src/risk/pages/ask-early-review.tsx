import { findChild } from '../../people/index.ts';
import { sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { day, longText, radios } from '../../platform/web/questions.tsx';
import { askForEarlyReview, listEarlyReviews } from '../early-reviews.db.ts';
import { earlyReviewTriggers, isNearlyEighteen } from '../review.ts';
import { EarlyReviews } from './parts/early-reviews.tsx';
import { sayWhose, toTheRecord } from './parts/whose.ts';

/** Something happened that should not wait for the twelve weeks. A worker decides so; nothing changes by itself. */
export const askForReview = page({
  path: '/children/:reference/early-review',
  may: 'assessments.ask-early',
  async load(tx, { reference }, world) {
    const child = await findChild(tx, reference);
    if (!child) return undefined;
    const asked = (await listEarlyReviews(tx, [child.id])).filter(({ answered }) => !answered);
    return { child, asked, today: world.today };
  },
  says: 'Ask for an early review',
  about: ({ child }) => [child.id],
  asks: ({ today }) => ({
    trigger: radios({ ask: 'What happened?', options: earlyReviewTriggers, missing: 'Say what happened' }),
    happened: day({ ask: 'When?', missing: 'Enter the day it happened', notAfter: today }),
    words: longText({
      ask: 'What does the person who reviews need to know?',
      missing: 'Write what the person who reviews needs to know',
    }),
  }),
  async submit(tx, { child }, { trigger, happened, words }, world) {
    await askForEarlyReview(tx, {
      childId: child.id,
      trigger,
      words,
      happenedOn: happened,
      askedBy: world.worker.id,
      askedAt: world.now,
    });
    return {
      goTo: `/children/${child.reference}/assessments`,
      did: 'asked for an early review',
      says: 'An early review is asked for. It shows with the child until somebody completes one.',
    };
  },
  back: toTheRecord,
  caption: sayWhose,
  view: ({ child, asked }, form, world) => (
    <>
      <p class="govuk-body">
        If a child is in immediate danger, ring 999 first. A review is due every twelve weeks; ask for one now if it
        should not wait.
      </p>
      {child.bornOn && isNearlyEighteen(child.bornOn, world.today) && (
        <p class="govuk-body">
          The child was born on {sayDay(child.bornOn)}: the 18th birthday is within 6 months, which is a reason to
          review.
        </p>
      )}
      <EarlyReviews reviews={asked} />
      {form.show({ button: 'Ask for an early review' })}
    </>
  ),
});
