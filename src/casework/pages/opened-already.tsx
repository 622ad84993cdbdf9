import { InsetText } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import type { OpenedCase } from '../opening.db.ts';

/** To whoever comes second: the decision is answered, by whom, and where the case is. */
export function OpenedAlready({ case: { reference, openedOn, openedBy } }: { case: OpenedCase }) {
  return (
    <InsetText>
      {openedBy ?? 'Somebody'} opened a case from this decision on {sayDay(openedOn)}:{' '}
      <a class="govuk-link" href={`/cases/${reference}`}>
        {reference}
      </a>
      .
    </InsetText>
  );
}
