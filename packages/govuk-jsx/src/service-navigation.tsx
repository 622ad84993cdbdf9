import { type Attributes, type Content, classes, isGiven, type Maybe, type Root } from './content.ts';

export interface NavigationItem {
  readonly text: Content;
  readonly href?: string | undefined;
  /** This very page. */
  readonly current?: boolean | undefined;
  /** A page within this section. */
  readonly active?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

export type ServiceNavigationProps = Root & {
  readonly serviceName?: string | undefined;
  readonly serviceUrl?: string | undefined;
  readonly items?: readonly Maybe<NavigationItem>[] | undefined;
  readonly inverse?: boolean | undefined;
  /** What the section is called to those who cannot see it. */
  readonly label?: string | undefined;
  readonly navigationLabel?: string | undefined;
  readonly navigationId?: string | undefined;
  readonly navigationClass?: string | undefined;
  /** Two items or more fold behind a menu button on a narrow screen, unless said otherwise. */
  readonly collapseOnMobile?: boolean | undefined;
  readonly menuButtonText?: string | undefined;
  readonly menuButtonLabel?: string | undefined;
  /** What stands before and after everything, and before and after the items (`<li>`s). */
  readonly start?: Content;
  readonly end?: Content;
  readonly endIsInline?: boolean | undefined;
  readonly navigationStart?: Content;
  readonly navigationEnd?: Content;
};

export const ServiceNavigation = ({
  serviceName,
  serviceUrl,
  inverse,
  label = 'Service information',
  start,
  end,
  endIsInline,
  class: extra,
  items = [],
  navigationLabel,
  navigationId,
  navigationClass,
  collapseOnMobile,
  menuButtonText,
  menuButtonLabel,
  navigationStart,
  navigationEnd,
  ...rest
}: ServiceNavigationProps) => {
  const look = classes('govuk-service-navigation', inverse && 'govuk-service-navigation--inverse', extra);
  const menu = { navigationLabel, navigationId, navigationClass, collapseOnMobile, menuButtonText, menuButtonLabel };
  const inside = (
    <div class={classes('govuk-width-container', endIsInline && 'govuk-service-navigation__inlining-container')}>
      {start}
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} url={serviceUrl} />}
        <Menu items={items} navigationStart={navigationStart} navigationEnd={navigationEnd} {...menu} />
      </div>
      {end}
    </div>
  );
  const root = { class: look, 'data-module': 'govuk-service-navigation', ...rest };
  // The name, or anything beside the menu, makes a landmark of its own; the menu alone already is one.
  return serviceName || isGiven(start) || isGiven(end) ? (
    <section aria-label={label} {...root}>
      {inside}
    </section>
  ) : (
    <div {...root}>{inside}</div>
  );
};

const ServiceName = ({ name, url }: { readonly name: string; readonly url: string | undefined }) => (
  <span class="govuk-service-navigation__service-name">
    {url ? (
      <a href={url} class="govuk-service-navigation__link">
        {name}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
);

const Menu = ({
  items = [],
  menuButtonText = 'Menu',
  menuButtonLabel = menuButtonText,
  navigationLabel = menuButtonText,
  navigationId = 'navigation',
  navigationClass,
  collapseOnMobile,
  navigationStart,
  navigationEnd,
}: ServiceNavigationProps) => {
  const shown = items.filter((item) => !!item);
  if (shown.length === 0 && !isGiven(navigationStart) && !isGiven(navigationEnd)) return null;
  return (
    <nav aria-label={navigationLabel} class={classes('govuk-service-navigation__wrapper', navigationClass)}>
      {(collapseOnMobile ?? shown.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden from everybody until GOV.UK's script shows it
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={menuButtonLabel === menuButtonText ? undefined : menuButtonLabel}
          hidden
          aria-hidden="true"
        >
          {menuButtonText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {navigationStart}
        {shown.map((item) => (
          <Item {...item} />
        ))}
        {navigationEnd}
      </ul>
    </nav>
  );
};

const Item = ({ text, href, current, active, attributes }: NavigationItem) => {
  const isHere = current || active;
  const ariaCurrent = current ? 'page' : active ? 'true' : undefined;
  // Bold words still mark the place for those who override colours.
  const words = isHere ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text;
  return (
    <li class={classes('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={ariaCurrent} {...attributes}>
          {words}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={ariaCurrent}>
          {words}
        </span>
      )}
    </li>
  );
};
