import { SummaryList } from '@throughline/govuk-jsx';
import { sayMoment } from '../../platform/kernel/index.ts';
import { mashDecisionDue } from '../../platform/service-hours.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { Answered } from '../answered.tsx';
import { statuses, statusOf, tellOutcome } from '../heard.ts';
import { findSent, type Sent } from '../sent.db.ts';

/** What its author sent and what they are told. Nothing else of what is done with it is on this page or read for it. */
export const showOwn = page({
  path: '/referrals/mine/:reference',
  says: ({ reference }: Sent) => `Your referral ${reference}`,
  may: 'referrals.make',
  about: nobody,
  load: (tx, { reference }, world) => findSent(tx, reference, world),
  back: { to: '/referrals/mine', says: 'Your referrals' },
  view: (sent, _, world) => (
    <>
      <h2 class="govuk-heading-m">{statuses[statusOf(sent.heard)]}</h2>
      {sent.heard.decidedAt ? <Decided sent={sent} /> : <Waiting sent={sent} mash={world.partnership.phones.mash} />}
      <h2 class="govuk-heading-m">What you sent</h2>
      <p class="govuk-body">Sent at {sayMoment(sent.receivedAt)}.</p>
      {sent.answers.length > 0 ? <Answered sections={sent.answers} /> : <p class="govuk-body">{sent.concern}</p>}
    </>
  ),
});

function Decided({ sent: { children, heard } }: { sent: Sent }) {
  const outcomes = children.map((name, at) => ({ key: name, value: tellOutcome(heard.outcomes[at]) }));
  return (
    <SummaryList
      rows={[...outcomes, { key: 'What is asked of you', value: heard.askedOfReferrer ?? 'Nothing for now.' }]}
    />
  );
}

function Waiting({ sent, mash }: { sent: Sent; mash: string }) {
  return (
    <p class="govuk-body">
      The Multi-Agency Safeguarding Hub (MASH) decides by {sayMoment(mashDecisionDue(sent.receivedAt))}. If you have
      read nothing here by then, or something changes, ring the MASH on {mash} and say the reference.
    </p>
  );
}
