import { page } from '../../platform/web/page.tsx';
import { day, longText, radios, text } from '../../platform/web/questions.tsx';
import { dayWithinCase, whyNot } from '../case.ts';
import { factsOf } from '../case-record.ts';
import { findCaseToWorkOn } from '../cases.db.ts';
import { recordContributions } from '../direct-work.db.ts';
import { contributionTo } from '../direct-work.ts';
import { backToCase, OnCase } from './parts.tsx';

export const recordContribution = page({
  path: '/cases/:reference/contribution',
  may: 'cases.work',
  load: (tx, { reference }, { worker }) => findCaseToWorkOn(tx, reference, worker),
  says: ({ reference }) => `Record a contribution on ${reference}`,
  about: ({ childId }) => [childId],
  asks: {
    towards: radios({ ask: 'What did Evolve contribute to?', options: contributionTo, missing: 'Say what it was for' }),
    on: day({ ask: 'On which day?', missing: 'Enter the day it was given' }),
    givenTo: text({ ask: 'Who was it given to?', hint: 'Name and agency.', missing: 'Say who it was given to' }),
    words: longText({
      ask: 'What was given?',
      hint: 'What was said or sent, and what of it is fact, what opinion.',
      missing: 'Write what was given',
      rows: 6,
    }),
  },
  async submit(tx, record, answers, { worker, today, now }) {
    const refused = whyNot(factsOf(record), 'work') ?? dayWithinCase(answers.on, record, today, 'on');
    if (refused) return refused;
    await recordContributions(tx, [{ ...answers, caseId: record.id, childId: record.childId, by: worker.id, at: now }]);
    return backToCase(record, 'recorded a contribution', 'The contribution is recorded.');
  },
  view: (record, form, { today }) => (
    <OnCase record={record} title="Record a contribution to an assessment or investigation" today={today} step="work">
      {form.show({ button: 'Record it' })}
    </OnCase>
  ),
});
