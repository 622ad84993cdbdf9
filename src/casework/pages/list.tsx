import { Button, Checkboxes, Pagination, Select, Table } from '@throughline/govuk-jsx';
import { sayAge, sayName } from '../../people/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';
import { page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { Wide } from '../../platform/web/wide.tsx';
import { levels, levelWords, typeWords } from '../../risk/index.ts';
import {
  addressOf,
  byCaseloadKey,
  byHolder,
  caseloadKey,
  type Filter,
  type Line,
  lineOf,
  matches,
  readFilter,
} from '../caseload.ts';
import { listOpenCases } from '../cases.db.ts';
import { Dues, LevelNow } from './parts.tsx';

const paged = pagedBy({ late: part.whole, next: part.day, reference: part.word }, 25);

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
        What is most late comes first.
      </p>
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

function Whose({ filter: { whose } }: { filter: Filter }) {
  const link = (to: Filter['whose'], says: string) => (
    <a class="govuk-link" href={`/cases?whose=${to}`} aria-current={whose === to ? 'page' : undefined}>
      {says}
    </a>
  );
  return (
    <p class="govuk-body case-whose">
      {link('mine', 'My cases')} {link('team', 'My team’s cases')}
    </p>
  );
}

function ByHolder({ lines, filter }: { lines: readonly Line[]; filter: Filter }) {
  return (
    <Table
      caption="By worker"
      captionSize="m"
      small
      firstCellIsHeader
      head={['Worker', { text: 'Open cases', format: 'numeric' }, { text: 'With something late', format: 'numeric' }]}
      rows={byHolder(lines).map(({ key, name, cases, late }) => [
        <a class="govuk-link" href={addressOf({ ...filter, holder: key })}>
          {name}
        </a>,
        { text: String(cases), format: 'numeric' },
        { text: String(late), format: 'numeric' },
      ])}
    />
  );
}

function Choose({ filter }: { filter: Filter }) {
  const any = { value: '', text: 'Any' };
  return (
    <form method="get" action="/cases" class="case-choose">
      <input type="hidden" name="whose" value={filter.whose} />
      {filter.holder && <input type="hidden" name="holder" value={filter.holder} />}
      <Select
        name="level"
        label="Level"
        value={filter.level ?? ''}
        items={[
          any,
          ...levels.toReversed().map((level) => ({ value: level, text: levelWords[level] })),
          { value: 'NOT_ASSESSED', text: 'Not assessed yet' },
        ]}
      />
      <Select
        name="type"
        label="Type"
        value={filter.type ?? ''}
        items={[any, ...Object.entries(typeWords).map(([value, text]) => ({ value, text }))]}
      />
      <Checkboxes
        name="late"
        small
        values={filter.late ? ['yes'] : []}
        items={[{ value: 'yes', text: 'Only with something late' }]}
      />
      <Button variant="secondary">Show</Button>
    </form>
  );
}

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
