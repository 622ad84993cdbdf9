import { day, longText, radios, text } from '../../platform/web/questions.tsx';
import { dayWithinCase } from '../case.ts';
import { recordContributions } from '../direct-work.db.ts';
import { contributionTo } from '../direct-work.ts';
import { backToCase, onCase } from './on-case.tsx';

export const recordContribution = onCase({
  path: '/cases/:reference/contribution',
  may: 'cases.work',
  says: 'Record a contribution to an assessment or investigation',
  step: 'work',
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
  async submit(tx, { record }, answers, { worker, today, now }) {
    const refused = dayWithinCase(answers.on, record, today, 'on');
    if (refused) return refused;
    await recordContributions(tx, [{ ...answers, caseId: record.id, childId: record.childId, by: worker.id, at: now }]);
    return backToCase(record, 'recorded a contribution', 'The contribution is recorded.');
  },
  view: (_, form) => form.show({ button: 'Record it' }),
});
