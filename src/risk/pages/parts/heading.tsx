import { BackLink } from '@throughline/govuk-jsx';
import { type ChildNow, sayAge, sayName } from '../../../people/index.ts';
import type { PlainDate } from '../../../platform/kernel/index.ts';

type Shown = { says: string; child: ChildNow; today: PlainDate; back?: { says: string; href: string } };

/** Whose page this is, said on every page about a child before anything else. */
export const Heading = ({ says, child, today, back }: Shown) => (
  <>
    <BackLink href={back?.href ?? `/children/${child.reference}`}>{back?.says ?? 'The child’s record'}</BackLink>
    <span class="govuk-caption-l">
      {sayName(child)}, {sayAge(child, today)} ({child.reference})
    </span>
    <h1 class="govuk-heading-l">{says}</h1>
  </>
);
