import { Button, ButtonLink } from './button.tsx';
import type { Attributes, HeadingLevel, Maybe } from './content.ts';
import { Details } from './details.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { InsetText } from './inset-text.tsx';
import { NotificationBanner, type NotificationBannerProps } from './notification-banner.tsx';
import { InterruptionPanel, Panel, PanelActions } from './panel.tsx';
import { proves } from './proof/fixtures.ts';
import { type Common, content, root, SIZES, variant, type Words } from './proof/options.tsx';
import { type SummaryAction, SummaryCard, SummaryList } from './summary-list.tsx';
import { type Cell, Table, type TableCell } from './table.tsx';
import { Tabs } from './tabs.tsx';
import { TAG_COLOURS, Tag } from './tag.tsx';
import { WarningText } from './warning-text.tsx';

interface Titled {
  readonly titleText?: string;
  readonly titleHtml?: string;
}

const words = (text?: string, html?: string) => content({ ...(text && { text }), ...(html && { html }) });

type LinkOptions = Words & { readonly href: string; readonly attributes?: Attributes };

type ErrorSummaryOptions = Common &
  Titled & {
    readonly descriptionText?: string;
    readonly descriptionHtml?: string;
    readonly errorList?: readonly LinkOptions[];
    readonly disableAutoFocus?: boolean;
  };

proves<ErrorSummaryOptions>({
  component: 'error-summary',
  atLeast: 19,
  draw: (options) => (
    <ErrorSummary
      {...root(options)}
      title={words(options.titleText, options.titleHtml)}
      description={words(options.descriptionText, options.descriptionHtml)}
      errors={(options.errorList ?? []).map((error) => ({ ...error, text: content(error) }))}
      disableAutoFocus={options.disableAutoFocus}
    />
  ),
});

proves<Common & Words>({
  component: 'inset-text',
  atLeast: 6,
  draw: (options) => <InsetText {...root(options)}>{content(options)}</InsetText>,
});

proves<Common & Words & { readonly iconFallbackText?: string }>({
  component: 'warning-text',
  atLeast: 8,
  draw: (options) => (
    <WarningText {...root(options)} iconFallbackText={options.iconFallbackText}>
      {content(options)}
    </WarningText>
  ),
});

type BannerOptions = Common &
  Words &
  Titled &
  Pick<NotificationBannerProps, 'type' | 'role' | 'titleId' | 'titleHeadingLevel' | 'disableAutoFocus'>;

proves<BannerOptions>({
  component: 'notification-banner',
  atLeast: 19,
  without: {
    'custom role': 'only alert and region compile',
    'with invalid type': 'only success compiles',
  },
  draw: (options) => {
    const { type, role, titleId, titleHeadingLevel, disableAutoFocus } = options;
    return (
      <NotificationBanner
        {...{ type, role, titleId, titleHeadingLevel, disableAutoFocus }}
        {...root(options)}
        title={words(options.titleText, options.titleHtml)}
      >
        {content(options)}
      </NotificationBanner>
    );
  },
});

interface PanelAction extends Common {
  readonly text: string;
  readonly type?: 'button' | 'submit';
  readonly href?: string;
}

type PanelOptions = Common &
  Words &
  Titled & {
    readonly headingLevel?: HeadingLevel;
    readonly actions?: Common & { readonly items?: readonly PanelAction[] };
  };

const panelAction = ({ text, type, href, ...look }: PanelAction) => {
  if (!href)
    return (
      <Button variant="inverse" type={type ?? 'button'} {...root(look)}>
        {text}
      </Button>
    );
  if (type === 'button')
    return (
      <ButtonLink variant="inverse" href={href} {...root(look)}>
        {text}
      </ButtonLink>
    );
  return (
    <a class="govuk-link govuk-link--inverse" href={href}>
      {text}
    </a>
  );
};

proves<PanelOptions>({
  component: 'panel',
  atLeast: 19,
  draw: (options) => {
    const { value, rest } = variant(options.classes, 'govuk-panel--', ['interruption']);
    const title = words(options.titleText, options.titleHtml);
    const props = { ...root(options), class: rest, title, headingLevel: options.headingLevel };
    if (!value) return <Panel {...props}>{content(options)}</Panel>;
    const actions = options.actions && (
      <PanelActions {...root(options.actions)}>
        {options.actions.items?.flatMap((action) => [panelAction(action), ' '])}
      </PanelActions>
    );
    return (
      <InterruptionPanel {...props} actions={actions}>
        {content(options)}
      </InterruptionPanel>
    );
  },
});

type DetailsOptions = Common &
  Words & { readonly summaryText?: string; readonly summaryHtml?: string; readonly open?: boolean };

proves<DetailsOptions>({
  component: 'details',
  atLeast: 10,
  draw: (options) => (
    <Details {...root(options)} summary={words(options.summaryText, options.summaryHtml)} open={options.open}>
      {content(options)}
    </Details>
  ),
});

type ActionOptions = LinkOptions & { readonly classes?: string; readonly visuallyHiddenText?: string };

interface Actions {
  readonly items?: readonly ActionOptions[];
}

interface RowOptions {
  readonly key: Words;
  readonly value: Words;
  readonly classes?: string;
  readonly actions?: Actions;
}

type SummaryOptions = Common & {
  readonly rows: readonly Maybe<RowOptions>[];
  readonly card?: Common & {
    readonly title?: Words & { readonly headingLevel?: HeadingLevel };
    readonly actions?: Actions;
  };
};

const summaryActions = (actions: Actions | undefined): SummaryAction[] | undefined =>
  actions?.items?.map((action) => ({ ...action, ...root(action), text: content(action) }));

const summaryRow = (row: Maybe<RowOptions>) =>
  row && {
    key: content(row.key),
    value: content(row.value),
    class: row.classes,
    actions: summaryActions(row.actions),
  };

const cellClass = 'a row has classes; its key, value and actions have none of their own';

proves<SummaryOptions>({
  component: 'summary-list',
  atLeast: 27,
  without: {
    'key with classes': cellClass,
    'actions with classes': cellClass,
    'overridden-widths': cellClass,
  },
  draw: ({ rows, card, ...options }) => {
    const border = variant(options.classes, 'govuk-summary-list--', ['no-border']);
    return card ? (
      <SummaryCard
        {...root(card)}
        title={content(card.title)}
        headingLevel={card.title?.headingLevel}
        actions={summaryActions(card.actions)}
        rows={rows.map(summaryRow)}
      />
    ) : (
      <SummaryList {...root(options)} class={border.rest} border={!border.value} rows={rows.map(summaryRow)} />
    );
  },
});

type CellOptions = Words & Omit<TableCell, 'text' | 'class'> & { readonly classes?: string };

type TableOptions = Common & {
  readonly caption?: string;
  readonly captionClasses?: string;
  readonly firstCellIsHeader?: boolean;
  readonly head?: readonly CellOptions[];
  readonly rows: readonly Maybe<readonly CellOptions[]>[];
};

const tableCell = ({ text, html, classes, ...cell }: CellOptions): Cell => ({
  ...cell,
  class: classes,
  text: words(text?.toString(), html),
});

proves<TableOptions>({
  component: 'table',
  atLeast: 21,
  draw: ({ caption, captionClasses, firstCellIsHeader, head, rows, ...options }) => {
    const small = variant(options.classes, 'govuk-table--', ['small-text-until-tablet']);
    return (
      <Table
        {...root(options)}
        class={small.rest}
        small={Boolean(small.value)}
        caption={caption}
        captionSize={variant(captionClasses, 'govuk-table__caption--', SIZES).value}
        firstCellIsHeader={firstCellIsHeader}
        head={head?.map(tableCell)}
        rows={rows.map((row) => (row ? row.map(tableCell) : row))}
      />
    );
  },
});

proves<Common & Words>({
  component: 'tag',
  atLeast: 12,
  draw: (options) => {
    const colour = variant(options.classes, 'govuk-tag--', TAG_COLOURS);
    return (
      <Tag {...root(options)} class={colour.rest} colour={colour.value}>
        {content(options)}
      </Tag>
    );
  },
});

type TabsOptions = Common & {
  readonly title?: string;
  readonly idPrefix?: string;
  readonly items?: readonly Maybe<{
    readonly label: string;
    readonly id?: string;
    readonly panel: Words;
    readonly attributes?: Attributes;
  }>[];
};

proves<TabsOptions>({
  component: 'tabs',
  atLeast: 13,
  without: { 'panel with attributes': 'a panel holds JSX, which can carry its own' },
  draw: ({ title, idPrefix, items = [], ...options }) => (
    <Tabs
      {...root(options)}
      title={title}
      idPrefix={idPrefix}
      items={items.map((tab) => tab && { ...tab, panel: content(tab.panel) })}
    />
  ),
});
