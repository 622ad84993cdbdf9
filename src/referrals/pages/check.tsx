import { isRefusal } from '../../platform/kernel/index.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { checkboxes } from '../../platform/web/questions.tsx';
import { Answered } from '../answered.tsx';
import { findAnswers, sayDraft, whatIsMissing } from '../draft.ts';
import { findDraft, holdDraft } from '../drafts.db.ts';
import { submitReferral } from '../referral.ts';
import { DECLARATION, danger } from '../sections/index.ts';
import { sendReferral } from '../sent.db.ts';
import { whenClosed } from './closed.tsx';
import { Emergency } from './emergency.tsx';

export const checkReferral = page({
  path: '/referrals/drafts/:draft/check',
  says: 'Check your referral',
  may: 'referrals.make',
  about: nobody,
  load: (tx, { draft }, world) => findDraft(tx, draft, world),
  asks: {
    declaration: checkboxes({
      ask: 'Declaration',
      options: { declared: DECLARATION },
      missing: 'Tick to declare that what you have written is true as far as you know',
    }),
  },
  async submit(tx, shown, _, world) {
    const draft = await holdDraft(tx, shown, world);
    if (draft.sentAs) return { goTo: sentPage(draft.sentAs), did: 'sent a referral again' };
    const referral = submitReferral(draft, world.worker, world.now);
    if (isRefusal(referral)) return referral;
    return { goTo: sentPage(await sendReferral(tx, referral)), did: 'sent a referral' };
  },
  back: (draft) => ({ to: `/referrals/drafts/${draft.id}`, says: 'Back to the sections' }),
  heading: 'Check your referral before you send it',
  instead: whenClosed,
  view: (draft, form, world) => {
    const here = `/referrals/drafts/${draft.id}`;
    const missing = whatIsMissing(draft);
    return (
      <>
        {findAnswers(danger, draft)?.immediateDanger && <Emergency world={world} />}
        <Answered sections={sayDraft(draft)} change={(key) => `${here}/${key}`} />
        {missing.length === 0 ? (
          form.show({ button: 'Send the referral' })
        ) : (
          <>
            <h2 class="govuk-heading-m">Still to do before you can send it</h2>
            <ul class="govuk-list govuk-list--bullet">
              {missing.map(({ key, title }) => (
                <li>
                  <a class="govuk-link" href={`${here}/${key}`}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    );
  },
});

const sentPage = (reference: string) => `/referrals/${reference}/sent`;
