import { BackLink } from './back-link.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import type { Attributes, Maybe } from './content.ts';
import { Pagination, type PaginationItem } from './pagination.tsx';
import { PhaseBanner } from './phase-banner.tsx';
import { proves } from './proof/fixtures.ts';
import { type Common, content, Html, root, variant, type Words } from './proof/options.tsx';
import { type NavigationItem, ServiceNavigation, type ServiceNavigationProps } from './service-navigation.tsx';
import { SkipLink } from './skip-link.tsx';
import { TAG_COLOURS, Tag } from './tag.tsx';
import { TaskList } from './task-list.tsx';

type LinkOptions = Words & { readonly href?: string; readonly attributes?: Attributes };

proves<
  Common & { readonly items: readonly LinkOptions[]; readonly labelText?: string; readonly collapseOnMobile?: boolean }
>({
  component: 'breadcrumbs',
  atLeast: 12,
  draw: ({ items, labelText, collapseOnMobile, ...options }) => {
    const inverse = variant(options.classes, 'govuk-breadcrumbs--', ['inverse']);
    return (
      <Breadcrumbs
        {...root(options)}
        class={inverse.rest}
        inverse={Boolean(inverse.value)}
        label={labelText}
        collapseOnMobile={collapseOnMobile}
        items={items.map((item) => ({ ...item, text: content(item) }))}
      />
    );
  },
});

proves<Common & LinkOptions>({
  component: 'back-link',
  atLeast: 7,
  draw: ({ href = '#', ...options }) => {
    const inverse = variant(options.classes, 'govuk-back-link--', ['inverse']);
    return (
      <BackLink {...root(options)} class={inverse.rest} inverse={Boolean(inverse.value)} href={href}>
        {content(options)}
      </BackLink>
    );
  },
});

proves<Common & Words & { readonly href?: `#${string}` }>({
  component: 'skip-link',
  atLeast: 9,
  draw: (options) => (
    <SkipLink {...root(options)} href={options.href}>
      {content(options)}
    </SkipLink>
  ),
});

proves<Common & Words & { readonly tag?: Words & Common }>({
  component: 'phase-banner',
  atLeast: 7,
  draw: ({ tag, ...options }) => (
    <PhaseBanner
      {...root(options)}
      tag={content(tag)}
      tagColour={variant(tag?.classes, 'govuk-tag--', TAG_COLOURS).value}
    >
      {content(options)}
    </PhaseBanner>
  ),
});

type StepOptions = Words & { readonly href: string; readonly labelText?: string };

type PaginationOptions = Common & {
  readonly previous?: StepOptions;
  readonly next?: StepOptions;
  readonly items?: readonly Maybe<PaginationItem>[];
  readonly landmarkLabel?: string;
};

proves<PaginationOptions>({
  component: 'pagination',
  atLeast: 14,
  without: { 'with empty items': 'an item without a number or an address does not compile' },
  draw: ({ previous, next, items, landmarkLabel, ...options }) => (
    <Pagination
      {...root(options)}
      previous={previous && { ...previous, text: content(previous) }}
      next={next && { ...next, text: content(next) }}
      items={items}
      label={landmarkLabel}
    />
  ),
});

interface TaskOptions {
  readonly title: Words;
  readonly hint?: Words;
  readonly href?: string;
  readonly classes?: string;
  readonly status: Words & { readonly classes?: string; readonly tag?: Words & Common };
}

const taskStatus = ({ tag, ...words }: TaskOptions['status']) => {
  if (!tag) return content(words);
  const colour = variant(tag.classes, 'govuk-tag--', TAG_COLOURS);
  return (
    <Tag {...root(tag)} class={colour.rest} colour={colour.value}>
      {content(tag)}
    </Tag>
  );
};

proves<Common & { readonly idPrefix?: string; readonly items: readonly Maybe<TaskOptions>[] }>({
  component: 'task-list',
  atLeast: 10,
  without: { 'custom classes': 'a task has classes; its title and status have none of their own' },
  draw: ({ idPrefix, items, ...options }) => (
    <TaskList
      {...root(options)}
      idPrefix={idPrefix}
      items={items.map(
        (item) =>
          item && {
            title: content(item.title),
            href: item.href,
            hint: content(item.hint),
            class: item.classes,
            status: taskStatus(item.status),
            cannotStartYet: item.status.classes === 'govuk-task-list__status--cannot-start-yet',
          },
      )}
    />
  ),
});

type NavigationOptions = Common &
  Pick<ServiceNavigationProps, 'serviceName' | 'serviceUrl' | 'navigationLabel' | 'navigationId'> &
  Pick<ServiceNavigationProps, 'menuButtonText' | 'menuButtonLabel'> & {
    readonly navigation?: readonly Maybe<Words & Omit<NavigationItem, 'text'>>[];
    readonly navigationClasses?: string;
    readonly collapseNavigationOnMobile?: boolean;
    readonly ariaLabel?: string;
    readonly slots?: {
      readonly start?: string;
      readonly end?: string | { readonly html: string; readonly align: 'inline' };
      readonly navigationStart?: string;
      readonly navigationEnd?: string;
    };
  };

const slot = (html: string | undefined) => html && <Html of={html} />;

proves<NavigationOptions>({
  component: 'service-navigation',
  atLeast: 33,
  draw: ({ navigation = [], slots = {}, ...options }) => {
    const { serviceName, serviceUrl, navigationLabel, navigationId, menuButtonText, menuButtonLabel } = options;
    const inverse = variant(options.classes, 'govuk-service-navigation--', ['inverse']);
    return (
      <ServiceNavigation
        {...{ serviceName, serviceUrl, navigationLabel, navigationId, menuButtonText, menuButtonLabel }}
        {...root(options)}
        class={inverse.rest}
        inverse={Boolean(inverse.value)}
        label={options.ariaLabel}
        navigationClass={options.navigationClasses}
        collapseOnMobile={options.collapseNavigationOnMobile}
        items={navigation.map((item) => item && { ...item, text: content(item) })}
        start={slot(slots.start)}
        end={slot(typeof slots.end === 'object' ? slots.end.html : slots.end)}
        endIsInline={typeof slots.end === 'object'}
        navigationStart={slot(slots.navigationStart)}
        navigationEnd={slot(slots.navigationEnd)}
      />
    );
  },
});
