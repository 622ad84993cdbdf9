import { sayDay } from '../../platform/kernel/index.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { expiryOf } from '../draft.ts';
import { startDraft } from '../drafts.db.ts';
import { Emergency } from './emergency.tsx';

export const startReferral = page({
  path: '/referrals/new',
  says: 'Refer a child',
  may: 'referrals.make',
  about: nobody,
  load: async () => ({}),
  async submit(tx, _, __, world) {
    const draft = await startDraft(tx, world);
    return { goTo: `/referrals/drafts/${draft}`, did: 'started a referral' };
  },
  heading: 'Refer a child you are worried about',
  view: (_, form, world) => (
    <>
      <Emergency world={world} />
      <h2 class="govuk-heading-m">What happens</h2>
      <ol class="govuk-list govuk-list--number">
        <li>You answer nine short sections, in any order. Each is saved when you finish it.</li>
        <li>Where you do not know, you say so: “No information” is an answer.</li>
        <li>You check everything and send it. You get a reference.</li>
        <li>The MASH decides within one working day, and you read here what was decided and what is asked of you.</li>
      </ol>
      <p class="govuk-body">
        You need not know who the child is, and you need not be sure. Only you can see this until you send it. Send it
        by {sayDay(expiryOf(world.today))}, or it expires.
      </p>
      {form.show({ button: world.may('referrals.write-down') ? 'Write down a call' : 'Start a referral' })}
      <p class="govuk-body">
        <a class="govuk-link" href="/referrals/mine">
          Go on with a referral you started, or see what you have sent
        </a>
      </p>
    </>
  ),
});
