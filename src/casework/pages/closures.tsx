import { Pagination, Table } from '@throughline/govuk-jsx';
import { sayAge, sayName } from '../../people/index.ts';
import { daysBetween, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { Wide } from '../../platform/web/wide.tsx';
import { listProposedCases } from '../cases.db.ts';
import { closingReasons } from '../closing.ts';
import { LevelNow, readKey, sayWaited, writeKey } from './parts.tsx';

const AT_ONCE = 25;

export const closuresWaiting = page({
  path: '/closures',
  may: 'cases.close',
  async load(tx, _, { worker }, query) {
    const records = await listProposedCases(tx, worker.teams, readKey(query.get('after')), AT_ONCE);
    const last = records.at(-1)?.proposal;
    const next = records.length === AT_ONCE && last ? writeKey({ on: last.proposedOn, id: last.id }) : undefined;
    return { records, next };
  },
  says: 'Closures that wait for a second person',
  about: ({ records }) => records.map(({ childId }) => childId),
  view: ({ records, next }, _, { today, worker }) => (
    <>
      <p class="govuk-body">Proposed for open cases of your team. The longest waiting comes first.</p>
      {records.length === 0 ? (
        <p class="govuk-body">No closing is proposed. When somebody proposes one, it appears here.</p>
      ) : (
        <Wide says="Proposed closures">
          <Table
            firstCellIsHeader
            head={['Child', 'Level', 'Reason', 'Proposed', 'Next']}
            rows={records.map((record) => [
              <>
                {sayName(record.child)}
                <br />
                <span class="case-small">{sayAge(record.child, today)}</span>
              </>,
              <LevelNow record={record} />,
              record.proposal && closingReasons[record.proposal.reason],
              record.proposal &&
                `${sayDay(record.proposal.proposedOn)} by ${record.proposal.proposedByName}. ${sayWaited(daysBetween(record.proposal.proposedOn, today))}`,
              <a class="govuk-link" href={`/closures/${record.reference}`}>
                {record.proposal?.proposedBy === worker.id ? 'Yours: somebody else decides' : 'Decide'}
                <span class="govuk-visually-hidden"> about {sayName(record.child)}</span>
              </a>,
            ])}
          />
        </Wide>
      )}
      {next && <Pagination next={{ href: `/closures?after=${next}`, labelText: 'Proposed later' }} />}
    </>
  ),
});
