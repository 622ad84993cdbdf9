import { Table } from '@throughline/govuk-jsx';
import { sayMoment } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { Wide } from '../../platform/web/wide.tsx';
import { isAnswerLate, type PartnerRequest, sayAnswerDue } from '../request.ts';
import { childrenAskedAbout, listMyRequests } from '../requests.db.ts';

/** What the reader's agency has been asked, and has answered: nothing of the referral behind it. */
export const listAgencyRequests = page({
  path: '/requests',
  says: 'What your agency is asked',
  may: 'referrals.answer',
  async load(tx) {
    const { waiting, answered } = await listMyRequests(tx);
    const ids = [...waiting, ...answered].map(({ id }) => id);
    return { waiting, answered, children: await childrenAskedAbout(tx, ids) };
  },
  about: ({ children }) => children,
  heading: (_, { worker }) => `What ${worker.agencyName} is asked`,
  view: ({ waiting, answered }, _, { now }) => (
    <>
      <h2 class="govuk-heading-m">Waiting for an answer</h2>
      {waiting.length === 0 ? (
        <p class="govuk-body">Nothing waits for an answer from your agency.</p>
      ) : (
        <Requests requests={waiting} now={now} says="Waiting for an answer" />
      )}
      {answered.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Latest answers</h2>
          <Requests requests={answered} now={now} says="Latest answers" />
        </>
      )}
    </>
  ),
});

function Requests({ requests, now, says }: { requests: readonly PartnerRequest[]; now: Date; says: string }) {
  return (
    <Wide says={says}>
      <Table
        head={['About', 'Asked', 'Answer by', 'Time left']}
        rows={requests.map((one) => [
          <a class="govuk-link" href={`/requests/${one.id}`}>
            {one.childNamed}
          </a>,
          one.asks,
          sayMoment(one.dueAt),
          <span class={isAnswerLate(one, now) ? 'late' : undefined}>{sayAnswerDue(one, now)}</span>,
        ])}
      />
    </Wide>
  );
}
