import { InsetText, Table } from '@throughline/govuk-jsx';
import { type ChildNow, sayAge, sayName } from '../../people/index.ts';
import type { PlainDate } from '../../platform/kernel/index.ts';

export type Behind = { child: ChildNow; count: number };

/** The records of a figure that this reader may see: named, linked, and in the audit. The total stays the partnership's. */
export function RecordsBehind({
  behind,
  today,
  next,
}: {
  behind: Behind[];
  today: PlainDate;
  next: string | undefined;
}) {
  return (
    <section>
      <h2 class="govuk-heading-m">The records behind it that you may see</h2>
      <p class="govuk-body">The figure counts the whole partnership, so it may be larger than this list.</p>
      {behind.length === 0 ? (
        <InsetText>None of the children counted here is one whose record you may open.</InsetText>
      ) : (
        <Table
          caption={<span class="govuk-visually-hidden">Children counted</span>}
          firstCellIsHeader
          head={['Child', 'Age now', { text: 'Times counted', format: 'numeric' }]}
          rows={behind.map(({ child, count }) => [
            <a class="govuk-link" href={`/children/${child.reference}`}>
              {sayName(child)}
            </a>,
            sayAge(child, today),
            { text: String(count), format: 'numeric' },
          ])}
        />
      )}
      {next && (
        <p class="govuk-body">
          <a class="govuk-link" href={next}>
            More records
          </a>
        </p>
      )}
    </section>
  );
}
