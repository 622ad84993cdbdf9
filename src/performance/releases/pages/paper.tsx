import type { VNode } from 'preact';
import { Table } from '../../../platform/web/govuk/index.ts';
import { Wide } from '../../../platform/web/wide.tsx';
import { symbols } from '../../disclosure/profile.ts';
import type { Paper, PaperTable, Sign } from '../paper.ts';
import { decimals, printed } from '../papers/wording.ts';

type Pictures = typeof import('../../picture.ts');

/** A paper's tables, each with its definition, its picture and its notes: the same for analysts and for everybody. */
export function Tables({ paper, pictures }: { paper: Pick<Paper, 'tables'>; pictures: Pictures }) {
  const used = signsIn(paper.tables);
  return (
    <>
      {paper.tables.map((table) => (
        <section class="report-section" id={table.id}>
          <h2 class="govuk-heading-m">{table.title}</h2>
          <div class={table.columns.length > 1 ? 'report-section__below' : 'report-section__inside'}>
            <OneTable table={table} />
            <Picture table={table} pictures={pictures} />
          </div>
          <p class="govuk-body-s">
            {table.over}. {table.definition} Left out: {table.exclusions} Answers for it: {table.owner}.
          </p>
          {table.notes.map((note) => (
            <p class="govuk-body-s">{note}</p>
          ))}
        </section>
      ))}
      {used.length > 0 && (
        <dl class="symbols">
          {used.map((sign) => (
            <div>
              <dt>{sign}</dt>
              <dd>{symbols[sign]}</dd>
            </div>
          ))}
        </dl>
      )}
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

/** One bar a row of the last column, which is the whole; a symbol stands as a symbol, never as a length. */
function Picture({ table, pictures }: { table: PaperTable; pictures: Pictures }): VNode | null {
  const bars = table.rows
    .filter(({ label }) => label !== 'Total')
    .map(({ label, cells }) => ({ label, value: cells.at(-1) ?? 'x' }));
  if (bars.length < 2) return null;
  return (
    <figure class="report-picture">
      <figcaption class="govuk-body-s">{table.title}</figcaption>
      {/* Drawn by our own code from numbers and declared labels alone. */}
      <div dangerouslySetInnerHTML={{ __html: pictures.barsSvg(bars, table.title) }} />
    </figure>
  );
}

const signsIn = (tables: readonly PaperTable[]): Sign[] => [
  ...new Set(
    tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter((shown) => typeof shown !== 'number'))),
  ),
];
