import { ButtonLink, Pagination, Table } from '@throughline/govuk-jsx';
import { londonDay, sayDay } from '../../kernel/index.ts';
import { page } from '../../web/page.tsx';
import { pagedBy, part } from '../../web/paging.ts';
import { Wide } from '../../web/wide.tsx';
import { type Exclusion, listExclusions } from '../exclusions.db.ts';

const paged = pagedBy({ id: part.id }, 50);

/** The workers barred from single records. References only: governance sees no content. */
export const exclusions = page({
  path: '/access/exclusions',
  may: 'access.restrict',
  load: (tx, _, __, query) =>
    paged.ask(
      query,
      (after, atMost) => listExclusions(tx, after?.id, atMost),
      ({ id }) => ({ id }),
    ),
  says: 'Workers excluded from a record',
  about: ({ shown }) => shown.map(({ childId }) => childId),
  view: ({ shown, next }) => (
    <>
      <p class="govuk-body">
        An excluded worker does not see the record whatever their role or allocation: for a relative, a neighbour, or
        somebody a complaint is about. They are not told that it exists.
      </p>
      <ButtonLink href="/access/exclusions/new">Exclude a worker</ButtonLink>
      {shown.length === 0 ? <p class="govuk-body">Nobody is excluded.</p> : <Exclusions found={shown} />}
      {next && <Pagination next={{ href: next }} />}
    </>
  ),
});

function Exclusions({ found }: { found: readonly Exclusion[] }) {
  return (
    <Wide says="Workers excluded from a record">
      <Table
        head={['Worker', 'Record', 'Why', 'Since', 'Change']}
        rows={found.map(({ id, worker, reference, reason, excludedAt }) => [
          worker,
          <span class="reference">{reference}</span>,
          reason,
          sayDay(londonDay(excludedAt)),
          <a class="govuk-link" href={`/access/exclusions/${id}/lift`}>
            Lift<span class="govuk-visually-hidden"> the exclusion of {worker}</span>
          </a>,
        ])}
      />
    </Wide>
  );
}
