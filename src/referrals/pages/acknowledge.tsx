import { page } from '../../platform/web/page.tsx';
import { findReceived } from '../received.db.ts';
import { knownChildren, nameReferred } from '../received.ts';
import { recordAcknowledgements } from '../screenings.db.ts';
import { toReferral } from './to-referral.ts';

/** A child's social worker, or that worker's manager, says that they have it. */
export const acknowledge = page({
  path: '/mash/:reference/acknowledge',
  may: 'referrals.acknowledge',
  load: (tx, { reference }) => findReceived(tx, reference),
  says: ({ reference }) => `Acknowledge referral ${reference}`,
  about: knownChildren,
  async submit(tx, { id, reference }, _, { worker, now }) {
    await recordAcknowledgements(tx, [{ referralId: id, by: worker.id, at: now }]);
    return { goTo: `/mash/${reference}`, did: 'acknowledged a referral' };
  },
  back: (referral) => toReferral(referral),
  heading: 'Acknowledge',
  view: ({ children }, form) => (
    <>
      <p class="govuk-body">
        You have read this referral about {children.map(nameReferred).join(' and ')} and will act on it. The manager of
        the child’s social worker decides it.
      </p>
      {form.show({ button: 'I have it' })}
    </>
  ),
});
