import { InsetText } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import { asShown, changedMeanwhile } from '../../platform/web/as-shown.tsx';
import { longText, type Question } from '../../platform/web/questions.tsx';
import {
  headingOnCopy,
  neededSections,
  type PlanSection,
  planSections,
  sectionNames,
  sectionsForChild,
} from '../plan.ts';
import { findPlan, writePlans } from '../plans.db.ts';
import { backToCase, onCase } from './on-case.tsx';

const sections = Object.fromEntries(sectionNames.map((section) => [section, questionOf(section)])) as Record<
  PlanSection,
  Question<string | null>
>;

function questionOf(section: PlanSection): Question<string | null> {
  const { says, hint }: { says: string; hint?: string } = planSections[section];
  const onCopy = headingOnCopy(section) && 'Write to the child: this goes on their copy.';
  const needed = neededSections.some((one) => one === section);
  return longText({
    ask: says,
    hint: [hint, onCopy].filter(Boolean).join(' '),
    rows: 4,
    missing: needed ? `Write something under “${says}”` : undefined,
  });
}

/** A new version of the safety plan, begun from the one in force. */
export const writePlan = onCase({
  path: '/cases/:reference/plan',
  may: 'cases.work',
  says: 'Safety plan',
  step: 'work',
  load: async (tx, record) => ({ plan: await findPlan(tx, record.id) }),
  asks: ({ record }) => ({ over: asShown(String(record.plan?.version ?? 0)), ...sections }),
  filled: ({ plan }) =>
    Object.fromEntries(Object.entries(plan?.sections ?? {}).map(([name, words]) => [name, [words]])),
  async submit(tx, { record }, { over, ...written }, { worker, today, now }) {
    const version = record.plan?.version ?? 0;
    const given = Object.fromEntries(Object.entries(written).filter(([, words]) => words !== null));
    const refused = changedMeanwhile(over, String(version)) ?? sectionsForChild(given);
    if (refused) return refused;
    await writePlans(tx, [
      {
        caseId: record.id,
        childId: record.childId,
        version: version + 1,
        writtenOn: today,
        sections: given,
        by: worker.id,
        at: now,
      },
    ]);
    return backToCase(
      record,
      'wrote a safety plan',
      `Version ${version + 1} of the plan is in force. Give the child their copy.`,
    );
  },
  view: ({ plan }, form) => (
    <>
      <InsetText>
        {plan
          ? `This begins from version ${plan.version}, which ${plan.writtenBy} wrote on ${sayDay(plan.writtenOn)}; it stays readable. `
          : 'The first version. '}
        Write it with the child and their family. What is written under a heading marked for their copy is what they are
        handed.
      </InsetText>
      {form.show({ button: 'Put this plan in force' })}
    </>
  ),
});
