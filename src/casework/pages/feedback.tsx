import { Fieldset, InsetText, SummaryList } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import { day, longText, type Question, radios, text, yesNo } from '../../platform/web/questions.tsx';
import { dayWithinCase } from '../case.ts';
import { feedbackOutcomes, mayOffer } from '../closing.ts';
import { listFeedback, recordFeedback } from '../closings.db.ts';
import { coversTopics, type RatingQuestion, ratingQuestions, ratingsOf, ratingWords, topics } from '../feedback.ts';
import { backToCase, onCase } from './on-case.tsx';

const ratings = Object.fromEntries(
  Object.entries(ratingQuestions).map(([name, ask]) => [name, radios({ ask, options: ratingWords, inline: true })]),
) as Record<RatingQuestion, Question<keyof typeof ratingWords | null>>;
const ratingNames = Object.keys(ratingQuestions) as RatingQuestion[];

/** The session a child is offered on leaving: what they did, were given and were supported with, in their own words. */
export const exitFeedback = onCase({
  path: '/cases/:reference/feedback',
  may: 'cases.work',
  says: 'Feedback session on leaving',
  step: 'offer_feedback',
  load: async (tx, record) => ({ before: await listFeedback(tx, record.id) }),
  asks: {
    offeredOn: day({ ask: 'When was it offered, or held?', missing: 'Enter the day' }),
    outcome: radios({ ask: 'What came of it?', options: feedbackOutcomes, missing: 'Say what came of it' }),
    words: longText({
      ask: 'What the child said about it',
      hint: 'A child owes no reason for declining: write one only if they offered it.',
      atMost: 2000,
      rows: 3,
    }),
    runBy: text({ ask: 'Who held the session?', hint: 'Better not the worker who holds the case.' }),
    activities: longText({ ask: topics.activities, rows: 3 }),
    services: longText({ ask: topics.services, rows: 3 }),
    support: longText({ ask: topics.support, rows: 3 }),
    ...ratings,
    mayQuote: yesNo({ ask: 'May their words be used, without their name?' }),
  },
  async submit(tx, { record }, answers, { worker, today, now }) {
    const refused =
      mayOffer(record.child, record.proposal) ??
      dayWithinCase(answers.offeredOn, record, today, 'offeredOn') ??
      coversTopics(answers.outcome, answers);
    if (refused) return refused;
    await recordFeedback(tx, [
      {
        ...answers,
        caseId: record.id,
        childId: record.childId,
        ratings: ratingsOf(answers),
        by: worker.id,
        at: now,
      },
    ]);
    return backToCase(record, 'recorded a feedback session', 'The feedback session is recorded.');
  },
  view: ({ record, before }, form) => {
    const refused = mayOffer(record.child, record.proposal);
    return (
      <>
        {before.length > 0 && (
          <SummaryList
            rows={before.map(({ offeredOn, outcome, by }) => ({
              key: sayDay(offeredOn),
              value: `${feedbackOutcomes[outcome]}. Recorded by ${by}`,
            }))}
          />
        )}
        {refused ? (
          <InsetText>{refused.refused}</InsetText>
        ) : (
          form.show({
            button: 'Record the session',
            children: (
              <>
                {form.askAll(['offeredOn', 'outcome', 'words'])}
                <Fieldset legend="If the session was held" legendSize="m">
                  {form.askAll(['runBy', 'activities', 'services', 'support', ...ratingNames, 'mayQuote'])}
                </Fieldset>
              </>
            ),
          })
        )}
      </>
    );
  },
});
