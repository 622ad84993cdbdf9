import { type Content, classes, type HeadingLevel, isGiven, isText, type Root } from './content.ts';

export type NotificationBannerProps = Root & {
  readonly type?: 'success' | undefined;
  readonly title?: Content;
  /** Needed when a page shows two banners, since an id may stand once. */
  readonly titleId?: string | undefined;
  readonly titleHeadingLevel?: HeadingLevel | undefined;
  /** A success is announced at once ('alert') unless said otherwise. */
  readonly role?: 'alert' | 'region' | undefined;
  readonly disableAutoFocus?: boolean | undefined;
  /** Words alone become the banner's heading; JSX is taken as it is. */
  readonly children: Content;
};

export const NotificationBanner = ({
  type,
  title = type === 'success' ? 'Success' : 'Important',
  titleId = 'govuk-notification-banner-title',
  titleHeadingLevel = 2,
  role = type === 'success' ? 'alert' : 'region',
  disableAutoFocus,
  class: extra,
  children,
  ...rest
}: NotificationBannerProps) => {
  const Heading = `h${titleHeadingLevel}` as const;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it may have are named by their label
    <div
      class={classes('govuk-notification-banner', type && `govuk-notification-banner--${type}`, extra)}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus}
      {...rest}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isGiven(children) && isText(children) ? (
          <p class="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  );
};
