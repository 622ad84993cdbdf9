import { londonDay, londonMoment, type PlainDate, type Refusal, refuse } from '../platform/kernel/index.ts';
import type { Brag } from '../platform/service-hours.ts';
import type { Outcome } from './decision.ts';

/** BRAG: how soon. The word is always shown, never the colour alone. */
export const brags = {
  red: { says: 'RED', hint: 'A child may be suffering significant harm, or be likely to' },
  amber: { says: 'AMBER', hint: 'Significant concern' },
  green: { says: 'GREEN', hint: 'A concern for a child’s wellbeing, below the statutory threshold' },
  blue: { says: 'BLUE', hint: 'No safeguarding concern: universal services; partners are not asked' },
} as const satisfies Record<Brag, { says: string; hint: string }>;

/** A referral may be decided without ever having been rated; then it waits for no rating. */
export const sayBrag = (brag: Brag | null, decided = false): string => {
  if (brag) return brags[brag].says;
  return decided ? 'Decided without a rating' : 'Not yet rated';
};

/** A rating, and with it or later what the screener recommends. The latest one stands. */
export type Screening = {
  brag: Brag;
  recommends: Outcome | null;
  words: string | null;
  by: string;
  at: Date;
};

type Screened = Pick<Screening, 'brag' | 'recommends' | 'words'>;

/** Rating takes a second and needs no words; a recommendation says why. */
export function screen(answers: Screened): Screened | Refusal {
  if (answers.recommends && !answers.words) return refuse('Enter why you recommend this', 'words');
  return answers;
}

export type StrategyDiscussion = { heldAt: Date | null; words: string; by: string; at: Date };

type Discussed = { held: 'yes' | 'no'; on?: PlainDate | undefined; time?: string | undefined; words: string };

/** Held at a time that has been; or considered, and the words say why not. */
export function discuss(
  { held, on, time, words }: Discussed,
  now: Date,
): Pick<StrategyDiscussion, 'heldAt' | 'words'> | Refusal {
  if (held === 'no' || !on || !time) return { heldAt: null, words };
  if (!/^([01]?\d|2[0-3]):[0-5]\d$/.test(time)) return refuse('Enter a time such as 14:05', 'time');
  const heldAt = londonMoment(on, time.padStart(5, '0'));
  return heldAt > now ? refuse('Enter a time that has been', 'time') : { heldAt, words };
}

/** Due the same day (clock C4): from the next day on it is late. */
export const strategyDiscussionIsLate = (dueOn: PlainDate, today: PlainDate): boolean => today > dueOn;

/** Of a RED referral: a strategy discussion is held, or considered and why not is written down, the same day (clock C4). */
export function strategyDiscussionDue(
  screenings: readonly Screening[],
  discussions: readonly StrategyDiscussion[],
): PlainDate | undefined {
  if (discussions.length > 0 || screenings.at(-1)?.brag !== 'red') return undefined;
  const firstRed = screenings.find(({ brag }) => brag === 'red');
  return firstRed && londonDay(firstRed.at);
}
