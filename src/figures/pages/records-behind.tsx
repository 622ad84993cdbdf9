import { InsetText } from '@throughline/govuk-jsx';
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
        <table class="govuk-table">
          <caption class="govuk-table__caption govuk-visually-hidden">Children counted</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Child
              </th>
              <th scope="col" class="govuk-table__header">
                Age now
              </th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                Times counted
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {behind.map(({ child, count }) => (
              <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href={`/children/${child.reference}`}>
                    {sayName(child)}
                  </a>
                </th>
                <td class="govuk-table__cell">{sayAge(child, today)}</td>
                <td class="govuk-table__cell govuk-table__cell--numeric">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
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
