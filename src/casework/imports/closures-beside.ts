import { type Accepted, type Answer, findDifference } from '../../platform/imports/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import { type Level, levelsOfRecord, type Series } from '../../risk/index.ts';
import type { ImportedClosure } from './closures.ts';
import { close, type Ending, type Held, impliedSpell, type Spell, type ToRecord } from './spells.ts';

export type HeldClosure = { childId: ChildId; closedOn: PlainDate; reason: string; level: Level | null };
type SaidClosure = Accepted<ImportedClosure>;

/** Compares closures, in order of days, with the spells held and with those closed before them. */
export function closuresBeside({ spells, signs, series }: Held, closures: readonly HeldClosure[]) {
  const known = Map.groupBy(closures, ({ childId }) => childId);
  const changed = new Map<ChildId, Spell[]>();
  const compare = (said: SaidClosure, childId: ChildId | undefined): Answer => {
    if (!childId) return UNKNOWN_CHILD;
    const same = known.get(childId)?.find(({ closedOn }) => closedOn === said.closedOn);
    if (same) return compareWithSame(said, same);
    const before = changed.get(childId) ?? spells.get(childId) ?? [];
    const closed = close(before, signs.get(childId) ?? [], said.closedOn, endingOf(said));
    if ('remedy' in closed) return { column: 'closedOn', ...closed };
    changed.set(childId, closed);
    return { held: false, notices: levelDiffers(said, series.get(childId) ?? []) };
  };
  /** With the spell that signs after the last closing imply. */
  const toRecord = (): ToRecord[] =>
    [...changed].map(([childId, these]) => {
      const next = impliedSpell(these, signs.get(childId) ?? []);
      return { childId, spells: next ? [...these, next] : these };
    });
  return { compare, toRecord };
}

const UNKNOWN_CHILD = {
  column: 'childId',
  problem: 'is of no child held here',
  remedy: 'Import the referrals or assessments first: they show when the case opened.',
};

function compareWithSame(said: SaidClosure, held: HeldClosure): Answer {
  const facts = [
    { column: 'reason', said: said.reason, held: held.reason },
    { column: 'level', said: said.level, held: held.level },
  ];
  return findDifference(facts, 'this closing') ?? { held: true };
}

const endingOf = ({ reason, level, riskHeldBy, key }: SaidClosure): Ending => ({
  reason,
  level: level ?? null,
  riskHeldBy,
  importKey: key,
});

/** Only a manager's authorised level shows that risk was reduced; the file is taken at its word, and somebody told. */
function levelDiffers({ level, closedOn }: SaidClosure, series: Series) {
  const last = levelsOfRecord(series).findLast(({ completedOn }) => completedOn <= closedOn);
  if (!level || !last || last.level === level) return [];
  return [
    { column: 'level', problem: 'is not the level of the latest authorised assessment held: check which is right' },
  ];
}
