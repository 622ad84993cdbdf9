import { type Chance, itemAt } from './chance.ts';
import { compose, fill } from './phrases.ts';
import type { Referred, Wanted } from './referred.ts';
import { partWay } from './service-time.ts';
import type { Outcome, StoryReferral } from './story.ts';
import { AGREED, BECAUSE, HISTORY, NOT_AGREED, PARTNER_ANSWERS, PARTNER_ASKS, SCREENED } from './words/referrals.ts';

type At = (share: number) => Date;

/** Rated; agreement, then partners; a recommendation; at red a strategy discussion the same day. */
export function screen(told: Referred, chance: Chance, referral: StoryReferral, wanted: Wanted, decidedAt: Date): void {
  const { outcome, red } = wanted;
  const name = itemAt(wanted.children, 0).givenName;
  const by = screener(chance);
  const at: At = (share) => partWay(referral.receivedAt, decidedAt, share);
  const referralKey = referral.key;
  const brag = red ? 'red' : BRAG[outcome];
  told.ratings.push({ referralKey, brag, by, at: at(0.08) });
  if (brag !== 'blue' && chance.happens(0.75)) askPartners(told, chance, referral, name, by, at);
  const because = compose(chance, name, BECAUSE[outcome]);
  const words = fill(chance, chance.pick(SCREENED), { history: chance.pick(HISTORY), because, name });
  told.screenings.push({ referralKey, recommends: outcome, words, by, at: at(0.85) });
  if (red) told.strategyDiscussions.push({ referralKey, at: at(0.92), words: DISCUSSED, by: 'gwen' });
}

export function screener(chance: Chance): string {
  return chance.pick(['asha', 'asha', 'tomasz']);
}

/** The family's agreement, or the lawful reason to go without it, before any partner is asked. */
function askPartners(told: Referred, chance: Chance, referral: StoryReferral, name: string, by: string, at: At): void {
  const referralKey = referral.key;
  told.agreements.push({ referralKey, ...agreement(chance, referral, name), by, at: at(0.15) });
  for (const to of chance.some(PARTNERS, chance.between(1, 3))) {
    const answer = { words: compose(chance, name, PARTNER_ANSWERS), at: at(0.3 + chance.next() * 0.4) };
    told.partnerRequests.push({ referralKey, to, asks: compose(chance, name, PARTNER_ASKS), by, at: at(0.2), answer });
  }
}

function agreement(chance: Chance, { familyTold }: StoryReferral, name: string) {
  if (familyTold) return { agreed: true, words: compose(chance, name, AGREED) };
  const reason = chance.pick([
    'RISK_TO_CHILD',
    'PREJUDICE_INVESTIGATION',
    'UNJUSTIFIED_DELAY',
    'CANNOT_CONTACT',
  ] as const);
  return { agreed: false, reason, words: fill(chance, NOT_AGREED[reason], { name }) };
}

const DISCUSSED =
  'Council, police and health spoke; there is reasonable cause to suspect significant harm, and the child will be seen today.';
const PARTNERS = ['callum', 'amina', 'ruth', 'leila', 'qadir'];
const BRAG = {
  ALLOCATE_EVOLVE: 'amber',
  EVOLVE_CONSULTATION: 'green',
  ASSESSMENT: 'amber',
  STRATEGY_DISCUSSION: 'red',
  SECTION_47: 'red',
  EARLY_HELP: 'green',
  ADVICE: 'green',
  NO_FURTHER_ACTION: 'blue',
  INTEL_ONLY: 'green',
  TRANSFER_OUT: 'green',
} as const satisfies Record<Outcome, string>;
