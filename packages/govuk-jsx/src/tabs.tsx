import { type Attributes, type Content, classes, isText, type Maybe, type Root } from './content.ts';

export interface Tab {
  readonly label: string;
  /** The tabs' own id and the tab's number, unless given. */
  readonly id?: string | undefined;
  /** Words alone become a paragraph; JSX is taken as it is. */
  readonly panel: Content;
  readonly attributes?: Attributes | undefined;
}

export type TabsProps = Root & {
  readonly title?: string | undefined;
  readonly idPrefix?: string | undefined;
  readonly items: readonly Maybe<Tab>[];
};

export const Tabs = ({ title = 'Contents', id, idPrefix = id, items, class: extra, ...rest }: TabsProps) => {
  const panelId = (tab: Tab, index: number) => tab.id ?? `${idPrefix}-${index + 1}`;
  return (
    <div class={classes('govuk-tabs', extra)} id={id} data-module="govuk-tabs" {...rest}>
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map((tab, index) => tab && <Entry tab={tab} id={panelId(tab, index)} isFirst={index === 0} />)}
        </ul>
      )}
      {items.map((tab, index) => tab && <Panel tab={tab} id={panelId(tab, index)} isFirst={index === 0} />)}
    </div>
  );
};

interface Drawn {
  readonly tab: Tab;
  readonly id: string;
  readonly isFirst: boolean;
}

const Entry = ({ tab, id, isFirst }: Drawn) => (
  <li class={classes('govuk-tabs__list-item', isFirst && 'govuk-tabs__list-item--selected')}>
    <a class="govuk-tabs__tab" href={`#${id}`} {...tab.attributes}>
      {tab.label}
    </a>
  </li>
);

const Panel = ({ tab, id, isFirst }: Drawn) => (
  <div class={classes('govuk-tabs__panel', !isFirst && 'govuk-tabs__panel--hidden')} id={id}>
    {isText(tab.panel) ? <p class="govuk-body">{tab.panel}</p> : tab.panel}
  </div>
);
