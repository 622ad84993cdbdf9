import {
  type Attributes,
  type Content,
  classes,
  type HeadingLevel,
  isGiven,
  type Maybe,
  type Root,
} from './content.ts';

export interface SummaryAction {
  readonly text: Content;
  readonly href: string;
  /** What is acted on, for those who hear the links without their row: "Change" *name*. */
  readonly visuallyHiddenText?: string | undefined;
  readonly class?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SummaryRow {
  readonly key: Content;
  readonly value: Content;
  readonly actions?: readonly SummaryAction[] | undefined;
  readonly class?: string | undefined;
}

type Rows = { readonly rows: readonly Maybe<SummaryRow>[] };

export type SummaryListProps = Root & Rows & { readonly border?: boolean | undefined };

export type SummaryCardProps = Root &
  Rows & {
    readonly title?: Content;
    readonly headingLevel?: HeadingLevel | undefined;
    readonly actions?: readonly SummaryAction[] | undefined;
  };

export const SummaryList = (props: SummaryListProps) => <List {...props} />;

export const SummaryCard = ({
  title,
  headingLevel = 2,
  actions = [],
  rows,
  class: extra,
  ...rest
}: SummaryCardProps) => {
  const Heading = `h${headingLevel}` as const;
  return (
    <div class={classes('govuk-summary-card', extra)} {...rest}>
      <div class="govuk-summary-card__title-wrapper">
        {isGiven(title) && <Heading class="govuk-summary-card__title">{title}</Heading>}
        {actions.length === 1 && (
          <div class="govuk-summary-card__actions">
            <Links actions={actions} card={title} />
          </div>
        )}
        {actions.length > 1 && (
          <ul class="govuk-summary-card__actions">
            <Links actions={actions} card={title} each="govuk-summary-card__action" />
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">
        <List rows={rows} card={title} />
      </div>
    </div>
  );
};

const List = ({ rows, border = true, card, class: extra, ...rest }: SummaryListProps & { readonly card?: Content }) => {
  const someRowHasActions = rows.some((row) => (row ? hasActions(row) : false));
  return (
    <dl class={classes('govuk-summary-list', !border && 'govuk-summary-list--no-border', extra)} {...rest}>
      {rows.map((row) => row && <Row row={row} isShort={someRowHasActions && !hasActions(row)} card={card} />)}
    </dl>
  );
};

const hasActions = ({ actions = [] }: SummaryRow): boolean => actions.length > 0;

interface RowProps {
  readonly row: SummaryRow;
  /** Other rows have actions and this one has none. */
  readonly isShort: boolean;
  readonly card: Content;
}

const Row = ({ row: { key, value, actions = [], class: extra }, isShort, card }: RowProps) => (
  <div class={classes('govuk-summary-list__row', isShort && 'govuk-summary-list__row--no-actions', extra)}>
    <dt class="govuk-summary-list__key">{key}</dt>
    <dd class="govuk-summary-list__value">{value}</dd>
    {actions.length > 0 && (
      <dd class="govuk-summary-list__actions">
        {actions.length === 1 ? (
          <Links actions={actions} card={card} />
        ) : (
          <ul class="govuk-summary-list__actions-list">
            <Links actions={actions} card={card} each="govuk-summary-list__actions-list-item" />
          </ul>
        )}
      </dd>
    )}
  </div>
);

interface LinksProps {
  readonly actions: readonly SummaryAction[];
  readonly card: Content;
  /** The class of each link's list item, when there are several. */
  readonly each?: string;
}

const Links = ({ actions, card, each }: LinksProps) => (
  <>
    {actions.map((action) =>
      each ? (
        <li class={each}>
          <ActionLink action={action} card={card} />
        </li>
      ) : (
        <ActionLink action={action} card={card} />
      ),
    )}
  </>
);

const ActionLink = ({ action, card }: { readonly action: SummaryAction; readonly card: Content }) => {
  const { text, href, visuallyHiddenText: hidden, class: extra, attributes } = action;
  return (
    <a class={classes('govuk-link', extra)} href={href} {...attributes}>
      {text}
      {(hidden || isGiven(card)) && (
        <span class="govuk-visually-hidden">
          {hidden && ` ${hidden}`}
          {isGiven(card) && <> ({card})</>}
        </span>
      )}
    </a>
  );
};
