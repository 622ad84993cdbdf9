import { page } from '../../platform/web/page.tsx';
import { Waiting } from '../lines.tsx';
import { listUndecided } from '../queue.db.ts';
import { inQueueOrder, isAllocatedTo } from '../queue.ts';

/** Undecided referrals about a child whose allocated worker is the reader, or somebody in the team they manage. */
export const allocated = page({
  path: '/referrals/allocated',
  says: 'Referrals about allocated children',
  may: 'referrals.acknowledge',
  async load(tx, _, world) {
    const mine = (await listUndecided(tx, world.today)).filter((one) => isAllocatedTo(world, one.children));
    return { mine: mine.toSorted(inQueueOrder) };
  },
  about: ({ mine }) => mine.flatMap(({ children }) => children.flatMap(({ childId }) => childId ?? [])),
  view: ({ mine }, _, world) => (
    <>
      <p class="govuk-body">
        A referral about a child with a social worker comes to that worker and their manager. Open it and acknowledge
        it: until then the Multi-Agency Safeguarding Hub (MASH) keeps watching it, and after four service hours duty
        takes it back. The manager decides it, except at RED.
      </p>
      {mine.length === 0 ? (
        <p class="govuk-body">No undecided referral is about a child of yours.</p>
      ) : (
        <Waiting listed={mine} world={world} caption="Not yet decided" />
      )}
    </>
  ),
});
