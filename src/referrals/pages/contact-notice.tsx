import { sayName } from '../../people/index.ts';
import { sayMoment } from '../../platform/kernel/index.ts';
import { onlyIf } from '../../platform/web/asked-within.tsx';
import { page } from '../../platform/web/page.tsx';
import { longText, radios } from '../../platform/web/questions.tsx';
import { findCandidates, recordMatches, takeTurnToMatch } from '../matches.db.ts';
import { sayLikeness } from '../matching.ts';
import { answerNotice, findMyNotice } from '../notices.db.ts';
import { findReferredChild } from '../received.db.ts';
import { AsReferred } from '../told.tsx';

/** The contact of a record says whether the referral is about that child. Barred from it too, they say only that they ring. */
export const answerContactNotice = page({
  path: '/mash/contact-notices/:id',
  may: 'referrals.be-contact',
  async load(tx, { id }, { worker, now }) {
    const notice = await findMyNotice(tx, worker.id, id);
    if (!notice) return undefined;
    const child = await findReferredChild(tx, notice.referralId, notice.subjectId);
    const { open } = child ? await findCandidates(tx, child, now) : { open: [] };
    return { notice, child, candidate: open.find(({ childId }) => childId === notice.childId) };
  },
  says: 'Is this the child?',
  about: ({ notice }) => [notice.childId],
  asks: ({ candidate, child }) => ({
    verdict: onlyIf(
      candidate !== undefined && !child?.match,
      radios({
        ask: 'Is the referral about this child?',
        options: { same: 'Same person', not_same: 'Not the same' },
        missing: 'Say whether they are the same person',
      }),
    ),
    words: longText({
      ask: 'What tells you, and what have you done?',
      missing: 'Enter what you have done',
      atMost: 2000,
    }),
  }),
  async submit(tx, { notice, candidate }, { verdict, words }, { worker, now }) {
    const done = { by: worker.id, at: now };
    if (candidate && verdict) {
      const { subjectId, referralId, childId } = notice;
      await takeTurnToMatch(tx, referralId);
      await recordMatches(tx, [{ subjectId, referralId, childId, same: verdict === 'same', reason: words, ...done }]);
    }
    await answerNotice(tx, notice.id, words, done);
    return { goTo: '/mash/contact-notices', did: 'answered a contact notice' };
  },
  back: { to: '/mash/contact-notices', says: 'Records you are the contact for' },
  view: ({ notice, child, candidate }, form, world) => (
    <>
      <p class="govuk-body">
        {notice.raisedBy} met the record at {sayMoment(notice.raisedAt)}. Ring them.
      </p>
      {child && <AsReferred child={child} world={world} />}
      {candidate ? (
        <p class="govuk-body">
          On record: {sayName(candidate)} ({candidate.reference}): {sayLikeness(candidate)}
        </p>
      ) : (
        <p class="govuk-body">
          You may not see the referral or the record from here. Ask somebody else at the Multi-Agency Safeguarding Hub
          (MASH) to take the referral.
        </p>
      )}
      {notice.answer ? <p class="govuk-body">Answered: {notice.answer}</p> : form.show({ button: 'Save' })}
    </>
  ),
});
