import { Pagination, Table } from '@throughline/govuk-jsx';
import { findId, findPlainDate, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { Wide } from '../../platform/web/wide.tsx';
import type { World } from '../../platform/web/world.ts';
import { listAllocated, type PlaceInList } from '../allocated.db.ts';
import { sayAge, sayName } from '../child.ts';
import { statusKinds } from '../status.ts';

const AT_ONCE = 25;
const titleFor = ({ may }: World) => (may('people.oversee-allocated') ? 'My team’s children' : 'My children');

/** The children one is the allocated social worker of, or whose workers are in a team one manages. */
export const allocatedChildren = page({
  path: '/children/allocated',
  says: 'Allocated children',
  may: 'people.list-allocated',
  async load(tx, _, world, query) {
    const found = await listAllocated(tx, world, readPlace(query.get('after') ?? ''), AT_ONCE + 1);
    const shown = found.slice(0, AT_ONCE);
    const last = shown.at(-1);
    return { shown, next: found.length > AT_ONCE && last ? `${last.since}~${last.child.id}` : undefined };
  },
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
      {next && <Pagination next={{ href: `/children/allocated?after=${next}`, labelText: 'Allocated later' }} />}
    </>
  ),
});

function readPlace(key: string): PlaceInList | undefined {
  const [since, id] = key.split('~');
  const [day, child] = [findPlainDate(since ?? ''), findId<'child'>(id ?? '')];
  return day && child ? { since: day, id: child } : undefined;
}
