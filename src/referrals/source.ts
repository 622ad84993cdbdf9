import type { SourceCode } from './codes.ts';

/** What people call the place they work at, and how the children in need census codes it. */
export const workplaces = {
  school: { says: 'A school or college', source: '2A' },
  education: { says: 'Another education service', source: '2B' },
  practice: { says: 'A general practice', source: '3A' },
  health_visiting: { says: 'Health visiting', source: '3B' },
  school_nursing: { says: 'School nursing', source: '3C' },
  primary_care: { says: 'A dentist, pharmacy or other primary care', source: '3D' },
  emergency: { says: 'An accident and emergency department', source: '3E' },
  health: { says: 'Another health service', source: '3F' },
  housing: { says: 'Housing, of a council or an association', source: '4' },
  social_care: { says: 'Social care in this council', source: '5A' },
  early_help: { says: 'Early help in this council', source: '5D' },
  council: { says: 'Another part of this council', source: '5B' },
  other_council: { says: 'Another council', source: '5C' },
  police: { says: 'The police', source: '6' },
  justice: { says: 'A court, probation, prison, immigration or the family court service', source: '7' },
  voluntary: { says: 'A charity, children’s centre or independent service', source: '8' },
} as const satisfies Record<string, { says: string; source: SourceCode }>;
export type Workplace = keyof typeof workplaces;

// A council or a hospital trust is many services, so whoever works there is asked which.
const ofAgencyKind: Readonly<Record<string, SourceCode>> = {
  school: workplaces.school.source,
  general_practice: workplaces.practice.source,
  voluntary: workplaces.voluntary.source,
};

/** The source of everything sent from an agency of this kind, where the kind alone tells. */
export function sourceOfAgency(kind: string): SourceCode | undefined {
  return ofAgencyKind[kind];
}

/** Who is on the telephone. Somebody who wants to stay unknown is not asked even how they know the child. */
export const callers = {
  family: { says: 'A family member, relative or carer', source: '1A' },
  acquaintance: { says: 'Somebody who knows the family', source: '1B' },
  child: { says: 'The child', source: '1C' },
  other: { says: 'Another member of the public', source: '1D' },
  anonymous: { says: 'Somebody who wants to stay anonymous', source: '9' },
  professional: { says: 'Somebody ringing because of their work', source: undefined },
} as const satisfies Record<string, { says: string; source: SourceCode | undefined }>;
export type Caller = keyof typeof callers;

const professional = new Set<string>(Object.values(workplaces).map(({ source }) => source));

/** Somebody who rings because of their work confirms it in writing (clocks C2); the public need not. */
export function confirmsInWriting({ channel, source }: { channel: string; source: string }): boolean {
  return channel === 'phone' && professional.has(source);
}
