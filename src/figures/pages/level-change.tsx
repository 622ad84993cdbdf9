import { Wide } from '../../platform/web/wide.tsx';
import { type Level, levels, levelWords } from '../../risk/index.ts';
import type { Counted, Figure } from '../figures.ts';
import { figureAddress, type Report } from '../report.ts';

/** Level on entering down the side, the latest along the top; every cell opens to its figure. */
export function LevelChange({ report, figures, counted }: { report: Report; figures: Figure[]; counted: Counted }) {
  const order = levels.toReversed();
  const cell = (entry: Level, latest: Level) =>
    figures.find(({ measure }) => measure.id === `level-change.${entry.toLowerCase()}-to-${latest.toLowerCase()}`);
  const total = (some: (Figure | undefined)[]) => some.reduce((sum, figure) => sum + (figure?.value ?? 0), 0);
  return (
    <Wide says="Level on entering and the latest">
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-visually-hidden">
          Children by level on entering and latest level
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Entered at
            </th>
            {order.map((latest) => (
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                Latest: {levelWords[latest].toLowerCase()}
              </th>
            ))}
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              Children
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {order.map((entry) => (
            <tr class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                {levelWords[entry]}
              </th>
              {order.map((latest) => (
                <td class="govuk-table__cell govuk-table__cell--numeric">
                  <a
                    class="govuk-link"
                    href={figureAddress(
                      report,
                      `level-change.${entry.toLowerCase()}-to-${latest.toLowerCase()}`,
                      counted,
                    )}
                  >
                    {cell(entry, latest)?.value ?? 0}
                  </a>
                </td>
              ))}
              <td class="govuk-table__cell govuk-table__cell--numeric">
                {total(order.map((latest) => cell(entry, latest)))}
              </td>
            </tr>
          ))}
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              Children
            </th>
            {order.map((latest) => (
              <td class="govuk-table__cell govuk-table__cell--numeric">
                {total(order.map((entry) => cell(entry, latest)))}
              </td>
            ))}
            <td class="govuk-table__cell govuk-table__cell--numeric">{total(figures)}</td>
          </tr>
        </tbody>
      </table>
    </Wide>
  );
}
