import { randomUUID } from 'node:crypto';
import { isRefusal, sayDay, sayMoment } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { checkboxes, longText, text } from '../../platform/web/questions.tsx';
import { findReceived } from '../received.db.ts';
import { knownChildren, nameReferred, type ReferredChild, ratingOf, whatStopsScreening } from '../received.ts';
import { ask } from '../request.ts';
import { listPartnerAgencies, recordRequests } from '../requests.db.ts';
import { toReferral } from './to-referral.ts';
import { whenDecided } from './when-decided.tsx';

/** Partners are asked after agreement, or the lawful reason to go without it; the database refuses anything else. */
export const askPartners = page({
  path: '/mash/:reference/ask-partners',
  may: 'referrals.screen',
  async load(tx, { reference }) {
    const referral = await findReceived(tx, reference);
    return referral && { referral, agencies: await listPartnerAgencies(tx) };
  },
  says: ({ referral: { reference } }) => `Ask partners about referral ${reference}`,
  about: ({ referral }) => knownChildren(referral),
  asks: ({ agencies }) => ({
    agencies: checkboxes({
      ask: 'Which partners?',
      options: Object.fromEntries(agencies.map(({ id, name }) => [id, name])),
      missing: 'Choose at least one partner',
    }),
    childNamed: text({
      ask: 'The child, as these partners need to know them',
      hint: 'Name and birth date. This, and what you ask, is all that they see.',
      missing: 'Enter who the child is',
    }),
    asks: longText({
      ask: 'What do you ask of them?',
      missing: 'Enter what you ask of them',
      atMost: 2000,
    }),
  }),
  filled: ({ referral: { children } }) => ({ childNamed: [children.map(sayForPartner).join(' and ')] }),
  async submit(tx, { referral, agencies }, answers, { worker, now }) {
    const asked = whatStopsScreening(referral) ?? ask(referral.agreement, ratingOf(referral), now);
    if (isRefusal(asked)) return asked;
    const { childNamed, asks } = answers;
    const chosen = agencies.filter(({ id }) => answers.agencies.includes(id));
    const request = { ...asked, referralId: referral.id, childNamed, asks, by: worker.id, at: now };
    await recordRequests(
      tx,
      chosen.map(({ id }) => ({ ...request, id: randomUUID(), agencyId: id })),
    );
    const says = `Asked ${chosen.map(({ name }) => name).join(', ')}. They answer by ${sayMoment(asked.dueAt)}.`;
    return { goTo: `/mash/${referral.reference}`, did: 'asked partners', says };
  },
  back: ({ referral }) => toReferral(referral),
  heading: 'Ask partners',
  instead: ({ referral }) => whenDecided(referral),
  view: ({ referral }, form, { now }) => {
    const asked = ask(referral.agreement, ratingOf(referral), now);
    if (isRefusal(asked)) return <p class="govuk-body">{asked.refused}.</p>;
    return (
      <>
        <p class="govuk-body">Asked now, they answer by {sayMoment(asked.dueAt)}.</p>
        {form.show({ button: 'Ask' })}
      </>
    );
  },
});

const sayForPartner = (child: ReferredChild): string =>
  child.bornOn ? `${nameReferred(child)}, born ${sayDay(child.bornOn)}` : nameReferred(child);
