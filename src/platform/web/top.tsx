import { BackLink } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';

/** Where a page's way back leads, and what stands there ("Back", if nothing). */
export type Back = { to: string; says?: string };

type Shown = { heading: string | VNode | null; caption?: string | undefined; back?: Back | undefined };

/** What stands above every view: the way back, and the one main heading of the page. */
export const Top = ({ heading, caption, back }: Shown) => (
  <>
    {back && <BackLink href={back.to}>{back.says}</BackLink>}
    {heading !== null && (
      <h1 class="govuk-heading-l">
        {caption && <span class="govuk-caption-l">{caption}</span>}
        {heading}
      </h1>
    )}
  </>
);
