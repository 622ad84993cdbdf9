import { page } from '../../platform/web/page.tsx';
import { Waiting } from '../lines.tsx';
import { listUndecided } from '../queue.db.ts';
import { inQueueOrder, isForDutyTeam } from '../queue.ts';

/** What cannot wait for the morning, for the emergency duty team: there are never many of these. */
export const outOfHours = page({
  path: '/edt',
  says: 'Urgent referrals out of hours',
  may: 'referrals.out-of-hours',
  async load(tx, _, { today, now }) {
    const urgent = (await listUndecided(tx, today)).filter((one) => isForDutyTeam(one, now));
    return { urgent: urgent.toSorted(inQueueOrder) };
  },
  about: ({ urgent }) => urgent.flatMap(({ children }) => children.flatMap(({ childId }) => childId ?? [])),
  heading: 'Emergency duty team (EDT)',
  view: ({ urgent }, _, world) => (
    <>
      <p class="govuk-body">
        Undecided referrals in which a child is said to be in immediate danger or missing now, the need is acute, or the
        rating is RED: those received while the Multi-Agency Safeguarding Hub (MASH) was closed, and all of them while
        it is.
      </p>
      {urgent.length === 0 ? (
        <p class="govuk-body">Nothing urgent waits now.</p>
      ) : (
        <Waiting listed={urgent} world={world} caption="Urgent referrals" />
      )}
    </>
  ),
});
