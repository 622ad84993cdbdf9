import { type Refusal, refuse } from '../platform/kernel/index.ts';

/** What the database found alike between a child as referred and a child on record. It compares; it does not judge. */
export type Likeness = {
  /** Numbers that are the same. */
  numbers: readonly ('NHS' | 'UPN' | 'LA_CHILD_ID')[];
  born: Same;
  given: Same;
  family: Same;
  /** The name as referred is recorded as an alias. */
  alias: boolean;
  /** A twin or sibling of this child is on record. */
  kin: 'twin' | 'sibling' | null;
};
export type Same = 'same' | 'alike' | 'different' | 'not_known';

/** From most alike to least. A grade orders the list; a person decides. */
export const grades = ['number', 'full', 'near', 'kin', 'slight'] as const;
export type Grade = (typeof grades)[number];

const numbers = {
  NHS: 'same NHS number',
  UPN: 'same unique pupil number',
  LA_CHILD_ID: 'same council number',
} as const;

export function gradeOf(likeness: Likeness): Grade {
  const { given, family, born, alias } = likeness;
  if (likeness.numbers.length > 0) return 'number';
  const sameName = (given === 'same' && family === 'same') || alias;
  if (sameName && born === 'same') return 'full';
  if (sameName && born === 'not_known') return 'near';
  if (born === 'same' && isAlike(given) && isAlike(family)) return 'near';
  return isPerhapsKin(likeness) ? 'kin' : 'slight';
}

/** Same surname and birthday, another given name: twins are the commonest false match. */
const isPerhapsKin = ({ born, given, family }: Likeness): boolean =>
  born === 'same' && family === 'same' && given === 'different';

const isAlike = (same: Same): boolean => same === 'same' || same === 'alike';

/** A twin shares the birth date; a sibling only one that nobody gave. */
const isNotToldApart = ({ kin, born }: Likeness): boolean =>
  born !== 'different' && (kin === 'twin' || born === 'not_known');

/** In words, most telling first; what speaks against it is said too. */
export function sayLikeness(likeness: Likeness): string {
  const words = listLikeness(likeness).join('; ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listLikeness(likeness: Likeness): string[] {
  const { born, kin } = likeness;
  const reasons = [...likeness.numbers.map((kind) => numbers[kind]), sayNameAndBirth(likeness)];
  if (isPerhapsKin(likeness))
    reasons.push('same birth date and surname, another given name: perhaps a twin or sibling');
  if (born === 'different') reasons.push('another birth date');
  if (kin && isNotToldApart(likeness)) reasons.push(`has a ${kin} on record: check which of them is meant`);
  return reasons.filter((reason) => reason !== undefined);
}

function sayNameAndBirth({ given, family, born, alias }: Likeness): string | undefined {
  const birth = born === 'same' ? 'birth date' : undefined;
  if (given === 'same' && family === 'same') return birth ? 'same name and birth date' : sayAlone('same name', born);
  if (alias) return birth ? 'same birth date; known by this name' : sayAlone('known by this name', born);
  if (given === 'different' && family === 'same') return birth ? undefined : 'same surname';
  const names = [
    family === 'alike' && 'surname alike',
    given === 'alike' && 'given name alike',
    given === 'same' && 'same given name',
  ];
  return [birth && 'same birth date', ...names].filter(Boolean).join('; ') || undefined;
}

const sayAlone = (what: string, born: Same): string => (born === 'not_known' ? `${what}; birth date not known` : what);

/** Who works with the child now: enough to know whom to ring. */
export function sayKnownTo({ workers, teams }: { workers: readonly string[]; teams: readonly string[] }): string {
  const social = workers.length > 0 ? [`${workers.join(' and ')} (social worker)`] : [];
  const known = [...social, ...teams];
  return known.length > 0 ? `Known to ${known.join('; ')}` : 'No team works with this child now';
}

type Referred = { id: string; childId: string | null };

/** One child as referred is one child on record, and two children on a referral are two. */
export function markSame(id: string, childId: string, children: readonly Referred[]): Refusal | undefined {
  const already = children.find((one) => one.id === id)?.childId;
  if (already === childId) return refuse('This is already recorded as the same person');
  if (already) return refuse('Another child is recorded as the same person: undo that first');
  return children.some((one) => one.id !== id && one.childId === childId)
    ? refuse('Another child on this referral is recorded as this person: they cannot both be')
    : undefined;
}

export function markNew(id: string, children: readonly { id: string; match: unknown }[]): Refusal | undefined {
  return children.find((one) => one.id === id)?.match
    ? refuse('Somebody has said who this child is: undo that first')
    : undefined;
}
