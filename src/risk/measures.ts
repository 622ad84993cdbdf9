import type { Answers, Attribute, Countable, Measure } from '../platform/module.ts';
import { quarter } from '../platform/quarter.ts';
import { type ExploitationType, exploitationTypes, type Level, levels, levelWords, typeWords } from './judgement.ts';

const authorisedOnly = 'Drafts, and assessments that no manager has authorised.';

const assessments = (id: string, label: string, definition: string, where?: string): Measure => ({
  id,
  label,
  unit: 'assessments',
  over: 'period',
  definition: `${definition} Counted by the day of completion once authorised, at the type and level of record. One child may have several.`,
  exclusions: authorisedOnly,
  owner: 'evolve_manager',
  kind: 'count',
  from: 'assessment_completed',
  counts: 'rows',
  on: 'completed_on',
  ...(where && { where }),
});

const ofType = (id: string, label: string, type: ExploitationType): Measure =>
  assessments(
    id,
    label,
    `Assessments completed in the period whose type of record is: ${label.toLowerCase()}.`,
    `type = '${type}'`,
  );

/** A child's level on entering this spell beside the latest in the period (scrutiny's question about the "no risk" cohort). */
const enteredAndLatest = (entry: Level, latest: Level): Measure => ({
  id: `level-change.${entry.toLowerCase()}-to-${latest.toLowerCase()}`,
  label: `Entered at ${levelWords[entry].toLowerCase()}, latest ${levelWords[latest].toLowerCase()}`,
  unit: 'children',
  over: 'period',
  definition: `Distinct children assessed in the period whose first authorised level in this spell with Evolve was ${levelWords[entry].toLowerCase()} and whose latest in the period was ${levelWords[latest].toLowerCase()}.`,
  exclusions: authorisedOnly,
  owner: 'evolve_manager',
  kind: 'count',
  from: 'child_assessed',
  counts: 'rows',
  where: `entry_level = '${entry}' and latest_level = '${latest}'`,
});

export const measures: readonly Measure[] = [
  assessments(
    'assessments.completed',
    'Risk assessments completed',
    'All exploitation risk assessments completed in the period.',
  ),
  assessments('assessments.initial', 'First assessments', 'Assessments that began a spell.', `kind = 'initial'`),
  assessments('assessments.reviews', 'Formal reviews', 'Assessments that review an earlier one.', `kind = 'review'`),
  ofType('assessments.cce-only', 'Criminal exploitation only', 'CCE'),
  ofType('assessments.cse-only', 'Sexual exploitation only', 'CSE'),
  ofType('assessments.both', 'Both criminal and sexual exploitation', 'BOTH'),
  ofType('assessments.no-risk-identified', 'No risk identified', 'NO_RISK'),
  {
    id: 'assessments.children',
    label: 'Children assessed',
    unit: 'children',
    over: 'period',
    definition: 'Distinct children behind the assessments completed in the period.',
    exclusions: authorisedOnly,
    owner: 'evolve_manager',
    kind: 'count',
    from: 'assessment_completed',
    counts: 'children',
  },
  assessments(
    'reviews.completed-in-time',
    'Formal reviews within twelve weeks',
    'Formal reviews completed 84 calendar days or fewer after the assessment they review.',
    `kind = 'review' and days_since_previous <= 84`,
  ),
  {
    id: 'reviews.on-time',
    label: 'Formal reviews on time',
    unit: 'percent',
    over: 'period',
    definition:
      'Of the formal reviews completed in the period, the share completed within 84 calendar days (twelve weeks).',
    exclusions: `${authorisedOnly} Reviews that are due and not yet completed.`,
    owner: 'evolve_manager',
    kind: 'share',
    share: 'reviews.completed-in-time',
    of: 'assessments.reviews',
  },
  ...levels.toReversed().flatMap((entry) => levels.toReversed().map((latest) => enteredAndLatest(entry, latest))),
];

/** The type and level of record: what every count of assessed children is told apart by. */
export const judged = (lasts: boolean) =>
  ({
    type: { label: 'Type of exploitation', is: 'type', values: typeWords, lasts },
    level: { label: 'Level of risk', is: 'level', values: levelWords, lasts },
  }) as const satisfies Record<string, Attribute>;

/** No risk identified has no level, and nothing else has none (a check on `authorisation`). */
export const neverJudged: readonly Answers[] = [
  { type: ['NO_RISK'], level: levels.filter((level) => level !== 'NONE') },
  { type: exploitationTypes.filter((type) => type !== 'NO_RISK'), level: ['NONE'] },
];

const inTime: Attribute = {
  label: 'Whether on time',
  is: 'in_time',
  values: {
    on_time: 'Within twelve weeks of the assessment before',
    late: 'Later',
    not_recorded: 'The assessment before is not recorded here',
  },
  lasts: true,
};

export const countables: readonly Countable[] = [
  {
    kind: 'assessments',
    label: 'Risk assessments completed',
    unit: 'assessments',
    definition:
      'Exploitation risk assessments completed in the period, counted by the day of completion once authorised, at the type and level of record. One child may have several.',
    exclusions: authorisedOnly,
    owner: 'evolve_manager',
    over: 'period',
    from: 'assessment_completed',
    attributes: {
      ...judged(true),
      kind: {
        label: 'First or review',
        is: 'kind',
        values: { initial: 'First assessment', review: 'Formal review' },
        lasts: true,
      },
      in_time: {
        ...inTime,
        is: `case when kind = 'initial' then 'no_review' when days_since_previous <= 84 then 'on_time'
          when days_since_previous > 84 then 'late' end`,
        values: { ...inTime.values, no_review: 'Not a review' },
      },
      quarter: quarter('completed_on'),
    },
    never: [
      ...neverJudged,
      { kind: ['initial'], in_time: ['on_time', 'late', 'not_recorded'] },
      { kind: ['review'], in_time: ['no_review'] },
    ],
  },
  {
    kind: 'reviews',
    label: 'Formal reviews completed',
    unit: 'assessments',
    definition:
      'Formal reviews completed in the period, counted by the day of completion once authorised. A review is due 84 calendar days (twelve weeks) after the assessment it reviews was completed.',
    exclusions: `${authorisedOnly} Reviews that are due and not yet completed.`,
    owner: 'evolve_manager',
    over: 'period',
    from: 'assessment_completed',
    within: { kind: 'assessments', answers: { kind: ['review'], in_time: ['on_time', 'late', 'not_recorded'] } },
    attributes: { in_time: inTime, ...judged(true), quarter: quarter('completed_on') },
  },
];
