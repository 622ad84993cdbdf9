import { page } from '../../platform/web/page.tsx';
import { day, longText, radios, text } from '../../platform/web/questions.tsx';
import { dayWithinCase, whyNot } from '../case.ts';
import { factsOf } from '../case-record.ts';
import { findCaseToWorkOn } from '../cases.db.ts';
import { recordDirectWork } from '../direct-work.db.ts';
import { workKinds } from '../direct-work.ts';
import { backToCase, OnCase } from './parts.tsx';

export const recordWork = page({
  path: '/cases/:reference/direct-work',
  may: 'cases.work',
  load: (tx, { reference }, { worker }) => findCaseToWorkOn(tx, reference, worker),
  says: ({ reference }) => `Record direct work on ${reference}`,
  about: ({ childId }) => [childId],
  asks: {
    on: day({ ask: 'On which day?', missing: 'Enter the day' }),
    kind: radios({ ask: 'What was it?', options: workKinds, missing: 'Say what it was' }),
    topic: text({ ask: 'What was it for?', hint: 'The goal, in a few words.', missing: 'Say what it was for' }),
    words: longText({
      ask: 'What happened, and what did the child say?',
      hint: 'The child’s own words where you can, in quotation marks.',
      missing: 'Write what happened',
      rows: 8,
    }),
    tools: text({ ask: 'Tools or materials used', hint: 'If any.' }),
    cameOfIt: longText({ ask: 'What came of it, and what is next?', hint: 'If anything yet.', atMost: 2000, rows: 3 }),
  },
  async submit(tx, record, answers, { worker, today, now }) {
    const refused = whyNot(factsOf(record), 'work') ?? dayWithinCase(answers.on, record, today, 'on');
    if (refused) return refused;
    await recordDirectWork(tx, [{ ...answers, caseId: record.id, childId: record.childId, by: worker.id, at: now }]);
    return backToCase(record, 'recorded direct work', 'Direct work is recorded.');
  },
  view: (record, form, { today }) => (
    <OnCase record={record} title="Record direct work" today={today} step="work">
      {form.show({ button: 'Record it' })}
    </OnCase>
  ),
});
