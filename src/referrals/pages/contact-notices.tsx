import { sayMoment } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { type ContactNotice, listMyNotices } from '../notices.db.ts';

/** The reader is the contact of a record somebody at the MASH may not see, and may have met. */
export const listContactNotices = page({
  path: '/mash/contact-notices',
  says: 'Referrals that may be about a record you are the contact for',
  may: 'referrals.be-contact',
  load: async (tx, _, { worker }) => ({ notices: await listMyNotices(tx, worker.id) }),
  about: ({ notices }) => notices.map(({ childId }) => childId),
  heading: 'Records you are the contact for',
  view: ({ notices }) => (
    <>
      <p class="govuk-body">
        Somebody at the Multi-Agency Safeguarding Hub (MASH) met a record they may not see. They were shown your name,
        and nothing else. Say whether the referral is about that child, and ring them.
      </p>
      {notices.length === 0 ? (
        <p class="govuk-body">Nobody has met such a record.</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {notices.map((notice) => (
            <Line notice={notice} />
          ))}
        </ul>
      )}
    </>
  ),
});

function Line({ notice: { id, raisedBy, raisedAt, answer } }: { notice: ContactNotice }) {
  return (
    <li>
      <a class="govuk-link" href={`/mash/contact-notices/${id}`}>
        {raisedBy}, {sayMoment(raisedAt)}
      </a>
      {answer ? `: ${answer}` : ': waits for you'}
    </li>
  );
}
