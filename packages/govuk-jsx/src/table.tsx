import { type Attributes, type Content, classes, isGiven, type Maybe, type Root, type Size } from './content.ts';

export interface TableCell {
  readonly text: Content;
  readonly format?: 'numeric' | undefined;
  readonly class?: string | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
  readonly attributes?: Attributes | undefined;
}

/** Words or JSX alone, or an object when the cell is a number or spans others. */
export type Cell = Content | TableCell;

export type TableProps = Root & {
  readonly caption?: Content;
  readonly captionSize?: Size | undefined;
  readonly head?: readonly Cell[] | undefined;
  readonly rows: readonly Maybe<readonly Cell[]>[];
  readonly firstCellIsHeader?: boolean | undefined;
  /** Smaller words on a narrow screen, for tables with much in them. */
  readonly small?: boolean | undefined;
};

export const Table = ({
  caption,
  captionSize,
  head,
  rows,
  firstCellIsHeader,
  small,
  class: extra,
  ...rest
}: TableProps) => (
  <table class={classes('govuk-table', small && 'govuk-table--small-text-until-tablet', extra)} {...rest}>
    {isGiven(caption) && (
      <caption class={classes('govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`)}>
        {caption}
      </caption>
    )}
    {head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">{head.map((cell) => header(cell, 'col'))}</tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {rows.map(
        (row) =>
          row && (
            <tr class="govuk-table__row">
              {row.map((cell, column) => (firstCellIsHeader && column === 0 ? header(cell, 'row') : body(cell)))}
            </tr>
          ),
      )}
    </tbody>
  </table>
);

const header = (cell: Cell, scope: 'col' | 'row') => {
  const { text, format, class: extra, attributes, ...spans } = whole(cell);
  const numeric = scope === 'col' && format && `govuk-table__header--${format}`;
  return (
    <th scope={scope} class={classes('govuk-table__header', numeric, extra)} {...spans} {...attributes}>
      {text}
    </th>
  );
};

const body = (cell: Cell) => {
  const { text, format, class: extra, attributes, ...spans } = whole(cell);
  return (
    <td
      class={classes('govuk-table__cell', format && `govuk-table__cell--${format}`, extra)}
      {...spans}
      {...attributes}
    >
      {text}
    </td>
  );
};

const whole = (cell: Cell): TableCell =>
  typeof cell === 'object' && cell !== null && 'text' in cell ? cell : { text: cell };
