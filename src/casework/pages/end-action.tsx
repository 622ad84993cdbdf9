import { InsetText, SummaryList } from '@throughline/govuk-jsx';
import { refuse, sayDay } from '../../platform/kernel/index.ts';
import { day, longText, radios } from '../../platform/web/questions.tsx';
import { dayWithinCase } from '../case.ts';
import { actionEnds } from '../plan.ts';
import { endActions, listActions } from '../plans.db.ts';
import { onCase } from './on-case.tsx';

/** What became of one action of the plan. */
export const endAction = onCase({
  path: '/cases/:reference/actions/:action',
  may: 'cases.work',
  says: 'What became of an action',
  step: 'work',
  async load(tx, record, { action: id }) {
    const action = (await listActions(tx, record.id)).find((one) => one.id === id);
    return action && { action };
  },
  asks: {
    became: radios({ ask: 'What became of it?', options: actionEnds, missing: 'Say what became of it' }),
    on: day({ ask: 'When?', missing: 'Enter the day' }),
    note: longText({ ask: 'What it changed, or why it is no longer needed', atMost: 2000, rows: 3 }),
  },
  async submit(tx, { record, action }, answers, { worker, today, now }) {
    const refused = dayWithinCase(answers.on, record, today, 'on');
    if (refused) return refused;
    if (action.done) return refuse('Somebody has recorded what became of this action already.');
    await endActions(tx, [{ ...answers, actionId: action.id, childId: record.childId, by: worker.id, at: now }]);
    return { goTo: `/cases/${record.reference}/actions`, did: 'ended an action', says: 'Recorded on the plan.' };
  },
  view: ({ action }, form) => (
    <>
      <SummaryList
        rows={[
          { key: 'What', value: action.what },
          { key: 'Who', value: action.who },
          { key: 'Due', value: sayDay(action.dueOn) },
        ]}
      />
      {action.done ? (
        <InsetText>
          {actionEnds[action.done.became]} on {sayDay(action.done.on)}.
        </InsetText>
      ) : (
        form.show({ button: 'Record it' })
      )}
    </>
  ),
});
