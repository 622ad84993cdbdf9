import { SummaryList } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { longText } from '../../platform/web/questions.tsx';
import { whyNot } from '../case.ts';
import { factsOf } from '../case-record.ts';
import { findCaseToWorkOn } from '../cases.db.ts';
import { listNotes, noteProgress as recordNotes } from '../progress.db.ts';
import { OnCase } from './parts.tsx';

/** One line of the weekly meeting about one child. */
export const noteProgress = page({
  path: '/cases/:reference/progress',
  may: 'cases.work',
  async load(tx, { reference }, { worker }) {
    const record = await findCaseToWorkOn(tx, reference, worker);
    return record && { record, notes: await listNotes(tx, record.id, 10) };
  },
  says: ({ record }) => `Weekly progress of ${record.reference}`,
  about: ({ record }) => [record.childId],
  asks: {
    words: longText({
      ask: 'This week',
      hint: 'What changed in the risk and in the child’s life, and what happens next. It changes no level by itself.',
      missing: 'Write this week’s note',
      atMost: 2000,
    }),
  },
  async submit(tx, { record }, { words }, { worker, today, now }) {
    const refused = whyNot(factsOf(record), 'work');
    if (refused) return refused;
    await recordNotes(tx, [{ caseId: record.id, childId: record.childId, on: today, words, by: worker.id, at: now }]);
    return {
      goTo: `/progress#${record.reference}`,
      did: 'noted weekly progress',
      says: 'This week’s note is recorded.',
    };
  },
  view: ({ record, notes }, form, { today }) => (
    <OnCase record={record} title="This week’s note" today={today} step="work">
      {notes.length > 0 && (
        <SummaryList rows={notes.map(({ on, by, words }) => ({ key: `${sayDay(on)}, ${by}`, value: words }))} />
      )}
      {form.show({ button: 'Record the note' })}
    </OnCase>
  ),
});
