import type { Attribute, Countable, Described, Measure } from '../platform/module.ts';
import { sexes } from './child.ts';
import { protectionCategories } from './status.ts';

const LEFT_OUT =
  'Plans that ended on or before that day, and plans other systems hold that have not been taken in here. Twins, brothers and sisters are each counted.';

const plans = (id: string, label: string, definition: string, where?: string): Measure => ({
  id,
  label,
  unit: 'children',
  over: 'as-at',
  definition: `${definition} Distinct children with a child protection plan in force on the last day of the period.`,
  exclusions: LEFT_OUT,
  owner: 'head_of_service',
  kind: 'count',
  from: 'protection_plan',
  counts: 'children',
  ...(where && { where }),
});

const rate = (id: string, label: string, of: string): Measure => ({
  id,
  label,
  unit: 'per 10,000 children',
  over: 'as-at',
  definition: `${label}: for every 10,000 children aged 0 to 17 who live in the area, by the latest population estimate held that is dated on or before that day.`,
  exclusions: LEFT_OUT,
  owner: 'head_of_service',
  kind: 'rate',
  rate: of,
  population: 'population.0-17',
});

/**
 * Neglect as a share of plans and as a rate: the two can say opposite things, so both are declared.
 * More neglect is worse by the aspiration of the Neglect Strategy; how many plans there are is neither, since more may
 * be more harm or better recognised harm.
 */
export const measures: readonly Measure[] = [
  plans('protection.plans', 'Children on a child protection plan', 'Whatever the category of abuse.'),
  {
    ...plans(
      'protection.neglect',
      'Children on a plan for neglect',
      'The latest category of abuse recorded is neglect.',
      `category = 'NEG'`,
    ),
    exclusions: `${LEFT_OUT} Plans for more than one category, where neglect may be one of them.`,
    more: 'worse',
  },
  plans(
    'protection.no-category',
    'Children on a plan with no category recorded',
    'No category of abuse is recorded, so they are in the whole and in no part of it.',
    'category is null',
  ),
  {
    id: 'protection.neglect-share',
    label: 'Neglect, as a share of children on a plan',
    unit: 'percent',
    over: 'as-at',
    definition:
      'Children on a child protection plan for neglect, as a share of all children on a child protection plan on the last day of the period.',
    exclusions: 'As for the two counts behind it.',
    owner: 'head_of_service',
    more: 'worse',
    kind: 'share',
    share: 'protection.neglect',
    of: 'protection.plans',
  },
  rate('protection.plans-rate', 'Children on a plan, as a rate', 'protection.plans'),
  {
    ...rate('protection.neglect-rate', 'Children on a plan for neglect, as a rate', 'protection.neglect'),
    more: 'worse',
  },
];

const status = (label: string, column: string): Attribute => ({
  label,
  is: `case when ${column} then 'yes' else 'not_recorded' end`,
  values: { yes: label, not_recorded: `Not recorded as ${label[0]?.toLowerCase()}${label.slice(1)}` },
  lasts: false,
});

/** The plans themselves, for published tables: by category of abuse. */
export const countables: readonly Countable[] = [
  {
    kind: 'protection-plans',
    label: 'Children on a child protection plan',
    unit: 'children',
    definition:
      'Children with a child protection plan in force on the last day of the period, by its latest category of abuse.',
    exclusions: LEFT_OUT,
    owner: 'head_of_service',
    over: 'as-at',
    from: 'protection_plan',
    population: { measure: 'population.0-17', says: 'children aged 0 to 17' },
    means: ['protection_plan'],
    attributes: {
      category: {
        label: 'Category of abuse',
        is: 'category',
        values: { ...protectionCategories, not_recorded: 'Not recorded' },
        lasts: false,
      },
    },
  },
];

/** What any published table may be told apart by: of the child, on the day counted. Never name, place or ethnicity. */
export const describes: Described = {
  from: 'child_described',
  attributes: {
    age: {
      label: 'Age',
      is: `case when age < 13 then 'under_13' when age < 16 then '13_to_15' when age < 18 then '16_to_17'
        when age >= 18 then '18_or_over' end`,
      values: {
        under_13: 'Under 13',
        '13_to_15': '13 to 15',
        '16_to_17': '16 to 17',
        '18_or_over': '18 or over',
        not_recorded: 'Not known',
      },
      lasts: false,
    },
    sex: { label: 'Sex', is: `coalesce(sex, 'U')`, values: sexes, lasts: true },
    looked_after: status('Looked after', 'looked_after'),
    send: status('Special educational needs and disabilities (SEND)', '(ehcp or sen_support)'),
    ehcp: status('Education, health and care plan (EHCP)', 'ehcp'),
    sen_support: status('Special educational needs support', 'sen_support'),
    protection_plan: status('Child protection plan', 'protection_plan'),
    in_need: status('Child in need', 'in_need'),
  },
  // SEND is either of its parts: SEND less plans is support.
  never: [
    { send: ['not_recorded'], ehcp: ['yes'] },
    { send: ['not_recorded'], sen_support: ['yes'] },
    { send: ['yes'], ehcp: ['not_recorded'], sen_support: ['not_recorded'] },
    // domain: a plan takes the place of support (school census, SEN provision); care and child protection end at 18.
    { ehcp: ['yes'], sen_support: ['yes'] },
    { age: ['18_or_over'], looked_after: ['yes'] },
    { age: ['18_or_over'], protection_plan: ['yes'] },
  ],
};
