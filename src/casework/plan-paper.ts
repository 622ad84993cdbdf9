import type { Paper, Part } from '../papers/index.ts';
import { type PlainDate, sayDay } from '../platform/kernel/index.ts';
import type { Partnership } from '../platform/web/world.ts';
import { type CaseRecord, planStandingOf } from './case-record.ts';
import { headingOnCopy, isOutstanding, type PlanAction, type Sections, sectionNames } from './plan.ts';

type OnCopy = { record: CaseRecord; plan: { sections: Sections }; actions: readonly PlanAction[] };

/** The child's own copy: their words and ours to them, large, with no label and no reference on it. */
export function planPaper(
  { record, plan, actions }: OnCopy,
  { partnership, today }: { partnership: Partnership; today: PlainDate },
): Paper {
  const { givenNames } = record.child;
  const agreed = actions.filter((one) => one.onCopy && isOutstanding(one));
  return {
    title: givenNames ? `${givenNames}, this is your plan` : 'This is your plan',
    author: partnership.name,
    dated: today,
    facts: [],
    parts: [
      ...says('We made it with you, to help you stay safe. What happens to you matters. None of this is your fault.'),
      ...sectionNames.flatMap((section) => headed(headingOnCopy(section), plan.sections[section])),
      ...(agreed.length > 0 ? [heading('What we have agreed to do'), toDo(agreed)] : []),
      ...says(closing(record, today)),
    ],
    letters: 'large',
    trial: partnership.trialNow !== null,
  };
}

const heading = (title: string): Part => ({ is: 'heading', says: title });
const says = (words: string): Part[] => [{ is: 'paragraph', says: words }];
const headed = (title: string | undefined, words: string | undefined): Part[] =>
  title && words ? [heading(title), ...says(words)] : [];
const toDo = (agreed: readonly PlanAction[]): Part => ({
  is: 'list',
  items: agreed.map(({ who, what, dueOn }) => `${who}: ${what}, by ${sayDay(dueOn)}`),
});

function closing(record: CaseRecord, today: PlainDate): string {
  const standing = planStandingOf(record);
  const reviewOn = standing.is === 'in_place' ? standing.reviewOn : undefined;
  return [
    ...(record.allocation ? [`Your worker is ${record.allocation.workerName}.`] : []),
    ...(reviewOn
      ? [`We will look at this plan again together ${reviewOn < today ? 'soon' : `by ${sayDay(reviewOn)}`}.`]
      : []),
    'You can ask to change it at any time. If you are in danger, ring 999.',
  ].join(' ');
}
