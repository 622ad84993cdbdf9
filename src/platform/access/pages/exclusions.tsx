import { ButtonLink, Pagination, Table } from '@throughline/govuk-jsx';
import { findId, londonDay, sayDay } from '../../kernel/index.ts';
import { page } from '../../web/page.tsx';
import { Wide } from '../../web/wide.tsx';
import { type Exclusion, listExclusions } from '../exclusions.db.ts';

const AT_ONCE = 50;

/** The workers barred from single records. References only: governance sees no content. */
export const exclusions = page({
  path: '/access/exclusions',
  may: 'access.restrict',
  async load(tx, _, __, query) {
    const found = await listExclusions(tx, findId(query.get('after') ?? ''), AT_ONCE + 1);
    return { found: found.slice(0, AT_ONCE), more: found.length > AT_ONCE };
  },
  says: 'Workers excluded from a record',
  about: ({ found }) => found.map(({ childId }) => childId),
  view: ({ found, more }) => (
    <>
      <p class="govuk-body">
        An excluded worker does not see the record whatever their role or allocation: for a relative, a neighbour, or
        somebody a complaint is about. They are not told that it exists.
      </p>
      <ButtonLink href="/access/exclusions/new">Exclude a worker</ButtonLink>
      {found.length === 0 ? <p class="govuk-body">Nobody is excluded.</p> : <Exclusions found={found} />}
      {more && <Pagination next={{ href: `/access/exclusions?after=${found.at(-1)?.id}` }} />}
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
