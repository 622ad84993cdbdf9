import { InsetText } from '@throughline/govuk-jsx';
import { refuse } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { day, text, yesNo } from '../../platform/web/questions.tsx';
import { whyNot } from '../case.ts';
import { factsOf } from '../case-record.ts';
import { findCaseToWorkOn } from '../cases.db.ts';
import { mayAddAction } from '../plan.ts';
import { addActions, listActions } from '../plans.db.ts';
import { OnCase } from './parts.tsx';
import { Actions } from './plan-parts.tsx';

export const planActions = page({
  path: '/cases/:reference/actions',
  may: 'cases.work',
  async load(tx, { reference }, { worker }) {
    const record = await findCaseToWorkOn(tx, reference, worker);
    return record && { record, actions: await listActions(tx, record.id) };
  },
  says: ({ record }) => `Actions of ${record.reference}`,
  about: ({ record }) => [record.childId],
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
    const refused = whyNot(factsOf(record), 'work') ?? mayAddAction(answers, today);
    if (refused) return refused;
    await addActions(tx, [
      { ...answers, planId: record.plan.id, childId: record.childId, addedOn: today, by: worker.id, at: now },
    ]);
    const goTo = `/cases/${record.reference}/actions`;
    return { goTo, did: 'added an action', says: 'The action is on the plan. Add another, or go back to the case.' };
  },
  view: ({ record, actions }, form, { today }) => (
    <OnCase record={record} title="Actions of the safety plan" today={today} step="work">
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
    </OnCase>
  ),
});
