import { Pagination, Table } from '@throughline/govuk-jsx';
import { sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import type { World } from '../../platform/web/world.ts';
import { listAllocated } from '../allocated.db.ts';
import { sayAge, sayName } from '../child.ts';
import { statusKinds } from '../status.ts';

const paged = pagedBy({ since: part.day, id: part.id }, 25);
const titleFor = ({ may }: World) => (may('people.oversee-allocated') ? 'My team’s children' : 'My children');

/** The children one is the allocated social worker of, or whose workers are in a team one manages. */
export const allocatedChildren = page({
  path: '/children/allocated',
  says: 'Allocated children',
  may: 'people.list-allocated',
  load: (tx, _, world, query) =>
    paged.ask(
      query,
      (after, atMost) => listAllocated(tx, world, after, atMost),
      ({ since, child: { id } }) => ({ since, id }),
    ),
  about: ({ shown }) => shown.map(({ child }) => child.id),
  heading: (_, world) => titleFor(world),
  view: ({ shown, next }, _, world) => (
    <>
      <p class="govuk-body">
        The longest allocated comes first. Open a child’s page for what has been referred, assessed and planned. What
        somebody has referred and nobody has decided yet is under{' '}
        <a class="govuk-link" href="/referrals/allocated">
          referrals to acknowledge
        </a>
        .
      </p>
      {shown.length === 0 ? (
        <p class="govuk-body">No child is allocated here. Allocations come from the council’s own system.</p>
      ) : (
        <Wide says={titleFor(world)}>
          <Table
            firstCellIsHeader
            head={['Child', 'Age', 'Plans and statuses', 'Social worker', 'Allocated since']}
            rows={shown.map(({ child, statuses, since, workers }) => [
              <a class="govuk-link" href={`/children/${child.reference}`}>
                {sayName(child)}
              </a>,
              sayAge(child, world.today),
              statuses.map(({ kind }) => statusKinds[kind]).join('; ') || 'None recorded',
              workers.join(', '),
              sayDay(since),
            ])}
          />
        </Wide>
      )}
      {next && <Pagination next={{ href: next, labelText: 'Allocated later' }} />}
    </>
  ),
});
