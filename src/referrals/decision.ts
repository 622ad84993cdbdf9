import { type Refusal, refuse } from '../platform/kernel/index.ts';
import type { Brag } from '../platform/service-hours.ts';
import type { WorkerId } from '../platform/web/world.ts';

/** What a referral comes to, child by child: the census's outcomes, and those of exploitation work. */
export const outcomes = {
  ALLOCATE_EVOLVE: 'Allocate to Evolve',
  EVOLVE_CONSULTATION: 'Consult Evolve',
  CE_SCREENING_REQUIRED: 'Screen for exploitation',
  STRATEGY_DISCUSSION: 'Strategy discussion',
  SECTION_47: 'Enquiry under section 47',
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

/** What may be decided beside the main outcome, several together: none of them shuts out another. */
export const besides = {
  STRATEGY_DISCUSSION: outcomes.STRATEGY_DISCUSSION,
  SECTION_47: outcomes.SECTION_47,
  EVOLVE_CONSULTATION: outcomes.EVOLVE_CONSULTATION,
  CE_SCREENING_REQUIRED: outcomes.CE_SCREENING_REQUIRED,
  MACE_LIST: outcomes.MACE_LIST,
  NRM_CONSIDER: outcomes.NRM_CONSIDER,
  INTEL_ONLY: 'Information to the police',
} as const satisfies Partial<Record<Outcome, string>>;
export type Beside = keyof typeof besides;

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
  outcomes: { subjectId: string; outcome: Outcome; besides?: readonly Beside[] }[];
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

type Decided = {
  subjectId: string;
  identified: boolean;
  outcome: Outcome | undefined;
  besides?: readonly Beside[];
  /** Where on the form each is asked. */
  beside: string;
};

/** These say that nothing more is done here. */
const standsAlone: ReadonlySet<Outcome | undefined> = new Set<Outcome>(['NO_FURTHER_ACTION', 'DUPLICATE_OF']);

/** Evolve works with a child somebody has identified; every other outcome can be for a child not yet known. */
export function decide(children: readonly Decided[]): Decision['outcomes'] | Refusal {
  const open = children.find(({ outcome }) => !outcome);
  if (open) return refuse('Choose an outcome for every child', open.beside);
  const nobody = children.find(({ outcome, identified }) => outcome === 'ALLOCATE_EVOLVE' && !identified);
  if (nobody) return refuse('Say who this child is first: Evolve opens a case for a known child', nobody.beside);
  const alone = children.find(({ outcome, besides = [] }) => standsAlone.has(outcome) && besides.length > 0);
  if (alone?.outcome)
    return refuse(`“${outcomes[alone.outcome]}” stands alone: nothing is decided beside it`, alone.beside);
  return children.flatMap(({ subjectId, outcome, besides = [] }) =>
    outcome ? [{ subjectId, outcome, besides: besides.filter((one) => one !== outcome) }] : [],
  );
}
