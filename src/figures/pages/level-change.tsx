import { Table } from '@throughline/govuk-jsx';
import { Wide } from '../../platform/web/wide.tsx';
import { type Level, levels, levelWords } from '../../risk/index.ts';
import type { Counted, Figure } from '../figures.ts';
import { figureAddress, type Report } from '../report.ts';

/** Level on entering down the side, the latest along the top; every cell opens to its figure. */
export function LevelChange({ report, figures, counted }: { report: Report; figures: Figure[]; counted: Counted }) {
  const order = levels.toReversed();
  const cell = (entry: Level, latest: Level) => figures.find(({ measure }) => measure.id === idOf(entry, latest));
  const total = (some: (Figure | undefined)[]) => some.reduce((sum, figure) => sum + (figure?.value ?? 0), 0);
  const number = (value: number) => ({ text: String(value), format: 'numeric' as const });
  const opens = (entry: Level, latest: Level) => ({
    text: (
      <a class="govuk-link" href={figureAddress(report, idOf(entry, latest), counted)}>
        {cell(entry, latest)?.value ?? 0}
      </a>
    ),
    format: 'numeric' as const,
  });
  const heads = [...order.map((latest) => `Latest: ${levelWords[latest].toLowerCase()}`), 'Children'];
  return (
    <Wide says="Level on entering and the latest">
      <Table
        caption={<span class="govuk-visually-hidden">Children by level on entering and latest level</span>}
        firstCellIsHeader
        head={['Entered at', ...heads.map((text) => ({ text, format: 'numeric' as const }))]}
        rows={[
          ...order.map((entry) => [
            levelWords[entry],
            ...order.map((latest) => opens(entry, latest)),
            number(total(order.map((latest) => cell(entry, latest)))),
          ]),
          [
            'Children',
            ...order.map((latest) => number(total(order.map((entry) => cell(entry, latest))))),
            number(total(figures)),
          ],
        ]}
      />
    </Wide>
  );
}

const idOf = (entry: Level, latest: Level): string => `level-change.${entry.toLowerCase()}-to-${latest.toLowerCase()}`;
