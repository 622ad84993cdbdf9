import { BackLink } from '@throughline/govuk-jsx';
import type { ComponentChildren } from 'preact';
import { type ReceivedReferral, whatStopsScreening } from './received.ts';
import { TheDecision } from './work.tsx';

type Shown = { referral: ReceivedReferral; title: string; children: ComponentChildren };

/** A page that records something on the way to a decision; in its place, once there is one, what was decided. */
export function WhileUndecided({ referral, title, children }: Shown) {
  const stopped = whatStopsScreening(referral);
  return (
    <>
      <BackLink href={`/mash/${referral.reference}`}>Referral {referral.reference}</BackLink>
      <h1 class="govuk-heading-l">{title}</h1>
      {stopped && <p class="govuk-body">{stopped.refused}.</p>}
      {stopped ? <TheDecision referral={referral} /> : children}
    </>
  );
}
