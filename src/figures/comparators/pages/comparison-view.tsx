import { Details, InsetText, Table } from '@throughline/govuk-jsx';
import type { Pictures } from '../../../papers/index.ts';
import { Wide } from '../../../platform/web/wide.tsx';
import { type Figure, sayValue } from '../../figures.ts';
import type { Asked } from '../asked.ts';
import { bases, isNumber, type Of, sayShown, sayWhen, unitKinds } from '../comparator.ts';
import { changeBetween, sayChange, sayPolarity } from '../compare.ts';
import { type Comparison, type Line, ofOurs, yearTo } from '../comparison.ts';
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

function Lines({ comparison: { series, lines }, title }: { comparison: Comparison; title: string }) {
  const hasBeside = lines.some(({ beside }) => beside);
  const held = lines.filter(({ of }) => of);
  const usual = mostOf(held.map(({ of }) => sayOf(of)));
  return (
    <div>
      <Wide says={title}>
        <Table
          caption={<span class="govuk-visually-hidden">{title}</span>}
          small
          firstCellIsHeader
          head={[
            'Area',
            { text: 'Figure', format: 'numeric' },
            ...(hasBeside ? ['Ours is'] : []),
            `Of when, if not ${usual}`,
          ]}
          rows={held.map(({ who, shown, of, beside, isOurs }) => [
            isOurs ? who : <span class="compare-other">{who}</span>,
            { text: shown === undefined ? 'Nothing to count' : sayShown(shown, series.unit), format: 'numeric' },
            ...(hasBeside ? [beside ?? ''] : []),
            sayOf(of) === usual ? '' : sayOf(of),
          ])}
        />
      </Wide>
      <NotHeld lines={lines} />
      <Details summary={`Where the figures come from: ${series.label}`}>
        <ul class="govuk-list govuk-list--bullet">
          {bySource(held).map(([source, who]) => (
            <li>
              {source}: {who.join(', ')}
            </li>
          ))}
        </ul>
      </Details>
    </div>
  );
}

const sayOf = (of: Of | undefined) => (of ? `${sayWhen(of)} (${bases[of.basis]})` : '');

/** What stands most often is said once, at the head of the column. */
function mostOf(said: readonly string[]): string {
  const counts = [...Map.groupBy(said, (one) => one)].map(([one, all]) => ({ one, times: all.length }));
  return counts.toSorted((a, b) => b.times - a.times)[0]?.one ?? '';
}

const bySource = (lines: readonly Line[]) =>
  [...Map.groupBy(lines, ({ source }) => source)].map(
    ([source, some]) => [source, some.map(({ who }) => who)] as const,
  );

function NotHeld({ lines }: { lines: readonly Line[] }) {
  const missing = lines.filter(({ of }) => !of).map(({ who }) => who);
  return missing.length > 0 && <p class="govuk-body-s">No figure is held for: {missing.join(', ')}.</p>;
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
