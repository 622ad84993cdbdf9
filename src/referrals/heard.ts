import { type Outcome, outcomes } from './decision.ts';

/** What an author hears of a referral they sent: how far it is, what was decided for each child, and what is asked of them. */
export type Heard = {
  lookedAt: boolean;
  decidedAt: Date | null;
  askedOfReferrer: string | null;
  /** In the order the children were named. */
  outcomes: (string | null)[];
};

export const statuses = { received: 'Received', looked_at: 'Being looked at', decided: 'Decided' } as const;
export type Status = keyof typeof statuses;

export function statusOf({ lookedAt, decidedAt }: Heard): Status {
  if (decidedAt) return 'decided';
  return lookedAt ? 'looked_at' : 'received';
}

const NOTHING_FOR_NOW = 'Children’s social care does nothing more for now';

/**
 * Each outcome as its author hears it. What is listed, weighed or passed to the police about a child is for those who
 * work with the child: the author hears what social care does.
 */
const told: Record<Outcome, string> = {
  ALLOCATE_EVOLVE: 'The child exploitation team, Evolve, will work with the child',
  EVOLVE_CONSULTATION: 'The child exploitation team, Evolve, will advise those who work with the child',
  CE_SCREENING_REQUIRED: 'Somebody will look further at the risk of exploitation',
  STRATEGY_DISCUSSION: 'Agencies are discussing at once how to protect the child',
  SECTION_47: 'Social care is making enquiries at once about how to protect the child',
  ASSESSMENT: 'A social worker will assess what the child and family need',
  EARLY_HELP: 'Early help will be offered',
  ADVICE: 'Information and advice',
  MACE_LIST: 'Those who work with the child will go on together',
  NRM_CONSIDER: 'Those who work with the child will go on together',
  INTEL_ONLY: NOTHING_FOR_NOW,
  TRANSFER_OUT: 'Another council takes this on',
  DUPLICATE_OF: 'This is being dealt with under an earlier referral',
  NO_FURTHER_ACTION: NOTHING_FOR_NOW,
};

export function tellOutcome(code: string | null | undefined): string {
  const outcome = (Object.keys(outcomes) as Outcome[]).find((one) => one === code);
  return outcome ? told[outcome] : 'Decided with the others';
}
