import { addDays, type PlainDate } from '../platform/kernel/index.ts';

export const workKinds = {
  session: 'Session',
  visit: 'Visit',
  call: 'Call or message',
  not_met: 'Planned, and we did not meet',
} as const;
export type WorkKind = keyof typeof workKinds;

export type DirectWork = {
  id: string;
  on: PlainDate;
  kind: WorkKind;
  topic: string;
  words: string;
  tools: string | null;
  cameOfIt: string | null;
  workerName: string;
};

/** Whose assessment or investigation Evolve gave something to. */
export const contributionTo = {
  s17: 'An assessment of a child in need (section 17)',
  s47: 'A child protection enquiry (section 47)',
  police_investigation: 'A police investigation',
} as const;
export type ContributionTo = keyof typeof contributionTo;

export type Contribution = {
  id: string;
  on: PlainDate;
  towards: ContributionTo;
  givenTo: string;
  words: string;
  workerName: string;
};

/** What was done in the week that ends today: seven days, today among them. */
export const inWeekTo = (today: PlainDate, { on }: { on: PlainDate }): boolean =>
  on <= today && on > addDays(today, -7);
