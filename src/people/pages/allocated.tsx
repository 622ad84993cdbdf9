import { Pagination, Table } from '@throughline/govuk-jsx';
import { type PlainDate, sayCount, sayDay } from '../../platform/kernel/index.ts';
import { LAST, leadsFrom } from '../../platform/leads.ts';
import type { Module } from '../../platform/module.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import type { World } from '../../platform/web/world.ts';
import { describeAllocated, listAllocated } from '../allocated.db.ts';
import { sayAge, sayName } from '../child.ts';
import { statusKinds } from '../status.ts';

const paged = pagedBy({ rank: part.whole, since: part.day, id: part.id }, 25);
const titleFor = ({ may }: World) => (may('people.oversee-allocated') ? 'My team’s children' : 'My children');

/** What leads first, then the longest allocated. */
type Key = { rank: number; since: PlainDate; id: string };
const byKey = (a: Key, b: Key) => a.rank - b.rank || a.since.localeCompare(b.since) || a.id.localeCompare(b.id);

/** The children one is the allocated social worker of, or whose workers are in a team one manages. */
export const allocatedChildren = (rooms: readonly Module[]) =>
  page({
    path: '/children/allocated',
    says: 'Allocated children',
    may: 'people.list-allocated',
    async load(tx, _, world, query) {
      const allocated = await listAllocated(tx, world);
      const leads = await leadsFrom(
        rooms,
        tx,
        allocated.map(({ childId }) => childId),
      );
      const all = allocated.map((one) => ({ ...one, lead: leads.get(one.childId) }));
      const { shown, next } = paged.take(
        query,
        all,
        ({ lead, since, childId }): Key => ({ rank: lead?.rank ?? LAST, since, id: childId }),
        byKey,
      );
      return { shown: await describeAllocated(tx, shown, world.today), leads: leads.size, next };
    },
    about: ({ shown }) => shown.map(({ child }) => child.id),
    heading: (_, world) => titleFor(world),
    view: ({ shown, leads, next }, _, world) => (
      <>
        <p class="govuk-body">
          The longest allocated comes first, after children in danger. Open a child’s page for what has been referred,
          assessed and planned. What somebody has referred and nobody has decided yet is under{' '}
          <a class="govuk-link" href="/referrals/allocated">
            referrals to acknowledge
          </a>
          .
        </p>
        {leads > 0 && (
          <p class="govuk-body late">First: {sayCount(leads, 'child', 'children')} in danger, missing or RED.</p>
        )}
        {shown.length === 0 ? (
          <p class="govuk-body">No child is allocated here. Allocations come from the council’s own system.</p>
        ) : (
          <Wide says={titleFor(world)}>
            <Table
              firstCellIsHeader
              head={['Child', 'Age', 'Plans and statuses', 'Social worker', 'Allocated since']}
              rows={shown.map(({ child, lead, statuses, since, workers }) => [
                <>
                  <a class="govuk-link" href={`/children/${child.reference}`}>
                    {sayName(child)}
                  </a>
                  {lead && <span class="late line">{lead.says}</span>}
                </>,
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
