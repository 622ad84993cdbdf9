import { type PlainDate, sayDay } from '../platform/kernel/index.ts';
import type { Brag } from '../platform/service-hours.ts';

/** What a referrer said of danger. Null is nothing said, which is not "no". */
export type Danger = { immediateDanger: boolean | null; missingNow: 'yes' | 'no' | 'not_known' | null };

/** What cannot wait, in words, the gravest first; none where nothing of the kind was said. */
export const dangerWords = ({ immediateDanger, missingNow }: Danger): string[] => [
  ...(immediateDanger ? ['Immediate danger'] : []),
  ...(missingNow === 'yes' ? ['Missing now'] : []),
];

export const isInDanger = (said: Danger): boolean => dangerWords(said).length > 0;

/** Danger and RED lead every list: 0 for what was said to be danger, 1 for RED, 2 for all else. */
export function dangerRank({ brag, ...said }: Danger & { brag: Brag | null }): number {
  if (isInDanger(said)) return 0;
  return brag === 'red' ? 1 : 2;
}

const threeValued = { yes: 'Yes', no: 'No', not_known: 'Not known' } as const;
export const sayImmediateDanger = ({ immediateDanger }: Danger): string =>
  immediateDanger === null ? 'Not said' : threeValued[immediateDanger ? 'yes' : 'no'];
export const sayMissingNow = ({ missingNow }: Danger): string =>
  missingNow === null ? 'Not said' : threeValued[missingNow];

/** What was said about one child, and on which day. */
export type ChildsDanger = Danger & { brag: Brag | null; on: PlainDate };

/** As it leads the line of a child: what was said, or how it was rated, and when. */
export const sayChildsDanger = ({ brag, on, ...said }: ChildsDanger): string =>
  `${[...dangerWords(said), ...(brag === 'red' ? ['RED'] : [])].join(', ')}, referred ${sayDay(on)}`;
