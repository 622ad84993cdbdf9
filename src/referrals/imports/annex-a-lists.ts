import { disabilityAnswers, ethnicities, legalStatuses, protectionCategories, sexes } from '../../people/index.ts';
import {
  type CodeList,
  code,
  day,
  identifier,
  optional,
  required,
  text,
  type Values,
  whole,
  yesNo,
} from '../../platform/imports/index.ts';
import { sources } from '../codes.ts';

const child = {
  childId: required('Child Unique ID', identifier, 'Child ID', 'Unique ID', 'LA child ID'),
  sex: optional('Gender', code(sexes), 'Sex'),
  ethnicity: optional('Ethnicity', code(ethnicities)),
  bornOn: optional('Date of Birth', day, 'DOB', 'Date of birth or expected date of birth'),
};
const disability = { disability: optional('Does the Child have a Disability', code(disabilityAnswers), 'Disability') };
const held = {
  team: optional('Allocated Team', text),
  worker: optional('Allocated Worker', text),
};

const abuse = {
  name: 'the category of abuse',
  codes: { ...protectionCategories, MUL: 'Multiple' },
  also: { physical: 'PHY', sexual: 'SAB', emotional: 'EMO', 'multiple categories': 'MUL' },
} as const satisfies CodeList<string>;

const primaryNeeds = {
  name: 'the primary need',
  codes: {
    N0: 'Not stated',
    N1: 'Abuse or neglect',
    N2: "Child's disability",
    N3: 'Parental illness or disability',
    N4: 'Family in acute stress',
    N5: 'Family dysfunction',
    N6: 'Socially unacceptable behaviour',
    N7: 'Low income',
    N8: 'Absent parenting',
    N9: 'Cases other than children in need',
  },
} as const satisfies CodeList<string>;

const closing = {
  name: 'the reason for closure',
  codes: {
    RC1: 'Adopted',
    RC2: 'Died',
    RC3: 'Child arrangements order',
    RC4: 'Special guardianship order',
    RC5: 'Transferred to another local authority',
    RC6: 'Transferred to adult social care',
    RC7: 'Services ceased for any other reason',
    RC8: 'Closed after assessment, no further action',
    RC9: 'Closed after assessment, referred to early help',
  },
} as const satisfies CodeList<string>;

const caseStatuses = {
  name: 'the case status',
  codes: {
    LAC: 'Looked after child',
    CP: 'Child protection plan',
    CIN_PLAN: 'Child in need plan',
    ASSESSMENT: 'Open assessment',
    CLOSED: 'Closed episode',
  },
  also: { 'child in need': 'CIN_PLAN', closed: 'CLOSED' },
} as const satisfies CodeList<string>;

/** As Ofsted words them. */
const legalStatus = {
  name: 'the legal status',
  codes: {
    ...legalStatuses,
    V2: 'Section 20',
    V3: 'Short breaks, each recorded',
    V4: 'Short breaks, agreement recorded',
    J1: 'Remand',
    J2: 'Police and Criminal Evidence Act',
  },
  also: { FCO: 'C2', ICO: 'C1', EPO: 'L2', s20: 'V2', 'care order': 'C2' },
} as const satisfies CodeList<string>;

const contactList = {
  ...child,
  on: required('Date of Contact', day),
  source: required('Contact Source', code(sources)),
};

const referralList = {
  ...child,
  receivedOn: required('Date of Referral', day),
  source: required('Referral Source', code(sources)),
  noFurtherAction: optional('Referral NFA?', yesNo),
  ...held,
};

const needList = {
  ...child,
  ...disability,
  from: required('CIN Start Date', day),
  primaryNeed: optional('Primary Need Code', code(primaryNeeds), 'Primary Need'),
  until: optional('CIN Closure Date', day),
  closedBecause: optional('Reason for Closure', code(closing)),
  caseStatus: optional('Case Status', code(caseStatuses)),
  ...held,
};

const protectionList = {
  ...child,
  ...disability,
  from: required('Child Protection Plan Start Date', day),
  initialCategory: required('Initial Category of Abuse', code(abuse)),
  latestCategory: optional('Latest Category of Abuse', code(abuse)),
  until: optional('Child Protection Plan End Date', day),
  earlierPlans: optional(
    'Number of Previous Child Protection Plans',
    whole,
    'Sum of Number of Previous Child Protection Plans',
  ),
  ...held,
};

const careList = {
  ...child,
  ...disability,
  unaccompanied: optional(
    'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)',
    yesNo,
    'Unaccompanied Asylum Seeking Child',
    'UASC',
  ),
  from: required('Date Started to be Looked After', day),
  legalStatus: optional("Child's Legal Status", code(legalStatus), 'Legal Status'),
  until: optional('Date Ceased to be Looked After', day),
  endedBecause: optional('Reason Ceased to be Looked After', text),
  ...held,
};

export type ContactRow = Values<typeof contactList>;
export type ReferralRow = Values<typeof referralList>;
export type NeedRow = Values<typeof needList>;
export type ProtectionRow = Values<typeof protectionList>;
export type CareRow = Values<typeof careList>;

/** The lists of the workbook by number, as Ofsted asks for them; a sentence for those that are not read. */
export const LISTS = { 1: contactList, 3: referralList, 6: needList, 7: protectionList, 8: careList } as const;

export const NOT_READ: Record<number, string> = {
  2: 'early help assessments are not kept here',
  4: 'assessments by social care are not kept here; those of exploitation have an import of their own',
  5: 'section 47 enquiries and conferences are not kept here; the plans they lead to are in list 7',
  9: 'care leavers are adults or nearly so, and no status of theirs is read yet',
  10: 'adoption is not kept here',
  11: 'prospective adopters are adults, and nothing about them is kept here',
};
