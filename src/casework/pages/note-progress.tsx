import { SummaryList } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import { longText } from '../../platform/web/questions.tsx';
import { listNotes, noteProgress as recordNotes } from '../progress.db.ts';
import { onCase } from './on-case.tsx';

/** One line of the weekly meeting about one child. */
export const noteProgress = onCase({
  path: '/cases/:reference/progress',
  may: 'cases.work',
  says: 'This week’s note',
  step: 'work',
  load: async (tx, record) => ({ notes: await listNotes(tx, record.id, 10) }),
  asks: {
    words: longText({
      ask: 'This week',
      hint: 'What changed in the risk and in the child’s life, and what happens next. It changes no level by itself.',
      missing: 'Write this week’s note',
      atMost: 2000,
    }),
  },
  async submit(tx, { record }, { words }, { worker, today, now }) {
    await recordNotes(tx, [{ caseId: record.id, childId: record.childId, on: today, words, by: worker.id, at: now }]);
    return {
      goTo: `/progress#${record.reference}`,
      did: 'noted weekly progress',
      says: 'This week’s note is recorded.',
    };
  },
  view: ({ notes }, form) => (
    <>
      {notes.length > 0 && (
        <SummaryList rows={notes.map(({ on, by, words }) => ({ key: `${sayDay(on)}, ${by}`, value: words }))} />
      )}
      {form.show({ button: 'Record the note' })}
    </>
  ),
});
