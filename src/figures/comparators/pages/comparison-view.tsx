import { InsetText } from '@throughline/govuk-jsx';
import type { Pictures } from '../../../papers/index.ts';
import { type Figure, sayValue } from '../../figures.ts';
import type { Asked } from '../asked.ts';
import { isNumber, sayShown, sayWhen, unitKinds } from '../comparator.ts';
import { changeBetween, sayChange, sayPolarity } from '../compare.ts';
import { type Comparison, ofOurs, yearTo } from '../comparison.ts';
import { Lines } from './comparison-lines.tsx';
import { Trend } from './trend.tsx';

type Props = {
  comparison: Comparison;
  asked: Asked;
  now: Figure | undefined;
  before: Figure | undefined;
  pictures: Pictures;
};

/** One series: its table, its picture beside it, then its years. Nothing of another kind of unit stands here. */
export function ComparisonView({ comparison, asked, now, before, pictures }: Props) {
  const { series, lines, warnings } = comparison;
  const title = `${series.label} (${unitKinds[series.unit]})`;
  return (
    <section class="report-section" id={series.id}>
      <h3 class="govuk-heading-m">{title}</h3>
      <p class="govuk-body">{series.definition}</p>
      <p class="govuk-body">{sayPolarity(series.more)}</p>
      {now && before && <OverTime now={now} before={before} comparison={comparison} asked={asked} />}
      {warnings.map((sentence) => (
        <InsetText>{sentence}</InsetText>
      ))}
      {lines.length === 0 ? (
        <InsetText>
          No figure is held. Whoever runs the service takes them in with: throughline import comparators FILE.csv
        </InsetText>
      ) : (
        <div class="report-section__inside">
          <Lines comparison={comparison} title={title} />
          <Bars comparison={comparison} title={title} pictures={pictures} />
        </div>
      )}
      <Trend comparison={comparison} title={title} pictures={pictures} />
    </section>
  );
}

function OverTime({
  now,
  before,
  comparison: { series },
  asked,
}: Omit<Props, 'pictures' | 'now' | 'before'> & {
  now: Figure;
  before: Figure;
}) {
  const change = changeBetween(before.value ?? undefined, now.value ?? undefined);
  const overlap = series.over === 'period' && asked.before >= yearTo(asked.asAt).from;
  return (
    <p class="govuk-body">
      Our records: {sayWhen(ofOurs(series, asked.before))}, {sayValue(before)}; {sayWhen(ofOurs(series, asked.asAt))},{' '}
      {sayValue(now)}. {change && <strong>{sayChange(change, series.unit)}</strong>}
      {overlap && ' The two years overlap, so part of both is the same.'}
    </p>
  );
}

function Bars({
  comparison: { series, lines },
  title,
  pictures,
}: Omit<Props, 'asked' | 'now' | 'before'> & { title: string }) {
  // A count of a country and of a council share a unit and no axis: beside England's bar ours cannot be seen.
  const drawn = series.unit === 'count' ? lines.filter(({ isOurs }) => isOurs) : lines;
  const bars = drawn.flatMap(({ who, shown, of }) =>
    isNumber(shown)
      ? [{ label: of?.basis === 'live' ? `${who} (live)` : who, value: shown, says: sayShown(shown, series.unit) }]
      : [],
  );
  if (bars.length < 2) return null;
  return (
    <figure class="report-picture">
      {series.unit === 'count' && <figcaption class="govuk-body-s">Ours alone</figcaption>}
      {/* Drawn by our own code from numbers, and from names that are escaped as it is made. */}
      <div dangerouslySetInnerHTML={{ __html: pictures.barsSvg(bars, title) }} />
    </figure>
  );
}
