import { dueAfter } from '../platform/clocks.ts';
import { type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import { atLeast, type Level, type LevelOn, reviewDue } from '../risk/index.ts';

/**
 * The sections of a safety plan. `copy` is the heading on the child's own copy: those sections are
 * written so that the child can read them. What is said of people posing risk or of disruption never goes on it.
 */
export const planSections = {
  concerns: { says: 'What we are worried about', hint: 'Who or what could harm the child, and how we know.' },
  goals: { says: 'What the child wants', copy: 'What you want' },
  warningSigns: { says: 'Triggers and warning signs', copy: 'Signs that things may be getting unsafe' },
  safePeopleAndPlaces: { says: 'Safe people and places', copy: 'People and places that are safe for you' },
  online: { says: 'Online and phone safety', copy: 'Your phone and being online' },
  goingMissing: {
    says: 'If the child goes missing',
    hint: 'What to do, and who calls whom.',
    copy: 'If you are away and nobody knows where you are',
  },
  home: { says: 'Home and family safety', hint: 'Think of reprisals.', copy: 'Safe at home' },
  school: { says: 'School or placement', copy: 'School, or where you live' },
  health: { says: 'Health', copy: 'Your health' },
  diversion: { says: 'Things to do instead', copy: 'Things you like doing' },
  disruption: { says: 'Disrupting people and places that pose risk', hint: 'Never on the child’s copy.' },
  contact: { says: 'When we see each other', copy: 'When we see each other' },
  emergency: { says: 'Numbers in an emergency', copy: 'Who to ring' },
  whatIf: { says: 'What everybody does if something happens', copy: 'What everybody does if something happens' },
} as const satisfies Record<string, { says: string; hint?: string; copy?: string }>;
export type PlanSection = keyof typeof planSections;
export const sectionNames = Object.keys(planSections) as PlanSection[];
export type Sections = Partial<Record<PlanSection, string>>;

export const headingOnCopy = (section: PlanSection): string | undefined => {
  const { copy } = planSections[section] as { copy?: string };
  return copy;
};

/** What a plan says at the least; the rest is written as it becomes known. */
export const neededSections = ['concerns', 'safePeopleAndPlaces', 'goingMissing', 'contact'] as const;

/** Labels and professionals' shorthand: right in a record, and wrong on a page a child is handed. */
const NOT_FOR_A_CHILD =
  /\b(CSE|CCE|CE|MACE|CETG|NRM|MASH|s\.?47|s\.?17|high[- ]risk|medium[- ]risk|risk level|perpetrators?|grooming|groomed|promiscuous|streetwise|refus(?:es|ed|ing)|non-?complian\w+|disengag\w+|puts? (?:herself|himself|themsel\w+|her|him|them|your)?sel\w* at risk|(?:drug|gang) (?:runner|member|nominal))\b/i;

/** A child's copy carries no label. The sentence says which words to find others for. */
export function wordsForChild(words: string | null | undefined, beside: string): Refusal | undefined {
  const found = NOT_FOR_A_CHILD.exec(words ?? '')?.[0];
  return found ? refuse(`This goes on the child’s own copy. Say it to them, without “${found}”.`, beside) : undefined;
}

export function sectionsForChild(sections: Sections): Refusal | undefined {
  const copied = sectionNames.filter((section) => headingOnCopy(section));
  return copied.map((section) => wordsForChild(sections[section], section)).find((refused) => refused);
}

/** One authorised level of the spell: what a plan answers to. */
export type AuthorisedLevel = { level: Level; completedOn: PlainDate; authorisedOn: PlainDate };

/** In place within 1 working day at high and 5 at medium (clock C27); at low or none a plan is not required. */
function planDueAfter({ level, authorisedOn }: AuthorisedLevel): PlainDate | undefined {
  if (level === 'HIGH') return dueAfter('C27.high', authorisedOn);
  return level === 'MEDIUM' ? dueAfter('C27.medium', authorisedOn) : undefined;
}

export type PlanStanding =
  | { is: 'not_required' }
  /** What is required is not known: no level of record yet. */
  | { is: 'not_assessed' }
  /** None written yet, or the level has risen since it was. */
  | { is: 'due' | 'due_again'; by: PlainDate }
  /** Reviewed together with the assessment (clock C8). */
  | { is: 'in_place'; reviewOn: PlainDate | undefined };

/** The levels in order of completion: those of record, and its practitioner's own of every assessment, authorised or not. */
export type SpellLevels = { series: readonly AuthorisedLevel[]; own: readonly LevelOn[] };

/** Where the plan in force stands, if there is one. */
export function planStanding(levels: SpellLevels, writtenOn: PlainDate | undefined): PlanStanding {
  const { series } = levels;
  const latest = series.at(-1);
  if (!writtenOn) {
    if (!latest) return { is: 'not_assessed' };
    return planDueAfter(latest) ? firstDue(series) : { is: 'not_required' };
  }
  const risen = risenSince(levels, writtenOn);
  const by = risen && planDueAfter(risen);
  if (by) return { is: 'due_again', by };
  return { is: 'in_place', reviewOn: latest && reviewDue(latest.completedOn) };
}

function firstDue(series: readonly AuthorisedLevel[]): PlanStanding {
  const [by] = series.flatMap((one) => planDueAfter(one) ?? []).toSorted();
  return by ? { is: 'due', by } : { is: 'not_required' };
}

/** The latest level of record, when it is higher than what the plan was written for. */
function risenSince({ series, own }: SpellLevels, writtenOn: PlainDate): AuthorisedLevel | undefined {
  const latest = series.at(-1);
  return latest && !atLeast(answeredTo({ series, own }, writtenOn), latest.level) ? latest : undefined;
}

/**
 * What was known on the day: the level of record; and, where an assessment was completed that no manager had yet
 * authorised, its practitioner's own level, for a plan may follow it at once. That one is returned later takes nothing
 * from the plan.
 */
function answeredTo({ series, own }: SpellLevels, day: PlainDate): Level {
  const known = series.filter(({ authorisedOn }) => authorisedOn <= day);
  const ofRecord = known.at(-1)?.level ?? 'NONE';
  const beside = own.findLast(({ completedOn }) => completedOn <= day);
  if (!beside || known.some(({ completedOn }) => completedOn === beside.completedOn)) return ofRecord;
  return atLeast(beside.level, ofRecord) ? beside.level : ofRecord;
}

/** What became of an action. */
export const actionEnds = { done: 'Done', not_needed: 'No longer needed' } as const;
export type ActionEnd = keyof typeof actionEnds;
export type PlanAction = {
  id: string;
  what: string;
  who: string;
  measure: string | null;
  dueOn: PlainDate;
  onCopy: boolean;
  done: { became: ActionEnd; on: PlainDate; note: string | null } | null;
};

export const isOutstanding = ({ done }: PlanAction): boolean => !done;
export const isLate = (action: PlanAction, today: PlainDate): boolean => !action.done && action.dueOn < today;

/** How a copy was given. */
export const copyFormats = {
  printed: 'Printed',
  large_print: 'Printed large',
  easy_read: 'Easy read, with pictures',
  read_aloud: 'Read aloud together',
  recorded: 'Recorded as sound or film',
  sent: 'Sent to their phone, which is safe to do',
} as const;
export type CopyFormat = keyof typeof copyFormats;

export type NewActionWords = { what: string; who: string; dueOn: PlainDate; onCopy: boolean };
export function mayAddAction({ what, who, dueOn, onCopy }: NewActionWords, today: PlainDate): Refusal | undefined {
  if (dueOn < today) return refuse('Enter today or a later day', 'dueOn');
  return onCopy ? (wordsForChild(what, 'what') ?? wordsForChild(who, 'who')) : undefined;
}
