import { isRefusal } from '../../platform/kernel/index.ts';
import { BackLink } from '../../platform/web/govuk/index.ts';
import { page } from '../../platform/web/page.tsx';
import { longText, radios, select } from '../../platform/web/questions.tsx';
import { outcomes } from '../decision.ts';
import { findReceived } from '../received.db.ts';
import { knownChildren } from '../received.ts';
import { brags, screen } from '../screening.ts';
import { recordScreenings } from '../screenings.db.ts';

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
  async submit(tx, { id, reference, decision }, answers, { worker, now }) {
    const screened = screen(answers, decision !== undefined);
    if (isRefusal(screened)) return screened;
    await recordScreenings(tx, [{ ...screened, referralId: id, by: worker.id, at: now }]);
    return { goTo: `/mash/${reference}`, did: 'screened a referral', says: `Rated ${brags[screened.brag].says}.` };
  },
  view: ({ reference }, form) => (
    <>
      <BackLink href={`/mash/${reference}`}>Referral {reference}</BackLink>
      <h1 class="govuk-heading-l">Screen the referral</h1>
      {form.show({ button: 'Save' })}
    </>
  ),
});
