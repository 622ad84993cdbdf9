import { Pagination, Table } from '@throughline/govuk-jsx';
import { sayAge, sayName } from '../../people/index.ts';
import { daysBetween, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { listProposedCases } from '../cases.db.ts';
import { closingReasons } from '../closing.ts';
import { LevelNow, sayWaited } from './parts.tsx';

const paged = pagedBy({ on: part.day, id: part.id }, 25);

export const closuresWaiting = page({
  path: '/closures',
  may: 'cases.close',
  load: (tx, _, { worker }, query) =>
    paged.ask(
      query,
      (after, atMost) => listProposedCases(tx, worker.teams, after, atMost),
      ({ proposal }) => ({ on: proposal.proposedOn, id: proposal.id }),
    ),
  says: 'Closures that wait for a second person',
  about: ({ shown }) => shown.map(({ childId }) => childId),
  view: ({ shown, next }, _, { today, worker }) => (
    <>
      <p class="govuk-body">Proposed for open cases of your team. The longest waiting comes first.</p>
      {shown.length === 0 ? (
        <p class="govuk-body">No closing is proposed. When somebody proposes one, it appears here.</p>
      ) : (
        <Wide says="Proposed closures">
          <Table
            firstCellIsHeader
            head={['Child', 'Level', 'Reason', 'Proposed', 'Next']}
            rows={shown.map((record) => [
              <>
                {sayName(record.child)}
                <br />
                <span class="case-small">{sayAge(record.child, today)}</span>
              </>,
              <LevelNow record={record} />,
              closingReasons[record.proposal.reason],
              `${sayDay(record.proposal.proposedOn)} by ${record.proposal.proposedByName}. ${sayWaited(daysBetween(record.proposal.proposedOn, today))}`,
              <a class="govuk-link" href={`/closures/${record.reference}`}>
                {record.proposal.proposedBy === worker.id ? 'Yours: somebody else decides' : 'Decide'}
                <span class="govuk-visually-hidden"> about {sayName(record.child)}</span>
              </a>,
            ])}
          />
        </Wide>
      )}
      {next && <Pagination next={{ href: next, labelText: 'Proposed later' }} />}
    </>
  ),
});
