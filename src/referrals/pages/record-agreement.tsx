import { isRefusal } from '../../platform/kernel/index.ts';
import { onlyIf } from '../../platform/web/asked-within.tsx';
import { page } from '../../platform/web/page.tsx';
import { longText, radios } from '../../platform/web/questions.tsx';
import { agree, reasonsWithoutAgreement } from '../agreement.ts';
import { findReceived } from '../received.db.ts';
import { knownChildren, whatStopsScreening } from '../received.ts';
import { recordAgreements } from '../screenings.db.ts';
import { toReferral } from './to-referral.ts';
import { whenDecided } from './when-decided.tsx';

export const recordAgreement = page({
  path: '/mash/:reference/agreement',
  may: 'referrals.screen',
  load: (tx, { reference }) => findReceived(tx, reference),
  says: ({ reference }) => `Agreement for referral ${reference}`,
  about: knownChildren,
  asks: {
    agreed: radios({
      ask: 'Does somebody with parental responsibility agree to partners being asked?',
      options: { yes: 'Yes', no: 'No, or they have not been asked' },
      missing: 'Say whether the family agrees',
    }),
    reason: onlyIf(
      ['agreed', 'no'],
      radios({
        ask: 'If not: the lawful reason to ask partners all the same',
        options: reasonsWithoutAgreement,
        missing: 'Choose the lawful reason to ask without the family’s agreement',
      }),
    ),
    words: longText({
      ask: 'Who was asked, when, and what they said; or why nobody was',
      missing: 'Enter who was asked and what they said, or why nobody was',
      atMost: 4000,
    }),
  },
  async submit(tx, referral, { agreed, reason = null, words }, { worker, now }) {
    const { id, reference } = referral;
    const stopped = whatStopsScreening(referral);
    if (stopped) return stopped;
    const agreement = agree({ agreed: agreed === 'yes', reason, words });
    if (isRefusal(agreement)) return agreement;
    await recordAgreements(tx, [{ ...agreement, referralId: id, by: worker.id, at: now }]);
    return { goTo: `/mash/${reference}`, did: 'recorded agreement', says: 'Partners can now be asked.' };
  },
  back: (referral) => toReferral(referral),
  heading: 'The family’s agreement',
  instead: (referral) => whenDecided(referral),
  view: (_, form) => (
    <>
      <p class="govuk-body">
        This comes before partners are asked. It is not the lawful basis for processing, and going without it never
        stops a decision.
      </p>
      {form.show({ button: 'Save' })}
    </>
  ),
});
