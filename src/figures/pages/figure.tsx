import { SummaryList } from '@throughline/govuk-jsx';
import type { VNode } from 'preact';
import { mapChildren } from '../../people/index.ts';
import { isRefusal, sayDay } from '../../platform/kernel/index.ts';
import { type Measure, type Module, roles } from '../../platform/module.ts';
import { type Page, page } from '../../platform/web/page.tsx';
import { pagedBy, part } from '../../platform/web/paging.ts';
import { countFigures, listRecordsBehind, withCounts } from '../figures.db.ts';
import { type Counted, countedOver, type Figure, sayValue } from '../figures.ts';
import { readPeriod, sayPeriod } from '../period.ts';
import { measuresOf, type Report } from '../report.ts';
import { RecordsBehind } from './records-behind.tsx';

const paged = pagedBy({ child: part.id }, 50);

/** What a figure means, what it was counted over, and, for those who may see children, the records behind it. */
export function figurePage(report: Report, rooms: readonly Module[]): Page {
  const all = measuresOf(rooms);
  return page({
    path: `/reports/${report.id}/figures/:figure`,
    may: 'figures.see',
    async load(tx, { figure: id }, world, query) {
      const measure = all.find((one) => one.id === id);
      const period = readPeriod(query.get('from') ?? '', query.get('to') ?? '');
      if (!measure || isRefusal(period)) return undefined;
      const counted = countedOver(period, world.today);
      const figures = await countFigures(tx, withCounts([measure], all), counted);
      const figure = figures.find((one) => one.measure.id === id);
      if (!figure) return undefined;
      if (!world.may('figures.open') || measure.kind !== 'count') return { measure, figure, counted };
      if (measure.needs && !world.may(measure.needs)) return { measure, figure, counted };
      const { shown, next } = await paged.ask(
        query,
        (after, atMost) => listRecordsBehind(tx, measure, counted, after?.child, atMost),
        ({ childId }) => ({ child: childId }),
      );
      const children = await mapChildren(
        tx,
        shown.map(({ childId }) => childId),
      );
      const behind = shown.flatMap(({ childId, count }) => {
        const child = children.get(childId);
        return child ? [{ child, count }] : [];
      });
      return { measure, figure, counted, behind, next };
    },
    says: ({ measure }) => measure.label,
    about: ({ behind }) => behind?.map(({ child }) => child.id) ?? [],
    back: ({ counted: { period } }) => ({ to: `/reports/${report.id}?from=${period.from}&to=${period.to}` }),
    view: ({ measure, figure, counted, behind, next }, _, world) => (
      <>
        <p class="govuk-heading-xl figure-value">{sayValue(figure)}</p>
        <SummaryList
          rows={[
            { key: 'What is counted', value: measure.definition },
            { key: 'Unit', value: measure.unit },
            ...madeOf(measure, figure, counted),
            { key: 'Period', value: sayPeriod(counted.period) },
            { key: 'As at', value: sayDay(counted.asAt) },
            { key: 'Left out', value: measure.exclusions },
            { key: 'Who answers for it', value: roles[measure.owner] },
          ]}
        />
        {behind && <RecordsBehind behind={behind} today={world.today} next={next} />}
      </>
    ),
  });

  function madeOf(measure: Measure, { numerator, denominator }: Figure, { period: { from, to } }: Counted) {
    const linked = (id: string) => (
      <a class="govuk-link" href={`/reports/${report.id}/figures/${id}?from=${from}&to=${to}`}>
        {labelOf(id)}
      </a>
    );
    const rows = (over: VNode | string, under: VNode | string) => [
      { key: 'Numerator', value: over },
      { key: 'Denominator', value: under },
    ];
    switch (measure.kind) {
      case 'count':
        return rows('The count itself', 'None: a count, not a share');
      case 'share':
        return rows(
          <>
            {linked(measure.share)}: {numerator}
          </>,
          <>
            {linked(measure.of)}: {denominator}
          </>,
        );
      case 'rate':
        return rows(
          <>
            {linked(measure.rate)}: {numerator}
          </>,
          `Children aged 0 to 17 in the area: ${denominator?.toLocaleString('en-GB')}`,
        );
    }
  }

  function labelOf(id: string): string {
    return all.find((one) => one.id === id)?.label ?? id;
  }
}
