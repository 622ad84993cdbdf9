import type { CodeList } from '../platform/imports/index.ts';
import { type Outcome, outcomes } from './decision.ts';

/** Who a contact or referral came from, as the children in need census codes it. */
export const sources = {
  name: 'the source',
  codes: {
    '1A': 'Family member, relative or carer',
    '1B': 'Acquaintance',
    '1C': 'Self',
    '1D': 'Other individual',
    '2A': 'Schools',
    '2B': 'Education services',
    '3A': 'General practitioner',
    '3B': 'Health visitor',
    '3C': 'School nurse',
    '3D': 'Other primary health services',
    '3E': 'Accident and emergency department',
    '3F': 'Other health services',
    '4': 'Housing',
    '5A': 'Local authority: social care',
    '5B': 'Local authority: other internal',
    '5C': 'Another local authority',
    '5D': 'Local authority: early help',
    '6': 'Police',
    '7': 'Other legal agency',
    '8': 'Other',
    '9': 'Anonymous',
    '10': 'Unknown',
  },
  also: { school: '2A', GP: '3A', 'A&E': '3E', 'South Yorkshire Police': '6', parent: '1A', 'early help': '5D' },
} as const satisfies CodeList<string>;

/** What a referral came to, as other records and spreadsheets write it too. */
export const outcomeCodes: CodeList<Outcome> = {
  name: 'the outcome',
  codes: outcomes,
  also: {
    NFA: 'NO_FURTHER_ACTION',
    'advice and information': 'ADVICE',
    'advice and information or signpost to other services': 'ADVICE',
    signposted: 'ADVICE',
    'step down to early help': 'EARLY_HELP',
    'early help referral': 'EARLY_HELP',
    'strategy discussion': 'STRATEGY_DISCUSSION',
    'strategy discussion and/or section 47 enquiry': 'STRATEGY_DISCUSSION',
    s47: 'SECTION_47',
    'assessment required': 'ASSESSMENT',
    assessment: 'ASSESSMENT',
    evolve: 'ALLOCATE_EVOLVE',
    'accepted by evolve': 'ALLOCATE_EVOLVE',
    'evolve consultation': 'EVOLVE_CONSULTATION',
    consultation: 'EVOLVE_CONSULTATION',
    'information for police only': 'INTEL_ONLY',
    'transferred to another area': 'TRANSFER_OUT',
  },
};

export type SourceCode = keyof typeof sources.codes;
