import { Details, Table } from '@throughline/govuk-jsx';
import { Wide } from '../../../platform/web/wide.tsx';
import { bases, type Of, sayShown, sayWhen } from '../comparator.ts';
import type { Comparison, Line } from '../comparison.ts';

/** The areas of one series in a table, ours among them, and where each figure comes from. */
export function Lines({ comparison: { series, lines }, title }: { comparison: Comparison; title: string }) {
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
