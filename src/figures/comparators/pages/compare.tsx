import { InsetText, WarningText } from '@throughline/govuk-jsx';
import { loadPictures, type Pictures } from '../../../papers/index.ts';
import { sayDay } from '../../../platform/kernel/index.ts';
import type { Module } from '../../../platform/module.ts';
import { nobody, type Page, page } from '../../../platform/web/page.tsx';
import { countFigures, withCounts } from '../../figures.db.ts';
import { countedOver, type Figure } from '../../figures.ts';
import { measuresOf } from '../../report.ts';
import { type Asked, readAsked } from '../asked.ts';
import { signs } from '../comparator.ts';
import { listComparators, listNeighbourLists } from '../comparators.db.ts';
import { type Comparison, compose, ofOurs, yearTo } from '../comparison.ts';
import { findSeries } from '../series.ts';
import { sayUnlikeSeries } from '../warnings.ts';
import { type Choices, ChooseComparison } from './choose.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { TargetView } from './target-view.tsx';

type Subject = {
  asked: Asked;
  choices: Choices;
  comparisons: Comparison[];
  before: Map<string, Figure>;
  now: Map<string, Figure>;
  pictures: Pictures;
};

/** Ours beside England, the region and the statistical neighbours: one table and one picture for each kind of unit. */
export function comparePage(rooms: readonly Module[]): Page {
  const all = measuresOf(rooms);
  return page({
    path: '/reports/compare',
    says: 'Compare with other areas',
    may: 'figures.see',
    about: nobody,
    async load(tx, _, world, query): Promise<Subject> {
      const lists = await listNeighbourLists(tx);
      const asked = readAsked(query, world.today, lists);
      const series = asked.topic.series.map((id) => findSeries(id, all));
      const figures = Map.groupBy(await listComparators(tx, asked.topic.series), ({ measure }) => measure);
      const ours = withCounts(
        series.flatMap((one) => one.ours ?? []),
        all,
      );
      const countAt = async (day: Asked['asAt']) => {
        const counted = await countFigures(tx, ours, countedOver(yearTo(day), world.today));
        return new Map(counted.map((figure) => [figure.measure.id, figure]));
      };
      const [before, now] = [await countAt(asked.before), await countAt(asked.asAt)];
      const published = [...new Set([...figures.values()].flat().map(({ asAt }) => asAt))].toSorted();
      return {
        asked,
        choices: { lists, published, today: world.today },
        comparisons: series.map((one) => {
          const figure = now.get(one.ours?.id ?? '');
          const records = figure && {
            shown: figure.value ?? undefined,
            of: ofOurs(one, asked.asAt),
            made: 'Counted now from the records of the partnership',
          };
          const { chosen, upTo } = asked;
          return compose(one, { figures: figures.get(one.id) ?? [], lists, chosen, records, upTo });
        }),
        ...{ before, now },
        // Drawing weighs a quarter of the program's start and memory: it is fetched when somebody reads a comparison.
        pictures: await loadPictures(),
      };
    },
    view: ({ asked, choices, comparisons, before, now, pictures }, _, world) => (
      <>
        <WarningText>
          Our own figures here are not protected and must not be published or passed on from here: small counts can
          point at a child.
        </WarningText>
        {choices.lists.length === 0 && (
          <InsetText>
            No list of statistical neighbours is held. Whoever runs the service takes one in with: throughline import
            neighbours FILE.csv
          </InsetText>
        )}
        <ChooseComparison asked={asked} choices={choices} />
        <h2 class="govuk-heading-l">{asked.topic.title}</h2>
        <p class="govuk-body">{asked.topic.says}</p>
        {sayUnlikeSeries(comparisons.map(({ series }) => series)).map((sentence) => (
          <InsetText>{sentence}</InsetText>
        ))}
        {asked.topic.target && <TargetView target={asked.topic.target} comparisons={comparisons} asAt={asked.asAt} />}
        {comparisons.map((comparison) => (
          <ComparisonView
            comparison={comparison}
            asked={asked}
            now={now.get(comparison.series.ours?.id ?? '')}
            before={before.get(comparison.series.ours?.id ?? '')}
            pictures={pictures}
          />
        ))}
        <Footnotes comparisons={comparisons} today={world.today} />
      </>
    ),
  });
}

function Footnotes({ comparisons, today }: { comparisons: Comparison[]; today: Asked['asAt'] }) {
  const shown = comparisons.flatMap(({ lines, trend }) => [
    ...lines.map((line) => line.shown),
    ...trend.rows.flatMap(({ cells }) => cells),
  ]);
  const used = Object.entries(signs).filter(([sign]) => shown.some((one) => one === sign));
  const isLater = comparisons.some(({ lines }) => lines.some(({ of }) => of && of.asAt > today));
  return (
    <section class="compare-notes">
      <h2 class="govuk-heading-m">Notes</h2>
      <ul class="govuk-list govuk-list--bullet">
        {used.map(([sign, says]) => (
          <li>
            <strong>{sign}</strong> {says}. It is never counted with.
          </li>
        ))}
        <li>A printed 0 is a true zero. “Not held” means that no figure has been taken in, not that there is none.</li>
        <li>
          “Ours is” sets our published figure of the same day and basis beside each; where there is none, our records.
        </li>
        {isLater && <li>Some figures are of a day after {sayDay(today)}, the day this trial stands at.</li>}
      </ul>
    </section>
  );
}
