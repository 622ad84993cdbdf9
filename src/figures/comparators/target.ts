import { type PlainDate, plainDate } from '../../platform/kernel/index.ts';
import { toOneDecimal } from './comparator.ts';

/** What somebody has said a measure should come to, from when, beside which neighbours. */
export type Target = {
  says: string;
  since: PlainDate;
  series: readonly string[];
  /** Beside the mean of this list of neighbours, and how far from it is still in line. */
  inLineWith: { model: string; within: number };
  /** Which way of England is better. */
  betterThanEngland: 'lower' | 'higher';
  source: string;
};

/**
 * The aspiration of the Neglect Strategy names no measure and no list: the list is the one in force when it was said, and
 * share and rate are both tried, for they can disagree (minute 150). The tenth is our default.
 */
export const neglectTarget: Target = {
  says: 'in line with statistical neighbours, and better than England',
  since: plainDate('2024-01-30'),
  series: ['protection.neglect-share', 'protection.neglect-rate'],
  inLineWith: { model: '2021', within: 0.1 },
  betterThanEngland: 'lower',
  source: 'Improving Lives Select Commission, 30 January 2024, minute 150',
};

type Met = 'met' | 'not met' | 'cannot be said';
export type Part = { asks: string; met: Met; because: string };

/** Ours beside the two it is held against; what is not held cannot be said, and is never taken for met. */
export function evaluate(
  target: Target,
  figures: { ours: number | undefined; neighbours: number | undefined; england: number | undefined },
): Part[] {
  const { ours, neighbours, england } = figures;
  const { model, within } = target.inLineWith;
  return [
    {
      asks: `In line with the mean of the ${model} statistical neighbours (within ${Math.round(within * 100)} % of it)`,
      ...judge(ours, neighbours, (our, mean) => Math.abs(our - mean) <= mean * within + 1e-9, 'the neighbours’ mean'),
    },
    {
      asks: `Better than England (${target.betterThanEngland})`,
      ...judge(
        ours,
        england,
        (our, all) => (target.betterThanEngland === 'lower' ? our < all : our > all),
        'England’s figure',
      ),
    },
  ];
}

function judge(
  ours: number | undefined,
  theirs: number | undefined,
  isMet: (ours: number, theirs: number) => boolean,
  called: string,
): Pick<Part, 'met' | 'because'> {
  if (ours === undefined) return { met: 'cannot be said', because: 'we have no figure of our own' };
  if (theirs === undefined) return { met: 'cannot be said', because: `${called} is not held` };
  // As they are printed, or a reader would see 49.0 called better than 49.0.
  const [our, their] = [toOneDecimal(ours), toOneDecimal(theirs)];
  return {
    met: isMet(our, their) ? 'met' : 'not met',
    because: `ours is ${our.toFixed(1)}, ${called} ${their.toFixed(1)}`,
  };
}
