import type { Measure } from '../platform/module.ts';

export const measures: readonly Measure[] = [
  {
    id: 'evolve.young-people-referred',
    label: 'Young people referred to Evolve',
    unit: 'children',
    over: 'period',
    definition:
      'Distinct children for whom a decision to refer to Evolve was made in the period, by the day of that decision. Referrals to the Multi-Agency Safeguarding Hub (MASH) are a separate and far larger count.',
    exclusions: 'Consultations and advice without a referral to Evolve.',
    owner: 'evolve_manager',
    from: 'referred_to_evolve',
    counts: 'children',
    on: 'decided_on',
  },
];
