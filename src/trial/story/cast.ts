import type { Role } from '../../platform/module.ts';

/**
 * The cast of the fictional partnership. Every person here is invented. The organisations are the ones the public
 * papers name; schools and the surgery are invented too.
 */
type AgencyKey = keyof typeof AGENCIES;
type TeamKey = keyof typeof TEAMS;

export type CastMember = {
  key: string;
  name: string;
  agency: AgencyKey;
  team?: TeamKey;
  roles: readonly Role[];
  /** What they do all day, in one line, for the sign-in page of the trial. */
  does: string;
};

/** Which kind of partner each is under Working Together 2023: three are statutory safeguarding partners. */
export const AGENCIES = {
  rmbc: { name: 'Rotherham Metropolitan Borough Council', kind: 'statutory_partner' },
  syp: { name: 'South Yorkshire Police', kind: 'statutory_partner' },
  icb: { name: 'NHS South Yorkshire Integrated Care Board', kind: 'statutory_partner' },
  trft: { name: 'The Rotherham NHS Foundation Trust', kind: 'relevant_agency' },
  rdash: { name: 'Rotherham Doncaster and South Humber NHS Foundation Trust', kind: 'relevant_agency' },
  grow: { name: 'GROW', kind: 'voluntary' },
  rise: { name: 'Rotherham Rise', kind: 'voluntary' },
  rothacs: { name: 'Rotherham Abuse Counselling Service', kind: 'voluntary' },
  thornholme: { name: 'Thornholme Academy', kind: 'school' },
  beckside: { name: 'Beckside High School', kind: 'school' },
  larkfield: { name: 'Larkfield Surgery', kind: 'general_practice' },
} as const;

export const TEAMS = {
  mash: { agency: 'rmbc', name: 'Multi-Agency Safeguarding Hub (MASH)', contact: 'MASH duty desk' },
  edt: { agency: 'rmbc', name: 'Emergency duty team', contact: 'Out-of-hours number' },
  evolve: { agency: 'rmbc', name: 'Evolve', contact: 'Evolve duty worker' },
  locality: { agency: 'rmbc', name: 'Locality social work team', contact: 'Locality duty desk' },
  missing: { agency: 'rmbc', name: 'Missing team', contact: 'Missing team duty desk' },
  intelligence: { agency: 'syp', name: 'Police intelligence desk', contact: 'Police intelligence desk' },
  performance: { agency: 'rmbc', name: 'Performance and quality', contact: 'Performance and quality' },
  governance: { agency: 'rmbc', name: 'Democratic services', contact: 'Democratic services' },
} as const;

export const CAST: readonly CastMember[] = [
  member(
    'ben',
    'Ben Oyelaran',
    'thornholme',
    undefined,
    'referrer',
    'Teaches Year 9 and refers a concern about a pupil',
  ),
  member(
    'harriet',
    'Harriet Fenwick',
    'beckside',
    undefined,
    'referrer',
    'Designated safeguarding lead of another school',
  ),
  member(
    'qadir',
    'Dr Imtiaz Qadir',
    'larkfield',
    undefined,
    ['referrer', 'partner'],
    'General practitioner who refers and is asked for information',
  ),
  member('asha', 'Asha Rehmani', 'rmbc', 'mash', 'mash_screener', 'Screens what arrives at the MASH and recommends'),
  member(
    'tomasz',
    'Tomasz Wilkowicz',
    'rmbc',
    'mash',
    'mash_screener',
    'Screens at the MASH; takes calls from families',
  ),
  member('gwen', 'Gwen Marlowe', 'rmbc', 'mash', 'mash_manager', 'Decides what happens to each referral, and why'),
  member(
    'yusuf',
    'Yusuf Al-Hakimi',
    'rmbc',
    'edt',
    'edt',
    'Emergency duty worker: urgent referrals outside service hours',
  ),
  member(
    'nadine',
    'Nadine Okoro',
    'rmbc',
    'evolve',
    'evolve_manager',
    'Manages Evolve: opens, allocates, authorises, closes',
  ),
  member(
    'colin',
    'Colin Hartshead',
    'rmbc',
    'evolve',
    'evolve_manager',
    'Deputy manager of Evolve: the second authoriser',
  ),
  member(
    'dev',
    'Dev Rathore',
    'rmbc',
    'evolve',
    'evolve_practitioner',
    'Evolve practitioner; social worker by training',
  ),
  member(
    'lucia',
    'Lucia Horváthová',
    'rmbc',
    'evolve',
    'evolve_practitioner',
    'Evolve practitioner; works in Slovak and English',
  ),
  member(
    'siobhan',
    "Siobhán O'Dwyer",
    'rmbc',
    'evolve',
    'evolve_practitioner',
    'Evolve practitioner; youth worker by training',
  ),
  member(
    'meilin',
    'Mei-Lin Cheung',
    'rmbc',
    'evolve',
    'evolve_practitioner',
    'Evolve practitioner; leads on online exploitation',
  ),
  member('karim', 'PC Karim Zebari', 'syp', 'evolve', 'evolve_practitioner', 'Police officer in the Evolve team'),
  member('grace', 'Grace Adeyinka', 'trft', 'evolve', 'evolve_practitioner', 'Specialist nurse in the Evolve team'),
  member(
    'bartosz',
    'Bartosz Zieliński-Reed',
    'rmbc',
    'locality',
    'social_worker',
    'Social worker for children in need and on plans',
  ),
  member('farrah', 'Farrah Nazeer', 'rmbc', 'locality', 'social_worker', 'Social worker for children looked after'),
  member(
    'elaine',
    'Elaine Thackray',
    'rmbc',
    'locality',
    'social_work_manager',
    'Manages the locality team; decides for allocated children',
  ),
  member(
    'jerome',
    'Jerome Baptiste',
    'rmbc',
    'missing',
    'missing_advocate',
    'Missing advocate for children repeatedly missing',
  ),
  member(
    'anwen',
    'Detective Constable Anwen Pryce',
    'syp',
    'intelligence',
    'police_intelligence',
    'Grades and sanitises intelligence at the police desk',
  ),
  member('callum', 'Callum Dyson', 'syp', undefined, 'partner', 'Answers information requests for the police'),
  member(
    'amina',
    'Amina Farah',
    'rdash',
    undefined,
    'partner',
    'Answers information requests for mental health services',
  ),
  member(
    'ruth',
    'Ruth Pemberton',
    'trft',
    undefined,
    'partner',
    'Answers information requests for the hospital and school nurses',
  ),
  member(
    'leila',
    'Leila Karimi',
    'icb',
    undefined,
    'partner',
    'Designated nurse; answers information requests for general practices',
  ),
  member(
    'ilinca',
    'Ilinca Dobre',
    'rmbc',
    'performance',
    'performance_analyst',
    'Runs the figures; sees counts and never a child',
  ),
  member(
    'helen',
    'Helen Ackroyd',
    'rmbc',
    'evolve',
    'head_of_service',
    'Head of service: the whole picture, and the team',
  ),
  member(
    'seun',
    'Oluwaseun Fashina',
    'rmbc',
    undefined,
    'information_governance',
    'Information governance and Caldicott lead: who looked at whom',
  ),
  member(
    'bridget',
    'Bridget Nowell',
    'rmbc',
    'governance',
    'governance_advisor',
    'Governance advisor: minutes, resolutions, what came of them',
  ),
  member(
    'ellis',
    'Councillor Ellis Wainforth',
    'rmbc',
    undefined,
    'councillor',
    'Sits on the Improving Lives Select Commission',
  ),
  member('kit', 'Kit Zhao', 'rmbc', undefined, 'system_administrator', 'Keeps the system running; sees no record'),
];

export function castWith(role: Role): CastMember[] {
  return CAST.filter((member) => member.roles.includes(role));
}

function member(
  key: string,
  name: string,
  agency: AgencyKey,
  team: TeamKey | undefined,
  role: Role | Role[],
  does: string,
): CastMember {
  return { key, name, agency, ...(team ? { team } : {}), roles: [role].flat(), does };
}
