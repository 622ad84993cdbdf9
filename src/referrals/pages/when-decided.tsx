import type { Instead } from '../../platform/web/page.tsx';
import { type ReceivedReferral, whatStopsScreening } from '../received.ts';
import { TheDecision } from '../work.tsx';

/** In place of what is recorded on the way to a decision, once there is one: what was decided. */
export function whenDecided(referral: ReceivedReferral): Instead | undefined {
  const stopped = whatStopsScreening(referral);
  if (!stopped) return undefined;
  const shows = (
    <>
      <p class="govuk-body">{stopped.refused}.</p>
      <TheDecision referral={referral} />
    </>
  );
  return { shows };
}
