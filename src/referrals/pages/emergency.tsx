import { WarningText } from '@throughline/govuk-jsx';
import { inServiceHours } from '../../platform/service-hours.ts';
import type { World } from '../../platform/web/world.ts';

/** What comes before any form: who to ring when there is no time for one. */
export function Emergency({ world }: { world: World }) {
  const { mash, outOfHours } = world.partnership.phones;
  const open = inServiceHours(world.now);
  return (
    <>
      <WarningText>If a child is in immediate danger, ring 999 now.</WarningText>
      <p class="govuk-body">
        If a child cannot wait until the next working day, ring{' '}
        {open ? 'the Multi-Agency Safeguarding Hub (MASH), which is open now,' : 'the out-of-hours team now'} on{' '}
        <strong>{open ? mash : outOfHours}</strong>.{' '}
        {open
          ? 'When it is closed, ring the out-of-hours team'
          : 'The Multi-Agency Safeguarding Hub (MASH) is closed; when it is open, ring it'}{' '}
        on <strong>{open ? outOfHours : mash}</strong>. Then write it down here.
      </p>
    </>
  );
}
