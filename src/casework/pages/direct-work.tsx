import { day, longText, radios, text } from '../../platform/web/questions.tsx';
import { dayWithinCase } from '../case.ts';
import { recordDirectWork } from '../direct-work.db.ts';
import { workKinds } from '../direct-work.ts';
import { backToCase, onCase } from './on-case.tsx';

export const recordWork = onCase({
  path: '/cases/:reference/direct-work',
  may: 'cases.work',
  says: 'Record direct work',
  step: 'work',
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
  async submit(tx, { record }, answers, { worker, today, now }) {
    const refused = dayWithinCase(answers.on, record, today, 'on');
    if (refused) return refused;
    await recordDirectWork(tx, [{ ...answers, caseId: record.id, childId: record.childId, by: worker.id, at: now }]);
    return backToCase(record, 'recorded direct work', 'Direct work is recorded.');
  },
  view: (_, form) => form.show({ button: 'Record it' }),
});
