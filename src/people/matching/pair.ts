import { type Refusal, refuse } from '../../platform/kernel/index.ts';
import type { ChildId } from '../../platform/web/world.ts';
import { type Likely, type OnRecord, sayNew } from './on-record.ts';

/** One of two records: who it is, or, where the reader may not see it, whom to ring. */
export type Side = { known: OnRecord; ring?: undefined } | { known?: undefined; ring: string };

/** Two records that may be of one child, and what was said of them. */
export type Pair = {
  id: string;
  doubt: number;
  left: Side;
  right: Side;
  /** Where both are shown. */
  likely: Likely | undefined;
  said: Said | undefined;
  /** Nobody has spoken of it since it was last judged. */
  waits: boolean;
};
type Said = { id: string; same: boolean; reason: string; by: string; at: Date; since: string[] };

export const sidesOf = ({ left, right }: Pair): OnRecord[] =>
  [left, right].flatMap(({ known }) => (known ? [known] : []));

export const childrenOf = (pair: Pair): ChildId[] => sidesOf(pair).map(({ childId }) => childId);

/** What is known of both, in a word: the form is answered over what its reader saw. */
export const whatIsKnown = (pair: Pair): string =>
  `${sidesOf(pair)
    .map(({ evidence }) => evidence.length)
    .join('+')}:${pair.said?.id ?? ''}`;

export function sayOfPair(pair: Pair, seen: string): Refusal | undefined {
  if (pair.left.ring || pair.right.ring) return refuse('You may not see both records: ring the contact first');
  if (pair.said && !pair.waits) return refuse('Somebody has said whether they are the same: undo that first');
  return seen === whatIsKnown(pair)
    ? undefined
    : refuse('More was recorded while you were reading. Look again, then save if your answer still holds.');
}

/** Which record it came to, and what: "C-4F7K2MQ: another name; a number". */
export function sayWhatIsNew(
  news: readonly string[],
  left: OnRecord | undefined,
  right: OnRecord | undefined,
): string[] {
  return (['left', 'right'] as const).flatMap((side) => {
    const record = side === 'left' ? left : right;
    const words = sayNew(
      news.filter((one) => one.startsWith(`${side} `)).map((one) => one.slice(side.length + 1)),
      [],
    );
    return words.length > 0 && record ? [`${record.reference}: ${words.join(', ')}`] : [];
  });
}
