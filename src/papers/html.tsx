import { Table } from '@throughline/govuk-jsx';
import type { ComponentChildren, VNode } from 'preact';
import { Wide } from '../platform/web/wide.tsx';
import type { PaperTable, Part } from './paper.ts';
import { aboutTable, decimals, legend, levelOf, printed, symbolsTitle, tablesIn, unitTitle } from './wording.ts';

type Parts = readonly Part[];
type Draws = { tableSvg: (table: PaperTable) => string | undefined };

/**
 * A paper below its title, on a page. What is given as children stands after its first paragraphs. Its tables are drawn
 * by `pictures`, where there are any.
 */
export function PaperParts(props: { parts: Parts; pictures?: Draws; children?: ComponentChildren }) {
  const { parts, pictures, children } = props;
  const first = parts.findIndex(({ is }) => is !== 'paragraph');
  const begins = parts.findIndex(({ is }) => is === 'heading' || is === 'table');
  return (
    <>
      {parts.map((part, at) => (
        <>
          {at === first && children}
          {at === begins && <Contents parts={parts} />}
          {drawn(part, at, { parts, pictures })}
        </>
      ))}
      {first < 0 && children}
    </>
  );
}

function drawn(part: Part, at: number, { parts, pictures }: { parts: Parts; pictures: Draws | undefined }): VNode {
  switch (part.is) {
    case 'heading':
      return <h2 class="govuk-heading-m paper-section">{part.says}</h2>;
    case 'paragraph':
      return (
        <p class="govuk-body">
          <Lines says={part.says} />
        </p>
      );
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {part.items.map((says) => (
            <li>{says}</li>
          ))}
        </ul>
      );
    case 'symbols':
      return <Symbols parts={parts} />;
    case 'table':
      return <TablePart table={part} level={levelOf(parts, at)} picture={pictures?.tableSvg(part)} />;
    case 'notes':
      return <Small says={part.notes} />;
  }
}

/** As it was written, line by line. */
const Lines = ({ says }: { says: string }) => (
  <>
    {says.split(/\r\n?|\n/).map((line, at) => (
      <>
        {at > 0 && <br />}
        {line}
      </>
    ))}
  </>
);

/** So many tables are seen on a screen or two. */
const FEW = 3;

/** A paper of many tables is many screens long. */
function Contents({ parts }: { parts: Parts }) {
  if (tablesIn(parts).length <= FEW) return null;
  return (
    <nav class="not-printed contents" aria-label="Tables">
      <ul class="govuk-list">
        {parts.map((part) => {
          if (part.is === 'heading') return <li class="contents__section">{part.says}</li>;
          return (
            part.is === 'table' && (
              <li>
                <a class="govuk-link" href={`#${encodeURIComponent(part.id)}`}>
                  {part.title}
                </a>
              </li>
            )
          );
        })}
      </ul>
    </nav>
  );
}

function Symbols({ parts }: { parts: Parts }) {
  const used = legend(parts);
  if (used.length === 0) return null;
  return (
    <dl class="symbols" aria-label={symbolsTitle}>
      {used.map(([shown, says]) => (
        <div>
          <dt>{shown}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  );
}

type TableProps = { table: PaperTable; level: 2 | 3; picture: string | undefined };

/** A wide table has its picture above it, a narrow one beside it. */
function TablePart({ table, level, picture }: TableProps) {
  const isWide = table.columns.length > 1;
  const [, ...about] = aboutTable(table).map(([label, says]) => `${label}: ${says}${says.endsWith('.') ? '' : '.'}`);
  return (
    <section class="report-section" id={table.id}>
      {level === 3 ? <h3 class="govuk-heading-s">{table.title}</h3> : <h2 class="govuk-heading-m">{table.title}</h2>}
      <div class={isWide ? 'report-section__below' : 'report-section__inside'}>
        {isWide && <Picture svg={picture} />}
        <Figures table={table} />
        {!isWide && <Picture svg={picture} />}
      </div>
      <Small says={[about.join(' '), ...table.notes]} />
    </section>
  );
}

const Small = ({ says }: { says: readonly string[] }) => (
  <>
    {says.map((one) => (
      <p class="govuk-body-s">{one}</p>
    ))}
  </>
);

function Figures({ table }: { table: PaperTable }) {
  const places = table.columns.map((_, at) => decimals(table, at));
  const numeric = (text: string) => ({ text, format: 'numeric' as const });
  return (
    <Wide says={table.title}>
      <Table
        caption={`${unitTitle}: ${table.unit}`}
        firstCellIsHeader
        head={[{ text: table.rowsAre }, ...table.columns.map(numeric)]}
        rows={table.rows.map(({ label, cells }) => [
          { text: label },
          ...cells.map((shown, at) => numeric(printed(shown, places[at] ?? 0))),
        ])}
      />
    </Wide>
  );
}

/** A symbol stands as a symbol, never as a length. */
function Picture({ svg }: { svg: string | undefined }) {
  if (svg === undefined) return null;
  return (
    <figure class="report-picture report-picture--told">
      {/* Drawn by our own code from numbers and declared labels alone. */}
      <div dangerouslySetInnerHTML={{ __html: svg }} />
    </figure>
  );
}
