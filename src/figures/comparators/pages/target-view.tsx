import { Table } from '@throughline/govuk-jsx';
import { type PlainDate, sayDay } from '../../../platform/kernel/index.ts';
import { Wide } from '../../../platform/web/wide.tsx';
import { unitKinds } from '../comparator.ts';
import type { Comparison } from '../comparison.ts';
import { evaluate, type Target } from '../target.ts';

/** The target tried against each series it names, ours as at the day asked. */
export function TargetView({
  target,
  comparisons,
  asAt,
}: {
  target: Target;
  comparisons: readonly Comparison[];
  asAt: PlainDate;
}) {
  const rows = comparisons
    .filter(({ series }) => target.series.includes(series.id))
    .flatMap(({ series, ours, england, meanOf }) =>
      evaluate(target, { ours, england, neighbours: meanOf(target.inLineWith.model) }).map(({ asks, met, because }) => [
        `${series.label} (${unitKinds[series.unit]})`,
        asks,
        <strong>{met}</strong>,
        because,
      ]),
    );
  return (
    <section>
      <h3 class="govuk-heading-m">The target: {target.says}</h3>
      <p class="govuk-body">
        Said on {sayDay(target.since)} ({target.source}). It names no measure, so each is tried; ours as at{' '}
        {sayDay(asAt)}.
      </p>
      <Wide says="The target, measure by measure">
        <Table
          caption={<span class="govuk-visually-hidden">The target, measure by measure</span>}
          small
          firstCellIsHeader
          head={['Measure', 'Asks', 'Result', 'Because']}
          rows={rows}
        />
      </Wide>
    </section>
  );
}
