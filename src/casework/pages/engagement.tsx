import { SummaryList } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import { day, longText, radios } from '../../platform/web/questions.tsx';
import { dayWithinCase, engagements, sayLawfulBasis } from '../case.ts';
import { listEngagements, recordEngagements } from '../opening.db.ts';
import { backToCase, onCase } from './on-case.tsx';

/** Whether child and family agree to work with Evolve changes as trust grows: each answer is a row. */
export const recordEngagement = onCase({
  path: '/cases/:reference/engagement',
  may: 'cases.work',
  says: 'Agreement to work with Evolve',
  step: 'work',
  load: async (tx, record) => ({ before: await listEngagements(tx, record.id) }),
  asks: {
    standing: radios({
      ask: 'Do the child and their family agree to work with Evolve?',
      options: engagements,
      missing: 'Say whether they agree, or that they have not been asked yet',
    }),
    words: longText({ ask: 'What they said about it', hint: 'If anything.', atMost: 2000 }),
    on: day({ ask: 'On which day?', missing: 'Enter the day they said so' }),
  },
  async submit(tx, { record }, answers, { worker, today, now }) {
    const refused = dayWithinCase(answers.on, record, today, 'on');
    if (refused) return refused;
    await recordEngagements(tx, [{ ...answers, caseId: record.id, childId: record.childId, by: worker.id, at: now }]);
    return backToCase(record, 'recorded agreement to engage', 'Their answer is recorded.');
  },
  view: ({ record, before }, form) => (
    <>
      <p class="govuk-body">
        Evolve works with the child all the same: the lawful basis is “{sayLawfulBasis(record.lawfulBasis)}”.
      </p>
      {before.length > 0 && (
        <SummaryList
          rows={before.map(({ on, standing, words }) => ({
            key: sayDay(on),
            value: words ? `${engagements[standing]}: ${words}` : engagements[standing],
          }))}
        />
      )}
      {form.show({ button: 'Record their answer' })}
    </>
  ),
});
