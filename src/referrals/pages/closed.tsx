import type { Refusal } from '../../platform/kernel/index.ts';

/** In place of a draft's page when nothing more can be written in it. */
export function Closed({ why }: { why: Refusal }) {
  return (
    <>
      <h1 class="govuk-heading-l">This referral is closed to writing</h1>
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
}
