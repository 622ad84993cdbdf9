import type { Countable, Measure } from '../platform/module.ts';
import { quarter } from '../platform/quarter.ts';

const referred = {
  label: 'Young people referred to Evolve',
  unit: 'children',
  over: 'period',
  definition:
    'Distinct children for whom a decision to refer to Evolve was made in the period, by the day of that decision. Referrals to the Multi-Agency Safeguarding Hub (MASH) are a separate and far larger count.',
  exclusions: 'Consultations and advice without a referral to Evolve.',
  owner: 'evolve_manager',
  from: 'referred_to_evolve',
} as const;

const LEFT_OUT = 'Referrals begun and not sent. A child named on two referrals is counted with each.';

const received = (id: string, label: string, definition: string, where?: string): Measure => ({
  id: `referrals.${id}`,
  label,
  unit: 'referrals',
  over: 'period',
  definition: `${definition} Referrals received here in the period, one for each child on them, history taken in from files included.`,
  exclusions: LEFT_OUT,
  owner: 'mash_manager',
  kind: 'count',
  from: 'referral_received',
  counts: 'rows',
  on: 'received_on',
  ...(where && { where }),
});

const share = (id: string, label: string): Measure => ({
  id: `referrals.${id}-share`,
  label: `${label}, as a share of referrals`,
  unit: 'percent',
  over: 'period',
  definition: `${label}, as a share of all referrals received here in the period, each child on them counted.`,
  exclusions: LEFT_OUT,
  owner: 'mash_manager',
  kind: 'share',
  share: `referrals.${id}`,
  of: 'referrals.received',
});

/** By the census's source codes. What phase a school teaches and where it stands is not recorded, so neither is counted. */
const bySource: readonly Measure[] = [
  received('received', 'Referrals received', 'From whomever they came.'),
  received('from-schools', 'Referrals from schools', 'From a school or college.', `source = '2A'`),
  share('from-schools', 'Referrals from schools'),
  received(
    'from-schools-unnamed',
    'Referrals from schools that do not say which',
    'From a school or college, with none named: they cannot be followed up school by school.',
    `source = '2A' and not sender_known`,
  ),
  received(
    'from-education',
    'Referrals from other education services',
    'From education, not a school.',
    `source = '2B'`,
  ),
  received('from-police', 'Referrals from the police', 'From the police.', `source = '6'`),
  share('from-police', 'Referrals from the police'),
  received('from-health', 'Referrals from health services', 'From a health service of any kind.', `source like '3_'`),
  share('from-health', 'Referrals from health services'),
];

export const measures: readonly Measure[] = [
  ...bySource,
  { ...referred, id: 'evolve.young-people-referred', kind: 'count', counts: 'children', on: 'decided_on' },
];

// A child referred twice in the period is one young person: the first of the two decisions counts.
export const countables: readonly Countable[] = [
  { ...referred, kind: 'referred', where: 'first_in_period', attributes: { quarter: quarter('decided_on') } },
];
