import { InsetText } from '@throughline/govuk-jsx';
import { refuse } from '../../platform/kernel/index.ts';
import { day, text, yesNo } from '../../platform/web/questions.tsx';
import { mayAddAction } from '../plan.ts';
import { addActions, listActions } from '../plans.db.ts';
import { onCase } from './on-case.tsx';
import { Actions } from './plan-parts.tsx';

export const planActions = onCase({
  path: '/cases/:reference/actions',
  may: 'cases.work',
  says: 'Actions of the safety plan',
  step: 'work',
  load: async (tx, record) => ({ actions: await listActions(tx, record.id) }),
  asks: {
    what: text({ ask: 'What will be done?', missing: 'Say what will be done', atMost: 500 }),
    who: text({ ask: 'Who does it?', hint: 'The child, a parent, or a worker by name.', missing: 'Say who does it' }),
    dueOn: day({ ask: 'By when?', missing: 'Enter the day it is due' }),
    measure: text({ ask: 'How will we know it helped?', atMost: 500 }),
    onCopy: yesNo({
      ask: 'Does it go on the child’s copy?',
      hint: 'Not if it is about disrupting people or places that pose risk.',
      missing: 'Say whether it goes on the child’s copy',
    }),
  },
  async submit(tx, { record }, answers, { worker, today, now }) {
    if (!record.plan) return refuse('Write the safety plan first: an action belongs to it.');
    const refused = mayAddAction(answers, today);
    if (refused) return refused;
    await addActions(tx, [
      { ...answers, planId: record.plan.id, childId: record.childId, addedOn: today, by: worker.id, at: now },
    ]);
    const goTo = `/cases/${record.reference}/actions`;
    return { goTo, did: 'added an action', says: 'The action is on the plan. Add another, or go back to the case.' };
  },
  view: ({ record, actions }, form, { today }) => (
    <>
      <Actions record={record} actions={actions} today={today} mayEnd />
      <h2 class="govuk-heading-m">Add an action</h2>
      {record.plan ? (
        form.show({ button: 'Add the action' })
      ) : (
        <InsetText>
          An action belongs to a safety plan.{' '}
          <a class="govuk-link" href={`/cases/${record.reference}/plan`}>
            Write the plan first
          </a>
          .
        </InsetText>
      )}
    </>
  ),
});
