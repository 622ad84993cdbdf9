import { inServiceHours } from '../../platform/service-hours.ts';
import { WarningText } from '../../platform/web/govuk/index.ts';
import type { World } from '../../platform/web/world.ts';

/** What comes before any form: who to ring when there is no time for one. */
export function Emergency({ world }: { world: World }) {
  const { mash, outOfHours } = world.partnership.phones;
  return (
    <>
      <WarningText>If a child is in immediate danger, ring 999 now.</WarningText>
      <p class="govuk-body">
        If a child cannot wait until the next working day, ring the Multi-Agency Safeguarding Hub (MASH) on{' '}
        <strong>{mash}</strong>
        {inServiceHours(world.now) ? ', which is open now' : ', which is closed now'}. When it is closed, ring the
        out-of-hours team on <strong>{outOfHours}</strong>. Then write it down here.
      </p>
    </>
  );
}
