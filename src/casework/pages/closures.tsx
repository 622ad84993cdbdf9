import { Pagination, Table } from '@throughline/govuk-jsx';
import { sayAge, sayName } from '../../people/index.ts';
import { daysBetween, type PlainDate, sayDay } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { rankOfDanger } from '../caseload.ts';
import { listProposedCases } from '../cases.db.ts';
import { closingReasons } from '../closing.ts';
import { DangerCounted, DangerSaid, LevelNow, sayWaited } from './parts.tsx';

const paged = pagedBy({ danger: part.whole, on: part.day, id: part.id }, 25);

/** Danger and RED first, then the longest waiting. */
type Key = { danger: number; on: PlainDate; id: string };
const byKey = (a: Key, b: Key) => a.danger - b.danger || a.on.localeCompare(b.on) || a.id.localeCompare(b.id);

export const closuresWaiting = page({
  path: '/closures',
  may: 'cases.close',
  async load(tx, _, { worker }, query) {
    const all = await listProposedCases(tx, worker.teams);
    const keyOf = ({ danger, proposal: { proposedOn, id } }: (typeof all)[number]): Key => ({
      danger: rankOfDanger(danger),
      on: proposedOn,
      id,
    });
    return { dangers: all.map(({ danger }) => danger), ...paged.take(query, all, keyOf, byKey) };
  },
  says: 'Closures that wait for a second person',
  about: ({ shown }) => shown.map(({ childId }) => childId),
  view: ({ shown, dangers, next }, _, { today, worker }) => (
    <>
      <p class="govuk-body">
        Proposed for open cases of your team. Danger and RED come first, then the longest waiting.
      </p>
      <DangerCounted all={dangers} />
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
                <DangerSaid danger={record.danger} />
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
