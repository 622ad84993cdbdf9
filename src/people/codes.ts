import type { CodeList } from '../platform/imports/index.ts';

/** Census `Sex`; U is also the code of a child not yet born. Older files say gender 1, 2, 0 and 9. */
export const sexes: CodeList<'F' | 'M' | 'U'> = {
  name: 'sex',
  codes: { F: 'Female', M: 'Male', U: 'Not known' },
  also: {
    1: 'M',
    2: 'F',
    0: 'U',
    9: 'U',
    'not stated': 'U',
    'not stated or recorded': 'U',
    'not stated/recorded': 'U',
    unborn: 'U',
    unknown: 'U',
    indeterminate: 'U',
    neither: 'U',
  },
};

export const ethnicities = {
  name: 'ethnicity',
  codes: {
    WBRI: 'White British',
    WIRI: 'White Irish',
    WIRT: 'Traveller of Irish heritage',
    WOTH: 'Any other White background',
    WROM: 'Gypsy or Roma',
    MWBC: 'White and Black Caribbean',
    MWBA: 'White and Black African',
    MWAS: 'White and Asian',
    MOTH: 'Any other Mixed background',
    AIND: 'Indian',
    APKN: 'Pakistani',
    ABAN: 'Bangladeshi',
    AOTH: 'Any other Asian background',
    BCRB: 'Caribbean',
    BAFR: 'African',
    BOTH: 'Any other Black background',
    CHNE: 'Chinese',
    OOTH: 'Any other ethnic group',
    REFU: 'Not given',
    NOBT: 'Not yet obtained',
  },
  also: { refused: 'REFU', 'information not yet obtained': 'NOBT' },
} as const satisfies CodeList<string>;

/** "Not known" is never "no". */
export const disabilityAnswers: CodeList<'YES' | 'NO' | 'NOT_KNOWN'> = {
  name: 'disability',
  codes: { YES: 'Yes', NO: 'No', NOT_KNOWN: 'Not known' },
  also: { y: 'YES', n: 'NO', unknown: 'NOT_KNOWN', 'not stated': 'NOT_KNOWN', 'not recorded': 'NOT_KNOWN' },
};

export const provisions: CodeList<'EHCP' | 'SEN_SUPPORT'> = {
  name: 'provision for special educational needs',
  codes: { EHCP: 'Education, health and care plan', SEN_SUPPORT: 'SEN support' },
  also: {
    E: 'EHCP',
    K: 'SEN_SUPPORT',
    'EHC plan': 'EHCP',
    EHC: 'EHCP',
    'special educational needs support': 'SEN_SUPPORT',
  },
};

export const needs = {
  name: 'special educational need',
  codes: {
    SPLD: 'Specific learning difficulty',
    MLD: 'Moderate learning difficulty',
    SLD: 'Severe learning difficulty',
    PMLD: 'Profound and multiple learning difficulty',
    SEMH: 'Social, emotional and mental health',
    SLCN: 'Speech, language and communication needs',
    HI: 'Hearing impairment',
    VI: 'Vision impairment',
    MSI: 'Multi-sensory impairment',
    PD: 'Physical disability',
    ASD: 'Autistic spectrum disorder',
    OTH: 'Other difficulty',
  },
  also: { autism: 'ASD', other: 'OTH', 'visual impairment': 'VI' },
} as const satisfies CodeList<string>;
