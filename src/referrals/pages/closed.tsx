import type { Instead } from '../../platform/web/page.tsx';
import { type Draft, whyClosed } from '../draft.ts';

/** In place of a draft's page when nothing more can be written in it. */
export function whenClosed(draft: Draft): Instead | undefined {
  const why = whyClosed(draft);
  if (!why) return undefined;
  const shows = (
    <>
      <p class="govuk-body">{why.refused}</p>
      <p class="govuk-body">
        If you are still worried about a child,{' '}
        <a class="govuk-link" href="/referrals/new">
          start a new referral
        </a>
        . What you have sent is under{' '}
        <a class="govuk-link" href="/referrals/mine">
          your referrals
        </a>
        .
      </p>
    </>
  );
  return { heading: 'This referral is closed to writing', shows };
}
