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

export const measures: readonly Measure[] = [
  { ...referred, id: 'evolve.young-people-referred', counts: 'children', on: 'decided_on' },
];

// A child referred twice in the period is one young person: the first of the two decisions counts.
export const countables: readonly Countable[] = [
  { ...referred, kind: 'referred', where: 'first_in_period', attributes: { quarter: quarter('decided_on') } },
];
