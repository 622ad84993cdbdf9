import type { PlainDate } from '../../platform/kernel/index.ts';
import type { Outcome, Story, StoryChild, StoryReferral } from './story.ts';

export type Referred = Pick<
  Story,
  | 'referrals'
  | 'matches'
  | 'agreements'
  | 'partnerRequests'
  | 'acknowledgements'
  | 'ratings'
  | 'screenings'
  | 'strategyDiscussions'
  | 'decisions'
>;
export type Suspected = StoryReferral['suspected'];
export type Wanted = {
  key: string;
  children: StoryChild[];
  suspected: Suspected;
  outcome: Outcome;
  decidedOn: PlainDate;
  /** Rated red, with a strategy discussion the same day: always for the MASH, whoever the child's worker is. */
  red: boolean;
};

export function nothingReferred(): Referred {
  return {
    referrals: [],
    matches: [],
    agreements: [],
    partnerRequests: [],
    acknowledgements: [],
    ratings: [],
    screenings: [],
    strategyDiscussions: [],
    decisions: [],
  };
}
