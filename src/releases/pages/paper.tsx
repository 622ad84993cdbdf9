import { InsetText, Table, WarningText } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import {
  decimals,
  formats,
  legend,
  type Paper,
  type PaperTable,
  type Pictures,
  printed,
  type Shown,
} from '../../papers/index.ts';
import { Wide } from '../../platform/web/wide.tsx';
import type { Release } from '../release.ts';

/** All of a paper below its heading, with its files: `files` is the address that their names follow. */
export function WholePaper({ paper, files, pictures }: { paper: Paper; files: string; pictures: Pictures }) {
  return (
    <>
      {paper.summary.map((words) => (
        <p class="govuk-body">{words}</p>
      ))}
      <ul class="govuk-list not-printed files">
        {Object.entries(formats).map(([ending, { says }]) => (
          <li>
            <a class="govuk-link" href={`${files}/${paper.reference}.${ending}`}>
              {says}
            </a>
          </li>
        ))}
      </ul>
      <Tables paper={paper} pictures={pictures} />
      {paper.notes.map((note) => (
        <p class="govuk-body-s">{note}</p>
      ))}
    </>
  );
}

/** “1 January 2023 to 31 December 2023, as at 30 January 2024”. */
export const When = ({ paper: { period, asAt } }: { paper: Paper }) => (
  <p class="govuk-body-l">{period === '' ? `As at ${asAt}` : `${period}, as at ${asAt}`}</p>
);

/** What the paper corrects, and what changed. */
export function Corrects({ paper: { correction }, at }: { paper: Paper; at: (reference: string) => string }) {
  if (!correction) return null;
  return (
    <InsetText>
      This corrects{' '}
      <a class="govuk-link reference" href={at(correction.of)}>
        {correction.of}
      </a>
      {correction.whatChanged && `: ${correction.whatChanged}`}
    </InsetText>
  );
}

/** What stands in its place now: first of all that is said of it. */
export function CorrectedBy({ references, at }: { references: readonly string[]; at: (reference: string) => string }) {
  if (references.length === 0) return null;
  return (
    <WarningText>
      Corrected by{' '}
      {references.map((reference, place) => (
        <>
          {place > 0 && ' and '}
          <a class="govuk-link reference" href={at(reference)}>
            {reference}
          </a>
        </>
      ))}
      . Read that instead.
    </WarningText>
  );
}

/** In a list: what it corrects, and what corrects it. */
export function Correction({ release }: { release: Pick<Release, 'corrects' | 'correctedBy'> }) {
  const { corrects, correctedBy } = release;
  return (
    <>
      {corrects && (
        <>
          {' '}
          Corrects <span class="reference">{corrects.reference}</span>.
        </>
      )}
      {correctedBy.map((reference) => (
        <>
          {' '}
          Corrected by <span class="reference">{reference}</span>.
        </>
      ))}
    </>
  );
}

/** A paper's tables, each with its definition, its picture and its notes: the same for analysts and for everybody. */
export function Tables({ paper, pictures }: { paper: Pick<Paper, 'tables'>; pictures: Pictures }) {
  const isSectioned = paper.tables.some(({ opens }) => opens !== undefined);
  return (
    <>
      <Legend tables={paper.tables} />
      {paper.tables.length > FEW && <Contents tables={paper.tables} />}
      {paper.tables.map((table) => (
        <>
          <Sections sections={table.opens} />
          <section class="report-section" id={table.id}>
            {isSectioned ? (
              <h3 class="govuk-heading-s">{table.title}</h3>
            ) : (
              <h2 class="govuk-heading-m">{table.title}</h2>
            )}
            <div class={table.columns.length > 1 ? 'report-section__below' : 'report-section__inside'}>
              {table.columns.length > 1 && <Picture table={table} pictures={pictures} />}
              <OneTable table={table} />
              {table.columns.length === 1 && <Picture table={table} pictures={pictures} />}
            </div>
            <p class="govuk-body-s">
              {table.over}. {table.definition} Left out: {table.exclusions} Answers for it: {table.owner}.
            </p>
            {table.notes.map((note) => (
              <p class="govuk-body-s">{note}</p>
            ))}
          </section>
          <Sections sections={table.closes} />
        </>
      ))}
    </>
  );
}

/** Before the tables, so that whoever meets a symbol has read what it stands for. */
function Legend({ tables }: Pick<Paper, 'tables'>) {
  const used = legend({ tables });
  if (used.length === 0) return null;
  return (
    <dl class="symbols" aria-label="Symbols in the tables">
      {used.map(({ shown, says }) => (
        <div>
          <dt>{shown}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}

/** So many tables are seen on a screen or two. */
const FEW = 3;

/** A report of many tables is many screens long. */
function Contents({ tables }: Pick<Paper, 'tables'>) {
  return (
    <nav class="not-printed contents" aria-label="Tables">
      <ul class="govuk-list">
        {tables.map(({ id, title, opens = [], closes = [] }) => (
          <>
            {opens.map((section) => (
              <li class="contents__section">{section.title}</li>
            ))}
            <li>
              <a class="govuk-link" href={`#${encodeURIComponent(id)}`}>
                {title}
              </a>
            </li>
            {closes.map((section) => (
              <li class="contents__section">{section.title}</li>
            ))}
          </>
        ))}
      </ul>
    </nav>
  );
}

/** Headings of the report, with what its writer says there. */
function Sections({ sections = [] }: { sections?: PaperTable['opens'] | undefined }) {
  return (
    <>
      {sections.map(({ title, says }) => (
        <div class="paper-section">
          <h2 class="govuk-heading-m">{title}</h2>
          {says.map((words) => (
            <p class="govuk-body">{words}</p>
          ))}
        </div>
      ))}
    </>
  );
}

function OneTable({ table }: { table: PaperTable }) {
  return (
    <Wide says={table.title}>
      <Table
        caption={`Counted: ${table.unit}`}
        firstCellIsHeader
        head={[{ text: table.rowsAre }, ...table.columns.map((text) => ({ text, format: 'numeric' as const }))]}
        rows={table.rows.map(({ label, cells }) => [
          { text: label },
          ...cells.map((shown, at) => ({ text: printed(shown, decimals(table, at)), format: 'numeric' as const })),
        ])}
      />
    </Wide>
  );
}

/** A bar for every cell that is no total; a symbol stands as a symbol, never as a length. */
function Picture({ table, pictures }: { table: PaperTable; pictures: Pictures }): VNode | null {
  const rows = table.rows.filter(({ label }) => label !== TOTAL);
  if (rows.length < 2) return null;
  return (
    <figure class="report-picture report-picture--told">
      {/* Drawn by our own code from numbers and declared labels alone. */}
      <div dangerouslySetInnerHTML={{ __html: drawn(table, rows, pictures) }} />
    </figure>
  );
}

function drawn(table: PaperTable, rows: PaperTable['rows'], pictures: Pictures): string {
  const bar = (label: string, value: Shown = 'x', column = 0) => ({
    ...{ label, value },
    says: printed(value, decimals(table, column)),
  });
  const last = table.columns.length - 1;
  if (last === 0)
    return pictures.barsSvg(
      rows.map(({ label, cells }) => bar(label, cells[0])),
      table.title,
    );
  const groups = rows.map(({ label, cells }) => ({
    label,
    bars: table.columns.slice(0, last).map((column, at) => bar(column, cells[at], at)),
  }));
  return pictures.groupedBarsSvg(groups, table.title);
}

const TOTAL = 'Total';
