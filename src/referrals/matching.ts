import { type Described, type Likely, sayNew, sayReasons } from '../people/index.ts';
import { type Refusal, refuse } from '../platform/kernel/index.ts';
import type { ReferredChild } from './received.ts';

/** A child as referred, as far as they are compared with those on record. */
export function describeReferred(child: ReferredChild): Described {
  const { alsoKnownAs, nhsNumber, upn, laChildId } = child;
  return {
    givenNames: child.givenNames,
    familyName: child.familyName,
    bornOn: child.bornOn,
    expectedOn: child.expectedOn,
    sex: child.sex,
    // In the referrer's words: a nickname says nothing of the family name, and may be a whole name.
    otherNames: alsoKnownAs ? [[alsoKnownAs, child.familyName], ...wholeName(alsoKnownAs)] : [],
    numbers: tidy({ NHS: nhsNumber, UPN: upn, LA_CHILD_ID: laChildId }),
    addresses: child.address ? [child.address] : [],
  };
}

function wholeName(words: string): [string, string][] {
  const at = words.trim().lastIndexOf(' ');
  return at > 0 ? [[words.slice(0, at), words.slice(at + 1)]] : [];
}

const tidy = (numbers: Record<string, string | null>) =>
  Object.fromEntries(
    Object.entries(numbers).flatMap(([kind, value]) =>
      value ? [[kind, value.replaceAll(/\s/g, '').toUpperCase()]] : [],
    ),
  );

type Alike = Pick<Likely, 'reasons'> & { kin: 'twin' | 'sibling' | null };

/** In words; what speaks against is said too, and that a twin is on record, for twins are the commonest false match. */
export function sayLikeness({ reasons, kin }: Alike): string {
  const warning =
    kin === 'twin' || (kin && !reasons.some(isBirth)) ? `has a ${kin} on record: check which of them is meant` : '';
  return [sayReasons(reasons), warning].filter(Boolean).join('; ');
}

/** A sibling has another birth date: only where none was given may one be taken for the other. */
const isBirth = ({ says }: Likely['reasons'][number]) => says.includes('birth date');

type Offered = { evidence: string[]; ruledOut: { considered: string[] | null } | undefined };

/** What was recorded of a child since somebody said that they are not the one referred. */
export const sayNews = ({ evidence, ruledOut }: Offered): string[] =>
  ruledOut ? sayNew(evidence, ruledOut.considered) : [];

/** Not the one referred, and nothing new since: not offered again. */
export const isRuledOut = (one: Offered): boolean => one.ruledOut !== undefined && sayNews(one).length === 0;

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
