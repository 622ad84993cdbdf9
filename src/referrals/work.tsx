import { Table } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import { sayMoment } from '../platform/kernel/index.ts';
import { Wide } from '../platform/web/wide.tsx';
import { sayAgreement } from './agreement.ts';
import { besides, outcomes, sayLawfulBasis } from './decision.ts';
import { Rating } from './lines.tsx';
import { nameReferred, type ReceivedReferral } from './received.ts';
import { type PartnerRequest, sayAnswerDue } from './request.ts';

/** What has been done with a referral, each with who and when, the latest first where there are several. */
export function Work({ referral, now }: { referral: ReceivedReferral; now: Date }) {
  const { screenings, agreement, requests, discussions, acknowledgements, concerns } = referral;
  const nothing = [screenings, requests, discussions, acknowledgements].every((all) => all.length === 0) && !agreement;
  if (nothing) return <p class="govuk-body">Nothing has been done with it yet.</p>;
  return (
    <>
      {screenings.toReversed().map((one) => (
        <Deed {...one}>
          Rated <Rating brag={one.brag} /> {one.recommends && <strong>Recommends: {outcomes[one.recommends]}</strong>}
        </Deed>
      ))}
      {agreement && <Deed {...agreement}>{sayAgreement(agreement)}</Deed>}
      {discussions.toReversed().map((one) => (
        <Deed {...one}>
          {one.heldAt
            ? `Strategy discussion held at ${sayMoment(one.heldAt)}`
            : 'Strategy discussion considered, not held'}
        </Deed>
      ))}
      {acknowledgements.map((one) => (
        <Deed {...one}>Acknowledged for the allocated worker</Deed>
      ))}
      {concerns.length > 0 && <p class="govuk-body">The concern is about {concerns.join(', ')}, who cannot see it.</p>}
      {requests.length > 0 && <Requests requests={requests} now={now} />}
    </>
  );
}

function Deed({ by, at, words = null, children }: { by: string; at: Date; words?: string | null; children: unknown }) {
  return (
    <div class="deed">
      <p class="govuk-body">{children as VNode}</p>
      {words && <p class="govuk-body deed__words">{words}</p>}
      <p class="govuk-hint deed__who">
        {by}, {sayMoment(at)}
      </p>
    </div>
  );
}

function Requests({ requests, now }: { requests: readonly PartnerRequest[]; now: Date }) {
  return (
    <Wide says="What partners were asked">
      <Table
        caption="What partners were asked"
        captionSize="s"
        head={['Agency', 'Asked', 'Answer']}
        rows={requests.map(({ agency, asks, answer, dueAt }) => [
          agency,
          asks,
          answer
            ? `${answer.holdsInformation ? '' : 'Holds no information. '}${answer.words}`
            : sayAnswerDue({ dueAt, answer }, now),
        ])}
      />
    </Wide>
  );
}

/** The decision, child by child. */
export function TheDecision({ referral: { decision, children } }: { referral: ReceivedReferral }) {
  if (!decision) return null;
  const decidedFor = (subjectId: string) => decision.outcomes.find((one) => one.subjectId === subjectId);
  return (
    <section class="decided" aria-labelledby="decided">
      <h2 class="govuk-heading-m" id="decided">
        Decided
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {children.map((child) => {
          const { outcome, besides: beside = [] } = decidedFor(child.id) ?? {};
          return (
            <li>
              {nameReferred(child)}: <strong>{outcome ? outcomes[outcome] : 'No outcome recorded'}</strong>
              {beside.length > 0 && `; beside it: ${beside.map((one) => besides[one]).join('; ')}`}
            </li>
          );
        })}
      </ul>
      <Deed by={decision.by ?? 'Not recorded'} at={decision.at} words={decision.reason}>
        {sayLawfulBasis(decision.lawfulBasis)}
      </Deed>
      {decision.askedOfReferrer && <p class="govuk-body">Asked of the referrer: {decision.askedOfReferrer}</p>}
    </section>
  );
}
