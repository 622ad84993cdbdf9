import { type Refusal, refuse } from '../platform/kernel/index.ts';
import type { Brag } from '../platform/service-hours.ts';
import type { WorkerId } from '../platform/web/world.ts';

/** What a referral comes to, child by child: the census's outcomes, and those of exploitation work. */
export const outcomes = {
  ALLOCATE_EVOLVE: 'Allocate to Evolve',
  EVOLVE_CONSULTATION: 'Consult Evolve',
  CE_SCREENING_REQUIRED: 'Screen for exploitation',
  STRATEGY_DISCUSSION: 'Strategy discussion or enquiry under section 47',
  ASSESSMENT: 'Social work assessment',
  EARLY_HELP: 'Early help',
  ADVICE: 'Information and advice',
  MACE_LIST: 'List for the Multi-Agency Child Exploitation (MACE) meeting',
  NRM_CONSIDER: 'Consider the National Referral Mechanism (NRM)',
  INTEL_ONLY: 'Information for the police only',
  TRANSFER_OUT: 'Transfer to another authority',
  DUPLICATE_OF: 'The same concern as an earlier referral',
  NO_FURTHER_ACTION: 'No further action',
} as const;
export type Outcome = keyof typeof outcomes;

/** The basis for processing, which is not the family's agreement: consent is not the basis of statutory work. */
export const lawfulBases = {
  s47: 'Children Act 1989, section 47: reasonable cause to suspect significant harm',
  s17: 'Children Act 1989, section 17: a child in need',
  PUBLIC_TASK: 'Public task: below those thresholds (UK General Data Protection Regulation, article 6(1)(e))',
  VITAL_INTERESTS: 'Vital interests: an emergency only',
} as const;
type LawfulBasis = keyof typeof lawfulBases;
/** No spreadsheet says on which basis it was decided, and nobody may make one up. */
export const NOT_RECORDED = 'NOT_RECORDED';
export const sayLawfulBasis = (basis: Decision['lawfulBasis']): string =>
  basis === NOT_RECORDED ? 'Not recorded in the file it was imported from' : lawfulBases[basis];

export type Decision = {
  reason: string;
  lawfulBasis: LawfulBasis | typeof NOT_RECORDED;
  askedOfReferrer: string | null;
  outcomes: { subjectId: string; outcome: Outcome }[];
  by: string | null;
  at: Date;
};

/** What stands between this manager and deciding, before anything is asked of them. */
export function whatStopsDeciding(
  referral: { authorId: WorkerId | null; brag: Brag | null; discussed: boolean; concernsWorker: boolean },
  manager: { id: WorkerId; atMash: boolean },
): Refusal | undefined {
  if (referral.authorId === manager.id) return refuse('You made this referral: somebody else decides it');
  if (manager.atMash && !referral.brag) return refuse('Rate the referral before deciding it');
  if (!manager.atMash && referral.concernsWorker)
    return refuse('It concerns the child’s worker: it is decided at the MASH');
  if (referral.brag !== 'red') return undefined;
  if (!manager.atMash) return refuse('RED is always decided at the MASH');
  return referral.discussed
    ? undefined
    : refuse('RED: record the strategy discussion, or why none is held, before deciding');
}

type Decided = { subjectId: string; identified: boolean; outcome: Outcome | undefined; beside: string };

/** Evolve works with a child somebody has identified; every other outcome can be for a child not yet known. */
export function decide(children: readonly Decided[]): Decision['outcomes'] | Refusal {
  const open = children.find(({ outcome }) => !outcome);
  if (open) return refuse('Choose an outcome for every child', open.beside);
  const nobody = children.find(({ outcome, identified }) => outcome === 'ALLOCATE_EVOLVE' && !identified);
  if (nobody) return refuse('Say who this child is first: Evolve opens a case for a known child', nobody.beside);
  return children.flatMap(({ subjectId, outcome }) => (outcome ? [{ subjectId, outcome }] : []));
}
