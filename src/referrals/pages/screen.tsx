import { isRefusal } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { longText, radios, select } from '../../platform/web/questions.tsx';
import { outcomes } from '../decision.ts';
import { findReceived } from '../received.db.ts';
import { knownChildren, whatStopsScreening } from '../received.ts';
import { brags, screen } from '../screening.ts';
import { recordScreenings } from '../screenings.db.ts';
import { toReferral } from './to-referral.ts';
import { whenDecided } from './when-decided.tsx';

/** A rating takes a second; a recommendation can come with it, or later. */
export const screenReferral = page({
  path: '/mash/:reference/screen',
  may: 'referrals.screen',
  load: (tx, { reference }) => findReceived(tx, reference),
  says: ({ reference }) => `Screen referral ${reference}`,
  about: knownChildren,
  asks: {
    brag: radios({ ask: 'How soon?', options: brags, missing: 'Choose how soon' }),
    recommends: select({
      ask: 'What do you recommend?',
      hint: 'Leave it for later if you are only rating it now.',
      options: outcomes,
      none: 'Nothing yet',
    }),
    words: longText({
      ask: 'Why?',
      hint: 'With a recommendation: what the history and the partners add.',
      atMost: 4000,
    }),
  },
  filled: ({ screenings }) => {
    const last = screenings.at(-1);
    return last ? { brag: [last.brag], recommends: [last.recommends ?? ''], words: [last.words ?? ''] } : {};
  },
  async submit(tx, referral, answers, { worker, now }) {
    const { id, reference } = referral;
    const screened = whatStopsScreening(referral) ?? screen(answers);
    if (isRefusal(screened)) return screened;
    await recordScreenings(tx, [{ ...screened, referralId: id, by: worker.id, at: now }]);
    return { goTo: `/mash/${reference}`, did: 'screened a referral', says: `Rated ${brags[screened.brag].says}.` };
  },
  back: (referral) => toReferral(referral),
  heading: 'Screen the referral',
  instead: (referral) => whenDecided(referral),
  view: (_, form) => form.show({ button: 'Save' }),
});
