import type { Contradiction } from '../../platform/imports/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import type { Level, Series } from '../../risk/index.ts';
import type { CaseId } from '../case-record.ts';
import type { ClosingReason } from '../closing.ts';

/** A spell with Evolve, held or implied by what files say. Spells follow one another and never overlap. */
export type Spell = {
  /** None while it is only implied. */
  caseId?: CaseId | undefined;
  openedOn: PlainDate;
  closedOn: PlainDate | null;
  /** Opened or allocated by somebody in Throughline: it is closed there too. */
  workedOnHere?: boolean;
  /** The subject of the decision it opens from. */
  subjectId?: string | undefined;
  /** How a file says that it ended, while that is not recorded. */
  ending?: Ending;
};

export type Ending = { reason: ClosingReason; level: Level | null; riskHeldBy: string | undefined; importKey: string };

/**
 * What shows that a child was with Evolve: a decision to refer them, or an assessment. Only those that files told: what
 * was decided in Throughline waits there for Evolve's own answer.
 */
export type Sign = { on: PlainDate; by: 'decision' | 'initial' | 'review'; subjectId?: string };

/** What is held of each child's time with Evolve. */
export type Held = {
  spells: ReadonlyMap<ChildId, Spell[]>;
  signs: ReadonlyMap<ChildId, Sign[]>;
  series: ReadonlyMap<ChildId, Series>;
};

/** All the spells of one child, the oldest first: what has no case is opened, what has an ending is closed. */
export type ToRecord = { childId: ChildId; spells: readonly Spell[] };

/**
 * The spell that signs imply and nobody has recorded: from the first sign that no spell covers. With a case open, or
 * with signs older than the last closing, there is none. A review after closing is late paper, not a new spell.
 */
export function impliedSpell(spells: readonly Spell[], signs: readonly Sign[]): Spell | undefined {
  const last = spells.at(-1);
  if (last && !last.closedOn) return undefined;
  const [first] = signs
    .filter(({ on, by }) => !last?.closedOn || (on > last.closedOn && by !== 'review'))
    .toSorted((a, b) => a.on.localeCompare(b.on) || RANK[a.by] - RANK[b.by]);
  return first && { openedOn: first.on, closedOn: null, subjectId: first.subjectId };
}
const RANK = { decision: 0, initial: 1, review: 2 };

/** The spells with the one that this day closes, which may be implied by signs up to that day; or why there is none. */
export function close(
  spells: readonly Spell[],
  signs: readonly Sign[],
  closedOn: PlainDate,
  ending: Ending,
): Spell[] | Omit<Contradiction, 'column'> {
  const last = spells.at(-1);
  const isOpen = last !== undefined && !last.closedOn;
  if (isOpen && last.workedOnHere) return WORKED_ON_HERE;
  const open = isOpen
    ? last
    : impliedSpell(
        spells,
        signs.filter(({ on }) => on <= closedOn),
      );
  if (!open || open.openedOn > closedOn) return NO_CASE;
  return [...(isOpen ? spells.slice(0, -1) : spells), { ...open, closedOn, ending }];
}

const WORKED_ON_HERE = {
  problem: 'is about a case that is worked on in Throughline',
  remedy: 'Close it there, where a second person agrees, and leave the row out.',
};
const NO_CASE = {
  problem: 'is a day on which no case of this child was open',
  remedy: 'Import the referrals or assessments that show when it opened, or correct the date.',
};
