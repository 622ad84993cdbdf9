import { type Attributes, type Content, classes, type Maybe, type Root } from './content.ts';

export interface Breadcrumb {
  readonly text: Content;
  /** Left out for the page itself. */
  readonly href?: string | undefined;
  readonly attributes?: Attributes | undefined;
}

export type BreadcrumbsProps = Root & {
  readonly items: readonly Maybe<Breadcrumb>[];
  readonly label?: string | undefined;
  readonly inverse?: boolean | undefined;
  readonly collapseOnMobile?: boolean | undefined;
};

export const Breadcrumbs = ({
  items,
  label = 'Breadcrumb',
  inverse,
  collapseOnMobile,
  class: extra,
  ...rest
}: BreadcrumbsProps) => (
  <nav
    class={classes(
      'govuk-breadcrumbs',
      inverse && 'govuk-breadcrumbs--inverse',
      extra,
      collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    )}
    aria-label={label}
    {...rest}
  >
    <ol class="govuk-breadcrumbs__list">{items.map((item) => item && crumb(item))}</ol>
  </nav>
);

const crumb = ({ text, href, attributes }: Breadcrumb) =>
  href ? (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
        {text}
      </a>
    </li>
  ) : (
    <li class="govuk-breadcrumbs__list-item" aria-current="page">
      {text}
    </li>
  );
