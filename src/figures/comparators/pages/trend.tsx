import { Table } from '@throughline/govuk-jsx';
import type { Pictures } from '../../../papers/index.ts';
import { Wide } from '../../../platform/web/wide.tsx';
import { isNumber, sayShown } from '../comparator.ts';
import { sayMove } from '../compare.ts';
import type { Comparison } from '../comparison.ts';

/** Validated figures by year, with the change from the first number to the last worked out. */
export function Trend({
  comparison: { series, trend },
  title,
  pictures,
}: {
  comparison: Comparison;
  title: string;
  pictures: Pictures;
}) {
  if (trend.when.length < 2) return null;
  // Counts of England and of one council have no axis in common that shows both.
  const drawn = series.unit === 'count' ? trend.rows.filter(({ isOurs }) => isOurs) : trend.rows;
  const lines = drawn.map(({ who, cells }) => ({
    who,
    points: cells.flatMap((cell, place) => (isNumber(cell) ? [{ when: trend.when[place] ?? '', value: cell }] : [])),
  }));
  const caption = `${title}, validated figures by year`;
  return (
    <>
      <h4 class="govuk-heading-s">By year, validated figures</h4>
      <Wide says={caption}>
        <Table
          caption={<span class="govuk-visually-hidden">{caption}</span>}
          small
          firstCellIsHeader
          head={[
            'Area',
            ...trend.when.map((text) => ({ text, format: 'numeric' as const })),
            { text: 'Change, first to last', format: 'numeric' },
          ]}
          rows={trend.rows.map(({ who, cells, change }) => [
            who,
            ...cells.map((cell) => ({
              text: cell === undefined ? 'Not held' : sayShown(cell, series.unit),
              format: 'numeric' as const,
            })),
            { text: change ? sayMove(change, series.unit) : '', format: 'numeric' },
          ])}
        />
      </Wide>
      {lines.length > 0 && (
        <figure class="report-picture">
          {series.unit === 'count' && (
            <figcaption class="govuk-body-s">Ours alone, for England’s is on another scale</figcaption>
          )}
          <div dangerouslySetInnerHTML={{ __html: pictures.trendSvg(lines, trend.when, caption) }} />
        </figure>
      )}
    </>
  );
}
