import { Panel } from '@throughline/govuk-jsx';
import { sayMoment } from '../../platform/kernel/index.ts';
import { mashDecisionDue, momentAfter } from '../../platform/service-hours.ts';
import { nobody, page } from '../../platform/web/page.tsx';
import { findSent } from '../sent.db.ts';
import { confirmsInWriting } from '../source.ts';
import { Emergency } from './emergency.tsx';

export const showSent = page({
  path: '/referrals/:reference/sent',
  says: 'Referral sent',
  may: 'referrals.make',
  about: nobody,
  load: (tx, { reference }, world) => findSent(tx, reference, world),
  heading: null,
  view: ({ reference, receivedAt, immediateDanger, channel, source }, _, world) => (
    <>
      <Panel title="Referral sent">
        Your reference
        <br />
        <strong>{reference}</strong>
      </Panel>
      {immediateDanger && <Emergency world={world} />}
      <h2 class="govuk-heading-m">What happens next</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          The Multi-Agency Safeguarding Hub (MASH) decides what happens by {sayMoment(mashDecisionDue(receivedAt))}.
        </li>
        <li>
          What is decided, and what is asked of you, is then{' '}
          <a class="govuk-link" href={`/referrals/mine/${reference}`}>
            on the page of this referral
          </a>
          .
        </li>
        <li>
          If you have read nothing there by then, ring the MASH on {world.partnership.phones.mash} and say the
          reference.
        </li>
        {confirmsInWriting({ channel, source }) && (
          <li>
            The caller rang because of their work: ask them to confirm in writing by{' '}
            {sayMoment(momentAfter('C2', receivedAt))}.
          </li>
        )}
      </ul>
    </>
  ),
});
