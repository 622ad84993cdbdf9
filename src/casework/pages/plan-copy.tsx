import { SummaryList } from '@throughline/govuk-jsx';
import { type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import { day, radios, text } from '../../platform/web/questions.tsx';
import { dayWithinCase } from '../case.ts';
import { type CaseRecord, planStandingOf } from '../case-record.ts';
import { mayOffer } from '../closing.ts';
import { copyFormats, headingOnCopy, isOutstanding, type PlanAction, sectionNames } from '../plan.ts';
import { findPlan, listActions, listCopies, type Plan, recordCopies } from '../plans.db.ts';
import { backToCase, onCase } from './on-case.tsx';

/** The child's own copy: their words and ours to them, large, with no label and no reference on it; printed as it stands. */
export const planCopy = onCase({
  path: '/cases/:reference/plan/copy',
  may: 'cases.work',
  says: 'Your plan',
  step: 'work',
  readable: true,
  async load(tx, { id }) {
    const plan = await findPlan(tx, id);
    return plan && { plan, actions: await listActions(tx, id), copies: await listCopies(tx, id) };
  },
  asks: ({ plan }, { today }) => ({
    givenOn: day({ ask: 'When was it given?', missing: 'Enter the day', notAfter: today, notBefore: plan.writtenOn }),
    format: radios({ ask: 'How?', options: copyFormats, missing: 'Say how it was given' }),
    language: text({ ask: 'In which language?', missing: 'Enter the language', width: 20 }),
  }),
  filled: ({ record }) => ({ language: [record.child.firstLanguage ?? ''] }),
  async submit(tx, { record, plan }, answers, { worker, today, now }) {
    const refused = mayOffer(record.child, record.proposal) ?? dayWithinCase(answers.givenOn, record, today, 'givenOn');
    if (refused) return refused;
    await recordCopies(tx, [{ ...answers, planId: plan.id, childId: record.childId, by: worker.id, at: now }]);
    return backToCase(
      record,
      'recorded that the child has their copy',
      'It is recorded that the child has their copy.',
    );
  },
  heading: null,
  view: ({ record, plan, actions, copies }, form, { today }) => (
    <>
      <Copy
        today={today}
        record={record}
        plan={plan}
        actions={actions.filter((one) => one.onCopy && isOutstanding(one))}
      />
      <div class="not-printed">
        <h2 class="govuk-heading-m">Record that it was given</h2>
        {copies.length > 0 && (
          <SummaryList
            rows={copies.map(({ givenOn, version, format, language, by }) => ({
              key: sayDay(givenOn),
              value: `Version ${version}: ${copyFormats[format].toLowerCase()}, in ${language}. ${by}`,
            }))}
          />
        )}
        {form.show({ button: 'Record it' })}
      </div>
    </>
  ),
});

type OnPaper = { record: CaseRecord; plan: Plan; actions: readonly PlanAction[]; today: PlainDate };

function Copy({ record, plan, actions, today }: OnPaper) {
  const standing = planStandingOf(record);
  return (
    <article class="child-copy">
      <h1>{record.child.givenNames ? `${record.child.givenNames}, this is your plan` : 'This is your plan'}</h1>
      <p>We made it with you, to help you stay safe. What happens to you matters. None of this is your fault.</p>
      {sectionNames.map((section) => {
        const heading = headingOnCopy(section);
        const words = plan.sections[section];
        return (
          heading &&
          words && (
            <section>
              <h2>{heading}</h2>
              <p class="as-written">{words}</p>
            </section>
          )
        );
      })}
      {actions.length > 0 && (
        <section>
          <h2>What we have agreed to do</h2>
          <ul>
            {actions.map(({ who, what, dueOn }) => (
              <li>
                {who}: {what}, by {sayDay(dueOn)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        {record.allocation && `Your worker is ${record.allocation.workerName}. `}
        {standing.is === 'in_place' &&
          standing.reviewOn &&
          `We will look at this plan again together ${standing.reviewOn < today ? 'soon' : `by ${sayDay(standing.reviewOn)}`}. `}
        You can ask to change it at any time. If you are in danger, ring 999.
      </p>
    </article>
  );
}
