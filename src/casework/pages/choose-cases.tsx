import { Button, Checkboxes, Select, Table } from '@throughline/govuk-jsx';
import { levels, levelWords, typeWords } from '../../risk/index.ts';
import { addressOf, byHolder, type Filter, type Line } from '../caseload.ts';

/** Whose cases are listed. */
export function Whose({ filter: { whose } }: { filter: Filter }) {
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

export function ByHolder({ lines, filter }: { lines: readonly Line[]; filter: Filter }) {
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

export function Choose({ filter }: { filter: Filter }) {
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
