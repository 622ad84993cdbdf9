import { ButtonLink, Pagination, Table } from '@throughline/govuk-jsx';
import { londonDay, sayDay } from '../../kernel/index.ts';
import { page } from '../../web/page.tsx';
import { pagedBy, part } from '../../web/paging.ts';
import { Wide } from '../../web/wide.tsx';
import { listRestrictions, type Restriction } from '../restrictions.db.ts';

const paged = pagedBy({ id: part.id }, 50);

/** The records closed to all but named workers. References only: governance sees no content. */
export const restrictions = page({
  path: '/access/restrictions',
  may: 'access.restrict',
  load: (tx, _, __, query) =>
    paged.ask(
      query,
      (after, atMost) => listRestrictions(tx, after?.id, atMost),
      ({ id }) => ({ id }),
    ),
  says: 'Restricted records',
  about: ({ shown }) => shown.map(({ childId }) => childId),
  view: ({ shown, next }) => (
    <>
      <p class="govuk-body">
        A restricted record opens only to the workers named on it, and is found by nobody else: for the family of a
        member of staff, for somebody in hiding, for a police operation. It does not open in an emergency either: the
        contact is rung.
      </p>
      <ButtonLink href="/access/restrictions/new">Restrict a record</ButtonLink>
      {shown.length === 0 ? <p class="govuk-body">No record is restricted.</p> : <Restrictions found={shown} />}
      {next && <Pagination next={{ href: next }} />}
    </>
  ),
});

function Restrictions({ found }: { found: readonly Restriction[] }) {
  return (
    <Wide says="Restricted records">
      <Table
        head={['Record', 'Why', 'Contact', 'May open it', 'Since']}
        rows={found.map(({ id, reference, reason, contact, allowed, restrictedAt }) => [
          <a class="govuk-link reference" href={`/access/restrictions/${id}`}>
            {reference}
          </a>,
          reason,
          contact,
          allowed.map(({ name }) => name).join(', '),
          sayDay(londonDay(restrictedAt)),
        ])}
      />
    </Wide>
  );
}
