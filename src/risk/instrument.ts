import type { PlainDate } from '../platform/kernel/index.ts';
import type { Level } from './judgement.ts';

export const presenceWords = { yes: 'Yes', possible: 'Possible', no: 'No', not_known: 'Not known' } as const;
export type Presence = keyof typeof presenceWords;
/** How long ago each of these reaches is the instrument's to say. */
export type Recency = 'current' | 'recent' | 'historic';

type Weight = 'high' | 'medium' | 'low';

/**
 * Direct evidence: the child, a device or graded intelligence says so. Exploitation behaviour: what exploiters do to
 * the child, or what follows straight from it. Warning sign: may have other causes. Circumstance: makes a child easier
 * to target. Nothing here is a label of who the child is or whom they know.
 */
type Shows = 'direct_evidence' | 'exploitation_behaviour' | 'warning_sign' | 'circumstance';

/** The code is kept for ever: answers are stored under it. A changed meaning is a new code in a new version. */
export type Indicator = {
  readonly code: string;
  readonly says: string;
  readonly weight: Weight;
  readonly shows: Shows;
};
export type Domain = { readonly code: string; readonly name: string; readonly indicators: readonly Indicator[] };
type Band = { readonly level: Level; readonly means: string; readonly response: string };
export type Factor = { readonly code: string; readonly says: string };
export type SuggestionRuleName = 'strongest-evidence';

export type AssessmentInstrument = {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly about: readonly ('CCE' | 'CSE')[];
  readonly answers: readonly Presence[];
  readonly recencies: Readonly<Record<Recency, string>>;
  readonly domains: readonly Domain[];
  readonly pushFactors: readonly Factor[];
  readonly pullFactors: readonly Factor[];
  /** In a section of their own: they are never taken off the risk. */
  readonly protectiveFactors: readonly Factor[];
  readonly suggestion: SuggestionRuleName;
  readonly bands: readonly Band[];
  /** What other areas call our levels, for records that come from them. */
  readonly alsoCalled: Readonly<Record<string, Level>>;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
};

/** What an assessment freezes: it is read, for ever, with the version it was made with. */
export type InstrumentUsed = Pick<AssessmentInstrument, 'code' | 'version'>;

export function findIndicator(
  instrument: AssessmentInstrument,
  code: string,
): { indicator: Indicator; domain: string } | undefined {
  for (const domain of instrument.domains) {
    const indicator = domain.indicators.find((each) => each.code === code);
    if (indicator) return { indicator, domain: domain.code };
  }
  return undefined;
}

export const indicatorsOf = ({ domains }: AssessmentInstrument): Indicator[] =>
  domains.flatMap(({ indicators }) => indicators);
