import { Pagination, Table } from '@throughline/govuk-jsx';
import { sayAge, sayName } from '../../people/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { byCaseloadKey, caseloadKey, type Filter, type Line, lineOf, matches, readFilter } from '../caseload.ts';
import { listOpenCases } from '../cases.db.ts';
import { ByHolder, Choose, Whose } from './choose-cases.tsx';
import { DangerCounted, DangerSaid, Dues, LevelNow } from './parts.tsx';

const paged = pagedBy({ danger: part.whole, late: part.whole, next: part.day, reference: part.word }, 25);

export const caseload = page({
  path: '/cases',
  may: 'cases.caseload',
  async load(tx, _, world, query) {
    const filter = readFilter(query, world.may('cases.oversee') ? 'team' : 'mine');
    const scope = filter.whose === 'mine' ? { worker: world.worker.id } : { teams: world.worker.teams };
    const all = (await listOpenCases(tx, scope)).map((record) => lineOf(record, world.today));
    const wanted = all.filter((line) => matches(line, filter));
    const asked = new URLSearchParams(query);
    // What is usual differs by reader: an address that is sent on says whose cases it lists.
    asked.set('whose', filter.whose);
    return { filter, all, found: wanted.length, ...paged.take(asked, wanted, caseloadKey, byCaseloadKey) };
  },
  says: 'Caseload',
  about: ({ shown }) => shown.map(({ record }) => record.childId),
  view: ({ filter, all, found, shown, next }, _, world) => (
    <>
      <Whose filter={filter} />
      <p class="govuk-body">
        {filter.whose === 'mine' ? 'Open cases allocated to you' : 'Every open case of your team that you may see'}:{' '}
        {all.length}. {found !== all.length && `${found} of them ${found === 1 ? 'is' : 'are'} as you chose. `}
        What is most late comes first, after children in danger.
      </p>
      <DangerCounted all={all.map(({ record }) => record.danger)} />
      {filter.whose === 'team' && world.may('cases.oversee') && <ByHolder lines={all} filter={filter} />}
      {all.length > 0 && <Choose filter={filter} />}
      {shown.length > 0 ? (
        <Lines lines={shown} filter={filter} today={world.today} />
      ) : (
        <Empty filter={filter} any={all.length > 0} />
      )}
      {next && <Pagination next={{ href: next, labelText: 'Less late, or due later' }} />}
    </>
  ),
});

function Lines({ lines, filter, today }: { lines: readonly Line[]; filter: Filter; today: PlainDate }) {
  const ofTeam = filter.whose === 'team';
  return (
    <Wide says="Open cases">
      <Table
        class="case-lines"
        firstCellIsHeader
        head={['Child', 'Due', 'Level and type', ...(ofTeam ? ['Held by'] : [])]}
        rows={lines.map(({ record, dues }) => [
          <>
            <a class="govuk-link" href={`/cases/${record.reference}`}>
              {sayName(record.child)}
            </a>
            <br />
            <span class="case-small">{sayAge(record.child, today)}</span>
            <DangerSaid danger={record.danger} />
          </>,
          <Dues dues={dues} today={today} />,
          <LevelNow record={record} />,
          ...(ofTeam ? [record.allocation?.workerName ?? 'Not allocated yet'] : []),
        ])}
      />
    </Wide>
  );
}

function Empty({ filter, any }: { filter: Filter; any: boolean }) {
  if (any)
    return (
      <p class="govuk-body">
        No case is as you chose.{' '}
        <a class="govuk-link" href={`/cases?whose=${filter.whose}`}>
          Show all of them
        </a>
      </p>
    );
  return (
    <p class="govuk-body">
      {filter.whose === 'mine'
        ? 'No open case is allocated to you. When your manager allocates one, it appears here.'
        : 'Your team has no open case. Decisions for Evolve appear under “To open”.'}
    </p>
  );
}
